"""Whether two sentences of different articles tell the same in other words, by the words that carry news."""

from collections.abc import Iterable

from briefing.lang.rank import rank_words
from briefing.model import Findings, Group, Quote
from briefing.stories.words import words

STEM = 5  # letters of a word that are compared: "collapsed" and "collapse" are one
SAME = 0.5  # share of the shorter sentence's stems that stand in the other
ENOUGH = 4  # stems that both must have


def stems(f: Findings, text: str) -> frozenset[str]:
    """The beginnings of the words that carry news."""
    stop = rank_words(f.language).stop
    return frozenset(word[:STEM] for word in words(text) if word not in stop)


class Told:
    """What a story has printed, to ask whether another article's sentence says it again."""

    def __init__(self, story: Group) -> None:
        self._findings = {f.article.id: f for f in story}
        self._told: list[tuple[str, frozenset[str]]] = []

    def add(self, quotes: Iterable[Quote]) -> None:
        """These are printed."""
        if len(self._findings) > 1:
            self._told += [(quote.article, self._stems(quote)) for quote in quotes]

    def repeats(self, quote: Quote) -> bool:
        """Whether a sentence of another article that is printed says the same."""
        if len(self._findings) == 1:
            return False
        mine = self._stems(quote)
        return any(article != quote.article and alike(mine, stems) for article, stems in self._told)

    def _stems(self, quote: Quote) -> frozenset[str]:
        f = self._findings[quote.article]
        return stems(f, f.article[quote.span])


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of stems are of sentences that say the same."""
    shared = len(one & other)
    return shared >= ENOUGH and shared >= SAME * min(len(one), len(other))
