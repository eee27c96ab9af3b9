"""What happened, from all articles of a story: one order of their lines, in which nothing is said twice."""

from collections.abc import Iterator
from itertools import pairwise
from math import log
from typing import NamedTuple

from briefing.model import Findings, Group, Lead
from briefing.stories.words import words

PICKED = 12  # lines that are ordered by what was taken before them; a brief prints fewer
REPEATS = 3.0  # log-odds a line loses when all its words were said in lines taken before it …
STEEP = 2  # … times its share of such words to this power
SAME_LINE = 0.7  # share of the shorter line's terms that another line holds when it says the same
OLDER = 0.5  # log-odds a line loses for every day that its article is behind the story's latest
SURE = 1e-4  # chances are kept this far from 0 and 1

Terms = frozenset[str]


class _Line(NamedTuple):
    """A sentence, its article, its place in the story's articles, what it is worth, its words and pairs."""

    found: Findings
    lead: Lead
    place: tuple[int, int]
    worth: float
    terms: Terms

    def repeats(self, other: "_Line") -> bool:
        """Whether one of the two says nothing that the other does not."""
        least = min(len(self.terms), len(other.terms)) or 1
        return len(self.terms & other.terms) >= SAME_LINE * least

    def fresh(self, told: set[str]) -> float:
        """Worth after what was told."""
        share = len(self.terms & told) / (len(self.terms) or 1)
        return round(self.worth - REPEATS * share**STEEP, 6)


def what_order(story: Group) -> list[tuple[Findings, Lead]]:
    """The lines of a story, best first, each with its article; a line told in other words is left out.

    A sentence is worth the chance that its own article's ranker gives it, so that every article's opening
    counts as an opening; in a story that goes on, later articles come first. One article keeps its order.
    """
    if len(story) == 1:
        return [(story[0], lead) for lead in story[0].ranked]
    left = list(_lines(story))
    taken: list[_Line] = []
    told: set[str] = set()
    while left and len(taken) < PICKED:
        best = max(left, key=lambda line: (line.fresh(told), line.worth, tuple(-x for x in line.place)))
        taken.append(best)
        told |= best.terms
        left = [line for line in left if line is not best and not line.repeats(best)]
    rest = sorted(left, key=lambda line: (-line.worth, line.place))
    return [(line.found, line.lead) for line in taken + rest]


def _lines(story: Group) -> Iterator[_Line]:
    latest = max((day for f in story if (day := _day(f)) is not None), default=0)
    for i, f in enumerate(story):
        day = _day(f)
        behind = OLDER * (latest - day) if day is not None else 0.0
        for lead in f.ranked:
            chance = min(max(lead.score, SURE), 1 - SURE)
            worth = round(log(chance / (1 - chance)) - behind, 6)
            yield _Line(f, lead, (i, lead.span.start), worth, line_terms(f.article[lead.span]))


def _day(f: Findings) -> int | None:
    return f.article.published.toordinal() if f.article.published else None


def line_terms(text: str) -> Terms:
    """Words and pairs of neighbours of a line."""
    row = words(text)
    return frozenset(row) | frozenset(f"{a} {b}" for a, b in pairwise(row))
