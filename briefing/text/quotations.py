"""Quotations: the stretches of a block that stand inside quotation marks.

Typewriter marks do not say whether they open or close, and single ones are mostly apostrophes, so a mark is
read from its neighbours and from what is open. Double and single marks are read apart, each in one pass, and
the outermost kept: the cost is linear in the block.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.model import Span

# Both begin with one class of characters, for which the engine searches fast: half and a third of the time.
_DOUBLE = re.compile(r"[\"“”„«»'`](?:(?<=[\"“”„«»])|(?<=')'|(?<=`)`)")
_SINGLE = re.compile(r"['‘’](?:(?<!')|(?<!'')(?!'))")
_PLAIN = frozenset(('"', "''", "”", "»"))  # open only where white space or a bracket stands before
_BEFORE = frozenset("([{—–-/:|")  # what an opening mark may touch
_STOPS = frozenset('.,!?…;:)—–"”')  # what a closing single mark touches, on either side
# An apostrophe that begins a word: '90s, 'em, ’til.
_ELIDED = re.compile(r"['’](?:\d\ds?|em|til|tis|twas|cause|bout|n|round|cos|s|ere)\b", re.IGNORECASE)


@lru_cache(maxsize=512)  # several rooms ask about the blocks of one article
def quotations(text: str, block: Span) -> tuple[Span, ...]:
    """Spans inside the outermost quotation marks of `text[block]`, in order, the marks left out.

    Double, single (British), « » and „ “ marks. A quotation opened again before it is closed ends there (as
    when paragraphs of it were joined); one that is never closed runs to the end of the block.
    """
    found = _outermost([*_doubles(text, block)], [*_singles(text, block)])
    return tuple([span for span in found if span.start < span.end])


def _can_open(text: str, at: int, end: int, block: Span) -> bool:
    """Whether a mark that shows no direction opens: nothing or a bracket before it, something after it."""
    before = text[at - 1] if at > block.start else " "
    after = text[end] if end < block.end else " "
    return (before.isspace() or before in _BEFORE) and not after.isspace() and after not in _STOPS


def _doubles(text: str, block: Span) -> Iterator[Span]:
    opened, start = "", 0
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        sign, at, end = mark[0], *mark.span()
        if opened and not _opens_again(text, mark, opened, block):
            yield Span(start, at)
            opened = ""
        elif (
            opened
            or _directed(text, sign, end, block)
            or _can_open(text, at, end, block)
            or _fused(text, at, end, block)
        ):
            if opened:
                yield _trimmed(text, start, at)
            opened, start = sign, end
    if opened:
        yield Span(start, block.end)


def _directed(text: str, sign: str, end: int, block: Span) -> bool:
    """Whether a mark opens by its shape alone; “ before white space is a mistyped ”, « may stand apart."""
    return sign == "«" or (sign not in _PLAIN and end < block.end and not text[end].isspace())


def _opens_again(text: str, mark: re.Match[str], opened: str, block: Span) -> bool:
    sign, at, end = mark[0], *mark.span()
    closes = sign in ("”", "»") or (opened, sign) in (("„", "“"), ("»", "«"))
    return not closes and _can_open(text, at, end, block)


def _fused(text: str, at: int, end: int, block: Span) -> bool:
    """`ended."The next`: no white space at all, but a sentence ends before the mark."""
    return block.start < at and end < block.end and text[at - 1] in ".!?…" and text[end].isalnum()


def _singles(text: str, block: Span) -> Iterator[Span]:
    start = maybe = -1  # `maybe`: a mark that closes, unless a surer one follows
    for mark in _SINGLE.finditer(text, block.start, block.end):
        at, end = mark.span()
        if _opens_single(text, mark, block):
            if start >= 0 and (maybe >= 0 or _ended(text, start, at)):
                yield _trimmed(text, start, maybe if maybe >= 0 else at)
            start, maybe = end, -1
        elif start >= 0 and _closes_single(text, at, end, block):
            if _sure(text, at, end, block):
                yield Span(start, at)
                start = maybe = -1
            elif maybe < 0:
                maybe = at
    if start >= 0 and maybe >= 0:
        yield Span(start, maybe)
    elif start == block.start + 1 and _ended(text, start, block.end):
        yield Span(start, block.end)


def _opens_single(text: str, mark: re.Match[str], block: Span) -> bool:
    at, end = mark.span()
    if mark[0] == "‘":
        return end < block.end and not text[end].isspace()
    return mark[0] == "'" and _can_open(text, at, end, block) and not _ELIDED.match(text, at)


def _closes_single(text: str, at: int, end: int, block: Span) -> bool:
    return not text[at - 1].isspace() and not (end < block.end and text[end].isalnum())


def _sure(text: str, at: int, end: int, block: Span) -> bool:
    """Whether a closing single mark is no apostrophe: `the dogs' bowl` and `runnin' late` are doubtful."""
    before, after = text[at - 1], text[end] if end < block.end else "."
    return before in _STOPS or after in _STOPS or before.lower() not in "sn"


def _ended(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip()[-1:] in frozenset(".!?…")


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _outermost(doubles: list[Span], singles: list[Span]) -> list[Span]:
    """Both kinds in order; a single quotation counts unless it lies in, or only partly over, a double one."""
    kept: list[Span] = []
    at = 0
    for single in singles:
        while at < len(doubles) and doubles[at].end <= single.start:
            kept.append(doubles[at])
            at += 1
        inside = at
        while inside < len(doubles) and doubles[inside].end <= single.end:
            inside += 1
        holds = inside == at or single.start <= doubles[at].start
        if holds and (inside == len(doubles) or doubles[inside].start >= single.end):
            kept.append(single)
            at = inside
    return kept + doubles[at:]
