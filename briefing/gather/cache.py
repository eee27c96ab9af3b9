"""What was fetched before, with its body, by RFC 9111 (hishel); bounded, and lost without harm."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

NAME = "http.sqlite3"
LARGEST = 256_000_000  # bytes on disk; the least recently used goes first
UNUSED = 30 * 24 * 3600.0  # seconds after which what nobody asked for again goes


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where caches of this program lie: `$XDG_CACHE_HOME/briefing`, by default `~/.cache/briefing`."""
    home = environment.get("XDG_CACHE_HOME", "")
    return (Path(home) if os.path.isabs(home) else Path("~/.cache").expanduser()) / "briefing"


def cached(transport: "httpx.BaseTransport", folder: Path, largest: int) -> "httpx.BaseTransport":
    """`transport` behind the cache in `folder`; as it is where nothing can be kept there.

    `largest`: bytes of one body. A run that is killed loses only the body that was under way.
    """
    import logging

    from hishel import CacheOptions, SqliteStorage
    from hishel.httpx import CacheTransport

    logging.getLogger("hishel").addHandler(logging.NullHandler())  # its tracebacks would land on stderr
    path = folder / NAME
    if not _usable(path):
        return transport
    storage = SqliteStorage(database_path=path, max_size=LARGEST, max_stream_size=largest, default_tti=UNUSED)
    return CacheTransport(transport, storage, rfc=CacheOptions(shared=False))


def _usable(path: Path) -> bool:
    """Whether a cache can be kept here; one that is damaged is thrown away, for nothing is lost with it."""
    import sqlite3
    from contextlib import closing

    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(sqlite3.connect(path)) as database:
            try:
                database.execute("PRAGMA schema_version").fetchone()
            except sqlite3.DatabaseError:
                path.unlink()
    except (OSError, sqlite3.OperationalError):
        return False
    return os.access(path.parent, os.W_OK)
