"""The journal's file: opened, brought to the newest shape, and every complaint of SQLite put into words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from briefing.errors import BriefingError, ConfigError, OutputError, TryAgain

OURS = 0x62726966  # SQLite's application_id: "brif"
BUSY = 10.0  # seconds to wait for another process's transaction
_HERE = Path(__file__).parent
_SAVED = "what the folders under [output] dir hold is learned again by the next run"
_CODES = {
    sqlite3.SQLITE_BUSY: (TryAgain, "is in use; try again later"),
    sqlite3.SQLITE_LOCKED: (TryAgain, "is in use; try again later"),
    sqlite3.SQLITE_FULL: (OutputError, "cannot be written: the disk is full"),
    sqlite3.SQLITE_READONLY: (
        OutputError,
        "cannot be written: make it writable, or name another [state] path",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        OutputError,
        "cannot be opened: make its folder writable, or name another [state] path",
    ),
    sqlite3.SQLITE_PERM: (OutputError, "cannot be opened: make it readable, or name another [state] path"),
    sqlite3.SQLITE_IOERR: (OutputError, "cannot be written: the disk refuses"),
    sqlite3.SQLITE_CORRUPT: (ConfigError, f"is damaged: move it away; {_SAVED}"),
    sqlite3.SQLITE_NOTADB: (
        ConfigError,
        f"is no journal: move it away or name another [state] path; {_SAVED}",
    ),
}


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The journal at `path`, made when there is none.

    Raises TryAgain when it is in use, OutputError when it cannot be written, ConfigError when it is damaged,
    made by a newer version, or no journal; also for what SQLite meets while it is open.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{path.parent}: cannot be made: {error.strerror}; name another [state] path"
        ) from None
    try:
        with closing(sqlite3.connect(path, timeout=BUSY, isolation_level=None)) as base:
            _prepare(base, path)
            yield base
    except sqlite3.Error as error:
        raise complaint(path, error) from error


def complaint(path: Path, error: sqlite3.Error) -> BriefingError:
    """What SQLite means, and the way out."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        raise error  # a mistake in our own use of it is a bug
    kind, words = _CODES.get(code & 0xFF, (None, ""))
    if kind is None:
        raise error
    return kind(f"journal {path}: {words}")


def _prepare(base: sqlite3.Connection, path: Path) -> None:
    base.execute("PRAGMA foreign_keys = ON")
    base.execute("PRAGMA synchronous = FULL")
    (version,), (owner,) = base.execute("PRAGMA user_version").fetchone(), _owner(base)
    shapes = sorted(_HERE.glob("[0-9]*.sql"))
    if owner != OURS and (owner or version or base.execute("SELECT 1 FROM sqlite_schema").fetchone()):
        raise ConfigError(f"journal {path}: {_CODES[sqlite3.SQLITE_NOTADB][1]}")
    if version > len(shapes):
        raise ConfigError(
            f"journal {path}: was made by a newer version of briefing "
            f"(shape {version}, known: {len(shapes)}); use that version, or name another [state] path"
        )
    base.execute("PRAGMA journal_mode = WAL")
    for number, shape in enumerate(shapes[version:], version + 1):
        base.executescript(
            f"BEGIN IMMEDIATE; {shape.read_text('utf-8')} "
            f"PRAGMA application_id = {OURS}; PRAGMA user_version = {number}; COMMIT;"
        )


def _owner(base: sqlite3.Connection) -> tuple[int]:
    found: tuple[int] = base.execute("PRAGMA application_id").fetchone()
    return found


@contextmanager
def transaction(base: sqlite3.Connection) -> Iterator[None]:
    """All of the changes made inside, or none."""
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if base.in_transaction:
            base.execute("ROLLBACK")
        raise
    base.execute("COMMIT")
