"""An edition → the journal, in one transaction. The finished folder comes first: it is the commit record."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from briefing.errors import UnknownName
from briefing.journal.kept import dumped
from briefing.journal.nouns import Entry, Row
from briefing.journal.store import transaction

BROUGHT = ("stories", "sketches", "lines", "failures")  # what an edition made anew brings anew


def record(base: sqlite3.Connection, entry: Entry) -> None:
    """Record an edition; one of that name is replaced, but for outcomes of what it no longer speaks of."""
    with transaction(base):
        edition = _edition(base, entry)
        for table in BROUGHT:
            base.execute(f"DELETE FROM {table} WHERE edition = ?", (edition,))
        for row in entry.rows:
            _outcome(base, edition, entry.day, row)
        base.executemany(
            "INSERT INTO stories VALUES (?, ?, ?, ?, ?)",
            [(edition, s.id, s.status, s.headline, s.article) for s in entry.stories],
        )
        base.executemany(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (edition, ln.story, ln.section, ln.key, ln.sha256, ln.text, json.dumps(dict(ln.record)))
                for ln in entry.lines
            ],
        )
        base.executemany(
            "INSERT INTO sketches VALUES (?, ?, ?, ?)",
            [
                (
                    edition,
                    t.story,
                    t.sketch.day,
                    json.dumps({term: round(weight, 4) for term, weight in t.sketch.items()}),
                )
                for t in entry.sketches
            ],
        )
        base.executemany("INSERT INTO failures VALUES (?, ?, ?)", [(edition, *f) for f in entry.failed])
        base.executemany(
            "INSERT OR IGNORE INTO mails (edition, recipient, state) VALUES (?, ?, 'owed')",
            [(edition, recipient) for recipient in entry.mail_to],
        )


def _edition(base: sqlite3.Connection, entry: Entry) -> int:
    base.execute(
        "INSERT INTO editions (name, day, digest) VALUES (?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET digest = excluded.digest",
        (entry.name, entry.day.isoformat(), entry.digest),
    )
    return _id(base, "SELECT id FROM editions WHERE name = ?", entry.name)


def _id(base: sqlite3.Connection, question: str, *about: object) -> int:
    (found,) = base.execute(question, about).fetchone()
    return int(found)


def _outcome(base: sqlite3.Connection, edition: int, day: date, row: Row) -> None:
    version = _version(base, day, row)
    base.execute(
        "INSERT INTO outcomes VALUES (?, ?, ?, ?, ?) ON CONFLICT (version) DO UPDATE SET "
        "edition = excluded.edition, outcome = excluded.outcome, detail = excluded.detail, "
        "story = excluded.story",
        (version, edition, row.outcome, row.detail, row.story),
    )
    base.execute("DELETE FROM held WHERE version = ?", (version,))
    if row.kept:
        base.execute("INSERT INTO held VALUES (?, ?)", (version, dumped(row.kept)))


def _version(base: sqlite3.Connection, day: date, row: Row) -> int:
    base.execute(
        "INSERT INTO articles (key, source, title, url, seen) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET title = coalesce(excluded.title, title), "
        "url = coalesce(excluded.url, url), seen = max(seen, excluded.seen)",
        (row.key, row.source, row.title, row.url, day.isoformat()),
    )
    article = _id(base, "SELECT id FROM articles WHERE key = ?", row.key)
    published = row.published.isoformat() if row.published else None
    base.execute(
        "INSERT INTO versions (article, sha256, body, published) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (article, sha256) DO UPDATE SET body = coalesce(excluded.body, body)",
        (article, row.sha256, row.body, published),
    )
    return _id(base, "SELECT id FROM versions WHERE article = ? AND sha256 = ?", article, row.sha256)


def heard(base: sqlite3.Connection, edition: str, counts: Mapping[str, int]) -> None:
    """Count which sources gave something in a run, and which nothing."""
    with transaction(base):
        number = _id(base, "SELECT id FROM editions WHERE name = ?", edition)
        for source, count in counts.items():
            if count:
                base.execute(
                    "INSERT INTO sources (name, edition) VALUES (?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET silent = 0",
                    (source, number),
                )
            else:
                base.execute("UPDATE sources SET silent = silent + 1 WHERE name = ?", (source,))


def carried(base: sqlite3.Connection, day: date, keys: Iterable[str]) -> None:
    """Note that sources still carry these articles, so that they are not forgotten."""
    with transaction(base):
        rows = [(day.isoformat(), key) for key in keys]
        base.executemany("UPDATE articles SET seen = ? WHERE key = ? AND seen < ?1", rows)


def forget(base: sqlite3.Connection, edition: str) -> int:
    """Forget what an edition briefed, so that it is new again; how many articles that are.

    The edition itself stays known by its digest: its folder is not learned again. Raises UnknownName.
    """
    with transaction(base):
        names = {name: number for name, number in base.execute("SELECT name, id FROM editions")}
        if edition not in names:
            raise UnknownName("edition", edition, names)
        number = names[edition]
        count = base.execute("DELETE FROM outcomes WHERE edition = ?", (number,)).rowcount
        for table in BROUGHT:
            base.execute(f"DELETE FROM {table} WHERE edition = ?", (number,))
    return count


def prune(base: sqlite3.Connection, before: date) -> int:
    """Forget the articles that no source has carried since `before`, and what was told then; how many.

    The editions stay known by name and digest, or their folders would be learned again.
    """
    with transaction(base):
        day = (before.isoformat(),)
        gone = base.execute("DELETE FROM articles WHERE seen < ?", day).rowcount
        for table in BROUGHT:
            base.execute(f"DELETE FROM {table} WHERE edition IN (SELECT id FROM editions WHERE day < ?)", day)
    return gone


def fade(base: sqlite3.Connection, before: date) -> None:
    """Forget what stories told before a day were about: they are not known again, and it takes most room."""
    with transaction(base):
        base.execute(
            "DELETE FROM sketches WHERE edition IN (SELECT id FROM editions WHERE day < ?)",
            (before.isoformat(),),
        )
