"""Appeals for money and readers, told by what they speak of, so that no outlet's wording need be known.

A sentence of an appeal asks, and speaks of the outlet, the reader, journalism or money. The block around it –
first and second person, outside quotation marks – goes with it.
"""

import re
from dataclasses import dataclass

from briefing.clean.page import Page
from briefing.lang.furniture import Appeal

GAP = 3  # sentences without a sign that may lie between two of an appeal
OPINION = (
    0.3  # share of we-and-you sentences from which a text is a column: only the core of an appeal goes then
)
SIGNS = 3  # kinds of sign, besides asking, that make an appeal certain
_WORD = re.compile(r"[a-z]+(?:'s)?")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sentence shows: `strong` asks; `weak` speaks to the reader or of the outlet."""

    strong: bool
    weak: bool
    quoted: bool


def appeals(page: Page, words: Appeal) -> list[range]:
    """Stretches of sentences that are appeals, in order; they may touch, never overlap."""
    strong = [index for index in page.holding(words.ask) if _sign(page, index, words).strong]
    if not strong:
        return []
    signs = [_sign(page, index, words) for index in range(len(page))]
    spoken = sum(sign.weak and not sign.strong for sign in signs)
    blocks = _blocks(strong, signs)
    return blocks if spoken > OPINION * len(page) else [_grown(page, block, signs) for block in blocks]


def _sign(page: Page, index: int, words: Appeal) -> Sign:
    span = page.spans[index]
    low = page.low[span.start : span.end]
    quoted = '"' in low or low.startswith("'")
    if quoted:
        return Sign(False, False, True)
    said = frozenset(_WORD.findall(low))
    outlet, reader = not said.isdisjoint(words.outlet), not said.isdisjoint(words.reader)
    kinds = outlet + reader + (not said.isdisjoint(words.journalism)) + (not said.isdisjoint(words.money))
    asks = any(key in low for key, _ in words.ask)
    strong = asks and (((outlet or reader) and kinds >= SIGNS) or bool(words.sure.search(low)))
    return Sign(strong, outlet or reader, False)


def _blocks(strong: list[int], signs: list[Sign]) -> list[range]:
    """Strong sentences joined over the short unquoted stretches between them."""
    blocks = [range(strong[0], strong[0] + 1)]
    for index in strong[1:]:
        last = blocks[-1]
        between = signs[last.stop : index]
        bare = sum(not sign.weak for sign in between)
        if bare <= GAP and not any(sign.quoted for sign in between):
            blocks[-1] = range(last.start, index + 1)
        else:
            blocks.append(range(index, index + 1))
    return blocks


def _grown(page: Page, block: range, signs: list[Sign]) -> range:
    """A block with the we-and-you sentences around it, and the rest of its last short paragraph."""
    start, stop = block.start, block.stop
    while start and signs[start - 1].weak:
        start -= 1
    while stop < len(page) and (signs[stop].weak or _small(page, stop, block)):
        stop += 1
    return range(start, stop)


def _small(page: Page, index: int, block: range) -> bool:
    """A few words more in the same paragraph: thanks, a sum, a signature."""
    return page.paragraph[index] == page.paragraph[block.stop - 1] and page.words(index) <= 4
