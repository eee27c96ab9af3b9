"""Texts by their shingles, runs of three words (Broder 1997): what two have in common, and what not.

Three words: of a text in which one word in ten was changed, 0.9³ = 73 % of its shingles are left.
Numbers, not words. A sketch of a text, its smallest shingle numbers and those it begins with, finds the few
articles that may be copies; each of them is then compared whole. What decides is how much of the shorter text
stands in the longer one: a shortened copy and one with another outlet's words around it are found alike.
"""

from array import array
from collections.abc import Sequence
from heapq import nsmallest

from briefing.model import Document, Span
from briefing.stories.words import number, words

SKETCH = 64  # smallest shingle numbers kept of an article …
BEGINS = 24  # … and the first ones, so that an article cut after its first paragraph is found as well
COPIED = 0.45  # share of the shorter text's shingles that stand in the longer one
SHORTENED = 0.25  # share of the longer text from which on the shorter may come from anywhere in it
OPENING = 40  # shingles, about the first two sentences, in which a report has its news …
OLD_NEWS = (
    0.3  # … and the share of them that stands in the longer text when the shorter one has none of its own
)
TINY = 8  # shingles; of a shorter text every one must be found
TOLD = 0.5  # share of a sentence's shingles that another text must hold to tell it too

_MIX = 0x85EBCA6B  # odd, with its bits well spread (MurmurHash3)


def shingles(text: str) -> Sequence[int]:
    """Numbers of the runs of three words of a text, in order; a text of fewer words is one run."""
    row = [number(word) for word in words(text)]
    row += [0] * (3 - len(row))
    runs = zip(row, row[1:], row[2:], strict=False)
    return array("I", [((a * _MIX ^ b) * _MIX ^ c) * _MIX >> 7 & 0xFFFFFFFF for a, b, c in runs])


def sketch(runs: Sequence[int]) -> set[int]:
    """The shingles by which an article is looked up."""
    return {*nsmallest(SKETCH, set(runs)), *runs[:BEGINS]}


def copied(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether one text is a copy, a part or a reworked version of the other.

    Two that share much are not when the shorter is less than a quarter of the other and not its beginning (a
    round-up of many items holds several short articles, and is none of them), or when it opens with something
    new (a verdict, told on the background of yesterday's report).
    """
    shorter, longer = sorted((one, other), key=len)
    mine, theirs = set(shorter), set(longer)
    if len(mine) < SHORTENED * len(theirs):
        theirs = set(longer[: len(shorter) * 3 // 2 + BEGINS])
    enough = len(mine) * (COPIED if len(mine) >= TINY else 1.0)
    opening = set(shorter[:OPENING])
    return len(mine & theirs) >= enough and len(opening & theirs) >= OLD_NEWS * len(opening)


def untold(document: Document, other: Sequence[int]) -> tuple[Span, ...]:
    """The sentences of a story that another text, given by its shingles, does not tell in these words."""
    theirs = set(other)

    def told(text: str) -> bool:
        runs = shingles(text)
        return sum(run in theirs for run in runs) >= TOLD * len(runs)

    return tuple(s.span for s in document.sentences if not told(document.text(s)))
