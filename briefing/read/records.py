"""JSON: one article, an array, or one a line; JSON Feed and IPTC ninjs are told by their content."""

import json
from collections.abc import Iterator

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.decode import decode
from briefing.read.fields import described, identified
from briefing.read.headline import headline
from briefing.read.shapes import Json, from_feed, from_ninjs, is_feed, is_ninjs, names

FIELDS = ("title", "source", "url", "author", "published", "language", "pubstatus", "embargoed")


def records(raw: Raw) -> Iterator[Article | InputError]:
    """The articles of a JSON document, or of JSON lines; a bad record is an error in its place."""
    decoded = decode(raw)
    for origin, record in _records(raw, decoded.text.removeprefix("\ufeff")):
        try:
            yield _article(record, origin, decoded.notes)
        except InputError as error:
            yield error


def _records(raw: Raw, text: str) -> Iterator[tuple[str, object]]:
    """Every record, or why there is none, with the place it stands at: number of the line, or of the item."""
    whole = _parse(text, raw.origin)
    if isinstance(whole, InputError) and "\n" in text.strip():  # JSON lines, some of which may be broken
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield f"{raw.origin}:{number}", _parse(line, f"{raw.origin}:{number}")
        return
    items = list(from_feed(whole)) if isinstance(whole, dict) and is_feed(whole) else whole
    if not isinstance(items, list):
        yield raw.origin, items
        return
    for number, item in enumerate(items or [InputError(raw.origin, "holds no article")], 1):
        yield f"{raw.origin}:{number}" if len(items) > 1 else raw.origin, item


def _parse(text: str, origin: str) -> object:
    """The JSON value, or why it is none."""
    try:
        return json.loads(text)
    except RecursionError:
        return InputError(origin, "JSON nested too deeply")
    except ValueError as error:
        return InputError(origin, f"not JSON: {error}")


def _article(record: object, origin: str, notes: tuple[str, ...]) -> Article:
    if isinstance(record, InputError):
        raise record
    if not isinstance(record, dict):
        raise InputError(origin, 'not a JSON object with a "text"')
    found = from_ninjs(record) if is_ninjs(record) else record
    text = found.get("text")
    if not isinstance(text, str):
        raise InputError(origin, 'no "text" in this record')
    given = found.get("id")
    article = Article(str(given) if isinstance(given, str | int) else "", text, origin=origin, notes=notes)
    return identified(headline(described(article, _fields(found))))


def _fields(found: Json) -> dict[str, str]:
    """The known fields that are strings; several authors become one string."""
    author = names(found.get("author"))
    fields = {key: value for key in FIELDS if isinstance(value := found.get(key), str)}
    if found.get("embargoed") is True:  # until somebody says otherwise
        fields["pubstatus"] = fields.get("pubstatus", "withheld")
    return fields | ({"author": author} if author else {})
