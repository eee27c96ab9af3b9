"""Many regular expressions at small cost: compiled when first used, tried by first character."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

NONE = 1 << 30  # larger than any number of patterns

_MARKS = frozenset("@©_")


@dataclass(frozen=True)
class Late:
    """A regular expression that is compiled when it is first used."""

    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.source)

    def match(self, text: str, start: int = 0, end: int = NONE) -> re.Match[str] | None:
        """As of a compiled pattern."""
        return self.pattern.match(text, start, end)

    def search(self, text: str, start: int = 0, end: int = NONE) -> re.Match[str] | None:
        """As of a compiled pattern."""
        return self.pattern.search(text, start, end)


@dataclass(frozen=True, slots=True)
class Starts:
    """Groups of patterns as one pattern for each character, in lower case, that a text may begin with."""

    by_character: Mapping[str, Late]
    rest: Late | None

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]]) -> "Starts":
        """Numbered groups; a pattern that may begin with anything is tried on everything."""
        firsts = [[(line, first_characters(line)) for line in group] for group in groups]
        characters = frozenset(c for group in firsts for _, first in group for c in first or ())
        joined = {
            character: _joined(
                [[line for line, first in group if first is None or character in first] for group in firsts]
            )
            for character in sorted(characters)
        }
        rest = _joined([[line for line, first in group if first is None] for group in firsts])
        return cls({c: Late(pattern) for c, pattern in joined.items()}, Late(rest) if rest else None)

    def first(self, text: str, at: int, end: int) -> int:
        """The number of the first group with a pattern that fits at `at`; NONE when none does."""
        pattern = self.by_character.get(text[at].lower(), self.rest)
        found = pattern and pattern.match(text, at, end)
        return int(found.lastgroup[1:]) if found and found.lastgroup else NONE


def _joined(groups: list[list[str]]) -> str:
    return "|".join(f"(?P<g{number}>{'|'.join(lines)})" for number, lines in enumerate(groups) if lines)


def first_characters(pattern: str) -> frozenset[str] | None:
    """The characters, in lower case, that a text fitting `pattern` may begin with; `None`: any.

    Knows letters, digits, `\\d`, a few marks, groups `(?:…|…)` and `?`; all else is any.
    """
    if pattern.startswith("(?:"):
        alternatives, rest = _group(pattern)
        found = [first_characters(alternative) for alternative in alternatives]
    elif pattern[:2] == "\\d":
        found, rest = [frozenset("0123456789")], pattern[2:].removeprefix("+")
    elif pattern[:1].isalnum() or pattern[:1] in _MARKS:
        found, rest = [frozenset(pattern[0].lower())], pattern[1:]
    else:
        return None
    if rest.startswith("{") and not rest.startswith("{0"):
        rest = rest[rest.index("}") + 1 :]
    if rest[:1] in ("?", "*", "{"):
        found.append(first_characters(rest[1:].lstrip("+")) if rest[0] == "?" else None)
    return None if None in found else frozenset().union(*(one for one in found if one))


def _group(pattern: str) -> tuple[list[str], str]:
    """The alternatives of the group a pattern begins with, and what follows it."""
    depth, start, alternatives = 0, 3, []
    at = 0
    while at < len(pattern):
        character = pattern[at]
        depth += {"(": 1, ")": -1}.get(character, 0)
        if (character == "|" and depth == 1) or (character == ")" and depth == 0):
            alternatives.append(pattern[start:at])
            start = at + 1
        if depth == 0:
            break
        at += 2 if character == "\\" else 1
    return alternatives, pattern[at + 1 :]
