"""How a language accuses: the words that lay a claim at somebody's door."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from briefing.lang import known, table
from briefing.lang.patterns import Late


@dataclass(frozen=True, eq=False, repr=False)
class Accusations:
    """The `[accusations]` table.

    `trouble`: words without which no accusation is looked for. `unlaid`: words before a charge not laid.
    """

    trouble: frozenset[str]
    unlaid: frozenset[str]
    patterns: Mapping[str, str]

    @cached_property
    def accused(self) -> Late:
        """Words whose subject is the accused: "was charged with"."""
        return Late(self.patterns["accused"])

    @cached_property
    def owned(self) -> re.Pattern[str]:
        """What leaves nothing to answer: a plea, an admission, a verdict."""
        return re.compile(self.patterns["owned"])

    @cached_property
    def accuses(self) -> Late:
        """Words that name the accused next: "accused Roe of", "allegations against Roe"."""
        return Late(self.patterns["accuses"])


@cache
def accusations(code: str) -> Accusations | None:
    """The accusation lexicon of a language, or None when it has none."""
    t = table(code, "accusations") if code in known() else {}
    return Accusations(frozenset(t["trouble"].split()), frozenset(t["unlaid"].split()), t) if t else None
