"""IPTC NITF 3.x: one news item in XML, as wire agencies send it, with what it says of its release.

`management-status` is usable, embargoed, withheld or canceled; `date.release` is the moment from which the
item may be published (NITF 3.1).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read.fields import described, identified
from briefing.read.headline import headline
from briefing.read.xml import tree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# Where each field stands; of several places the first that says something.
PLACES = {
    "title": (".//{*}hedline/{*}hl1", ".//{*}headline", "{*}head/{*}title"),
    "author": (".//{*}byline",),
    "source": (".//{*}distributor", ".//{*}copyrite.holder", ".//{*}doc.rights"),
}
DATES = (("date.issue", "norm"), ("story.date", "norm"))
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WORDS = ("p", "hl2", "li", "dd", "td", "th", "pre", "bq")  # elements of the body that hold words


def nitf(raw: Raw) -> Iterator[Article]:
    """The one article of a document; its `text` is its paragraphs, a blank line between them."""
    root, notes = tree(raw)
    text = "\n\n".join(_paragraphs(root))
    if not text:
        raise InputError(raw.origin, "a NITF document without a paragraph in its body")
    article = described(
        Article(_attribute(root, "doc-id", "id-string") or "", text, origin=raw.origin, notes=notes),
        _fields(root),
    )
    yield identified(headline(article))


def _paragraphs(root: "Element") -> Iterator[str]:
    content = root.find(".//{*}body.content")
    for element in () if content is None else content.iter(*(f"{{*}}{name}" for name in WORDS)):
        outer = next(element.iterancestors(*(f"{{*}}{name}" for name in WORDS)), None)
        if outer is None and (words := _words(element)):
            yield words


def _words(element: "Element | None") -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def _fields(root: "Element") -> dict[str, str | None]:
    fields: dict[str, str | None] = {
        field: next((words for place in places if (words := _words(root.find(place)))), None)
        for field, places in PLACES.items()
    }
    dates = (_attribute(root, element, name) for element, name in DATES)
    fields["language"] = root.get(LANGUAGE)
    fields["published"] = _spelled(next(filter(None, dates), None))
    fields["pubstatus"] = _attribute(root, "docdata", "management-status")
    fields["embargoed"] = _spelled(_attribute(root, "date.release", "norm"))
    fields["url"] = _attribute(root, "pubdata", "ex-ref")
    return fields


def _attribute(root: "Element", element: str, name: str) -> str | None:
    found = root.find(f".//{{*}}{element}")
    return None if found is None else found.get(name)


def _spelled(norm: str | None) -> str | None:
    """ISO 8601 basic (20261125T060000+0100, as NITF has it) written out as the readers of dates expect it."""
    if not norm or len(norm) < 8 or not norm[:8].isdecimal():
        return norm
    day = f"{norm[:4]}-{norm[4:6]}-{norm[6:8]}"
    return f"{day}{norm[8:]}" if len(norm) > 8 else day
