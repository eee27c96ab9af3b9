"""Many regular expressions at small cost: compiled when first used, tried by how a text begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.lang.regex import EDGE, HEAD, alternatives, at_heads, compact, heads

NONE = 1 << 30  # beyond the end of any text
OFTEN = 30  # searches that are done in the time it takes to read off a long pattern where a match can begin

# What matches no character: looks behind, and a look at what one character is.
_LOOK = re.compile(r"\(\?<[!=](?:\\.|[^\\()])*\)|\(\?=\[(?:\\.|[^\]\\])*\]\)")
_EDGE = r"\b"
_NAMED = re.compile(r"\(\?P<(\w+)>")


class Late:
    """A regular expression that is compiled when it is first used."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._asked = 0

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

    def finditer(self, text: str, start: int = 0, end: int = NONE) -> Iterator[re.Match[str]]:
        """As of a compiled pattern; where a match can begin is looked for first, once that pays."""
        self._asked += 1
        if self._asked < OFTEN or self._hub is None:
            yield from self.pattern.finditer(text, start, end)
            return
        free = start
        for hub in self._hub.finditer(text, start, end):
            at = hub.start()
            if at >= free and (found := self.pattern.match(text, at, end)):
                yield found
                free = found.end()

    @cached_property
    def heads(self) -> frozenset[str]:
        """With what a fitting text can begin, in lower case; for a pattern without alternatives."""
        return frozenset([head.lower().lstrip(EDGE) for head in heads(self._shown)])

    @cached_property
    def _hub(self) -> re.Pattern[str] | None:
        """Finds where a fitting text can begin; None when that may be anywhere."""
        return at_heads(heads(f"(?:{self._shown})"))

    @property
    def _shown(self) -> str:
        """The source without looks around and names, its edges written as one character."""
        plain = _NAMED.sub("(?:", _LOOK.sub("", compact(self.source)))
        return plain.replace(_EDGE, EDGE)


Line = tuple[int, tuple[str, ...], Late]  # a pattern: its group, with what it can begin, how it goes on


@dataclass(frozen=True, eq=False, repr=False)
class Starts:
    """Numbered groups of patterns, of which only those are tried that can fit how a text begins."""

    lines: tuple[tuple[int, Late], ...]
    anything: tuple[tuple[int, Late], ...]
    _by_pair: dict[str, list[Line]] = field(default_factory=dict)

    @classmethod
    def of(cls, groups: Sequence[Sequence[str]]) -> "Starts":
        """Groups of patterns by number."""
        lines = [(n, Late(line)) for n, group in enumerate(groups) for line in group]
        return cls(
            tuple(line for line in lines if "" not in line[1].heads),
            tuple(line for line in lines if "" in line[1].heads),
        )

    def fitting(self, text: str, low: str, at: int, end: int) -> list[int]:
        """The numbers of the groups with a pattern that fits at `at`, in no order; `low`: in lower case."""
        pair = low[at : at + 2]
        lines = self._by_pair.get(pair)
        if lines is None:
            lines = self._by_pair[pair] = list(self._beginning(pair))
        found = [
            n for n, first, late in lines if low.startswith(first, at) and late.pattern.match(text, at, end)
        ]
        if self._any and self._any.match(text, at, end):
            found += [number for number, late in self.anything if late.pattern.match(text, at, end)]
        return found

    def _beginning(self, pair: str) -> Iterator[Line]:
        for number, late in self.lines:
            met = tuple([one for one in late.heads if one.startswith(pair) or pair.startswith(one)])
            if met:
                yield number, met, late

    @cached_property
    def _any(self) -> Late | None:
        """Everything that may begin with anything as one pattern, for a text hardly ever fits one."""
        return Late("|".join(late.source for _, late in self.anything)) if self.anything else None


Choice = tuple[str, Late]  # the name of its group, how it goes on


@dataclass(frozen=True, eq=False, repr=False)
class Choices:
    """A pattern of many alternatives, each compiled when a text first begins as it does.

    Compiling all at once would take as long as reading two articles.
    """

    alternatives: tuple[tuple[str, str], ...]  # by name, in the order in which they are tried
    _by_head: dict[str, list[Choice]] = field(default_factory=dict)

    @classmethod
    def of_groups(cls, pattern: str) -> "Choices":
        """The alternatives of a verbose pattern that is written as named groups of them.

        An alternative goes by the name of the group it begins with, else by that of the group it stands in.
        """
        found: list[tuple[str, str]] = []
        for group in alternatives(compact(pattern)):
            opening = _NAMED.match(group)
            if opening is None or group[-1] != ")":
                raise ValueError(f"no named group: {group[:40]!r}")
            for line in alternatives(group[opening.end() : -1]):
                own = _NAMED.match(line)
                found.append((own[1] if own else opening[1], line))
        return cls(tuple(found))

    @cached_property
    def _choices(self) -> list[Choice]:
        return [(name, Late(line)) for name, lines in self.alternatives for line in alternatives(lines)]

    def match(self, text: str, at: int) -> tuple[str, re.Match[str]] | None:
        """The first alternative that fits at `at`, with its name."""
        head = text[at : at + HEAD].lower()
        choices = self._by_head.get(head)
        if choices is None:
            begun = [head[:length] for length in range(len(head) + 1)]
            choices = [
                one
                for one in self._choices
                if not one[1].heads.isdisjoint(begun) or _ended(head, one[1].heads)
            ]
            self._by_head[head] = choices
        for name, late in choices:
            if found := late.pattern.match(text, at):
                return name, found
        return None


def _ended(head: str, first: frozenset[str]) -> bool:
    """Whether a text that ends here is too short to tell."""
    return len(head) < HEAD and any(one.startswith(head) for one in first)
