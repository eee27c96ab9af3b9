"""Capitalised words and the runs in which they stand: the raw material of names."""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.lang.names import Names
from briefing.model import Sentence

# Joints that are written as a word and belong to the name.
LINKS = frozenset(("of", "in", "and", "&"))

_LONGEST_GAP = 12
_LONGEST_RUN = 20
_MOST_IN_BODY = 4
_APOSTROPHES = frozenset("'’")
_CLOSING = frozenset("\"“”'‘’")
# A name and a nickname after it.
_PAIR = 2
_PARTY_MARKS = frozenset((",", "("))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


class Word(NamedTuple):
    """A capitalised word (a tuple, not a dataclass: a hundred are made for every article).

    `joint`: how it hangs together with the word before; empty when it does not.
    """

    start: int
    end: int
    lower: str
    joint: str


def words(text: str, sentence: Sentence, names: Names) -> list[Word]:
    """The capitalised words of a sentence, a particle before a last name included: "de Blasio"."""
    found: list[Word] = []
    before: Word | None = None
    for match in names.word.finditer(text, sentence.span.start, sentence.span.end):
        start, end = match.span()
        lower = match[0].lower()
        starter = lower in names.starters and not _is_letters(match[0])
        if starter and not (before and text[before.end : start] == " "):
            before = None
            continue
        at = _begin(text, start, sentence, names)
        odd = not lower.isalpha() or text[end : end + 1] in _APOSTROPHES or lower in names.portfolios
        if at < 0 or (odd and _is_other(text, at, end, lower, names)):
            before = None
            continue
        if at < start:
            start, lower = at, text[at:end].lower()
        joint = _joint(text, before, start, lower, names) if before else ""
        if before and not joint and text[start - 2] in _CLOSING and _is_nickname(text, found, start, names):
            found.pop()
            joint = "plain"
        if joint == "plain" and before and before.lower in names.particles:
            start, lower, joint = before.start, f"{before.lower} {lower}", before.joint
            found.pop()
        before = Word(start, end, lower, joint)
        found.append(before)
    return found


def _is_nickname(text: str, found: list[Word], start: int, names: Names) -> bool:
    """Whether the word before `start` is a nickname between a given name and this one: Ann "Red" Roe."""
    if len(found) < _PAIR or found[-2].lower not in names.given:
        return False
    nick = found[-1]
    if text[nick.end : start - 1].strip(",") not in _CLOSING or text[nick.start - 1] not in _CLOSING:
        return False
    return text[found[-2].end : nick.start - 1] == " "


def _is_letters(written: str) -> bool:
    """Whether a small word is written as letters: "the WHO"."""
    return len(written) > 1 and written.isupper()


def _begin(text: str, start: int, sentence: Sentence, names: Names) -> int:
    """Where the word begins, with al-, d' or a particle before it; -1 when it is only the end of a word."""
    if start == sentence.span.start:
        return start
    if not text[start - 1].isspace():
        return _prefixed(text, start, names)
    if text[start - 3 : start] in names.prefixes or text[start - 4 : start] in names.prefixes:
        return _with_particle(text, start, names)
    return start


def _prefixed(text: str, start: int, names: Names) -> int:
    """Where a word begins right after another character: al-Assad, d'Estaing; -1 inside a word."""
    mark = text[start - 1]
    if mark == "-":
        return start - 3 if text[start - 3 : start - 1].lower() in names.particles else -1
    if mark in _APOSTROPHES and text[start - 2].isalnum():
        return start - 2 if text[start - 2] in names.elided and not text[start - 3].isalnum() else -1
    return start


def _with_particle(text: str, start: int, names: Names) -> int:
    for length in (4, 3):
        at = start - length
        if text[at:start] in names.prefixes and at >= 0 and not text[at - 1 : at].isalnum():
            return _with_particle(text, at, names)
    return start


def _is_other(text: str, start: int, end: int, lower: str, names: Names) -> bool:
    """Whether the word is no name: a contraction, a code, "R-Ariz.", the State of "secretary of State" …"""
    if text[end : end + 1] in _APOSTROPHES and text[end + 1 : end + 3].strip() in names.contractions:
        return True
    if lower.isalpha():
        return lower in names.portfolios and _is_portfolio(text, start, names)
    if lower[1:2] == "-" and (text[start + 2].islower() or text[start - 2 : start].strip() in _PARTY_MARKS):
        return True  # "U-turn", "R-Ariz."
    return sum(map(str.isdigit, lower)) > 1 or _is_compound(text, end, lower, names)


def _is_compound(text: str, end: int, lower: str, names: Names) -> bool:
    """Whether a hyphen makes an adjective or a noun of the word: "Oslo-based", "Irish-American"."""
    tail = lower.rpartition("-")[2]
    if tail == lower:
        return False
    if lower.partition("-")[0] in names.compound_heads and (tail in names.peoples or tail in names.places):
        return True
    if all(part in names.peoples or part in names.places for part in lower.split("-")):
        return True
    if not text[end - 1].islower():
        return False
    adjective = text[end - len(tail)].islower() and (
        tail in names.compounds or tail.endswith(names.participles)
    )
    return adjective or f"-{names.genitive}-" in lower


def _is_portfolio(text: str, start: int, names: Names) -> bool:
    before = text[max(0, start - 24) : start].split()
    return len(before) > 1 and before[-1] == names.genitive and before[-2] in names.titles


def _joint(text: str, before: Word, start: int, lower: str, names: Names) -> str:
    gap = text[before.end : start]
    if gap == " ":
        return "plain"
    if len(gap) > _LONGEST_GAP or not gap[-1:].isspace():
        return ""
    inner = " ".join(gap.split())
    if not inner or (inner == "." and before.lower in names.abbreviated):
        return "plain"
    if inner == "," and lower in names.suffixes:
        return "plain"
    if inner in _POSSESSIVE and before.lower in names.possessors:
        return "possessive"
    return names.gaps.get(inner, "")


def runs(found: list[Word], names: Names) -> Iterator[list[Word]]:
    """The words of one sentence, parted where one name cannot go on."""
    run: list[Word] = []
    for i, word in enumerate(found):
        if run and not (word.joint and len(run) < _LONGEST_RUN and _joins(run, found, i, names)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joins(run: list[Word], found: list[Word], i: int, names: Names) -> bool:
    """Whether word `i` goes on with the name in `run`, given what stands between."""
    joint, last, lower = found[i].joint, run[-1].lower, found[i].lower
    if last in names.never and last not in names.also_names:
        return False
    if joint == "&":
        return lower not in names.given and not {lower, last} <= names.offices
    if lower in names.never:
        return lower in names.also_names and (
            last in names.given or last in names.titles or last in names.courtesy
        )
    if joint == "and":
        return _one_body(run, found, i, names)
    if joint == "possessive":
        return lower in names.organisations
    return joint not in ("of", "in") or _links(run, joint, lower, names)


def _links(run: list[Word], joint: str, lower: str, names: Names) -> bool:
    """Whether "of" or "in" goes on with a title ("Secretary of State") or a body ("Bank of Japan")."""
    last = run[-1].lower
    if lower in names.peoples and " ".join([w.lower for w in run]) in names.places:
        return False  # "the United States of Afghan President …"
    if joint == "in":
        return last in names.org_openers and len(run) > 1
    if last in names.titles:
        return lower in names.portfolios
    return last in names.org_openers or run[0].lower in names.org_openers


def _one_body(run: list[Word], found: list[Word], i: int, names: Names) -> bool:
    """Whether "X and Y" is one organisation: "Health and Human Services", not "Smith and Jones"."""
    if found[i].lower in names.given or any([w.lower in names.given or w.lower in names.titles for w in run]):
        return False
    if i + 1 < len(found) and found[i + 1].joint == "of":
        return False
    if any(w.joint == "of" for w in run[1:]):
        return len(run) <= _MOST_IN_BODY
    if found[i].lower in names.places and run[-1].lower in names.places:
        return False
    end = i + 1
    while end < len(found) and found[end].joint == "plain":
        end += 1
    return (
        end > i + 1
        and found[end - 1].lower in names.organisations
        and run[-1].lower not in names.organisations
    )
