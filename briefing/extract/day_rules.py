"""Rules that resolve to a day."""

from datetime import date, timedelta

from briefing.extract.calendar import Place, feast_day, iso, nearest, nth_day, real, step
from briefing.lang.dates import Parts

# Days within which a bare weekday may lie ahead when its sentence only perhaps speaks of the future. On 370
# weekdays of PolNeAR, 38 of 42 futures up to four days off were right, 4 of 26 beyond.
_SOON = 4


def absolute(parts: Parts, place: Place) -> str | None:
    """`2026-11-24`."""
    return iso(real(parts.year or 0, parts.month or 0, parts.day or 0))


def numeric(parts: Parts, place: Place) -> str | None:
    """`2/26/2012`, `26/2/2012`; when both could be the month, nothing."""
    first, second = parts.month or 0, parts.day or 0
    if first <= 12 and second <= 12 and first != second:
        return None
    return iso(real(parts.year or 0, min(first, second), max(first, second)))


def month_day(parts: Parts, place: Place) -> str | None:
    """`Nov. 8`, `the 3rd of May 2015`, `June 16 of last year`."""
    month, day, today = parts.month or 0, parts.day or 0, place.today
    if parts.year:
        return iso(real(parts.year, month, day))
    if today is None:
        return None
    if parts.week:
        return iso(real(today.year + step(parts.week), month, day))
    around = (real(today.year + n, month, day) for n in range(-4, 5))
    return iso(nearest([d for d in around if d], today, place.turn))


def that_day(parts: Parts, place: Place) -> str | None:
    """`later that day`."""
    return iso(place.day)


def feast(parts: Parts, place: Place) -> str | None:
    """`Election Day`, `last Thanksgiving`."""
    feast, today = parts.feast, place.today
    if feast is None:
        return None
    if parts.year:
        return iso(feast_day(feast, parts.year))
    if today is None:
        return None
    around = [d for n in range(-4, 5) if (d := feast_day(feast, today.year + n))]
    if parts.turn == "present" or (parts.turn and feast.cycle > 1):
        return iso(feast_day(feast, today.year + step(parts.turn)))
    return iso(nearest(around, today, parts.turn or place.turn))


def feast_turn(parts: Parts, place: Place) -> str | None:
    """`Inauguration Day next year`."""
    if parts.feast is None or (place.today is None and not parts.year):
        return None
    year = parts.year or (place.today.year + step(parts.turn) if place.today else 0)
    return iso(feast_day(parts.feast, year))


def weekday(parts: Parts, place: Place) -> str | None:
    """A weekday of another week is in that week; `last` and `next` never mean today, a bare one may.

    `next Saturday` on a Thursday or Friday is not the one that a plain `Saturday` would name.
    """
    today, wanted = place.today, parts.weekday
    if today is None or wanted is None:
        return None
    if parts.week:
        return iso(today - timedelta(today.weekday()) + timedelta(7 * step(parts.week) + wanted))
    ahead = (wanted - today.weekday()) % 7
    if parts.turn in ("past", "future"):
        ahead = ahead or 7
        ahead += 7 if parts.turn == "future" and ahead <= 2 else 0
    turn = place.turn if parts.turn in (None, "present") else parts.turn
    if turn != "future" and (turn != "present" or ahead > _SOON):
        ahead -= 7 if ahead else 0
        ahead = ahead or (-7 if parts.turn == "past" else 0)
    return iso(today + timedelta(ahead))


def weekday_end(parts: Parts, place: Place) -> str | None:
    """The Friday of `Monday to Friday`: the first on or after the day just named."""
    if place.day is None or place.today is None or parts.weekday is None:
        return weekday(parts, place)
    return iso(place.day + timedelta((parts.weekday - place.day.weekday()) % 7))


def week_from(parts: Parts, place: Place) -> str | None:
    """`a week from Tuesday`, `two weeks from today`, `Saturday week`."""
    if place.today is None:
        return None
    day = place.today + timedelta(parts.side or 0)
    if parts.weekday is not None:
        day = place.today + timedelta((parts.weekday - place.today.weekday()) % 7)
    return iso(day + timedelta(7 * (parts.number or 1)))


def nth_weekday(parts: Parts, place: Place) -> str | None:
    """`the first Monday in May`, `the last Friday of next month`."""
    today, weekday, number = place.today, parts.weekday or 0, parts.number or 1
    if parts.year and parts.month:
        return iso(nth_day(parts.year, parts.month, weekday, number))
    if today is None:
        return None
    if not parts.month:
        return iso(nth_day(today.year, today.month + step(parts.turn), weekday, number))
    if parts.week:
        return iso(nth_day(today.year + step(parts.week), parts.month, weekday, number))
    around = [nth_day(today.year + n, parts.month, weekday, number) for n in (-1, 0, 1)]
    return iso(nearest(around, today, place.turn))


def dayword(parts: Parts, place: Place) -> str | None:
    """`yesterday`, `last night`."""
    return iso(place.today + timedelta(parts.side or 0)) if place.today else None


def today(parts: Parts, place: Place) -> str | None:
    """`today`, unless it means nowadays: no verb around it tells of something done or to be done."""
    return dayword(parts, place) if place.turn else None


def days_off(parts: Parts, place: Place) -> str | None:
    """`three days ago`, `in 10 days`."""
    if place.today is None:
        return None
    return iso(place.today + timedelta((parts.side or 0) * (parts.number or 0)))


def day_twice(parts: Parts, place: Place) -> str | None:
    """`the day after tomorrow`."""
    return iso(place.today + timedelta(2 * (parts.side or 0))) if place.today else None


def beside(parts: Parts, place: Place) -> str | None:
    """`the day before`, `the next morning`, `the day after Monday's debate`."""
    day = place.event if parts.tail else place.day
    if parts.weekday is not None or parts.month:
        said = month_day(parts, place) if parts.month else weekday(parts, place)
        day = date.fromisoformat(said) if said else None
    return iso(day + timedelta((parts.side or 0) * (parts.number or 1))) if day else None


def named(parts: Parts, place: Place) -> str | None:
    """`Super Tuesday`: a day whose date only the article can tell."""
    return iso(place.event)


def nth(parts: Parts, place: Place) -> str | None:
    """`on the 14th`: of this month, or the nearest one that the tense asks for."""
    today = place.today
    if today is None:
        return None
    months = [step(parts.turn)] if parts.turn else range(-2, 3)
    around = (
        real(today.year + (today.month - 1 + n) // 12, (today.month - 1 + n) % 12 + 1, parts.day or 0)
        for n in months
    )
    return iso(nearest([d for d in around if d], today, place.turn))
