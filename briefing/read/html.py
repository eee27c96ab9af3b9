"""A web page → its main text, by trafilatura."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.decode import decode
from briefing.read.fields import described, identified
from briefing.read.headline import headline


def html(raw: Raw) -> Iterator[Article]:
    """The one article of a page; its `text` is the extracted text, a blank line between paragraphs."""
    from trafilatura import bare_extraction

    decoded = decode(raw)
    page = bare_extraction(decoded.text, fast=True, include_comments=False, with_metadata=True)
    if page is None or isinstance(page, dict) or not page.text:
        raise InputError(raw.origin, "no article text found on this page")
    text = page.text.replace("\n", "\n\n")
    fields = {"title": page.title, "source": page.sitename, "url": page.url, "author": page.author}
    fields |= {"published": page.date, "language": page.language}
    article = described(Article("", text, origin=raw.origin, notes=decoded.notes), fields)
    yield identified(headline(replace(article)))
