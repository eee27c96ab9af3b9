"""The brief's day: what was asked, or what the clock says in the zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.errors import UsageError


def zone(name: str) -> str:
    """The name of a time zone as IANA writes it; raises UsageError for one that does not exist."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError):
        raise UsageError(f"unknown time zone {name!r}; use an IANA name such as Europe/London") from None


def when(day: date | None, name: str) -> tuple[date, datetime | None]:
    """The brief's day and the moment it is made; the clock is only asked when no day is given."""
    if day:
        return day, None
    now = datetime.now(ZoneInfo(zone(name)))
    return now.date(), now
