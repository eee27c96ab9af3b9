"""What a language says of time: the words of dates and the tense cues around them. Table `[dates]`."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import count
from typing import Literal, NamedTuple, get_args

from briefing.lang import table
from briefing.lang.beginnings import WHOLE, beginnings
from briefing.lang.patterns import Choices, Late

Turn = Literal["past", "present", "future"]
Cue = Literal["future", "vowed", "either", "past"]

_GROUP = re.compile(r"\(\?P<(\w+)>")


class Feast(NamedTuple):
    """A day of the year by its name.

    `easter`: days after Easter Sunday; then the rest says nothing. `weekday`: the first such weekday on or
    after month and day. `cycle` and `phase`: only in years that leave `phase` when divided by `cycle`.
    """

    month: int
    day: int
    weekday: int | None
    cycle: int
    phase: int
    easter: int | None = None


class Parts(NamedTuple):
    """What the words of one time expression say, in numbers.

    Weekdays count from Monday, 0; `season` is its first month. `turn`: "last", "this", "next"; `week`: the
    same of another week or year ("Monday of last week"). `side`: days to go from another day. `tail`: the
    words that name that other day by what happened on it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    turn: Turn | None = None
    side: int | None = None
    season: int | None = None
    week: Turn | None = None
    feast: Feast | None = None
    tail: tuple[str, ...] = ()


class Times(NamedTuple):
    """A language's time expressions, compiled.

    `hub`: cheap, finds whatever could carry a date, with the one character before it. `families`: for what
    the hub found (a figure: `0`), the rules to try around it. `lead`: whether a word before a
    hub can belong to its expression.
    `cues`: verbs and prepositions that say which way, those first that take precedence where they overlap;
    `far`: what separates clauses.
    """

    hub: re.Pattern[str]
    families: Mapping[str, Choices]
    lead: re.Pattern[str]
    cues: tuple[tuple[Cue, Late], ...]
    far: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    turns: Mapping[str, Turn]
    sides: Mapping[str, int]
    seasons: Mapping[str, int]
    feasts: Mapping[str, Feast]

    def family(self, hub: re.Match[str]) -> Choices:
        """The rules to try around a hub."""
        word = hub[0][1:]
        return self.families["0" if word[0].isdecimal() else word]

    def parts(self, found: re.Match[str]) -> Parts:
        """The captured words of a match, read."""
        said = {key.split("__")[1]: word for key, word in found.groupdict().items() if word}
        side = said.get("side", "").split()
        return Parts(
            year=_figure(said.get("year")) or _short(said.get("short")),
            month=self.months.get(said.get("month", "").rstrip(".")) or _figure(said.get("figure")),
            day=_figure(said.get("day")),
            weekday=self.weekdays.get(said.get("weekday", "")),
            number=self.numbers.get(said.get("number", "").lower()) or _figure(said.get("number")),
            turn=self.turns.get("_".join(said.get("turn", "").lower().split())),
            side=self.sides.get(side[0].lower()) if side else None,
            season=self.seasons.get(said.get("season", "").lower()),
            week=self.turns.get(said.get("of", "")),
            feast=self.feasts.get(said.get("feast", "").replace("’", "'")),
            tail=tuple(said.get("tail", "").split()),
        )


def _figure(word: str | None) -> int | None:
    return int(word) if word and word.isdecimal() else None


def _short(word: str | None) -> int | None:
    """`'08`: of this century up to 2049."""
    figure = _figure(word)
    return None if figure is None else figure + (2000 if figure < 50 else 1900)


def _turn(way: str) -> Turn:
    for turn in get_args(Turn):
        if turn == way:
            known: Turn = turn
            return known
    raise ValueError(f"not a direction: {way!r}")


def _pairs(words: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in words.split())


def _feast(value: str, weekdays: Mapping[str, int]) -> Feast:
    if moving := re.fullmatch(r"Easter([+-]\d+)", value):
        return Feast(1, 1, None, 1, 0, int(moving[1]))
    found = re.fullmatch(r"(\d\d)-(\d\d)(?: ([^/ ]+))?(?: /(\d)\+(\d))?", value)
    if not found:
        raise ValueError(f"not a day of the year: {value!r}")
    month, day, weekday, cycle, phase = found.groups()
    return Feast(
        int(month), int(day), weekdays[weekday] if weekday else None, int(cycle or 1), int(phase or 0)
    )


def _spaced(*patterns: str) -> Late:
    return Late("|".join(patterns).replace(" ", r"\s"))


def _words(*patterns: str) -> Late:
    """One look at each edge of a word, not one for each pattern at each letter."""
    return Late(rf"\b(?=[\w'’])(?:{_spaced(*patterns).source})")


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"(?<!\?P)<([A-Za-z]+)>", lambda found: parts[found[1]], pattern)


def _family(rules: Mapping[str, list[str]], parts: Mapping[str, str]) -> Choices:
    """The patterns of a family, each by the name of its rule.

    A group `year` of the rule `iso` becomes `iso__year__7`: a pattern may hold several.
    """
    serial = count()
    named = []
    for rule, patterns in rules.items():
        for pattern in patterns:
            pieces = _GROUP.split(_filled(pattern, parts))
            for n in range(1, len(pieces), 2):
                pieces[n] = f"(?P<{rule}__{pieces[n]}__{next(serial)}>"
            named.append((rule, "".join(pieces).replace(" ", r"\s")))
    return Choices(tuple(named))


def _families(hubs: Mapping[str, str], rules: Mapping[str, Choices]) -> dict[str, Choices]:
    words = {
        "0" if "\\d" in hub else hub.removesuffix(WHOLE): n for n, h in hubs.items() for hub in h.split()
    }
    return {word: rules[name] for word, name in words.items()}


@cache
def dates(code: str) -> Times | None:
    """The time expressions of a language; `None` when its file has no table `[dates]`."""
    found = table(code, "dates")
    if not found:
        return None
    months = [names.split("/") for names in found["months"].split()]
    weekdays = {name: n for n, name in enumerate(found["weekdays"].split())}
    feasts = {name: _feast(value, weekdays) for name, value in found["feasts"].items()}
    parts = {
        "months": "|".join([*(n[0] for n in months), *(rf"{a}\b\.?" for n in months for a in n[1:])]),
        "fullmonths": "|".join(n[0] for n in months),
        "weekdays": "|".join(weekdays),
        "feasts": "|".join(re.escape(n).replace(r"\ ", " ").replace("'", "['’]") for n in feasts),
    }
    for name, pattern in found["parts"].items():
        parts[name] = _filled(pattern, parts)
    return Times(
        hub=beginnings(" ".join(found["hubs"].values()).split()),
        families=_families(found["hubs"], {n: _family(r, parts) for n, r in found["rules"].items()}),
        lead=re.compile(rf"[A-Z\d]|(?:{'|'.join(found['lead'].split())})\b"),
        cues=tuple((cue, _words(*found["tense"][cue])) for cue in get_args(Cue)),
        far=_spaced(found["tense"]["far"]).pattern,
        months={name: n for n, names in enumerate(months, 1) for name in names},
        weekdays=weekdays,
        numbers={word: int(n) for word, n in _pairs(found["numbers"]).items()},
        turns={word: _turn(way) for word, way in _pairs(found["turns"]).items()},
        sides={word: int(n) for word, n in _pairs(found["sides"]).items()},
        seasons={word: int(n) for word, n in _pairs(found["seasons"]).items()},
        feasts=feasts,
    )
