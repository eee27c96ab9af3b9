"""What a ranker knows of a language: words that carry no news, words that lean on the line before."""

from functools import cache
from typing import NamedTuple

from briefing.lang import known, table


class RankWords(NamedTuple):
    """All in lower case. A language without a file has empty sets and is ranked by what needs no words.

    `stop`: words that carry no news. `leaning`: first words that point back (he, this, but, and).
    `pronouns`: words for somebody who may be named elsewhere. `calendar`: capitalised words that name nobody.
    """

    stop: frozenset[str]
    leaning: frozenset[str]
    pronouns: frozenset[str]
    calendar: frozenset[str]


@cache
def rank_words(code: str) -> RankWords:
    """The `[rank]` table of a language, each list written as one string of words."""
    words = table(code, "rank") if code in known() else {}
    return RankWords(**{name: frozenset(words.get(name, "").split()) for name in RankWords._fields})
