"""How a language contradicts without saying "deny": falsity, innocence, deeds not done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from briefing.lang import table


@dataclass(frozen=True)
class Implied:
    """The `[implied]` table. Patterns read lower-case text with straight marks.

    `mental`: what one can fail to do without answering a claim. `answering`: verbs that answer.
    `agents`: who speaks for somebody; `officials`: who accuses or judges by office.
    """

    mental: frozenset[str]
    answering: frozenset[str]
    agents: frozenset[str]
    kin: frozenset[str]
    officials: frozenset[str]
    patterns: Mapping[str, str]

    @cached_property
    def false(self) -> re.Pattern[str]:
        """Calling a claim untrue, absurd, invented."""
        return re.compile(self.patterns["false"])

    @cached_property
    def uninvolved(self) -> re.Pattern[str]:
        """Having no part in it, or meaning no harm by it."""
        return re.compile(self.patterns["uninvolved"])

    @cached_property
    def deed(self) -> re.Pattern[str]:
        """A negated deed, with groups `who`, `past` and `verb`."""
        return re.compile(self.patterns["deed"])

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """Words that put a question or a charge to the speaker."""
        return re.compile(self.patterns["asked"])

    @cached_property
    def unreal(self) -> re.Pattern[str]:
        """Only possible, general, or yet to come."""
        return re.compile(self.patterns["unreal"])


@cache
def implied(code: str) -> Implied | None:
    """The lexicon of implied denials of a language, or None when it has none."""
    t = table(code, "implied")
    if not t:
        return None
    sets = {
        name: frozenset(t[name].split()) for name in ("mental", "answering", "agents", "kin", "officials")
    }
    return Implied(**sets, patterns=t)
