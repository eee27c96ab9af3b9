"""Refusals to comment, and answers that never came."""

import re
from collections.abc import Iterator

from briefing.extract.hits import Hit, Line
from briefing.extract.nouns import BREAKS, Phrase, head_at, is_adverb
from briefing.extract.sources import after, before, clause_subject
from briefing.extract.words import MARK
from briefing.model import Stance

# What a party was asked with stands within so many words behind the cue.
_REQUEST = 12
# What is said of whoever asked: "has yet to receive a reply", "did not hear back".
_ASKERS = frozenset(("asker", "heard"))


def silences(line: Line) -> Iterator[Hit]:
    """Every refusal and every silence, with the party that was asked as its source."""
    checked = False
    for head in line.lex.silent_heads.finditer(line.low):
        found = line.lex.silent.match(line.low, head.start())
        at = line.at(head.start()) if found else len(line.w)
        if found is None or at >= len(line.w):
            continue
        if not checked and line.lex.anonymity.search(line.low):
            return
        checked = True
        kind, words = found
        stop = max(at + 1, line.at(words.end()))
        source = _party(line, kind, words, at)
        unasked = kind == "heard" and not line.lex.asked.search(line.low, 0, words.start())
        if source is None or unasked or not (line.heard(at, source) or _is_sayer(line, at, source)):
            continue
        declined = kind == "declined"
        if kind in _ASKERS or (_is_party(line, source) and (declined or _was_asked(line, stop, source))):
            stance: Stance = "declined_to_comment" if declined else "no_response"
            yield Hit((at, stop), source, stance, "declined" if declined else "unanswered", None)


def _party(line: Line, kind: str, words: re.Match[str], at: int) -> Phrase | None:
    """Who was asked: the subject, but for "calls to X were not returned" and "neither X nor Y could be"."""
    if kind in _ASKERS:
        return _asked(line, words.start()) or _asked(line, 0, at)
    if kind == "neither":
        last = min(len(line.w), at + _REQUEST)
        verb = next((k for k in range(at, last) if line.w.low[k] in line.speech.auxiliary), last)
        joined = not line.speech.joins.isdisjoint(line.words((at, verb)))
        if not joined and at + 1 not in line.w.name:
            return at, at + 1  # "neither side": nobody by name
        return at + 1, next((k for k in range(at + 2, last) if line.w.low[k] in line.speech.joins), at + 2)
    if kind == "nobody":
        return _named_from(line, at, line.at(words.end(kind)))
    if line.w.low[at] in line.lex.without:
        return clause_subject(line.w, at, line.speech)
    source = before(line.w, at, line.speech) or (_sayer(line) if line.w.quoted[at] else None)
    return source if source is None else _stands_for(line, source, at)


def _stands_for(line: Line, source: Phrase, at: int) -> Phrase | None:
    """Whom a pronoun means in its own sentence; None for `things I wouldn't say`, which is no refusal.

    `The Courier approached the mill and they are yet to respond`: the mill. `The firm said it does not
    comment`, `Roe said it would be wrong to comment`: who says so.
    """
    first, low = source[0], line.w.low
    gender = line.speech.pronoun.get(low[first]) if source[1] - first == 1 else None
    if gender == "self" and _relative(line, first):
        return None
    if gender == "thing":
        that = first - 1 if low[first - 1] == line.speech.that else first
        says = that > 0 and low[that - 1] in line.speech.reporting and not line.w.quoted[that - 1]
        return (before(line.w, that - 1, line.speech) or source) if says else source
    return (_asked(line, 0, first) or source) if gender == "many" else source


def _relative(line: Line, at: int) -> bool:
    """Whether a noun stands right before a subject, so that its clause only describes the noun."""
    if at < 1 or not line.w.quoted[at - 1] or not line.w.low[at - 1].isalpha():
        return False
    low, speech = line.w.low[at - 1], line.speech
    opens = low in speech.edge or low in speech.joins or low in line.lex.but or low == speech.that
    return not (opens or low in speech.reporting or is_adverb(low, speech))


def _named_from(line: Line, at: int, stop: int) -> Phrase | None:
    """`no one at Harrow Mills was available`: what hangs on "no one"."""
    low, speech = line.w.low, line.speech
    first = next((k for k in range(at, stop) if low[k] in speech.preposition), stop) + 1
    last = next((k for k in range(first, len(low)) if low[k] in speech.auxiliary or low[k] in BREAKS), first)
    return (first, last) if first < last <= stop else None


def _sayer(line: Line) -> Phrase | None:
    """Who says `"No comment"`: the source of the sentence's reporting verb."""
    w = line.w
    for at, low in enumerate(w.low):
        if low in line.speech.reporting and not w.quoted[at]:
            inverted = after(w, at, line.speech) if w.low[at - 1] == MARK or w.low[at - 1] == "," else None
            source = inverted or before(w, at, line.speech)
            if source is not None:
                return source
    return None


def _is_sayer(line: Line, at: int, source: Phrase) -> bool:
    return line.w.quoted[at] and not line.w.quoted[source[0]] and source == _sayer(line)


def _asked(line: Line, since: int, until: int | None = None) -> Phrase | None:
    """The party of "calls to X were not returned", where the subject is the call; it ends before `until`."""
    found = line.lex.asked.search(line.low, since)
    if found is None:
        return None
    first = last = line.at(found.end())
    stop = min(first + _REQUEST, len(line.w) if until is None else until)
    while last < stop and (last in line.w.name or not _ends_party(line, last)):
        last += 1
    while last > first and line.w.low[last - 1] in line.speech.joins:
        last -= 1
    if (
        last - first > 1
        and line.w.low[first] in line.speech.possessive
        and line.w.low[first + 1] in line.lex.doors
    ):
        last = first + 1  # "letters to her home": it is she who was asked
    return (first, last) if last > first else None


def _ends_party(line: Line, at: int) -> bool:
    speech, low = line.speech, line.w.low[at]
    if low in BREAKS or low in speech.edge or low == speech.to:
        return True
    asks = any(x in line.lex.requests for x in line.w.low[at + 1 : at + 2])  # "for comment"
    return low in speech.preposition and (asks or low not in speech.joins_people)


def _speaks(line: Line, source: Phrase) -> bool:
    """Whether a source is a name, a pronoun or a noun that speaks; a summit cannot be reached either."""
    head = head_at(line.w, source, line.speech)
    low = line.w.low[head]
    return head in line.w.name or low in line.speech.people or low in line.speech.pronoun


def _is_party(line: Line, source: Phrase) -> bool:
    """Patients, voters and engines do not respond either."""
    return line.w.low[head_at(line.w, source, line.speech)] not in line.lex.unasked and line.can_answer(
        source
    )


def _was_asked(line: Line, stop: int, source: Phrase) -> bool:
    """`did not return` needs calls or messages; `did not respond to` a request; `did not respond` nothing."""
    if line.w.low[stop - 1] in line.lex.needs_request:
        return any(x in line.lex.requests for x in line.w.low)
    if line.w.low[stop - 1] in line.lex.needs_person and not _speaks(line, source):
        return any(x in line.lex.requests for x in line.w.low)
    rest = line.w.low[stop : stop + _REQUEST]
    return rest[:1] != [line.speech.to] or any(x in line.lex.requests for x in rest)
