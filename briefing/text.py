"""Paragraphs, sentences, words: spans only, never edits."""

import re
from collections.abc import Callable

from briefing.errors import UnknownName
from briefing.model import Span

Splitter = Callable[[str, Span, str], list[Span]]

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")


def paragraphs(text: str) -> list[Span]:
    """Blocks separated by blank lines, without the white space around them."""
    spans, start = [], 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        block = text[start:end]
        if block.strip():
            spans.append(Span(start + len(block) - len(block.lstrip()), start + len(block.rstrip())))
        start = gap.end() if gap else end
    return spans


def _rule(text: str, block: Span, code: str) -> list[Span]:
    spans, start = [], block.start
    for stop in re.finditer(r"[.!?][\"')”’]*\s+(?=[\"'“‘(]?[A-Z0-9])", text[block.start : block.end]):
        end = block.start + stop.end()
        spans.append(Span(start, start + len(text[start:end].rstrip())))
        start = end
    if start < block.end:
        spans.append(Span(start, block.end))
    return spans


SPLITTERS: dict[str, Splitter] = {"rule": _rule}


def sentences(text: str, block: Span, code: str, splitter: str = "rule") -> list[Span]:
    """Sentences of `text[block]`, in order, covering every non-space character of the block.

    Raises UnknownName for a splitter that is not in SPLITTERS.
    """
    if splitter not in SPLITTERS:
        raise UnknownName("splitter", splitter, SPLITTERS)
    return SPLITTERS[splitter](text, block, code)
