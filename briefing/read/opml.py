"""OPML 1.0 and 2.0 (opml.org/spec2): a list of feeds, nested as it may be → a pointer to each."""

from collections.abc import Iterator

from briefing.errors import InputError
from briefing.model import Article, Pointer, Raw
from briefing.read.fields import described
from briefing.read.xml import tree


def opml(raw: Raw) -> Iterator[Pointer | InputError]:
    """The feeds of a list, each once, in its order; an address that is none is an error in its place."""
    root, _ = tree(raw)
    seen: set[str] = set()
    for outline in root.iter("{*}outline"):
        given = {key.lower(): str(value) for key, value in outline.attrib.items()}  # xmlUrl, xmlurl, XMLURL
        address = given.get("xmlurl", "").strip()
        if not address or address in seen:
            continue
        seen.add(address)
        name = given.get("title") or given.get("text")
        known = described(
            Article("", ""), {"url": address, "source": name, "language": given.get("language")}
        )
        if known.url:
            yield Pointer(known.url, raw.origin, "feed", source=known.source, language=known.language)
        else:
            yield InputError(raw.origin, f"lists {name or 'a feed'} at {address!r}, which is no web address")
    if not seen:
        raise InputError(raw.origin, "an OPML list with no feed in it")
