"""The arithmetic of time expressions: what each rule of `[dates.rules]` resolves to.

A rule is a function of what the words say (`Parts`) and where they stand (`Place`) to an ISO date,
`YYYY-MM` or `YYYY`, or `None`. Rules without an arithmetic here have no date.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.lang.dates import Feast, Parts, Turn

# A date written without its year lies in the year the tense asks for, unless that is more than this many days off
# and far more than the other one ("had booked the hall for Nov. 8", printed in July).
_ABSURD = 200
# Days within which a bare weekday may lie ahead when its sentence only perhaps speaks of the future. On 370 weekdays
# of PolNeAR, 38 of 42 futures up to four days off were right, 4 of 26 beyond.
_SOON = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: the article's day, the tense around it, and the dates named just before it.

    `turn` is `None` when nothing around the expression says which way it points, `present` when it may lie ahead.
    `day`, `month`: the last day and month resolved in this or the sentence before. `event`: the day on which
    what the expression names took place. `year`: the year of the last date.
    """

    today: date | None
    turn: Turn | None
    day: date | None = None
    month: str | None = None
    event: date | None = None
    year: int | None = None


Rule = Callable[[Parts, Place], str | None]


def real(year: int, month: int, day: int) -> date | None:
    """The day, or `None` when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _month(year: int, month: int) -> str:
    return f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}"


def _step(turn: Turn | None) -> int:
    return {"past": -1, "future": 1}.get(turn or "", 0)


def _nearest(days: list[date], today: date, turn: Turn | None) -> date | None:
    """The day of a recurring date that the tense asks for."""
    before = max((d for d in days if d <= today), default=None)
    after = min((d for d in days if d >= today), default=None)
    if not before or not after:
        return before or after
    back, ahead = (today - before).days, (after - today).days
    if turn == "past":
        return after if back > max(_ABSURD, 2.5 * ahead) else before
    if turn == "future":
        return before if ahead > max(_ABSURD, 2.5 * back) else after
    return before if back <= ahead else after


def _absolute(parts: Parts, place: Place) -> str | None:
    return _iso(real(parts.year or 0, parts.month or 0, parts.day or 0))


def _numeric(parts: Parts, place: Place) -> str | None:
    """`2/26/2012`, `26/2/2012`; when both could be the month, nothing."""
    first, second = parts.month or 0, parts.day or 0
    if first <= 12 and second <= 12 and first != second:
        return None
    return _iso(real(parts.year or 0, min(first, second), max(first, second)))


def _month_day(parts: Parts, place: Place) -> str | None:
    month, day, today = parts.month or 0, parts.day or 0, place.today
    if parts.year:
        return _iso(real(parts.year, month, day))
    if today is None:
        return None
    if parts.week:
        return _iso(real(today.year + _step(parts.week), month, day))
    around = (real(today.year + n, month, day) for n in range(-4, 5))
    return _iso(_nearest([d for d in around if d], today, place.turn))


def _month_year(parts: Parts, place: Place) -> str | None:
    return _month(parts.year or 0, parts.month or 0)


def _month_alone(parts: Parts, place: Place) -> str | None:
    """`in November`: this month counts both ways. Eleven months ahead is too far for a bare month."""
    today, month = place.today, parts.month or 0
    if today is None:
        return None
    ahead = (month - today.month) % 12
    if place.turn == "past" or ahead > {"future": 10, "present": 8}.get(place.turn or "", 6):
        ahead -= 12 if ahead else 0
    return _month(today.year, today.month + ahead)


def _turn_month(parts: Parts, place: Place) -> str | None:
    """`last July`, `next January`, `this coming August`, `March of next year`; never the current month."""
    today, month = place.today, parts.month or 0
    if today is None:
        return None
    if parts.week:
        return _month(today.year + _step(parts.week), month)
    if parts.turn == "present":
        return _month_alone(parts, place)
    ahead = (month - today.month) % 12 or 12
    return _month(today.year, today.month + (ahead if parts.turn == "future" else ahead - 12 or -12))


def _turn_month_only(parts: Parts, place: Place) -> str | None:
    return _month(place.today.year, place.today.month + _step(parts.turn)) if place.today else None


def _month_end(parts: Parts, place: Place) -> str | None:
    return place.month or _turn_month_only(parts, place)


def _that_month(parts: Parts, place: Place) -> str | None:
    """`later that month`, `the following month`, `two months later`."""
    if place.month is None:
        return None
    return _month(int(place.month[:4]), int(place.month[5:]) + (parts.side or 0) * (parts.number or 1))


def _that_year(parts: Parts, place: Place) -> str | None:
    """`that year`, `the previous year`, `four years later`, `that fall`."""
    return f"{place.year + (parts.side or 0) * (parts.number or 1):04d}" if place.year else None


def _that_day(parts: Parts, place: Place) -> str | None:
    return _iso(place.day)


def _months_off(parts: Parts, place: Place) -> str | None:
    return _month(place.today.year, place.today.month - (parts.number or 0)) if place.today else None


def _year(parts: Parts, place: Place) -> str | None:
    return str(parts.year)


def _turn_year(parts: Parts, place: Place) -> str | None:
    return f"{place.today.year + _step(parts.turn):04d}" if place.today else None


def _year_end(parts: Parts, place: Place) -> str | None:
    """`the end of the year`: in the past tense and a year's first half, the one that ended last."""
    early = place.today is not None and place.today.month <= 6
    return _turn_year(Parts(turn="past" if early and place.turn == "past" else None), place)


def _years_off(parts: Parts, place: Place) -> str | None:
    back = place.today.year - (parts.number or 0) if place.today else 0
    return f"{back:04d}" if back > 0 else None


def _season(parts: Parts, place: Place) -> str | None:
    """The year only: where a season begins is not agreed on. Spring to autumn lie within one year."""
    today, first = place.today, parts.season or 1
    if parts.week or parts.turn == "present" or today is None:
        return _turn_year(Parts(turn=parts.week), place)
    over, ahead = today.month > first + 2, today.month < first
    if parts.turn:
        off = (0 if over else -1) if parts.turn == "past" else (0 if ahead else 1)
    else:
        off = -1 if ahead and place.turn == "past" else 1 if over and place.turn == "future" else 0
    return f"{today.year + off:04d}"


def _quarter(parts: Parts, place: Place) -> str | None:
    """The year only, as of a season."""
    if parts.year:
        return str(parts.year)
    back = place.today and place.today.month <= 3 and (parts.turn or place.turn) == "past"
    return _turn_year(Parts(turn="past" if back else None), place)


def _feast_day(feast: Feast, year: int) -> date | None:
    day = real(year, feast.month, feast.day)
    if not day or year % feast.cycle != feast.phase:
        return None
    return day + timedelta((feast.weekday - day.weekday()) % 7) if feast.weekday is not None else day


def _feast(parts: Parts, place: Place) -> str | None:
    feast, today = parts.feast, place.today
    if feast is None:
        return None
    if parts.year:
        return _iso(_feast_day(feast, parts.year))
    if today is None:
        return None
    around = [d for n in range(-4, 5) if (d := _feast_day(feast, today.year + n))]
    if parts.turn == "present" or (parts.turn and feast.cycle > 1):
        return _iso(_feast_day(feast, today.year + _step(parts.turn)))
    return _iso(_nearest(around, today, parts.turn or place.turn))


def _feast_turn(parts: Parts, place: Place) -> str | None:
    """`Inauguration Day next year`."""
    if parts.feast is None or (place.today is None and not parts.year):
        return None
    year = parts.year or (place.today.year + _step(parts.turn) if place.today else 0)
    return _iso(_feast_day(parts.feast, year))


def _weekday(parts: Parts, place: Place) -> str | None:
    """A weekday of another week is in that week; `last` and `next` never mean today, a bare one may."""
    today, wanted = place.today, parts.weekday
    if today is None or wanted is None:
        return None
    if parts.week:
        return _iso(today - timedelta(today.weekday()) + timedelta(7 * _step(parts.week) + wanted))
    ahead = (wanted - today.weekday()) % 7
    if parts.turn in ("past", "future"):
        ahead = ahead or 7
    turn = place.turn if parts.turn in (None, "present") else parts.turn
    if turn != "future" and (turn != "present" or ahead > _SOON):
        ahead -= 7 if ahead else 0
        ahead = ahead or (-7 if parts.turn == "past" else 0)
    return _iso(today + timedelta(ahead))


def _week_from(parts: Parts, place: Place) -> str | None:
    if place.today is None:
        return None
    day = place.today + timedelta(parts.side or 0)
    if parts.weekday is not None:
        day = place.today + timedelta((parts.weekday - place.today.weekday()) % 7)
    return _iso(day + timedelta(7))


def _dayword(parts: Parts, place: Place) -> str | None:
    return _iso(place.today + timedelta(parts.side or 0)) if place.today else None


def _today(parts: Parts, place: Place) -> str | None:
    """`today`, unless it means nowadays: no verb around it tells of something done or to be done."""
    return _dayword(parts, place) if place.turn else None


def _days_off(parts: Parts, place: Place) -> str | None:
    if place.today is None:
        return None
    return _iso(place.today + timedelta((parts.side or 0) * (parts.number or 0)))


def _day_twice(parts: Parts, place: Place) -> str | None:
    return _iso(place.today + timedelta(2 * (parts.side or 0))) if place.today else None


def _beside(parts: Parts, place: Place) -> str | None:
    """`the day before`, `the next morning`, `the day after Monday's debate`."""
    day = place.event if parts.tail else place.day
    if parts.weekday is not None:
        said = _weekday(parts, place)
        day = date.fromisoformat(said) if said else None
    return _iso(day + timedelta((parts.side or 0) * (parts.number or 1))) if day else None


def _nth(parts: Parts, place: Place) -> str | None:
    """`on the 14th`: of this month, or the nearest one that the tense asks for."""
    today = place.today
    if today is None:
        return None
    months = [_step(parts.turn)] if parts.turn else range(-2, 3)
    around = (
        real(today.year + (today.month - 1 + n) // 12, (today.month - 1 + n) % 12 + 1, parts.day or 0)
        for n in months
    )
    return _iso(_nearest([d for d in around if d], today, place.turn))


RULES: Mapping[str, Rule] = {
    "iso": _absolute,
    "numeric": _numeric,
    "month_day": _month_day,
    "day_month": _month_day,
    "month_year": _month_year,
    "turn_month": _turn_month,
    "month": _month_alone,
    "month_turn": _turn_month_only,
    "month_end": _month_end,
    "that_month": _that_month,
    "that_year": _that_year,
    "that_season": _that_year,
    "that_day": _that_day,
    "quarter": _quarter,
    "short_year": _year,
    "months_off": _months_off,
    "year": _year,
    "year_turn": _turn_year,
    "year_end": _year_end,
    "years_off": _years_off,
    "season": _season,
    "season_year": _year,
    "feast": _feast,
    "feast_turn": _feast_turn,
    "weekday": _weekday,
    "week_from": _week_from,
    "dayword": _dayword,
    "today": _today,
    "day_twice": _day_twice,
    "days_off": _days_off,
    "beside": _beside,
    "nth": _nth,
}

_TENSED = frozenset(
    {
        "month_day",
        "day_month",
        "month",
        "feast",
        "weekday",
        "beside",
        "nth",
        "turn_month",
        "season",
        "year_end",
        "today",
        "quarter",
    }
)


def needs_tense(rule: str, parts: Parts) -> bool:
    """Whether the words leave open which way they point."""
    return rule in _TENSED and not parts.year and parts.turn in (None, "present")
