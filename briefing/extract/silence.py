"""Refusals to comment, and answers that never came."""

import re
from collections.abc import Iterator

from briefing.extract.hits import Hit, Line
from briefing.extract.nouns import BREAKS, Phrase, head_at
from briefing.extract.sources import before
from briefing.model import Stance

# What a party was asked with stands within so many words behind the cue.
_REQUEST = 12


def silences(line: Line) -> Iterator[Hit]:
    """Every refusal and every silence, with the party that was asked as its source."""
    for head in line.lex.silent_heads.finditer(line.low):
        found = line.lex.silent.match(line.low, head.start())
        at = line.at(found.start()) if found else len(line.w)
        if found is None or at >= len(line.w):
            continue
        stop = max(at + 1, line.at(found.end()))
        source = _party(line, found, at)
        if source is None or not line.heard(at, source):
            continue
        declined = found["declined"] is not None
        if found["asker"] or (_is_party(line, source) and (declined or _was_asked(line, stop))):
            stance: Stance = "declined_to_comment" if declined else "no_response"
            yield Hit((at, stop), source, stance, "declined" if declined else "unanswered", None)


def _party(line: Line, found: re.Match[str], at: int) -> Phrase | None:
    """Who was asked: the subject, but for "calls to X were not returned" and "neither X nor Y could be"."""
    if found["asker"]:
        return _asked(line, found.start()) or _asked(line, 0)
    if found["neither"]:
        joins = (k for k in range(at + 2, len(line.w)) if line.w.low[k] in line.speech.joins)
        stop = next(joins, None)
        return (at + 1, stop) if stop else None
    return before(line.w, at, line.speech)


def _asked(line: Line, since: int) -> Phrase | None:
    """The party of "calls to X were not returned", where the subject is the call."""
    found = line.lex.asked.search(line.low, since)
    if found is None:
        return None
    first = last = line.at(found.end())
    while last < len(line.w) and (last in line.w.name or not _ends_party(line, line.w.low[last])):
        last += 1
    return (first, last) if last > first else None


def _ends_party(line: Line, low: str) -> bool:
    speech = line.speech
    if low in BREAKS or low in speech.edge or low == speech.to:
        return True
    return low in speech.preposition and low not in speech.joins_people


def _is_party(line: Line, source: Phrase) -> bool:
    """Patients, voters and engines do not respond either."""
    return line.w.low[head_at(line.w, source, line.speech)] not in line.lex.unasked and line.can_answer(
        source
    )


def _was_asked(line: Line, stop: int) -> bool:
    """`did not return` needs calls or messages; `did not respond to` a request; `did not respond` nothing."""
    if line.w.low[stop - 1] in line.lex.needs_request:
        return any(x in line.lex.requests for x in line.w.low)
    rest = line.w.low[stop : stop + _REQUEST]
    return rest[:1] != [line.speech.to] or any(x in line.lex.requests for x in rest)
