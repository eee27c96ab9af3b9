"""Raw → articles, or pointers to where they are: content decides the reader first, then the suffix."""

import re
from collections.abc import Callable, Iterator

from briefing.errors import InputError
from briefing.model import Article, Pointer, Raw
from briefing.read.feed import feed
from briefing.read.html import html
from briefing.read.mail import mail
from briefing.read.nitf import nitf
from briefing.read.opml import opml
from briefing.read.pdf import pdf
from briefing.read.plain import plain
from briefing.read.records import records
from briefing.read.xml import looks, root

Read = Article | Pointer | InputError
Reader = Callable[[Raw], Iterator[Read]]

READERS: dict[str, Reader] = {
    "plain": plain,
    "html": html,
    "json": records,
    "feed": feed,
    "opml": opml,
    "nitf": nitf,
    "mail": mail,
    "pdf": pdf,
}
SUFFIXES = {
    ".txt": "plain",
    ".md": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".opml": "opml",
    ".nitf": "nitf",
    ".eml": "mail",
    ".mbox": "mail",
    ".pdf": "pdf",
}
MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/feed+json": "json",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "text/x-opml": "opml",
    "message/rfc822": "mail",
    "application/pdf": "pdf",
    "text/plain": "plain",
}
ROOTS = {"rss": "feed", "feed": "feed", "rdf": "feed", "channel": "feed"}
ROOTS |= {"opml": "opml", "nitf": "nitf"}
UNREAD = (".docx", ".doc", ".rtf", ".odt", ".epub")
COMMENTS = rb"\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
PAGE = re.compile(COMMENTS + rb"<(?:!doctype\s+html|html)\b", re.I | re.S)
FRAGMENT = re.compile(COMMENTS + rb"<(?:head|meta|title|body|article|main|section|div|p|h1)\b", re.I | re.S)
# A mail begins with headers, among them one that nothing else has at its top.
MAIL = re.compile(
    rb"(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?"
    rb"(?:message-id|mime-version|received|return-path|delivered-to):",
    re.I,
)


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
    suffix = _suffix(raw.origin)
    element = root(raw.data[:16_384])
    if element in ROOTS:  # first: a feed may call itself a page in its document type
        return ROOTS[element]
    if PAGE.match(start):
        return "html"
    if start.startswith(b"%PDF-"):
        return "pdf"
    if suffix in UNREAD or (looks(start) and element and SUFFIXES.get(suffix) != "html"):
        kind = f"XML of the kind <{element}>" if element and looks(start) else "this kind of file"
        raise InputError(raw.origin, f"{kind} is not read; save it as {', '.join(SUFFIXES)}")
    return "mail" if MAIL.match(start) else _declared(raw, suffix) or _by_content(start)


def _declared(raw: Raw, suffix: str) -> str | None:
    """What the carrier says it is, else what its name says."""
    return MEDIA_TYPES.get(raw.media_type or "") or SUFFIXES.get(suffix)


def _suffix(origin: str) -> str:
    name = origin.lower().removesuffix(".gz").rpartition("/")[2]
    return name[name.rfind(".") :] if "." in name else ""


def _by_content(start: bytes) -> str:
    if looks(start):
        return "feed"  # which says what is wrong with it
    if FRAGMENT.match(start):
        return "html"
    return "json" if start.lstrip()[:1] in (b"{", b"[") else "plain"
