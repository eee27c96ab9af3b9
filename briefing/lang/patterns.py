"""Many regular expressions at small cost: compiled when first used, tried by how a text begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefing.lang.regex import EDGE, HEAD, alternatives, at_heads, compact, heads, needed

NONE = 1 << 30  # beyond the end of any text

# What matches no character: looks behind, and a look at what one character is.
_LOOK = re.compile(r"\(\?<[!=](?:\\.|[^\\()])*\)|\(\?=\[(?:\\.|[^\]\\])*\]\)")
_EDGE = r"\b"
_NAMED = re.compile(r"\(\?P<(\w+)>")


class Late:
    """A regular expression that is compiled when it first meets a text that it may fit."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile(self.source)
        return self._compiled

    def match(self, text: str, start: int = 0, end: int = NONE) -> re.Match[str] | None:
        """As of a compiled pattern."""
        pattern = self._compiled or self._for(text, start, end)
        return pattern.match(text, start, end) if pattern else None

    def search(self, text: str, start: int = 0, end: int = NONE) -> re.Match[str] | None:
        """As of a compiled pattern."""
        pattern = self._compiled or self._for(text, start, end)
        return pattern.search(text, start, end) if pattern else None

    def finditer(self, text: str, start: int = 0, end: int = NONE) -> Iterator[re.Match[str]]:
        """As of a compiled pattern, but tried only where a text that fits can begin."""
        if self._hub is None:
            yield from self.pattern.finditer(text, start, end)
            return
        free = start
        for hub in self._hub.finditer(text, start, end):
            at = hub.start()
            if at >= free and (found := self.pattern.match(text, at, end)):
                yield found
                free = found.end()

    def may_begin(self, head: str) -> bool:
        """Whether a text that begins like this can fit; `head` is in lower case, and may be short of HEAD."""
        return any(_agree(one, head) for one in self.heads)

    @cached_property
    def begun(self) -> frozenset[str]:
        """With what a fitting text can begin, as written and with its edges."""
        return heads(self._shown)

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """With what a fitting text can begin, in lower case."""
        return tuple(sorted({head.lower().lstrip(EDGE) for head in self.begun}))

    @cached_property
    def _hub(self) -> re.Pattern[str] | None:
        """Finds where a fitting text can begin; None when that may be anywhere."""
        return at_heads(self.begun)

    @cached_property
    def _shown(self) -> str:
        """The source without looks around and names, its edges written as one character."""
        plain = _NAMED.sub("(?:", _LOOK.sub("", compact(self.source)))
        return f"(?:{plain.replace(_EDGE, EDGE)})"

    @cached_property
    def _needed(self) -> frozenset[str]:
        return needed(compact(self.source))

    def _for(self, text: str, start: int, end: int) -> re.Pattern[str] | None:
        """The pattern, unless the text lacks what every text that fits holds."""
        lacking = self._needed and all(text.find(word, start, end) < 0 for word in self._needed)
        return None if lacking else self.pattern


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


Line = tuple[int, tuple[str, ...], Late]  # a pattern: its group, with what it can begin, how it goes on


@dataclass(frozen=True)
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
        found = [n for n, first, late in lines if low.startswith(first, at) and late.match(text, at, end)]
        if self._any and self._any.match(text, at, end):
            found += [number for number, late in self.anything if late.match(text, at, end)]
        return found

    def _beginning(self, pair: str) -> Iterator[Line]:
        for number, late in self.lines:
            if late.may_begin(pair):
                yield number, tuple(one for one in late.heads if _agree(one, pair)), late

    @cached_property
    def _any(self) -> Late | None:
        """Everything that may begin with anything as one pattern, for a text hardly ever fits one."""
        return Late("|".join(late.source for _, late in self.anything)) if self.anything else None


Choice = tuple[str, Late]  # the name of its group, how it goes on


@dataclass(frozen=True)
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
            choices = self._by_head[head] = [one for one in self._choices if one[1].may_begin(head)]
        for name, late in choices:
            if found := late.match(text, at):
                return name, found
        return None
