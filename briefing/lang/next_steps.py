"""What announces a next step in a language, and the words that tell one from talk. Table `[next_steps]`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from briefing.lang import table
from briefing.model import StepKind

# As for the hubs of `[dates]`: one class in front of every trigger.
# A stop before a blank is left of lines that were run together ("is due to. appear").
_BLANK = r"\.?\s"
_BEFORE = r"[\s\"'“”‘’(\[—–-]"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a trigger announces, and the name of the rule that judges what stands around it."""

    kind: StepKind
    rule: str


@dataclass(frozen=True, slots=True)
class Steps:
    """A language's triggers and its word lists by name.

    `pattern`: all triggers; the empty last group names the one found. `first_person`: "I", "we" and their
    forms. `turns`: where the words of a time point, `past` or `future`.
    """

    pattern: re.Pattern[str]
    first_person: re.Pattern[str]
    triggers: Mapping[str, Trigger]
    words: Mapping[str, frozenset[str]]
    turns: Mapping[str, str]


def _kind(name: str) -> StepKind:
    for kind in get_args(StepKind):
        if kind == name:
            known: StepKind = kind
            return known
    raise ValueError(f"not a kind of next step: {name!r}")


@cache
def next_steps(code: str) -> Steps | None:
    """The triggers of a language; `None` when its file has no table `[next_steps]`."""
    found = table(code, "next_steps")
    if not found:
        return None
    patterns = (
        f"(?:{trigger['pattern'].replace('<np>', found['np'])})(?P<{name}>)"
        for name, trigger in found["triggers"].items()
    )
    return Steps(
        re.compile(f"{_BEFORE}(?:{'|'.join(patterns)})".replace(" ", _BLANK)),
        re.compile(found["first_person"]),
        {name: Trigger(_kind(t["kind"]), t["rule"]) for name, t in found["triggers"].items()},
        {name: frozenset(words.split()) for name, words in found["words"].items()},
        found["turns"],
    )
