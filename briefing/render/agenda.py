"""Brief → agenda.ics: its dated next steps as a calendar (RFC 5545).

Written by hand: a calendar is made again, byte for byte, when it is verified, whatever version of a library
is installed by then. The tests read it with the icalendar library.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from briefing.model import Brief, Line, Story
from briefing.render.escape import link, plain

OCTETS = 75  # of a content line, its line break not counted (RFC 5545, 3.1)
_DAY = len("2026-11-24")


def agenda(brief: Brief) -> str:
    """The calendar, lines ended by CR LF; an event for every dated line, no event twice.

    A step of which only the month or the year is known stands in no calendar.
    """
    events: dict[str, list[str]] = {}
    for story, line in sorted(_dated(brief), key=lambda found: _start(found[1])):
        uid = _uid(brief, line)
        events.setdefault(uid, ["BEGIN:VEVENT", f"UID:{uid}", *_event(brief, story, line), "END:VEVENT"])
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsbriefing//briefing//EN", "METHOD:PUBLISH"]
    head.append(f"X-WR-CALNAME:{_text(brief.title)}")
    lines = [*head, *(line for event in events.values() for line in event), "END:VCALENDAR"]
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def has_agenda(brief: Brief) -> bool:
    """Whether there is anything to put into a calendar."""
    return counts(brief)[0] > 0


def counts(brief: Brief) -> tuple[int, int]:
    """How many lines stand in the calendar, and of how many only the month or the year is known."""
    times = [line.when_date for _, line in _lines(brief) if line.when_date]
    whole = sum(len(time) >= _DAY for time in times)
    return whole, len(times) - whole


def _dated(brief: Brief) -> Iterator[tuple[Story, Line]]:
    return (found for found in _lines(brief) if len(found[1].when_date or "") >= _DAY)


def _lines(brief: Brief) -> Iterator[tuple[Story, Line]]:
    for story in brief.stories:
        for section in story.sections:
            yield from ((story, line) for line in section.lines)


def _start(line: Line) -> str:
    return f"{line.when_date}T{line.when_time or ''}"


def _uid(brief: Brief, line: Line) -> str:
    """The same in tomorrow's brief: it hangs on the article, the words and the day, not on their place."""
    words = plain(brief.words(line.quote))
    seal = sha256("\n".join((line.quote.article, line.when_date or "", words)).encode()).hexdigest()
    return f"{seal[:32]}@briefing.invalid"


def _event(brief: Brief, story: Story, line: Line) -> Iterator[str]:
    start = datetime.combine(brief.day, time(), ZoneInfo(brief.timezone))
    article = brief.texts[line.quote.article]
    yield f"DTSTAMP:{_utc(start)}"
    at = f"T{line.when_time}" if line.when_time else ""
    yield from _when(f"{line.when_date}{at}", ZoneInfo(brief.timezone))
    yield f"SUMMARY:{_text(brief.words(line.quote))}"
    about = (story.headline, article.source or "", link(article.url) or "")
    yield "DESCRIPTION:" + "\\n".join(_text(words) for words in about if words)
    if address := link(article.url):
        yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"


def _when(iso: str, zone: ZoneInfo) -> Iterator[str]:
    """A whole day, or a moment, said in UTC so that no reader needs a table of zones."""
    if len(iso) > _DAY:
        yield f"DTSTART:{_utc(datetime.fromisoformat(iso).replace(tzinfo=zone))}"
        return
    day = date.fromisoformat(iso)
    yield f"DTSTART;VALUE=DATE:{_compact(day)}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_compact(day + timedelta(1))}"


def _utc(moment: datetime) -> str:
    there = moment.astimezone(UTC)
    return f"{_compact(there.date())}T{there:%H%M%S}Z"


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")  # strftime does not fill up the year of the first millennium


def _text(words: str) -> str:
    """Words as a value of type TEXT (RFC 5545, 3.3.11)."""
    return plain(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _fold(line: str) -> str:
    """A content line in pieces of at most 75 octets, no character cut."""
    pieces, piece, size = [], "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + char, size + octets
    return "\r\n".join([*pieces, piece])
