"""Calendar arithmetic for time expressions: nearest recurrences, feasts, months across a year's end."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from briefing.lang.dates import Feast, Turn

# A date written without its year lies in the year the tense asks for, unless that is more than this many
# days off and far more than the other one ("had booked the hall for Nov. 8", printed in July).
_ABSURD = 200


class Place(NamedTuple):
    """Where an expression stands: the article's day, the tense around it, and the dates named just before it.

    `turn` is `None` when nothing around the expression says which way it points, `present` when it may
    lie ahead.
    `day`, `month`: the last day and month resolved in this or the sentence before. `event`: the day on which
    what the expression names took place. `year`: the year of the last date.
    """

    today: date | None
    turn: Turn | None
    day: date | None = None
    month: str | None = None
    event: date | None = None
    year: int | None = None


def step(turn: Turn | None) -> int:
    """Years, months or weeks to go for "last", "this", "next"."""
    return {"past": -1, "future": 1}.get(turn or "", 0)


def real(year: int, month: int, day: int) -> date | None:
    """The day, or `None` when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nth_day(year: int, month: int, weekday: int, number: int) -> date:
    """The first (1), second … or last (-1) such weekday of a month; months may run over the year's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    days = monthrange(year, month)[1]
    first = (weekday - date(year, month, 1).weekday()) % 7 + 1
    found = range(first, days + 1, 7)
    return date(year, month, found[number - 1 if number > 0 else number])


def iso(day: date | None) -> str | None:
    """`YYYY-MM-DD`."""
    return day.isoformat() if day else None


def iso_month(year: int, month: int) -> str:
    """`YYYY-MM`; months below 1 and above 12 lie in other years."""
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}"


def nearest(days: list[date], today: date, turn: Turn | None) -> date | None:
    """The day of a recurring date that the tense asks for."""
    before = max((d for d in days if d <= today), default=None)
    after = min((d for d in days if d >= today), default=None)
    if not before or not after:
        return before or after
    back, ahead = (today - before).days, (after - today).days
    if turn == "past":
        return after if back > max(_ABSURD, 2.5 * ahead) else before
    if turn == "future":
        return after
    if turn == "present":
        return before if ahead > max(_ABSURD, 2.5 * back) else after
    return before if back <= ahead else after


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast_day(feast: Feast, year: int) -> date | None:
    """The day of a feast in one year, if it falls in that year."""
    if feast.easter is not None:
        return _easter(year) + timedelta(feast.easter)
    day = real(year, feast.month, feast.day)
    if not day or year % feast.cycle != feast.phase:
        return None
    return day + timedelta((feast.weekday - day.weekday()) % 7) if feast.weekday is not None else day
