"""Rules that resolve to a month or a year."""

from briefing.extract.calendar import Place, iso_month, step
from briefing.lang.dates import Parts


def month_year(parts: Parts, place: Place) -> str | None:
    """`November 2016`."""
    return iso_month(parts.year or 0, parts.month or 0)


def month_alone(parts: Parts, place: Place) -> str | None:
    """`in November`: this month counts both ways. Eleven months ahead is too far for a bare month."""
    today, month = place.today, parts.month or 0
    if today is None:
        return None
    ahead = (month - today.month) % 12
    if place.turn == "past" or ahead > {"future": 10, "present": 8}.get(place.turn or "", 6):
        ahead -= 12 if ahead else 0
    return iso_month(today.year, today.month + ahead)


def turn_month(parts: Parts, place: Place) -> str | None:
    """`last July`, `next January`, `this coming August`, `March of next year`; never the current month."""
    today, month = place.today, parts.month or 0
    if today is None:
        return None
    if parts.week:
        return iso_month(today.year + step(parts.week), month)
    if parts.turn == "present":
        return month_alone(parts, place)
    ahead = (month - today.month) % 12 or 12
    return iso_month(today.year, today.month + (ahead if parts.turn == "future" else ahead - 12 or -12))


def this_month(parts: Parts, place: Place) -> str | None:
    """`last month`."""
    return iso_month(place.today.year, place.today.month + step(parts.turn)) if place.today else None


def month_end(parts: Parts, place: Place) -> str | None:
    """`the end of the month`."""
    return place.month or this_month(parts, place)


def that_month(parts: Parts, place: Place) -> str | None:
    """`later that month`, `the following month`, `two months later`, `June of that year`."""
    if parts.month and place.year:
        return iso_month(place.year + (parts.side or 0), parts.month)
    if place.month is None or parts.month:
        return None
    return iso_month(int(place.month[:4]), int(place.month[5:]) + (parts.side or 0) * (parts.number or 1))


def that_year(parts: Parts, place: Place) -> str | None:
    """`that year`, `the previous year`, `four years later`, `that fall`."""
    return f"{place.year + (parts.side or 0) * (parts.number or 1):04d}" if place.year else None


def months_off(parts: Parts, place: Place) -> str | None:
    """`two months ago`."""
    return iso_month(place.today.year, place.today.month - (parts.number or 0)) if place.today else None


def year(parts: Parts, place: Place) -> str | None:
    """`in 2012`."""
    return str(parts.year)


def turn_year(parts: Parts, place: Place) -> str | None:
    """`next year`."""
    return f"{place.today.year + step(parts.turn):04d}" if place.today else None


def year_end(parts: Parts, place: Place) -> str | None:
    """`the end of the year`: in the past tense and a year's first half, the one that ended last."""
    early = place.today is not None and place.today.month <= 6
    return turn_year(Parts(turn="past" if early and place.turn == "past" else None), place)


def years_off(parts: Parts, place: Place) -> str | None:
    """`22 years ago`."""
    back = place.today.year - (parts.number or 0) if place.today else 0
    return f"{back:04d}" if back > 0 else None


def season(parts: Parts, place: Place) -> str | None:
    """The year only: where a season begins is not agreed on. Spring to autumn lie within one year."""
    today, first = place.today, parts.season or 1
    if parts.week or parts.turn == "present" or today is None:
        return turn_year(Parts(turn=parts.week), place)
    over, ahead = today.month > first + 2, today.month < first
    if parts.turn:
        off = (0 if over else -1) if parts.turn == "past" else (0 if ahead else 1)
    else:
        off = -1 if ahead and place.turn == "past" else 1 if over and place.turn == "future" else 0
    return f"{today.year + off:04d}"


def quarter(parts: Parts, place: Place) -> str | None:
    """The year only, as of a season."""
    if parts.year:
        return str(parts.year)
    back = place.today and place.today.month <= 3 and (parts.turn or place.turn) == "past"
    return turn_year(Parts(turn="past" if back else None), place)
