"""A trigger and what stands around it, read only as far as a rule asks."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from briefing.lang.next_steps import Steps

Subject = Literal["first", "you", "he", "it", "who", "vague", "name", "noun", "none"]
_PRONOUNS: tuple[Subject, ...] = ("first", "you", "he", "it", "who", "vague")

_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_BREAK = re.compile(r"""[;:—–“”"()]|--|''|,""")
# Characters around a trigger in which its subject, governing verb and own verb are looked for.
_NEAR, _CLAUSE = 90, 180


@dataclass(frozen=True)
class Sight:
    """A trigger in its sentence.

    `words`: the sentence; `start`, `end`: the trigger in it. `quoted`: inside quotation marks. `ahead`: a time
    after the article's day stands in the sentence, `timed`: one that may be, `gone`: one long before it.
    `opinion`: a column or a letters page.
    """

    steps: Steps
    words: str
    start: int
    end: int
    quoted: bool
    opinion: bool
    ahead: bool
    timed: bool
    gone: bool

    @property
    def trigger(self) -> str:
        """The trigger's words."""
        return self.words[self.start : self.end]

    @cached_property
    def clause(self) -> list[str]:
        """The words before the trigger in its clause, as written."""
        before = _BREAK.split(self.words[max(0, self.start - _CLAUSE) : self.start])[-1]
        return _WORD.findall(before)

    @cached_property
    def before(self) -> list[str]:
        """The words before the trigger, as written, across commas and quotation marks."""
        return _WORD.findall(self.words[max(0, self.start - _NEAR) : self.start])

    @cached_property
    def after(self) -> list[str]:
        """The words that follow, in lower case."""
        return lowered(self.words[self.end : self.end + _NEAR])

    @cached_property
    def attributed(self) -> bool:
        """Whether the sentence says who said so."""
        return self.anywhere("attributed")

    @property
    def conditional(self) -> bool:
        """Whether a condition stands in the sentence."""
        low = lowered(self.words)
        return any(
            w in self.steps.words["conditions"] and after != "any" for w, after in pairwise([*low, ""])
        )

    @property
    def question(self) -> bool:
        """Whether the sentence asks."""
        return self.words.rstrip("\"'”’) \n").endswith("?")

    @cached_property
    def subject(self) -> Subject:
        """What kind of word stands as subject before the trigger."""
        words = list(self.before)
        while words and (words[-1].lower() in self.steps.words["skip"] or words[-1].endswith("ly")):
            words.pop()
        if not words:
            return "none"
        low = words[-1].lower()
        for kind in _PRONOUNS:
            if low in self.steps.words[kind]:
                return kind
        return "name" if words[-1][0].isupper() else "noun"

    @cached_property
    def verb(self) -> str:
        """The verb that the trigger governs, as written; of a passive or progressive the participle."""
        for word in self.after[:6]:
            if word in self.steps.words["not"] or word in self.steps.words["skip"] or word.endswith("ly"):
                continue
            if word in self.steps.words["be"]:
                continue
            return word
        return ""

    @property
    def copula(self) -> bool:
        """Whether `be` stands before the verb."""
        rest = [
            w
            for w in self.after[:3]
            if w not in self.steps.words["not"] and w not in self.steps.words["skip"]
        ]
        return bool(rest) and rest[0] in self.steps.words["be"]

    def does(self, name: str) -> bool:
        """Whether the governed verb is in a list, in any form."""
        return not self.steps.words[name].isdisjoint(stems(self.verb, self.steps))

    def near(self, name: str) -> bool:
        """Whether a word of a list stands before the trigger in its clause."""
        return not self.steps.words[name].isdisjoint(w.lower().replace("’", "'") for w in self.clause)

    def anywhere(self, name: str) -> bool:
        """Whether a word of a list stands in the sentence."""
        return not self.steps.words[name].isdisjoint(lowered(self.words))


def lowered(words: str) -> list[str]:
    """The words of a stretch in lower case, with straight apostrophes."""
    return [w.replace("’", "'") for w in _WORD.findall(words.lower())]


def stems(word: str, steps: Steps) -> list[str]:
    """A verb form and what it may be a form of."""
    found = [word]
    for ending in steps.words["endings"]:
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2:
            found += [root, root + "e", root + "y"]
            if root[-1] == root[-2]:
                found.append(root[:-1])
    return found
