"""A trigger and what stands around it, read only as far as a rule asks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from briefing.extract.step_times import Times
from briefing.lang.next_steps import Steps
from briefing.model import StepKind

Subject = Literal["first", "you", "he", "it", "who", "vague", "name", "noun", "none"]
_PRONOUNS: tuple[Subject, ...] = ("first", "you", "he", "it", "who", "vague")

_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_BREAK = re.compile(r"""[;:—–“”"()]|--|''|,""")
# Characters around a trigger in which its subject, its governing verb and its own verb are looked for.
_NEAR, _CLAUSE = 90, 180
# Words after a trigger among which a condition is its own: "will resign if".
_CONDITION = 10
# Words after a trigger among which its verb is, past negation, adverbs and forms of "be".
_VERB = 6


@dataclass(frozen=True, eq=False, repr=False)
class Sight:
    """A trigger in its sentence.

    `name`: the trigger's; `words`: the sentence, at `base` in the article; `start`, `end`: the trigger in the
    sentence. `quoted`: inside quotation marks. `column`: tells whether the article is one, when a rule asks.
    `times`: what the time words around say.
    """

    steps: Steps
    name: str
    words: str
    base: int
    start: int
    end: int
    quoted: bool
    column: Callable[[], bool]
    times: Times = field(default_factory=Times)

    @property
    def opinion(self) -> bool:
        """Whether it stands in a column or on a letters page."""
        return self.column()

    @property
    def rule(self) -> str:
        """The name of the rule that judges the trigger."""
        return self.steps.triggers[self.name].rule

    @property
    def kind(self) -> StepKind:
        """What is announced: a promise with a date and no "said" is a fixture, one to decide is pending."""
        kind = self.steps.triggers[self.name].kind
        if self.does("settle") and kind != "demand":
            return "pending"
        fixed = self.rule == "will" and not (self.attributed or self.quoted or self.subject == "first")
        return "scheduled" if fixed and (self.times.dated or self.copula) else kind

    def among(self, name: str, words: Sequence[str]) -> bool:
        """Whether one of the words is in a list."""
        return not self.steps.words[name].isdisjoint(words)

    @property
    def target(self) -> list[str]:
        """The trigger's words between its verb and its last word, as written."""
        return self.words[self.start : self.end].split()[1:-1]

    @property
    def verb_form(self) -> list[str]:
        """The trigger's first word, in lower case."""
        return self.words[self.start : self.end].lower().split()[:1]

    @cached_property
    def clause(self) -> list[str]:
        """The words before the trigger in its clause, in lower case."""
        return lowered(_BREAK.split(self.words[max(0, self.start - _CLAUSE) : self.start])[-1], self.steps)

    @cached_property
    def before(self) -> list[str]:
        """The words before the trigger, as written, across commas and quotation marks."""
        words = _WORD.findall(self.words[max(0, self.start - _NEAR) : self.start].replace("’", "'"))
        if words and self.words[self.start - 1] in "'’":
            words[-1] = words[-1].rstrip("'")  # the trigger is what "they'll" is short for
        return words

    @cached_property
    def after(self) -> list[str]:
        """The words that follow, in lower case."""
        return lowered(self.words[self.end : self.end + _NEAR], self.steps)

    @cached_property
    def all(self) -> list[str]:
        """The words of the sentence in lower case."""
        return lowered(self.words, self.steps)

    @property
    def question(self) -> bool:
        """Whether the sentence asks."""
        return self.words.rstrip("\"'”’) \n").endswith("?")

    @property
    def attributed(self) -> bool:
        """Whether the sentence says who said so."""
        return self.among("attributed", self.all)

    @property
    def conditional(self) -> bool:
        """Whether a condition stands before or close behind ("Should they win"); "what, if any" is none."""
        if self.all and self.all[0] in self.steps.words["openers"]:
            return True
        around = [*lowered(self.words[: self.start], self.steps), *self.after[:_CONDITION]]
        if not self.among("conditions", around):
            return False
        asked, unasked = self.steps.words["asks"], self.steps.words["any"]
        words = ["", *around, ""]
        return any(
            word in self.steps.words["conditions"] and before not in asked and after not in unasked
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )

    @cached_property
    def subject(self) -> Subject:
        """What kind of word stands as subject before the trigger."""
        words = list(self.before)
        while words and (
            self.among("passed", [words[-1].lower()])
            or self.among("calendar", words[-1:])
            or self.adverb(words[-1])
        ):
            if self.among("calendar", [words.pop()]) and self.among("brief", words[-1:]):
                words.pop()  # "the council on Thursday will"
        if not words:
            return "none"
        low = words[-1].lower().partition("'")[0]
        for kind in _PRONOUNS:
            if low in self.steps.words[kind]:
                vague = kind == "who" and self.among("vague", [w.lower() for w in words[-2:-1]])
                return "vague" if vague else kind
        return "name" if words[-1][0].isupper() else "noun"

    def adverb(self, word: str) -> bool:
        """Whether a word ends as adverbs do."""
        return word.endswith(tuple(self.steps.words["adverbs"]))

    @cached_property
    def _rest(self) -> list[str]:
        rest = [
            word
            for word in self.after[:_VERB]
            if not (word in self.steps.words["not"] or word in self.steps.words["skip"] or self.adverb(word))
        ]
        carried = self.among("carriers", rest[:1]) and self.among("to", rest[1:2])
        return rest[2:] if carried else rest  # "will continue to investigate"

    @cached_property
    def verb(self) -> str:
        """The verb that the trigger governs; of a passive or a progressive the participle."""
        return next((word for word in self._rest if word not in self.steps.words["be"]), "")

    @property
    def copula(self) -> bool:
        """Whether a form of "be" stands before the verb."""
        return bool(self._rest) and self._rest[0] in self.steps.words["be"]

    def does(self, name: str) -> bool:
        """Whether the governed verb is in a list, in any form."""
        return self.among(name, self._stems)

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return stems(self.verb, self.steps.words["endings"])

    def near(self, name: str) -> bool:
        """Whether a word of a list stands before the trigger in its clause."""
        return self.among(name, self.clause)

    def anywhere(self, name: str) -> bool:
        """Whether a word of a list stands in the sentence."""
        return self.among(name, self.all)


def lowered(words: str, steps: Steps) -> list[str]:
    """The words of a stretch in lower case, with straight apostrophes; "May" stays, it is no "may"."""
    keep = steps.words["names"]
    return [word if word in keep else word.lower() for word in _WORD.findall(words.replace("’", "'"))]


@lru_cache(maxsize=4096)  # "be", "take", "meet": the same verbs everywhere
def stems(word: str, endings: frozenset[str]) -> tuple[str, ...]:
    """A verb form and what it may be a form of."""
    found = [word]
    for ending in endings:
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2:
            found += [root, root + "e", root + "y"]
            if root[-1] == root[-2]:
                found.append(root[:-1])
    return tuple(found)
