"""Time expressions, resolved against the article's own date."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import takewhile
from operator import attrgetter
from typing import NamedTuple

from briefing.extract.calendar import Place
from briefing.extract.date_rules import RULES, needs_tense
from briefing.extract.tense import tense
from briefing.lang import dates as lexicon
from briefing.lang.dates import Parts, Times, Turn
from briefing.model import Document, Span, When

# Characters and words before a hub in which its expression may begin ("in the second half of next year").
_REACH, _WORDS = 45, 6
_WORD = re.compile(r"\b\w")
_NOT_A_DATE = "none"
# Sentences after which a named day no longer answers "the day before", and no longer dates a quotation.
_MEMORY, _QUOTED_MEMORY = 2, 8
_WEEK = timedelta(7)
# A verb so many words from "today" is not its own: the word means nowadays.
_TODAY = 9
# Characters around a date in which its event is named.
_BESIDE = 80


class _Expression(NamedTuple):
    span: Span
    rule: str
    parts: Parts
    stretch: Span
    here: int
    quoted: bool


class _Named(NamedTuple):
    """What has been named so far: the last day and month, the last day outside quotation marks, and where."""

    day: date | None = None
    month: str | None = None
    year: int | None = None
    at: int = -99
    outside: date | None = None
    outside_at: int = -99

    def then(self, one: _Expression, said: str, today: date | None) -> "_Named":
        day = date.fromisoformat(said) if len(said) == 10 else None
        here = one.here
        outside = day if day and today and not one.quoted and today - _WEEK < day <= today else None
        return _Named(
            day or self.day,
            said[:7] if len(said) >= 7 else self.month,
            int(said[:4]),
            here,
            outside or self.outside,
            here if outside else self.outside_at,
        )


def dates(document: Document, code: str) -> tuple[When, ...]:
    """Every time expression in reading order, those of furniture (a stamp, a caption) included.

    Resolved against the day the article was published, in the zone its time stamp names. An undated article
    has no relative dates: only what is written with its year is resolved.
    """
    times = lexicon.dates(code)
    if times is None:
        return ()
    published = document.article.published
    today = published.date() if isinstance(published, datetime) else published
    found = list(_expressions(document, times))
    return tuple(_resolved(document, found, _turns(document, found, times), today))


def _expressions(document: Document, times: Times) -> Iterator[_Expression]:
    text = document.article.text
    stretches = [*(s.span for s in document.sentences), *(f.span for f in document.furniture)]
    stretches.sort(key=attrgetter("start"))
    here = 0
    for rule, found in _matches(text, times):
        while here < len(stretches) and stretches[here].end <= found.start():
            here += 1
        span = Span(*found.span())
        if here < len(stretches) and span in stretches[here] and not rule.startswith(_NOT_A_DATE):
            parts = times.parts(found)
            yield _Expression(span, rule, parts, stretches[here], here, _is_quoted(text, span.start))


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at an offset, by the marks before it in its paragraph."""
    opened = max(0, text.rfind("\n\n", 0, at))
    plain = text.count('"', opened, at) + text.count("''", opened, at)
    return plain % 2 == 1 or text.count("“", opened, at) > text.count("”", opened, at)


def _matches(text: str, times: Times) -> list[tuple[str, re.Match[str]]]:
    """What is found around the hubs, with its rule; of overlapping ones the first, then the longest."""
    found: list[tuple[str, re.Match[str]]] = []
    for hub in times.hub.finditer("\n" + text):  # a hub is found by the character before it
        at, family = hub.start(), times.family(hub)
        start = max(0, at - _REACH)
        words = [start + m.start() for m in _WORD.finditer(text[start:at])][-_WORDS:]
        leads = list(takewhile(partial(times.lead.match, text), reversed(words)))
        tries = (family.match(text, begin) for begin in (*reversed(leads), at))
        match = next((m for m in tries if m and m[1].end() > at), None)
        if match:
            found.append(match)
    found.sort(key=lambda m: (m[1].start(), -m[1].end()))
    free, kept = 0, []
    for match in found:
        if match[1].start() >= free:
            kept.append(match)
            free = match[1].end()
    return kept


def _is_bare(one: _Expression) -> bool:
    """Whether a month stands without a day and a year."""
    return one.rule == "month" and one.parts.year is None


def _turns(document: Document, found: list[_Expression], times: Times) -> list[Turn | None]:
    """The tense around each expression.

    The verb of "Monday's debate" is not the debate's: it follows the other Mondays, when they agree. A month
    with no verb near it lies ahead when the article says so elsewhere.
    """
    text = document.article.text
    turns: list[Turn | None] = []
    for one in found:
        start = one.stretch.start
        at = Span(one.span.start - start, one.span.end - start)
        needed = needs_tense(one.rule, one.parts)
        far = _TODAY if one.rule == "today" else None
        turns.append(tense(document.article[one.stretch], at, times, far) if needed else None)
    ahead = {
        one.parts.month for one, turn in zip(found, turns, strict=True) if turn == "future" and _is_bare(one)
    }
    for n, one in enumerate(found):
        if _is_bare(one) and one.parts.month in ahead and turns[n] != "future":
            start = one.stretch.start
            at = Span(one.span.start - start, one.span.end - start)
            if tense(document.article[one.stretch], at, times, _TODAY) in (None, "present"):
                turns[n] = "future"
        if one.parts.weekday is not None and text[one.span.end : one.span.end + 2] in ("'s", "’s"):
            others = {
                turns[m]
                for m, other in enumerate(found)
                if m != n and other.parts.weekday == one.parts.weekday and not other.quoted
            }
            if turns[n] is None and len(others) == 1:
                turns[n] = others.pop()
    return turns


def _resolved(
    document: Document, found: list[_Expression], turns: list[Turn | None], today: date | None
) -> Iterator[When]:
    named = _Named()
    waiting: list[tuple[_Expression, Place]] = []
    whens: list[When] = []
    for one, turn in zip(found, turns, strict=True):
        here = one.here
        place = Place(today, turn)
        if here - named.at <= _MEMORY:
            place = place._replace(day=named.day, month=named.month, year=named.year)
        if one.quoted and one.parts.side is not None and here - named.outside_at <= _QUOTED_MEMORY:
            place = place._replace(today=named.outside)
        said = RULES[one.rule](one.parts, place) if one.rule in RULES else None
        if said:
            named = named.then(one, said, today)
        whens.append(When(one.span, said, one.rule))
        if one.parts.tail:
            waiting.append((one, place))
    for one, place in waiting:
        n = next(i for i, when in enumerate(whens) if when.span == one.span)
        place = place._replace(event=_event(document, one, whens))
        whens[n] = When(one.span, RULES[one.rule](one.parts, place), one.rule)
    return iter(whens)


def _event(document: Document, one: _Expression, whens: list[When]) -> date | None:
    """The one day that the article names beside the event of "the day before the debate"."""
    words = " ".join(one.parts.tail) if one.rule == "named" else one.parts.tail[-1]
    days = {
        when.date
        for when in whens
        if when.date and len(when.date) == 10 and when.span != one.span
        if words in _around(document, when.span)
    }
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


def _around(document: Document, span: Span) -> str:
    return document.article.text[max(0, span.start - _BESIDE) : span.end + _BESIDE]
