"""What a language's pages carry besides the story: rules, appeals, captions. Table `[furniture]`.

Patterns are compiled when first used, and tried by how a sentence begins: a language has some two
hundred, of which a page needs a few.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from briefing.lang import known, table
from briefing.lang.patterns import Late, Starts

Words = frozenset[str]
Finds = tuple[tuple[str, tuple[str, ...]], ...]  # what to look for, and the words that must stand there


class Rule(NamedTuple):
    """One kind of furniture; what the fields mean is written above the rules in the language's file.

    `fits` is tried at the start of a sentence, `within` anywhere in one that holds words of `has`.
    """

    name: str
    fits: tuple[str, ...]
    has: Finds
    within: Late | None
    unless: Late | None
    cased: bool
    where: str
    last: int
    words: int
    alone: bool
    after: Words
    reach: str
    end: int


class Appeal(NamedTuple):
    """How an appeal for money or readers is told; see the language's file."""

    ask: Finds
    call: Late
    sure: Late
    voice: Words
    outlet: Words
    reader: Words
    journalism: Words
    money: Words


class Caption(NamedTuple):
    """How captions without a line of their own are told; see the language's file."""

    speech: Words
    scene: Late
    scene_not: Late
    scene_start: Late


class Zone(NamedTuple):
    """The rules for one kind of place, and their patterns by how they begin."""

    rules: tuple[Rule, ...]
    plain: Starts
    cased: Starts

    def fitting(self, low: str, plain: str, at: int, end: int) -> list[Rule]:
        """The rules whose patterns fit a sentence that begins at `at`, in order."""
        numbers = self.plain.fitting(low, low, at, end) + self.cased.fitting(plain, low, at, end)
        return [self.rules[number] for number in sorted(set(numbers))] if numbers else []


class FurnitureRules(NamedTuple):
    """Everything `[furniture]` says."""

    anywhere: Zone
    head: Zone
    tail: Zone
    padded: Zone
    bare: Zone
    before: Zone
    appeal: Appeal
    caption: Caption
    abstract: tuple[str, str]
    dateline: Late


@cache
def furniture(code: str) -> FurnitureRules | None:
    """The rules of a language, `None` when it has none."""
    data = table(code, "furniture") if code in known() else {}
    if not data:
        return None
    shapes = _shapes(data["shapes"])
    rules = tuple(_rule(row, shapes) for row in data["rule"])
    return FurnitureRules(
        anywhere=_zone(rules, ""),
        head=_zone(rules, "head"),
        tail=_zone(rules, "tail"),
        padded=_zone(rules, "padded"),
        bare=_zone(rules, "bare"),
        before=_zone(rules, "before"),
        appeal=_appeal(data["appeal"]),
        caption=_caption(data["caption"]),
        abstract=tuple(data["abstract"]),
        dateline=Late(data["dateline"]),
    )


def _shapes(written: Mapping[str, str]) -> dict[str, str]:
    """Shapes with the shapes inside them written out; a shape may use those above it."""
    shapes: dict[str, str] = {}
    for name, pattern in written.items():
        shapes[name] = _expand(pattern, shapes)
    return shapes


def _expand(pattern: str, shapes: Mapping[str, str]) -> str:
    for name, shape in shapes.items():
        pattern = pattern.replace(f"<{name}>", shape)
    return pattern


def _lines(patterns: str) -> list[str]:
    return [line for line in patterns.split("\n") if line]


def _finds(words: list[str]) -> Finds:
    """Words by their first character where that is a rare mark, so that one search serves them all."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word if word[0].isalnum() or word[0] == " " else word[0], []).append(word)
    return tuple((key, tuple(group)) for key, group in groups.items())


def _rule(row: Mapping[str, Any], shapes: Mapping[str, str]) -> Rule:
    starts = _lines(row.get("start", ""))
    wholes = [f"(?:{line})[\\W_]*\\Z" for line in _lines(row.get("whole", ""))]
    fits = tuple(_expand(line, shapes) for line in starts + wholes)
    within = _expand("|".join(_lines(row.get("with", ""))), shapes)
    return Rule(
        name=row["name"],
        fits=fits,
        has=_finds(_lines(row.get("has", ""))),
        within=Late(within) if within else None,
        unless=Late(row["unless"]) if "unless" in row else None,
        cased=row.get("cased", False),
        where=row.get("where", ""),
        last=row.get("last", 0),
        words=row.get("words", 0),
        alone=row.get("alone", False),
        after=frozenset(row.get("after", "").split()),
        reach=row.get("reach", ""),
        end=row.get("end", 0),
    )


def _zone(rules: tuple[Rule, ...], where: str) -> Zone:
    here = tuple(rule for rule in rules if rule.where == where)
    plain, cased = ([() if rule.cased != cased else rule.fits for rule in here] for cased in (False, True))
    return Zone(here, Starts.of(plain), Starts.of(cased))


def _appeal(row: Mapping[str, str]) -> Appeal:
    words = {key: frozenset(row[key].split()) for key in ("outlet", "reader", "journalism", "money")}
    words["voice"] = words["outlet"] | words["reader"]
    call, sure = (Late("|".join(_lines(row[key]))) for key in ("call", "sure"))
    return Appeal(ask=_finds(_lines(row["ask"])), call=call, sure=sure, **words)


def _caption(row: Mapping[str, str]) -> Caption:
    shapes = {key: "|".join(_lines(row[key])) for key in ("who", "not", "act", "acts")}
    return Caption(
        speech=frozenset(row["speech"].split()),
        scene=Late(_expand("|".join(_lines(row["scene"])), shapes)),
        scene_not=Late("|".join(_lines(row["scene_not"]))),
        scene_start=Late(shapes["not"]),
    )
