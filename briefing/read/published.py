"""A written date → `date` or `datetime`, or nothing: an unclear date is never guessed."""

import re
from datetime import date, datetime

from briefing.lang import known
from briefing.lang.labels import labels

YEAR_FIRST = re.compile(r"\d{4}-\d\d-\d\d(?:$|[T ])")
WORDED = re.compile(
    r"(?:[^\W\d]+,?\s+)?"  # weekday
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+|de\s+)?(?P<m1>[^\W\d]{3,})\.?,?\s+(?:de\s+)?(?P<y1>\d{4})"
    r"|(?P<m2>[^\W\d]{3,})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4}))"
)


def published(written: str) -> date | None:
    """The date or moment `written` names: ISO 8601, RFC 2822 (RFC 9110), or a day with its month in words.

    `None` when it names none, or more than one (`03/04/2016`).
    """
    text = written.strip()
    if YEAR_FIRST.match(text):
        return _iso(text)
    return _rfc2822(text) or _worded(text)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc2822(text: str) -> date | None:
    if ":" not in text:  # the parser would invent midnight
        return None
    from email.utils import parsedate_to_datetime  # late: it brings socket along

    try:
        return parsedate_to_datetime(text)
    except (ValueError, OverflowError):  # the year 99999999999, a zone of as many hours
        return None


def _worded(text: str) -> date | None:
    found = WORDED.fullmatch(text)
    if found is None:
        return None
    day, month, year = (found[a] or found[b] for a, b in (("d1", "d2"), ("m1", "m2"), ("y1", "y2")))
    number = _month(month.casefold())
    try:
        return date(int(year), number, int(day)) if number else None
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """1 to 12 for a month's name, or its first letters, in any language we have the names in."""
    for code in known():
        months = [month.casefold() for month in labels(code).months]
        found = [number for number, month in enumerate(months, 1) if month.startswith(name)]
        if len(found) == 1:
            return found[0]
    return None
