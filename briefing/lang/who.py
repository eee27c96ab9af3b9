"""`[who]`: how much each sign counts that a brief must name somebody, and the outlets that only report."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from briefing.lang import known, table


class WhoWords(NamedTuple):
    """`weights`: sign → its weight in a logistic regression, fitted by `evals/who.py --fit`.

    `least`, `least_more`: the probability below which nobody is named, among the first five and after them.
    `outlets`: papers, agencies and broadcasters, in lower case; `media`: words in the role of another one.
    `told`: words before one that is only told. `according`: what makes a source of the name after it, which
    follows one of the words `before_source`. `pronoun_says`: "he said"; `pronoun_starts`: the letters and
    blanks that may stand before it ("she said", not "the said").
    """

    weights: Mapping[str, float]
    least: float
    least_more: float
    outlets: frozenset[str]
    media: frozenset[str]
    told: frozenset[str]
    according: re.Pattern[str]
    before_source: frozenset[str]
    pronoun_says: re.Pattern[str]
    pronoun_starts: frozenset[str]


@cache
def who_words(code: str) -> WhoWords | None:
    """The `[who]` table of a language, `None` when its file has none."""
    data = table(code, "who") if code in known() else {}
    if not data:
        return None
    return WhoWords(
        weights=data["weights"],
        least=data["least"],
        least_more=data["least_more"],
        outlets=frozenset(" ".join(name.split()) for name in data["outlets"].split(",")),
        media=frozenset(data["media"].split()),
        told=frozenset(data["told"].split()),
        according=re.compile(data["according"]),
        before_source=frozenset(data["before_source"].split()),
        pronoun_says=re.compile(data["pronoun_says"]),
        pronoun_starts=frozenset(data["pronoun_starts"]),
    )
