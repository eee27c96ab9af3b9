"""`[figures]`: what is counted in the news, and how numbers are written."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from briefing.lang import known, table

DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
OF = r"(?: (?P<of>[a-z-]+(?: [a-z-]+){0,2}?))?"


class Figures(NamedTuple):
    """`counted`: kind of figure → patterns with the groups `hedge`, `n` and, where something is named, `of`.

    `numbers`, `multiples`: value of a number word. `roughly`: hedges that say a number is not exact.
    `people`: nouns that are all one when counted. `part`: words that make it a part ("12 others").
    `past`: words of a sentence that speaks of another time. `sums`: the kinds that are amounts of money.
    `signs`: what a sentence must hold for any pattern to match.
    """

    counted: Mapping[str, tuple[re.Pattern[str], ...]]
    numbers: Mapping[str, int]
    multiples: Mapping[str, int]
    roughly: frozenset[str]
    people: frozenset[str]
    part: frozenset[str]
    past: re.Pattern[str]
    sums: frozenset[str]
    signs: re.Pattern[str]

    def value(self, written: str) -> float | None:
        """The number that is written, None for none: "2.4 million", "twelve", "a dozen", "3,400"."""
        total: float | None = None
        for word in written.lower().replace("-", " ").split():
            if word in self.multiples:
                total = (total or 1) * self.multiples[word]
            elif word in self.numbers:
                total = (total or 0) + self.numbers[word]
            elif word[:1].isdigit():
                total = float(word.replace(",", ""))
        return total


@cache
def figures(code: str) -> Figures | None:
    """The `[figures]` table of a language, None when its file has none."""
    t = table(code, "figures") if code in known() else {}
    if not t:
        return None
    numbers, multiples = _values(t["numbers"]), _values(t["multiples"])
    return Figures(
        counted={kind: _patterns(t, kind, [*numbers, *multiples]) for kind in t["counted"]},
        numbers=numbers,
        multiples=multiples,
        roughly=frozenset(t["roughly"].split()),
        people=frozenset(t["people"].split()),
        part=frozenset(t["part"].split()),
        past=re.compile(t["past"], re.I),
        sums=frozenset(t["sums"].split()),
        signs=re.compile(t["signs"], re.I),
    )


def _values(row: str) -> dict[str, int]:
    return {word: int(value) for word, _, value in (pair.partition("=") for pair in row.split())}


def _patterns(t: dict[str, Any], kind: str, words: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """One pattern a line: `<number>` is a number with its hedge, `<of>` what is counted, if said."""
    word = "|".join(sorted(words, key=lambda w: (-len(w), w)))
    n = rf"(?P<n>(?:{DIGITS}|\b(?:{word}))(?:[ -](?:{word}))*)"
    number = rf"(?:\b(?P<hedge>{t['hedges']}) )?(?<![\w.,$£€-]){n}\b(?![-,.]\d)"
    lines = [line for line in t["counted"][kind].split("\n") if line]
    return tuple(re.compile(line.replace("<number>", number).replace("<of>", OF), re.I) for line in lines)
