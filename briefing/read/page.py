"""What is read from a page's tree itself: when it was published, in which language, and all of its text."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.read.published import published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Open Graph, Dublin Core, schema.org, Parsely, Sailthru: the moment of first publication.
MOMENTS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "date",
)
LINKED_DATE = re.compile(r'"datePublished"\s*:\s*("[^"\\]{8,40}")')
# How mails hide what only the list of an inbox shows (preview text), also from Outlook.
HIDING = re.compile(
    r"(?:\bdisplay\s*:\s*none|\bvisibility\s*:\s*hidden|\bmso-hide\s*:\s*all"
    r"|\bmax-height\s*:\s*0(?:px)?\s*(?:;|!|\Z)|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|\Z))",
    re.I,
)
SILENT = ("script", "style", "noscript", "template", "title", "svg", "form", "nav", "button", "iframe")
BLOCKS = (
    "p",
    "div",
    "li",
    "tr",
    "br",
    "blockquote",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "pre",
)


def moment(tree: "HtmlElement") -> str | None:
    """The date or time of publication that the page declares, as written; the first that can be read."""
    return next((written for written in _moments(tree) if published(written)), None)


def _moments(tree: "HtmlElement") -> Iterator[str]:
    declared: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        declared.setdefault(key.lower(), meta.get("content") or "")
    yield from (declared[key] for key in MOMENTS if key in declared)
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        for found in LINKED_DATE.finditer(script.text or ""):
            yield json.loads(found[1])
    for time in tree.xpath('//time[@datetime][@pubdate or @itemprop="datePublished"]'):
        yield time.get("datetime")


def tongue(tree: "HtmlElement") -> str | None:
    """The language the page declares, as written."""
    for code in tree.xpath(
        '/html/@lang | /html/@*[local-name()="lang"] | //meta[@property="og:locale"]/@content'
    ):
        if code.strip():
            return str(code)
    return None


def visible(tree: "HtmlElement") -> int:
    """How many characters of text a page holds, without the space around them and without scripts."""
    tails = sum(len((element.tail or "").strip()) for element in tree.iter("*"))
    own = (element.text or "" for element in tree.iter("*") if element.tag not in ("script", "style"))
    return tails + sum(len(text.strip()) for text in own)


def unhidden(tree: "HtmlElement") -> int:
    """Drop what a page itself hides; how many characters of text that were."""
    hidden = [element for element in tree.iter("*") if _hides(element)]
    lost = 0
    for element in hidden:
        if element.getparent() is not None:
            lost += len(" ".join(element.text_content().split()))
            element.drop_tree()
    return lost


def _hides(element: "HtmlElement") -> bool:
    return element.get("hidden") is not None or bool(HIDING.search(element.get("style") or ""))


def blocks(tree: "HtmlElement", *more: str) -> str:
    """All words of a page, a blank line between blocks; `more` elements are blocks too."""
    from lxml.etree import strip_elements

    strip_elements(tree, *SILENT, with_tail=False)
    for block in tree.iter(*BLOCKS, *more):
        block.text = f"\n{block.text or ''}"
        block.tail = f"\n{block.tail or ''}"
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n\n".join(filter(None, lines))
