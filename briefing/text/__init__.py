"""Paragraphs, sentences, quotations: spans only, never edits."""

import re
from collections.abc import Callable
from functools import lru_cache

from briefing.errors import UnknownName
from briefing.model import Span
from briefing.text.punkt import punkt
from briefing.text.quotations import quotations
from briefing.text.rule import rule

__all__ = ["SPLITTERS", "paragraphs", "quotations", "sentences"]

Splitter = Callable[[str, Span, str], list[Span]]
SPLITTERS: dict[str, Splitter] = {"rule": rule, "punkt": punkt}

# Possessive, so that one \r\n is never taken for two line ends.
_UNIX_BLANK = re.compile(r"\n[^\S\n]*+\n\s*+")  # begins with one character, so it is ten times as fast
_BLANK = re.compile(r"(?:\r\n?+|[\n\u2028])[^\S\r\n\u2028]*+(?:\r\n?+|[\n\u2028])\s*+|\u2029\s*+")


@lru_cache(maxsize=2)  # two rooms ask
def paragraphs(text: str) -> tuple[Span, ...]:
    """Blocks separated by blank lines, without the white space around them."""
    blank = _BLANK if any(end in text for end in "\r\u2028\u2029") else _UNIX_BLANK
    spans, start = [], 0
    for gap in [*blank.finditer(text), None]:
        end = gap.start() if gap else len(text)
        block = text[start:end]
        if body := block.strip():
            lead = len(block) - len(block.lstrip())
            spans.append(Span(start + lead, start + lead + len(body)))
        start = gap.end() if gap else end
    return tuple(spans)


def sentences(text: str, block: Span, code: str, splitter: str = "rule") -> list[Span]:
    """Sentences of `text[block]`, in order, covering every non-space character of the block.

    A sentence is what a reader takes for one, so a sentence inside a quotation of several stands alone, and
    `“…?” she asked` is one. A headline, a bullet or a short line without a full stop is a sentence too.
    Raises UnknownName for a splitter that is not in SPLITTERS.
    """
    if splitter not in SPLITTERS:
        raise UnknownName("splitter", splitter, SPLITTERS)
    return SPLITTERS[splitter](text, block, code)
