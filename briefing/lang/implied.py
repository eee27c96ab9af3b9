"""How a language contradicts without saying "deny": falsity, innocence, deeds not done."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from briefing.lang import known, table
from briefing.lang.patterns import Late

# Kinds of predicate, in the order in which they are tried.
KINDS = (
    "untrue",
    "absurd",
    "mistaken",
    "uninvolved",
    "proper",
    "absent",
    "flat",
    "doubted",
    "misquoted",
    "negated",
)


@dataclass(frozen=True, eq=False, repr=False)
class Implied:
    """The `[implied]` table. Patterns read lower-case text with straight marks.

    `mental`: what one can fail to do without answering a claim. `answering`: verbs that answer;
    `insisting`: those that stand by something; `answers`: words without which nothing is looked for that
    only answers.
    `agents`: who speaks for somebody; `client`: whom "my", "his" and "our" make a side of one's own;
    `triggers`: by kind, words without which it is not looked for. `weights`: log-odds by evidence.
    `deeds`: acts one can be accused of; `trouble`: words of articles that hold something to answer for.
    `named`: nouns that name what is contradicted; `faults`: what one can be blamed for or called.
    `empty`: words that say nothing of what is contradicted ("done nothing wrong"). `lying`: what makes of a
    falsehood somebody's lie; `charging`: what opens a subject that stands for a charge ("linking him to it").
    `officials`: who accuses, judges or reports by office; `it`: subjects that stand for the claim itself.
    """

    mental: frozenset[str]
    answering: frozenset[str]
    insisting: frozenset[str]
    answers: frozenset[str]
    agents: frozenset[str]
    client: frozenset[str]
    kin: frozenset[str]
    officials: frozenset[str]
    it: frozenset[str]
    nobody: frozenset[str]
    they: frozenset[str]
    saying: frozenset[str]
    deeds: frozenset[str]
    trouble: frozenset[str]
    named: frozenset[str]
    faults: frozenset[str]
    empty: frozenset[str]
    lying: frozenset[str]
    charging: frozenset[str]
    triggers: Mapping[str, frozenset[str]]
    weights: Mapping[str, float]
    sources: Mapping[str, str]

    @cached_property
    def predicates(self) -> tuple[tuple[str, frozenset[str], Late], ...]:
        """The kinds with their triggers and patterns."""
        return tuple((kind, self.triggers[kind], Late(self.sources[kind])) for kind in KINDS)

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """What stands in front of the first word of a clause."""
        return re.compile(self.sources["clause"])

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """Words that put a question or a charge to the speaker."""
        return re.compile(self.sources["asked"])

    @cached_property
    def answers_charge(self) -> re.Pattern[str]:
        """Words that say that what follows answers a claim: "in response to the allegations"."""
        return re.compile(self.sources["answers_charge"])

    @cached_property
    def once_accused(self) -> re.Pattern[str]:
        """A clause in which somebody accuses, in front of what is said: "when Roe accused her of A, she"."""
        return re.compile(self.sources["once_accused"])

    @cached_property
    def hits_back(self) -> re.Pattern[str]:
        """Verbs that answer an attack: "fired back"."""
        return re.compile(self.sources["hits_back"])

    @cached_property
    def conditional(self) -> re.Pattern[str]:
        """How a sentence begins that only supposes."""
        return re.compile(self.sources["conditional"])

    @cached_property
    def admits(self) -> re.Pattern[str]:
        """Owning up: "I apologise for it"."""
        return re.compile(self.sources["admits"])

    @cached_property
    def emphatic(self) -> re.Pattern[str]:
        """Words that make a contradiction a firm one."""
        return re.compile(self.sources["emphatic"])

    @cached_property
    def formula(self) -> re.Pattern[str]:
        """Set phrases of those who answer a charge: "did nothing wrong"."""
        return re.compile(self.sources["formula"])

    @cached_property
    def contrast(self) -> re.Pattern[str]:
        """How a sentence begins that sets itself against what came before."""
        return re.compile(self.sources["contrast"])

    @cached_property
    def unreal(self) -> re.Pattern[str]:
        """Only possible, general, or yet to come."""
        return re.compile(self.sources["unreal"])


@cache
def implied(code: str) -> Implied | None:
    """The lexicon of implied denials of a language, or None when it has none."""
    t = table(code, "implied") if code in known() else {}
    if not t:
        return None
    names = [n for n in Implied.__dataclass_fields__ if n not in ("sources", "weights", "triggers")]
    triggers = {kind: frozenset(words.split()) for kind, words in t["triggers"].items()}
    sets = {name: frozenset(t[name].split()) for name in names}
    return Implied(**sets, triggers=triggers, weights=t["weights"], sources=t)
