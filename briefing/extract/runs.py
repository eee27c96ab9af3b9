"""Runs of capitalised words → candidate names: where each begins and ends, and what title stands before it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.lang.names import Names
from briefing.model import Document, Sentence

_LONGEST_GAP = 12
# A line of which more than this share of words is capitalised is a headline: capitals prove nothing there.
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 4
_LINKS = frozenset(("of", "for", "on", "and", "in", "&"))
_OPENING = frozenset("\"“'‘([—–•*")
_QUOTES = frozenset("\"“”'‘’")
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


class Word(NamedTuple):
    """A capitalised word (a tuple, not a dataclass: a hundred are made for every article).

    `joint`: how it hangs together with the word before; empty when it does not.
    """

    start: int
    end: int
    lower: str
    joint: str


class Candidate(NamedTuple):
    """A stretch that may be a name: `[start, end)` and its lower-case `words`.

    `title`: the capitalised title words before the name, which begin at `lead` ("U.S. National Security
    Advisor" Flynn). `sentence`: index of its sentence. `doubt`: why it is a name only if something else
    says so: it `opens` its sentence, is part of a `title` ("FBI" Director), stands in a `headline`.
    """

    start: int
    end: int
    words: tuple[str, ...]
    title: tuple[str, ...]
    lead: int
    sentence: int
    doubt: str


def candidates(document: Document, names: Names) -> list[Candidate]:
    """Every candidate name of the story in reading order."""
    text = document.article.text
    found: list[Candidate] = []
    for sentence in document.sentences:
        words = list(_words(text, sentence, names))
        headline = _is_headline(text, sentence, words)
        for run in _runs(words, names):
            opens = run[0].start == sentence.span.start or text[run[0].start - 1] in _OPENING
            for part in _cut(text, run, opens, names):
                if _is_quoted(text, part):
                    continue
                doubt = "headline" if headline else "opens" if opens and part[0] is run[0] else ""
                found += _split(part, sentence.index, doubt, names)
    return found


def _is_quoted(text: str, part: list[Word]) -> bool:
    """Whether the words stand alone between quotation marks: the name of a work, a nickname."""
    start, end = part[0].start, part[-1].end
    return start > 0 and text[start - 1] in _QUOTES and not _QUOTES.isdisjoint(text[end : end + 2])


def _is_headline(text: str, sentence: Sentence, words: list[Word]) -> bool:
    if len(words) < _HEADLINE_WORDS:
        return False
    return len(words) > _HEADLINE_SHARE * len(text[sentence.span.start : sentence.span.end].split())


def _words(text: str, sentence: Sentence, names: Names) -> Iterator[Word]:
    before: Word | None = None
    for match in names.word.finditer(text, sentence.span.start, sentence.span.end):
        tail = match["tail"]
        if (
            match["cut"]
            or _is_portfolio(text, match, names)
            or (tail and (tail[1:] in names.compounds or tail.endswith(("ed", "ing"))))
        ):
            before = None
            continue
        start, end = match.span()
        lower = match[0].lower()
        before = Word(start, end, lower, _joint(text, before, start, lower, names) if before else "")
        yield before


def _is_portfolio(text: str, match: re.Match[str], names: Names) -> bool:
    """Whether a capitalised word completes an office written small: "secretary of State" Jo Park."""
    start = match.start()
    if text[start - 4 : start] != " of " or match[0].lower() not in names.portfolios:
        return False
    before = text[max(0, start - 24) : start - 4].split()
    return bool(before) and before[-1] in names.titles


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


def _runs(words: list[Word], names: Names) -> Iterator[list[Word]]:
    run: list[Word] = []
    for i, word in enumerate(words):
        if run and not _joins(run, words, i, names):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _joins(run: list[Word], words: list[Word], i: int, names: Names) -> bool:
    """Whether word `i` goes on with the name in `run`, given what stands between."""
    joint, first, last, lower = words[i].joint, run[0].lower, run[-1].lower, words[i].lower
    if not joint or lower in names.never or last in names.never:
        return False
    if joint in ("of", "for") and last in names.titles:
        return lower in names.portfolios
    if joint == "and":
        return _one_body(run, words, i, names)
    if joint in ("of", "for", "on"):
        return last in names.org_openers or first in names.org_openers
    if joint == "in":
        return last in names.org_openers and len(run) > 1
    if joint == "possessive":
        return lower in names.organisations
    return True


def _one_body(run: list[Word], words: list[Word], i: int, names: Names) -> bool:
    """Whether "X and Y" is one organisation: "Health and Human Services", not "Smith and Jones"."""
    if words[i].lower in names.given or any(w.lower in names.given or w.lower in names.titles for w in run):
        return False
    if any(w.joint in ("of", "for", "on") for w in run[1:]):
        return len(run) <= _HEADLINE_WORDS
    end = i + 1
    while end < len(words) and words[end].joint == "plain":
        end += 1
    return (
        run[-1].lower not in names.organisations
        and end > i + 1
        and words[end - 1].lower in names.organisations
    )


def _cut(text: str, run: list[Word], opens: bool, names: Names) -> Iterator[list[Word]]:
    """The run without words that are no part of a name; in two where such a word stands inside."""
    part: list[Word] = []
    for word in run:
        drop = word.lower in names.never or (not part and word.lower in names.openers)
        if not drop:
            part.append(word)
        elif part:
            yield part
            part = []
    if opens and len(part) > 1 and part[0] is run[0] and part[0].lower in names.adjectives:
        if f"{part[0].lower} {part[1].lower}" not in names.places:
            part = part[1:]
    if part:
        yield part


def _split(run: list[Word], sentence: int, doubt: str, names: Names) -> Iterator[Candidate]:
    """One run → the name in it, and before that whatever its title names ("FBI" Director James Comey)."""
    if all(w.lower in names.titles or w.lower in names.peoples or w.lower in names.portfolios for w in run):
        return
    if len(run) == 3 and f"{run[1].lower} {run[2].lower}" in names.known:
        yield _candidate(run[:1], 0, sentence, doubt)
        run = run[1:]
    cut = 0 if _is_organisation(run, names) else _titled(run, names)
    if not cut and doubt == "opens" and len(run) > 1 and run[0].lower in names.roles:
        cut = 1
    if cut and " ".join(w.lower for w in run[cut:]) in names.places:
        run, cut = run[cut:], 0
    if not cut:
        while len(run) > 1 and _sheds(run, names):
            run = run[:-1]
        yield _candidate(run, 0, sentence, doubt)
        return
    first = next(
        i for i, w in enumerate(run) if w.lower in names.titles or w.lower in names.courtesy or i == cut - 1
    )
    if first and not all(w.lower in names.peoples or w.lower in names.adjectives for w in run[:first]):
        yield _candidate(run[:first], 0, sentence, doubt or "title")
    yield _candidate(run, cut, sentence, doubt if doubt == "headline" else "")


def _sheds(run: list[Word], names: Names) -> bool:
    """Whether the last word is no part of the name: "Acme Flight", "Berlin German"."""
    last = run[-1].lower
    return last in names.tails or (last in names.peoples and run[0].lower not in names.given)


def _candidate(run: list[Word], cut: int, sentence: int, doubt: str) -> Candidate:
    name = run[cut:]
    words = [name[0].lower]
    for word in name[1:]:
        if word.joint in _LINKS:
            words.append(word.joint)
        words.append(word.lower)
    title = tuple([w.lower for w in run[:cut]])
    return Candidate(name[0].start, name[-1].end, tuple(words), title, run[0].start, sentence, doubt)


def _is_organisation(run: list[Word], names: Names) -> bool:
    if run[-1].lower in names.organisations:
        return len(run) > 1
    return run[0].lower in names.org_openers and any(w.joint in ("of", "for", "on") for w in run[1:])


def _titled(run: list[Word], names: Names) -> int:
    """How many words of the run are title: up to the last title word that still leaves a name."""
    cut = 0
    person_first = run[0].lower in names.given and run[0].lower not in names.titles
    for i, word in enumerate(run[:-1]):
        lower = word.lower
        if lower in names.titles or lower in names.courtesy:
            doubtful = person_first or (lower in names.surnames_too and not _seat(run[i - 1].lower, names))
            if cut == i or not doubtful:
                cut = i + 1
        elif cut == i and cut and (word.joint in ("of", "for") or lower in names.portfolios):
            cut = i + 1
    return cut or _membership(run, names)


def _seat(lower: str, names: Names) -> bool:
    """Whether a word names a body or a people, so that a title may follow: "Supreme Court" Justice."""
    return lower in names.organisations or lower in names.peoples or lower in names.places


def _membership(run: list[Word], names: Names) -> int:
    """How many words before a given name say where the person belongs: "Republican" Ana Ruiz, "Navy SEAL" Jo Bell."""
    first = next((i for i, w in enumerate(run) if w.lower in names.given), 0)
    if first == len(run) - 1 or not any(_seat(w.lower, names) for w in run[:first]):
        return 0
    return first
