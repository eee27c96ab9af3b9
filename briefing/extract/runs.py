"""Runs of capitalised words → candidate names: where a name begins and ends, and the title before it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.lang.names import Names
from briefing.model import Document, Sentence

_LONGEST_GAP = 12
_HEADLINE_WORDS = 4


class _Word(NamedTuple):
    start: int
    end: int
    lower: str
    joint: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name: `[start, end)`, its lower-case `words`, its `title` words before `start`.

    `lead` is where the capitalised words before it begin ("U.S. National Security Advisor" Flynn).
    `weak`: a single word that opens its sentence; or part of a title ("FBI" Director): a name only if
    something else says so.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    lead: int
    sentence: int
    weak: bool


def _joint(text: str, before: _Word, start: int, names: Names) -> str:
    """How two capitalised words hang together: `plain`, `particle`, `of` …, or `` for not at all."""
    gap = text[before.end : start]
    if gap == " ":
        return "plain"
    if len(gap) > _LONGEST_GAP or not gap[-1:].isspace():
        return ""
    inner = " ".join(gap.split())
    if inner == "." and before.lower in names.abbreviated:
        return "plain"
    if inner in ("'s", "’s", "'", "’") and before.lower in names.possessors:
        return "possessive"
    return names.gaps.get(inner, "plain" if not inner else "")


def _words(text: str, sentence: Sentence, names: Names) -> Iterator[_Word]:
    before: _Word | None = None
    for match in names.word.finditer(text, sentence.span.start, sentence.span.end):
        tail = match["tail"]
        start, end = match.span()
        adjective = tail and (tail[1:] in names.compounds or tail.endswith(("ed", "ing")))
        if match["cut"] or adjective:
            before = None
            continue
        lower = match[0].lower()
        joint = _joint(text, before, start, names) if before else ""
        if before and lower in names.suffixes and text[before.end : start] == ", ":
            joint = "plain"
        before = _Word(start, end, lower, joint)
        yield before


def _joins(run: list[_Word], word: _Word, names: Names) -> bool:
    """Whether `word` goes on with the name in `run`, given what stands between."""
    joint, first, last = word.joint, run[0].lower, run[-1].lower
    if joint in ("plain", "particle", "&", "possessive"):
        return word.lower not in names.never and last not in names.never
    if joint == "of" and last in names.titles:
        return word.lower in names.portfolios
    if joint in ("of", "for", "on"):
        return last in names.org_openers or first in names.org_openers
    if joint == "in":
        return last in ("qaeda", "qaida")
    return False


def _runs(text: str, sentence: Sentence, names: Names) -> Iterator[list[_Word]]:
    run: list[_Word] = []
    for word in _words(text, sentence, names):
        if run and not _joins(run, word, names):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _titled(run: list[_Word], names: Names) -> int:
    """How many words of the run are title: up to the last title word that still leaves a name."""
    cut = 0
    for i, word in enumerate(run[:-1]):
        lower = word.lower
        if lower in names.titles or lower in names.courtesy:
            ambiguous = (
                lower in names.surnames_too or run[0].lower in names.male or run[0].lower in names.female
            )
            if not ambiguous or cut == i:
                cut = i + 1
        elif cut == i and cut and word.joint == "of":
            cut = i + 1
    return cut


def _trim(run: list[_Word], names: Names, opens: bool) -> list[_Word]:
    while run and (run[0].lower in names.openers or run[0].lower in names.never):
        run = run[1:]
    while run and run[-1].lower in names.never:
        run = run[:-1]
    return run


def _candidate(run: list[_Word], cut: int, index: int, weak: bool) -> Candidate:
    name = run[cut:]
    return Candidate(
        name[0].start,
        name[-1].end,
        tuple(w.lower for w in name),
        tuple(w.lower for w in run[:cut]),
        run[0].start,
        index,
        weak,
    )


def _is_organisation(run: list[_Word], names: Names) -> bool:
    joined = any(w.joint in ("of", "for", "on") for w in run[1:])
    return run[-1].lower in names.organisations or (joined and run[0].lower in names.org_openers)


def candidates(document: Document, names: Names) -> Iterator[Candidate]:
    """Every candidate name of the story in reading order; headlines inside the text are left out."""
    text = document.article.text
    for sentence in document.sentences:
        for found in _runs(text, sentence, names):
            opens = _opens(text, found[0].start, sentence)
            run = _trim(found, names, opens)
            if run:
                yield from _split(run, sentence.index, opens and run[0] is found[0], names)


def _opens(text: str, start: int, sentence: Sentence) -> bool:
    """Whether a word opens its sentence or a quotation, where any word has a capital."""
    return start == sentence.span.start or text[start - 1] in "\"“'‘(" or text[start - 2 : start] == ": "


def _split(run: list[_Word], index: int, opens: bool, names: Names) -> Iterator[Candidate]:
    cut = 0 if _is_organisation(run, names) else _titled(run, names)
    if not cut:
        if all(w.lower in names.titles or w.lower in names.peoples for w in run):
            return
        yield _candidate(run, 0, index, opens and len(run) == 1)
        return
    first = next((i for i, w in enumerate(run) if w.lower in names.titles or w.lower in names.courtesy), cut)
    if first:
        yield _candidate(run[:first], 0, index, weak=True)
    yield _candidate(run, cut, index, weak=False)
