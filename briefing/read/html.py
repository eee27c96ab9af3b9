"""A web page → its main text, by trafilatura in its fast mode (the best F1 of its four: `evals/pages.py`)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.decode import decode
from briefing.read.fields import described, identified
from briefing.read.headline import headline
from briefing.read.markup import shallow
from briefing.read.page import blocks, moment, tongue, unhidden, visible

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

LOST = 0.1  # share of the characters that may be missing after parsing; 102 news pages: at most 0.02
# No search through the text for anything like a date, and no look at the clock.
DATES = {
    "original_date": True,
    "extensive_search": False,
    "max_date": "9999-12-31",
    "outputformat": "%Y-%m-%d",
}
MAX_TAGS = 60_000  # parsing takes seconds beyond; the largest of 102 news pages has 3,100
WHOLE_PAGE = "no main text recognised: the whole page was read"
MUCH_HIDDEN = 500  # characters; every newsletter hides a line or two of preview text
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Fields = dict[str, str | None]


class Letter(NamedTuple):
    """The words of a mail, each cell of its layout a paragraph; which paragraphs are headings; notes."""

    text: str
    headings: frozenset[str]
    notes: tuple[str, ...]


def html(raw: Raw) -> Iterator[Article]:
    """The one article of a page; its `text` is the extracted text, a blank line between paragraphs."""
    decoded = decode(raw)
    tree = _parse(decoded.text, raw.origin)
    page = _extract(tree)
    fields = _fields(tree, page)
    fields["url"], spoof = _address(raw.origin, fields["url"])
    text = ((page and page.text) or "").replace("\n", "\n\n")
    notes = (*decoded.notes, *spoof)
    if not text or text == fields["title"]:
        text, notes = blocks(tree), (*notes, WHOLE_PAGE)
    if not text or text == fields["title"]:
        raise InputError(raw.origin, "no article text found on this page")
    yield identified(headline(described(Article("", text, origin=raw.origin, notes=notes), fields)))


def fragment(markup: str) -> str:
    """All words of a piece of a page that is an article already, a blank line between paragraphs."""
    return blocks(_parse(markup, ""))


def letter(markup: str, origin: str) -> Letter:
    """The words of a mail without what it hides: preview text for the list of an inbox, or itself again."""
    tree = _parse(markup, origin)
    hidden = unhidden(tree)
    headings = frozenset(" ".join(element.text_content().split()) for element in tree.iter(*HEADINGS))
    words = blocks(tree, "td", "th", "center", "header", "footer", "hr", *HEADINGS)
    shown = (block for block in words.split("\n\n") if any(map(str.isalnum, block)))  # no fillers of blanks
    note = (f"{hidden} characters that the mail does not show were left out",)
    return Letter("\n\n".join(shown), headings, note if hidden > MUCH_HIDDEN else ())


def _parse(markup: str, origin: str) -> "HtmlElement":
    """The tree of a page. Raises InputError rather than lose text."""
    import logging

    from trafilatura import load_html

    for name in ("trafilatura", "htmldate"):  # their remarks about a page would land on stderr
        logging.getLogger(name).addHandler(logging.NullHandler())
    page = shallow(markup)
    if page.tags > MAX_TAGS:
        raise InputError(origin, f"a page of {page.tags} tags, more than {MAX_TAGS}: save the article alone")
    declared = "html" in page.text[:50].lower()  # trafilatura's own test for a page
    tree = load_html(page.text if declared else f"<!DOCTYPE html>\n{page.text}")
    if tree is None:
        raise InputError(origin, "no HTML that can be parsed")
    read = visible(tree)
    if read < (1 - LOST) * page.words - 100:
        raise InputError(
            origin, f"only {read} of {page.words} characters survive parsing: save the page as text"
        )
    return tree


def _extract(tree: "HtmlElement") -> "Document | None":
    from trafilatura import bare_extraction

    page = bare_extraction(
        tree, fast=True, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    return None if isinstance(page, dict) else page


def _fields(tree: "HtmlElement", page: "Document | None") -> Fields:
    found: Fields = {"published": moment(tree), "language": tongue(tree)}
    for field, name in (("title", "title"), ("source", "sitename"), ("url", "url"), ("author", "author")):
        found[field] = getattr(page, name, None)
    found["title"] = found["title"] or tree.findtext(".//title")
    found["published"] = found["published"] or getattr(page, "date", None)
    return found


def _address(origin: str, canonical: str | None) -> tuple[str | None, tuple[str, ...]]:
    """A fetched page keeps the address it was fetched from unless it names another one on the same host."""
    if not origin.startswith(("http://", "https://")):
        return canonical, ()
    if canonical is None or urlsplit(canonical).hostname == urlsplit(origin).hostname:
        return canonical or origin, ()
    return origin, (f"calls itself {canonical!r}, another host: the fetched address was kept",)
