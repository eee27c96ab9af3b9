"""Whether an article may be published yet: what its record declares, and the line above its text.

IPTC ninjs has `pubstatus` (usable, withheld, canceled) and `embargoed`; agencies also write "EMBARGOED UNTIL
00:01 GMT, 25 NOVEMBER 2026" above the story. What is not understood is held: a late report does less harm.
"""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from briefing.lang.embargo import Embargoes, embargoes
from briefing.model import Article, Furniture, Release, Span
from briefing.read.published import published

STATUS: dict[str, Release] = {
    "usable": "usable",
    "withheld": "withheld",
    "embargoed": "withheld",
    "canceled": "withdrawn",
    "cancelled": "withdrawn",
    "withdrawn": "withdrawn",
}
HEAD = 6  # lines above a story in which an embargo stands
LONGEST = 160  # characters; a longer line is the story
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_CLOCK = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))(?::\d{2})?\s*(?P<half>[ap])?\.?(?:m\b\.?)?"
    r"|\b(?P<h2>\d{1,2})\s*(?P<half2>[ap])\.?m\b\.?"
    r"|\b(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d)(?=\s*[a-z]{1,4}\b)",
    re.I,
)
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d]{3,},?\s+\d{4}|[^\W\d]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
)
_ZONE = re.compile(r"[\s(]*(?P<zone>[a-z]{1,5})\b", re.I)


def declared(article: Article, status: str | None, embargoed: str | None) -> Article:
    """`article` with what its record says; a status or a time that is not known withholds it, with a note."""
    release = STATUS.get((status or "usable").casefold())
    until = published(embargoed) if embargoed else None
    unknown = [status] if release is None else []
    unknown += [embargoed] if embargoed and until is None else []
    if unknown:
        notes = tuple(f"release not understood, held: {value!r}" for value in unknown)
        return replace(article, release="withheld", notes=article.notes + notes)
    if until and release == "withheld" and status and status.casefold() == "embargoed":
        release = "usable"
    return replace(article, release=release or "usable", embargo=_moment(until) if until else None)


def written(article: Article) -> Article:
    """`article` with the embargo that a line at its head lays on it; the line is set aside."""
    known = embargoes()
    start = max([0, *(piece.span.end for piece in article.head)])
    for _, line in zip(range(HEAD), _LINE.finditer(article.text, start), strict=False):
        begins = known.line.match(line[0]) if len(line[0]) <= LONGEST else None
        if begins:
            until = _until(line[0][begins.end() :], known)
            span = Span(
                line.start() + len(line[0]) - len(line[0].lstrip()), line.start() + len(line[0].rstrip())
            )
            article = replace(article, head=(*article.head, Furniture(span, "embargo")))
            return _held(article, until)
    return article


def _held(article: Article, until: datetime | None) -> Article:
    """The article with one embargo more; of two that differ neither is trusted."""
    if article.release != "usable" or until is None:
        return replace(article, release="withheld" if article.release == "usable" else article.release)
    if article.embargo is None or article.embargo == until:
        return replace(article, embargo=until)
    return replace(article, release="withheld", notes=(*article.notes, "two embargoes, held"))


def _moment(when: date) -> datetime:
    return when if isinstance(when, datetime) else datetime.combine(when, time())


def _until(words: str, known: Embargoes) -> datetime | None:
    """The moment the words name, without a zone when they name none; None when any of it is unsure."""
    day = _DAY.search(words)
    on = published(day[0].replace("\u00a0", " ")) if day else None
    if day is None or on is None or known.vague.search(words):
        return None
    rest = words[: day.start()] + " " * (day.end() - day.start()) + words[day.end() :]
    clock = _CLOCK.search(rest)
    if clock is None:
        return _moment(on)
    at, zone = _time(clock), _zone(rest, clock.end(), known)
    return datetime.combine(on, at, zone[0]) if at and zone else None


def _time(clock: re.Match[str]) -> time | None:
    hour = int(clock["h"] or clock["h2"] or clock["h4"])
    half = (clock["half"] or clock["half2"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(clock["m"] or clock["m4"] or 0))
    except ValueError:
        return None


def _zone(words: str, start: int, known: Embargoes) -> tuple[timezone | None] | None:
    """The clock named behind a time, (None,) when none is; None for one that is not known."""
    found = _ZONE.match(words, start)
    while found and found["zone"].lower() in known.between:
        found = _ZONE.match(words, found.end())
    if found is None:
        return (None,)
    hours = known.zones.get(found["zone"].lower())
    return None if hours is None else (timezone(timedelta(hours=hours)),)
