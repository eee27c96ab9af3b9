"""When what the journal knows may be forgotten."""

import sqlite3
from datetime import date, timedelta

from briefing.journal.ask import editions

LEAST = 30  # latest editions that are never forgotten: a clock that was wrong once must not cost the memory


def forgotten(base: sqlite3.Connection, day: date, days: int) -> date:
    """The day before which things are forgotten: `days` ago, and before the LEAST latest editions."""
    kept = sorted(edition.day for edition in editions(base))[-LEAST:]
    return min(day - timedelta(days=days), kept[0]) if len(kept) == LEAST else date.min
