"""What a ranker knows of a language: words without news in them, words that lean on the line before."""

from dataclasses import dataclass
from functools import cache

from briefing.lang import known, table


@dataclass(frozen=True, slots=True)
class RankWords:
    """All in lower case. A language without a file has empty sets and is ranked by what needs no words.

    `stop`: words that carry no news. `leaning`: first words that point back (he, this, but, and).
    `reporting`: verbs of saying. `events`: verbs news happens in. `personal`: I, you, we.
    `days`: names of days and months, today, yesterday.
    """

    stop: frozenset[str]
    leaning: frozenset[str]
    reporting: frozenset[str]
    events: frozenset[str]
    personal: frozenset[str]
    days: frozenset[str]


@cache
def rank_words(code: str) -> RankWords:
    """The `[rank]` table of a language, each list written as one string of words."""
    words = table(code, "rank") if code in known() else {}
    return RankWords(**{name: frozenset(words.get(name, "").split()) for name in RankWords.__slots__})
