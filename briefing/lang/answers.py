"""`[answers]`: whose words may be an answer given for somebody else, and whose are surely not."""

from functools import cache
from typing import NamedTuple

from briefing.lang import known, table


class AnswerWords(NamedTuple):
    """`sides`: nouns for people who speak for others. `bystanders`: for unnamed ones who speak for nobody."""

    sides: frozenset[str]
    bystanders: frozenset[str]


@cache
def answer_words(code: str) -> AnswerWords:
    """The `[answers]` table of a language; empty lists where it has none, so that every voice is a doubt."""
    found = table(code, "answers") if code in known() else {}
    return AnswerWords(*(frozenset(found.get(key, "").split()) for key in ("sides", "bystanders")))
