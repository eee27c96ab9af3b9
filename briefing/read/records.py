"""JSON: one article, an array, or one a line; JSON Feed 1.1 and IPTC ninjs are told by their content."""

import json
from collections.abc import Iterator

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.decode import decode
from briefing.read.fields import described, identified
from briefing.read.headline import headline

Json = dict[str, object]


def records(raw: Raw) -> Iterator[Article | InputError]:
    """The articles of a JSON document, or of JSON lines; a bad record is an error in its place."""
    decoded = decode(raw)
    text = decoded.text.removeprefix("\ufeff")
    whole = _parse(text) if raw.media_type != "application/x-ndjson" else None
    numbered: Iterator[tuple[str, object]]
    if whole is None and "\n" in text.strip():
        numbered = (
            (f"{raw.origin}:{n}", _parse(line)) for n, line in enumerate(text.split("\n"), 1) if line.strip()
        )
    else:
        numbered = _items(raw.origin, whole)
    for origin, record in numbered:
        try:
            yield _article(record, origin, decoded.notes)
        except InputError as error:
            yield error


def _parse(text: str) -> object:
    """The JSON value, `None` when it is not JSON (or the bare word null, which is no article either)."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _items(origin: str, whole: object) -> Iterator[tuple[str, object]]:
    items = whole
    if isinstance(whole, dict) and str(whole.get("version", "")).startswith("https://jsonfeed.org/version/"):
        items = whole.get("items")
    if not isinstance(items, list):
        yield origin, items
        return
    if not items:
        yield origin, None
    for number, item in enumerate(items, 1):
        yield f"{origin}:{number}" if len(items) > 1 else origin, item


def _article(record: object, origin: str, notes: tuple[str, ...]) -> Article:
    if not isinstance(record, dict):
        raise InputError(origin, "not JSON, or not an object with a text")
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(origin, 'no "text" in this record')
    given = record.get("id")
    article = Article(str(given) if isinstance(given, str | int) else "", text, origin=origin, notes=notes)
    keys = ("title", "source", "url", "author", "published", "language")
    fields = {key: value for key in keys if isinstance(value := record.get(key), str)}
    return identified(headline(described(article, fields)))
