"""Raw → articles."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256

from briefing.model import Article, Raw

Reader = Callable[[Raw], Iterator[Article]]


def _jsonl(raw: Raw) -> Iterator[Article]:
    for row in map(json.loads, filter(str.strip, raw.data.decode().splitlines())):
        day = row.get("published")
        yield Article(
            id=row["id"],
            text=row["text"],
            title=row.get("title"),
            source=row.get("source"),
            url=row.get("url"),
            author=row.get("author"),
            published=date.fromisoformat(day[:10]) if day else None,
            language=row.get("language"),
            origin=raw.origin,
        )


def _plain(raw: Raw) -> Iterator[Article]:
    text = raw.data.decode()
    yield Article(id=sha256(raw.data).hexdigest()[:12], text=text, origin=raw.origin)


READERS: dict[str, Reader] = {"plain": _plain, "jsonl": _jsonl}


def read(raw: Raw) -> Iterator[Article]:
    """The articles in one input."""
    return READERS["jsonl" if raw.origin.endswith(".jsonl") else "plain"](raw)
