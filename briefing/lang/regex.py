"""What a regular expression shows of the texts it fits, read off its source before it is compiled."""

import re
from functools import lru_cache

# With what a fitting text begins, and whether what follows the pattern belongs to it as well.
Head = tuple[str, bool]

# Accents as characters of their own, as decomposed text (NFD) has them: part of the word before them.
MARKS = "\u0300-\u036f"
HEAD = 3  # characters of a text by which patterns are chosen

START = "^"  # in the place of a head: only where a text starts
EDGE = "\b"  # before a head: only where a word begins or ends
_SPECIAL = frozenset(r".^$*+?{}[]\|()")
_ANYTHING: frozenset[Head] = frozenset((("", False),))
# What parts groups, behind any number of letters, escapes and classes.
_SIGN = re.compile(r"(?:[^\\\[(|)]|\\.|\[\^?\]?(?:\\.|[^\]\\])*\])*+([(|)])", re.DOTALL)
_PLAIN = re.compile(r"[^.^$*+?{}\[\]\\|()\b]+(?![*+?{])")
_REPEATS = frozenset("+*{")
_FEW = re.compile(r"\[([^\]\\^-]+)\]")  # a class of a few characters: [Tt]
_VERBOSE = "(?x)"


def compact(pattern: str) -> str:
    """A verbose pattern as it would be written otherwise."""
    return "".join(pattern.removeprefix(_VERBOSE).split()) if pattern.startswith(_VERBOSE) else pattern


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a whole pattern."""
    alternatives, rest = _group(f"(?:{pattern})")
    if rest:
        raise ValueError(f"unbalanced: {rest[:40]!r}")
    return alternatives


def heads(pattern: str, most: int = HEAD) -> frozenset[str]:
    """With what a text fitting `pattern` begins, as written, up to `most` characters; "" is anything.

    Knows plain characters, `\\d`, `[Tt]`, `^`, groups `(?:…|…)` and `?`; all else may be anything. An EDGE in
    the pattern stands before the heads that need it.
    """
    return frozenset([head for head, _ in _begun(pattern, most)])


@lru_cache(maxsize=4096)  # patterns are made of the same shapes
def _begun(pattern: str, most: int) -> frozenset[Head]:
    if not pattern or pattern[0] == START:
        return frozenset(((pattern[:1], not pattern),))
    plain = _PLAIN.match(pattern)
    if plain and plain.end() >= most:
        return frozenset(((pattern[:most], False),))
    first, rest = _first(pattern, most)
    if rest[:1] == "*" or rest.startswith("{0"):
        return _ANYTHING
    if rest[:1] == "?":
        first, rest = first | {("", True)}, rest[1:].removeprefix("+").removeprefix("?")
    elif rest[:1] in _REPEATS:
        return frozenset([(head, False) for head, _ in first])
    after = {
        size: _begun(rest, most - size) for size in {_size(head) for head, more in first if more} - {most}
    }
    return frozenset(
        [
            (head + end.lstrip(EDGE) if head else end, goes_on)
            for head, more in first
            for end, goes_on in (after.get(_size(head), _ANYTHING) if more else _ANYTHING)
        ]
    )


def _size(head: str) -> int:
    return len(head.lstrip(EDGE))


def _first(pattern: str, most: int) -> tuple[frozenset[Head], str]:
    """The heads of a pattern's first part, and what follows it."""
    if pattern.startswith("(?:"):
        alternatives, rest = _group(pattern)
        return frozenset[Head]().union(*[_begun(one, most) for one in alternatives]), rest
    if pattern[:2] == "\\d":
        return frozenset([(digit, True) for digit in "0123456789"]), pattern[2:]
    if few := _FEW.match(pattern):
        return frozenset([(one, True) for one in few[1]]), pattern[few.end() :]
    return (_ANYTHING, "") if pattern[0] in _SPECIAL else (frozenset(((pattern[0], True),)), pattern[1:])


def at_heads(begun: frozenset[str]) -> re.Pattern[str] | None:
    """A pattern that finds the first character of every head; None when that may be anything.

    It begins with plain characters, which the engine searches for fast.
    """
    if not begun.isdisjoint(("", EDGE)):
        return None
    by_first: dict[str, list[str]] = {}
    for head in sorted(begun - {START}):
        by_first.setdefault(head.lstrip(EDGE)[0], []).append(head)
    branches = [_branch(re.escape(first), group) for first, group in by_first.items()]
    return re.compile("|".join([*branches, r"\A"] if START in begun else branches))


def _branch(first: str, group: list[str]) -> str:
    """The heads that begin with one character, those at an edge apart."""
    edged = [re.escape(head[2:]) for head in group if head[0] == EDGE]
    free = [re.escape(head[1:]) for head in group if head[0] != EDGE]
    ways = ([rf"(?<=\b{first})(?={'|'.join(edged)})"] if edged else []) + (
        [f"(?={'|'.join(free)})"] if free else []
    )
    return f"{first}(?:{'|'.join(ways)})"


def _group(pattern: str) -> tuple[list[str], str]:
    """The alternatives of the group a pattern begins with, and what follows it."""
    depth, start, alternatives = 0, 3, []
    for found in _SIGN.finditer(pattern):
        sign, end = found[1], found.end()
        depth += (sign == "(") - (sign == ")")
        if (sign == "|" and depth == 1) or (sign == ")" and depth == 0):
            alternatives.append(pattern[start : end - 1])
            start = end
        if depth == 0 and alternatives:
            break
    return alternatives, pattern[start:]
