"""Raw → articles: content decides the reader first, then the suffix."""

import re
from collections.abc import Callable, Iterator

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.html import html
from briefing.read.plain import plain
from briefing.read.records import records

Reader = Callable[[Raw], Iterator[Article | InputError]]

READERS: dict[str, Reader] = {"plain": plain, "html": html, "json": records}
SUFFIXES = {
    ".txt": "plain",
    ".md": "plain",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
}
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


def read(raw: Raw) -> Iterator[Article | InputError]:
    """The articles in one input; what cannot be used is an InputError in its place, and the rest goes on."""
    try:
        yield from READERS[reader_for(raw)](raw)
    except InputError as error:
        yield error


def reader_for(raw: Raw) -> str:
    """The name of the reader for an input."""
    start = raw.data[:4096].removeprefix(b"\xef\xbb\xbf")
    if PAGE.match(start):
        return "html"
    if raw.media_type in ("application/json", "application/x-ndjson"):
        return "json"
    name = raw.origin.lower().removesuffix(".gz")
    suffix = name[name.rfind(".") :] if "." in name else ""
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    return "json" if start.lstrip()[:1] in (b"{", b"[") else "plain"
