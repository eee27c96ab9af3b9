"""Raw → articles, or pointers to where they are: content decides the reader first, then the suffix."""

import re
from collections.abc import Callable, Iterator

from briefing.errors import InputError
from briefing.model import Article, Pointer, Raw
from briefing.read.html import html
from briefing.read.plain import plain
from briefing.read.records import records

Read = Article | Pointer | InputError
Reader = Callable[[Raw], Iterator[Read]]

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
MEDIA_TYPES = {"text/html": "html", "application/json": "json", "text/plain": "plain"}
UNREAD = (".xml", ".rss", ".atom", ".eml", ".mbox", ".docx", ".doc", ".rtf", ".odt", ".epub")
COMMENTS = rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
PAGE = re.compile(COMMENTS + rb"<(?:!doctype\s+html|html)\b", re.I | re.S)
FRAGMENT = re.compile(COMMENTS + rb"<(?:head|meta|title|body|article|main|section|div|p|h1)\b", re.I | re.S)
XML = re.compile(rb"\s*<(?:\?xml|rss|feed|rdf:RDF|opml)\b", re.I)


def read(raw: Raw) -> Iterator[Read]:
    """The articles in one input; what cannot be used is an InputError in its place, and the rest goes on.

    A feed's entry that is only a teaser, and a feed in a list, is a Pointer: `unfetched` makes of it what can
    be had without the network.
    """
    try:
        yield from READERS[reader_for(raw)](raw)
    except InputError as error:
        yield error


def unfetched(pointer: Pointer) -> Article | InputError:
    """What a pointer is worth when it is not followed: its teaser, else an error that says what to do."""
    if pointer.article:
        return pointer.article
    what = "a feed" if pointer.to == "feed" else "an article"
    return InputError(pointer.origin, f"names {what} at {pointer.url}, which is read only with --fetch")


def reader_for(raw: Raw) -> str:
    """The name of the reader for an input. Raises InputError for a kind that none reads."""
    start = raw.data[:4096].removeprefix(b"\xef\xbb\xbf")
    if PAGE.match(start):
        return "html"
    suffix = _suffix(raw.origin)
    if XML.match(start) or suffix in UNREAD:
        raise InputError(raw.origin, f"this kind of file is not read; save it as {', '.join(SUFFIXES)}")
    known = MEDIA_TYPES.get(raw.media_type or "") or SUFFIXES.get(suffix)
    return known or _by_content(start)


def _suffix(origin: str) -> str:
    name = origin.lower().removesuffix(".gz").rpartition("/")[2]
    return name[name.rfind(".") :] if "." in name else ""


def _by_content(start: bytes) -> str:
    if FRAGMENT.match(start):
        return "html"
    return "json" if start.lstrip()[:1] in (b"{", b"[") else "plain"
