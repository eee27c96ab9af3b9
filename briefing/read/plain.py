"""Plain text and Markdown: `text` is the decoded input exactly; its head is only pointed at."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model import Article, Furniture, Raw, Span
from briefing.read.decode import decode
from briefing.read.fields import described, identified
from briefing.read.headline import headline

# Keys of the contract, and the names front matter (Jekyll, Hugo) has for the same things.
KEYS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "url": "url",
    "link": "url",
    "author": "author",
    "byline": "author",
    "date": "published",
    "published": "published",
    "language": "language",
    "lang": "language",
    "pubstatus": "pubstatus",
    "embargoed": "embargoed",
}
LINE = re.compile(r"[^\S\r\n]*([A-Za-z]{3,9})[^\S\r\n]*:[^\S\r\n]*(.*?)[^\S\r\n]*(?:\r\n|[\r\n]|\Z)")
FENCE = re.compile(
    r"---[^\S\r\n]*(?:\r\n|\n|\r)(.*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[^\S\r\n]*(?:\r\n|[\r\n]|\Z)", re.S
)
BLANK = re.compile(r"[^\S\r\n]*(?:\r\n|[\r\n]|\Z)")
MAX_FRONT_MATTER = 10_000
MAX_NAME_WORDS = 4


class Header(NamedTuple):
    """The fields at the top of a file, where each value stands, and where the header ends."""

    fields: dict[str, Span]
    end: int


def plain(raw: Raw) -> Iterator[Article]:
    """The one article of a `.txt` or `.md` file."""
    decoded = decode(raw)
    text = decoded.text
    start = 1 if text.startswith("\ufeff") else 0
    head = [Furniture(Span(0, 1), "bom")] if start else []
    header = _header(text, start)
    if header.end > start:
        head.append(Furniture(Span(start, header.end), "front_matter"))
    fields = {key: text[span.start : span.end] for key, span in header.fields.items()}
    article = described(Article("", text, head=tuple(head), origin=raw.origin, notes=decoded.notes), fields)
    yield identified(headline(article, header.end, header.fields.get("title")))


def _header(text: str, start: int) -> Header:
    fenced = FENCE.match(text, start, start + MAX_FRONT_MATTER)
    if fenced:
        return Header(_pairs(text, fenced.start(1), fenced.end(1)), fenced.end())
    at, fields = start, dict[str, Span]()
    while (found := LINE.match(text, at)) and found.end() > at:
        key = KEYS.get(found[1].casefold())
        if key is None or key in fields:
            break
        fields[key] = Span(*found.span(2))
        at = found.end()
    if _is_header(text, fields) and BLANK.match(text, at):
        return Header(fields, at)
    return Header({}, start)


def _is_header(text: str, fields: dict[str, Span]) -> bool:
    """One line alone may be a headline: "Source: minister to resign over dock fees"."""
    if len(fields) != 1:
        return bool(fields)
    ((key, span),) = fields.items()
    return key not in ("source", "author") or len(text[span.start : span.end].split()) <= MAX_NAME_WORDS


def _pairs(text: str, start: int, end: int) -> dict[str, Span]:
    """Top-level `key: value` lines of YAML-style front matter; quotes around a value are not part of it."""
    fields: dict[str, Span] = {}
    for found in re.compile(r"^([A-Za-z_]+):[^\S\r\n]+(.*?)[^\S\r\n]*$", re.M).finditer(text, start, end):
        key = KEYS.get(found[1].casefold())
        left, right = found.span(2)
        if right - left > 1 and text[left] in "\"'" and text[right - 1] == text[left]:
            left, right = left + 1, right - 1
        if key and key not in fields:
            fields[key] = Span(left, right)
    return fields
