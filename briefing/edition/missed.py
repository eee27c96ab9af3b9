"""Days on which no edition was made."""

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

from briefing.edition.eligible import About
from briefing.journal.ask import editions

MOST = 14  # missed days that are made up for; the articles of earlier ones come with the first of these


def missed(base: sqlite3.Connection, about: About) -> list[About]:
    """The editions between the last one of this kind and this one, oldest first."""
    suffix = about.name[10:]
    made = [e.day for e in editions(base) if e.name[10:] == suffix and e.day < about.day]
    return [edition_of(about, day, suffix) for day in between(max(made), about.day)] if made else []


def between(last: date, day: date) -> list[date]:
    """The days after `last` and before `day`, at most the latest MOST."""
    days = [last + timedelta(days=n) for n in range(1, (day - last).days)]
    return days[-MOST:]


def edition_of(about: About, day: date, suffix: str) -> About:
    """The same edition on a day that was missed: it takes nothing that was published later."""
    return replace(about, name=f"{day.isoformat()}{suffix}", day=day, only_until=True)
