"""What announces a next step in a language, and the words that tell one from talk. Table `[next_steps]`."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, get_args

from briefing.lang import table
from briefing.lang.beginnings import WHOLE, beginnings
from briefing.lang.patterns import Late
from briefing.model import StepKind

# A stop before a blank is left of lines that were run together ("is due to. appear").
_BLANK = r"\.?\s"


class Trigger(NamedTuple):
    """What a trigger announces, the name of the rule that judges what stands around it, and its words."""

    kind: StepKind
    rule: str
    pattern: Late


class Steps(NamedTuple):
    """A language's triggers and its word lists by name.

    `hub`: the beginnings of all triggers, with the one character before them; `starts`: the triggers of each
    beginning. `first_person`: "I", "we", their forms, as written. `turns`: where the words of a time point,
    `past`, `recent` or `future`. `weights`: log-odds by sign.
    """

    hub: re.Pattern[str]
    starts: Mapping[str, tuple[str, ...]]
    first_person: frozenset[str]
    triggers: Mapping[str, Trigger]
    words: Mapping[str, frozenset[str]]
    turns: Mapping[str, str]
    weights: Mapping[str, float]


def _kind(name: str) -> StepKind:
    for kind in get_args(StepKind):
        if kind == name:
            known: StepKind = kind
            return known
    raise ValueError(f"not a kind of next step: {name!r}")


def _trigger(given: Mapping[str, str], np: str) -> Trigger:
    pattern = given["pattern"].replace("<np>", np).replace(" ", _BLANK)
    return Trigger(_kind(given["kind"]), given["rule"], Late(pattern))


@cache
def next_steps(code: str) -> Steps | None:
    """The triggers of a language; `None` when its file has no table `[next_steps]`."""
    found = table(code, "next_steps")
    if not found:
        return None
    triggers = {name: _trigger(given, found["np"]) for name, given in found["triggers"].items()}
    starts: dict[str, list[str]] = {}
    whole: set[str] = set()
    for name, given in found["triggers"].items():
        for start in given["starts"].split():
            word = start.removesuffix(WHOLE)
            starts.setdefault(word, []).append(name)
            whole |= {word} if start.endswith(WHOLE) else set()
    return Steps(
        hub=beginnings(word + WHOLE * (word in whole) for word in starts),
        starts={word: tuple(names) for word, names in starts.items()},
        first_person=frozenset(found["first_person"].split()),
        triggers=triggers,
        words={name: frozenset(words.split()) for name, words in found["words"].items()},
        turns=found["turns"],
        weights=found["weights"],
    )
