"""What the journal knows. Nothing here changes it."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.journal.kept import loaded
from briefing.journal.nouns import Edition, PrintedLine, Seen, ToldStory
from briefing.model import Article
from briefing.stories import Told
from briefing.stories.events import sketch_of

_PRINTED = (
    "SELECT editions.name, editions.day, digest, story, section, key, sha256, text, record FROM lines "
    "JOIN editions ON editions.id = lines.edition"
)
# Editions before another: of an earlier day, or of the same day and recorded earlier.
_BEFORE = "(editions.day, editions.id) < (?, coalesce((SELECT id FROM editions WHERE name = ?), 1 << 62))"


def editions(base: sqlite3.Connection) -> list[Edition]:
    """Every edition, oldest first."""
    rows = base.execute("SELECT name, day, digest FROM editions ORDER BY day, id")
    return [Edition(name, date.fromisoformat(day), digest) for name, day, digest in rows]


def last_before(base: sqlite3.Connection, day: date, name: str) -> Edition | None:
    """The last edition before this one that was written."""
    row = base.execute(
        "SELECT name, day, digest FROM editions "
        f"WHERE digest IS NOT NULL AND {_BEFORE} ORDER BY day DESC, id DESC",
        (day.isoformat(), name),
    ).fetchone()
    return Edition(row[0], date.fromisoformat(row[1]), row[2]) if row else None


def known_sources(base: sqlite3.Connection, edition: str) -> frozenset[str]:
    """The sources that gave articles to another edition than this."""
    rows = base.execute(
        "SELECT sources.name FROM sources JOIN editions ON editions.id = sources.edition "
        "WHERE editions.name != ?",
        (edition,),
    )
    return frozenset(name for (name,) in rows)


def silent(base: sqlite3.Connection, runs: int) -> list[tuple[str, int]]:
    """Sources that gave nothing for so many runs in a row, and for how many."""
    rows = base.execute("SELECT name, silent FROM sources WHERE silent >= ? ORDER BY name", (runs,))
    return [(name, count) for name, count in rows]


def seen(base: sqlite3.Connection, key: str) -> tuple[Seen, ...]:
    """The versions known of an article, oldest first."""
    rows = base.execute(
        "SELECT versions.sha256, versions.body, editions.name, outcome, detail FROM outcomes "
        "JOIN versions ON versions.id = outcomes.version JOIN articles ON articles.id = versions.article "
        "JOIN editions ON editions.id = outcomes.edition WHERE articles.key = ? ORDER BY versions.id",
        (key,),
    )
    return tuple(Seen(*row) for row in rows)


def told_before(base: sqlite3.Connection, day: date, name: str, since: date) -> list[Told]:
    """What the stories of earlier editions were about, from the day `since` on, oldest first."""
    rows = base.execute(
        "SELECT sketches.story, sketches.day, sketches.terms FROM sketches "
        f"JOIN editions ON editions.id = sketches.edition WHERE editions.day >= ? AND {_BEFORE} "
        "ORDER BY editions.day, editions.id, sketches.rowid",
        (since.isoformat(), day.isoformat(), name),
    )
    return [
        Told(story, sketch_of(when, {int(term): weight for term, weight in json.loads(terms).items()}))
        for story, when, terms in rows
    ]


def lines_before(base: sqlite3.Connection, day: date, name: str, story: str) -> list[str]:
    """The words that earlier editions printed of a story."""
    rows = base.execute(
        f"SELECT text FROM lines JOIN editions ON editions.id = lines.edition WHERE story = ? AND {_BEFORE} "
        "ORDER BY lines.rowid",
        (story, day.isoformat(), name),
    )
    return [text for (text,) in rows]


def printed_of(base: sqlite3.Connection, day: date, name: str, key: str) -> list[tuple[Edition, PrintedLine]]:
    """The lines that earlier editions printed of an article."""
    rows = base.execute(
        f"{_PRINTED} WHERE key = ? AND {_BEFORE} ORDER BY lines.rowid", (key, day.isoformat(), name)
    )
    return list(map(_printed, rows))


def printed_since(base: sqlite3.Connection, since: date) -> list[tuple[Edition, PrintedLine]]:
    """The lines that editions printed of their stories from a day on, oldest edition first."""
    rows = base.execute(
        f"{_PRINTED} WHERE editions.day >= ? AND story != '' ORDER BY editions.day, editions.id, lines.rowid",
        (since.isoformat(),),
    )
    return list(map(_printed, rows))


def _printed(row: Sequence[str]) -> tuple[Edition, PrintedLine]:
    edition = Edition(row[0], date.fromisoformat(row[1]), row[2])
    return edition, PrintedLine(row[3], row[4], row[5], row[6], row[7], json.loads(row[8]))


def addresses(base: sqlite3.Connection) -> dict[str, tuple[str, str | None]]:
    """Source and web address of every article, by its key."""
    return {key: (source, url) for key, source, url in base.execute("SELECT key, source, url FROM articles")}


def stories_of(base: sqlite3.Connection, edition: str) -> list[ToldStory]:
    """The stories that an edition told."""
    rows = base.execute(
        "SELECT story, status, headline, article FROM stories JOIN editions ON editions.id = stories.edition "
        "WHERE editions.name = ? ORDER BY stories.rowid",
        (edition,),
    )
    return [ToldStory(*row) for row in rows]


def held(base: sqlite3.Connection) -> list[tuple[str, str, Article]]:
    """What waits for its embargo: source, key, article."""
    rows = base.execute(
        "SELECT articles.source, articles.key, held.article FROM held "
        "JOIN versions ON versions.id = held.version "
        "JOIN articles ON articles.id = versions.article ORDER BY articles.key"
    )
    return [(source, key, loaded(text)) for source, key, text in rows]


FIELDS = ("edition", "source", "title", "url", "published", "outcome", "detail", "story", "key", "sha256")


def outcomes(base: sqlite3.Connection, edition: str | None = None) -> Iterator[Sequence[str | None]]:
    """What became of every article, by FIELDS, oldest edition first; of one edition, if that is asked."""
    yield from base.execute(
        "SELECT editions.name, source, title, url, published, outcome, detail, story, key, sha256 "
        "FROM outcomes JOIN versions ON versions.id = outcomes.version "
        "JOIN articles ON articles.id = versions.article "
        "JOIN editions ON editions.id = outcomes.edition WHERE ?1 IS NULL OR editions.name = ?1 "
        "ORDER BY editions.day, editions.id, versions.id",
        (edition,),
    )
