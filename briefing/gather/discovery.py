"""A page that is no article but a front page, and the feeds it declares."""

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from briefing.errors import InputError
from briefing.model import Pointer, Raw
from briefing.read.decode import decode
from briefing.read.markup import shallow
from briefing.read.page import moment, visible

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEEDS = ("application/atom+xml", "application/rss+xml", "application/feed+json", "application/rdf+xml")
LINKS = 0.5  # share of the words that are links: of the front pages of papers most, of an article few


def declared_feed(raw: Raw) -> Pointer | None:
    """The first feed that a front page declares; `None` for an article and for a page without a feed."""
    tree = _tree(raw)
    if tree is None or _is_article(tree, raw.origin):
        return None
    for link in tree.iter("link"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in FEEDS and link.get("href"):
            return Pointer(urljoin(raw.origin, link.get("href")), raw.origin, to="feed")
    return None


def _tree(raw: Raw) -> "HtmlElement | None":
    from lxml.etree import ParserError
    from lxml.html import document_fromstring

    if b"<link" not in raw.data.lower():
        return None
    try:
        return document_fromstring(shallow(decode(raw).text).text)
    except (InputError, ParserError, ValueError):  # the reader of pages will say why
        return None


def _is_article(tree: "HtmlElement", url: str) -> bool:
    """A page says so by its kind or a moment of publication; else its words and links tell."""
    if urlsplit(url).path in ("", "/"):
        return False
    kinds = tree.xpath('//meta[@property="og:type"]/@content')
    if "article" in kinds or moment(tree):
        return True
    linked = sum(len(" ".join(link.text_content().split())) for link in tree.iter("a"))
    return linked <= LINKS * visible(tree)
