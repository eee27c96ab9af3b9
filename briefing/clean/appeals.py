"""Appeals for money and readers, told by voice and matter, so that no outlet's wording need be known.

A news story speaks of others; an appeal speaks as the outlet, to the reader, of journalism and money. A run
of such paragraphs goes whole, with the short or neutral ones inside it. In a column, which speaks so all
along, only the sentences that ask go.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from briefing.clean.page import Page
from briefing.clean.rules import Names
from briefing.lang.furniture import Appeal

AROUND = 60  # sentences on either side of one that asks that are looked at; most articles have fewer
GAP = 2  # paragraphs in a row that do not speak but keep to the matter
SHORT = 5  # words; a shorter paragraph proves nothing
VOICES = 2  # sentences that speak or call, for a run to be an appeal
DENSE = 0.5  # voices a sentence of an appeal
EDGE = 6  # sentences from the head or the tail within which an appeal stands that never says so outright
COLUMN = 0.3  # share of speaking sentences outside a run from which the text is a column
WHOLE = 0.6  # share of the page that an appeal may be
_WORD = re.compile(r"[a-z-]+(?:'[a-z]+)?|[$£€]\d")
_LONG_QUOTE = re.compile(
    r'(?:[^"]*"[^"]*")*?[^"]*"[^"]{30,}|"'
)  # from an opening mark, not from a closing one


class Sign(NamedTuple):
    """What a stretch shows, in sentences; one that speaks as the outlet and to the reader has two voices."""

    size: int = 0
    voice: int = 0
    call: int = 0
    reader: int = 0
    ask: int = 0
    press: int = 0
    money: int = 0
    quoted: int = 0
    sure: int = 0
    pleads: int = 0

    @property
    def speaks(self) -> bool:
        """Whether it speaks to the reader or as the outlet, outside quotations."""
        return not self.quoted and self.voice + self.call > 0

    @property
    def keeps(self) -> bool:
        """Whether it keeps to the matter of an appeal."""
        return not self.quoted and self.ask + self.press + self.money > 0

    @property
    def appeals(self) -> bool:
        """Whether a run with these signs is an appeal."""
        if self.sure or self.size == self.call >= VOICES:
            return True
        matter = self.press and (self.money or self.reader)
        return bool(self.pleads and matter) and self.voice + self.call >= max(VOICES, DENSE * self.size)


def _together(signs: Iterable[Sign]) -> Sign:
    return Sign(*map(sum, zip(*signs, strict=True)))


def appeals(page: Page, words: Appeal, names: Names) -> list[range]:
    """Stretches of sentences that are appeals, in order, never overlapping; `names` tells other furniture."""
    asking = [index for index in page.holding(words.ask) if _may_speak(page, index, words)]
    first = {index: _sign(page, index, words) for index in asking}
    centres = [index for index, sign in first.items() if sign.pleads or sign.sure or sign.call]
    if not centres:
        return []
    near = frozenset(i for c in centres for i in range(max(0, c - AROUND), min(len(page), c + AROUND)))
    signs = [_sign(page, index, words) if index in near else Sign() for index in range(len(page))]
    story = [0, *accumulate(index in near and not name for index, name in enumerate(names))]
    voiced = [0, *accumulate(sign.speaks and not name for sign, name in zip(signs, names, strict=True))]
    found = [run for run in _runs(page, signs) if _fits(run, signs, story, voiced)]
    return found or [range(index, index + 1) for index, sign in enumerate(signs) if sign.sure and sign.speaks]


def _may_speak(page: Page, index: int, words: Appeal) -> bool:
    """A cheap test that nearly every sentence of a news story fails."""
    span = page.spans[index]
    said = page.low[span.start : span.end].split()
    return not (words.voice.isdisjoint(said) and words.call.match(page.low, span.start, span.end) is None)


def _sign(page: Page, index: int, words: Appeal) -> Sign:
    span = page.spans[index]
    low = page.low[span.start : span.end]
    said = _WORD.findall(low)
    has = frozenset(said)
    outlet, reader = not has.isdisjoint(words.outlet), not has.isdisjoint(words.reader)
    money = not has.isdisjoint(words.money) or any(word[0] in "$£€" for word in said)
    press = not has.isdisjoint(words.journalism)
    call = words.call.match(low) is not None
    ask = call or any(key in low for key, _ in words.ask)
    sure = ask and (outlet or press or money) and words.sure.search(low) is not None
    speaks = outlet or reader or call
    quoted = _LONG_QUOTE.match(low) is not None or (speaks and page.quoted(index))
    pleads = ask and speaks and (press or money) and not quoted
    return Sign(1, outlet + reader, call, reader, ask, press, money, quoted, sure, pleads)


def _units(page: Page) -> list[range]:
    """Paragraphs, or sentences where there is only one paragraph, as ranges of sentences."""
    if len(page.blocks) == 1:
        return [range(index, index + 1) for index in range(len(page))]
    starts = [i for i in range(len(page)) if i == 0 or page.paragraph[i] != page.paragraph[i - 1]]
    return [range(start, stop) for start, stop in zip(starts, [*starts[1:], len(page)], strict=True)]


def _runs(page: Page, signs: list[Sign]) -> Iterator[range]:
    """Runs of units that speak, over at most GAP that only keep to the matter; an open one to the end."""
    units = _units(page)
    sums = [_together(signs[i] for i in unit) for unit in units]
    short = [sum(map(page.words, unit)) <= SHORT for unit in units]
    start = None
    last = 0
    for index, sign in enumerate(sums):
        if sign.speaks:
            start, last = index if start is None else start, index
        elif start is not None and (not (sign.keeps or short[index]) or index - last > GAP):
            yield range(units[start].start, units[last].stop)
            start = None
    if start is not None:
        yield range(units[start].start, len(page))


def _fits(run: range, signs: list[Sign], story: list[int], voiced: list[int]) -> bool:
    """Whether a run is an appeal; `story` and `voiced` count such sentences before each place."""
    sign = _together(signs[index] for index in run)
    above, below = story[run.start], story[-1] - story[run.stop]
    near = sign.sure > 0 or min(above, below) < EDGE
    column = voiced[run.start] + voiced[-1] - voiced[run.stop] > COLUMN * (above + below)
    return near and not column and len(run) <= WHOLE * len(signs) and sign.appeals
