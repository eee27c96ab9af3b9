"""Other people's JSON brought to the shape of ours: JSON Feed 1.1 (jsonfeed.org) and IPTC ninjs 1–3."""

from collections.abc import Iterator

from briefing.read.html import fragment

Json = dict[str, object]


def is_feed(record: Json) -> bool:
    """Whether an object is a JSON Feed."""
    return str(record.get("version", "")).startswith("https://jsonfeed.org/version/") and "items" in record


def from_feed(feed: Json) -> Iterator[Json]:
    """The items of a feed; what an item does not say of itself, the feed says."""
    items = feed["items"]
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            yield {
                "id": item.get("id"),
                "text": item.get("content_text") or _words(item.get("content_html")),
                "title": item.get("title"),
                "source": feed.get("title"),
                "url": item.get("url"),
                "author": names(item.get("authors") or feed.get("authors")),
                "published": item.get("date_published"),
                "language": item.get("language") or feed.get("language"),
            }


def is_ninjs(record: Json) -> bool:
    """Whether an object is a ninjs news item: it is known by its address and body."""
    return "uri" in record and "text" not in record and any(key.startswith("bod") for key in record)


def from_ninjs(item: Json) -> Json:
    """One news item; versions 2 and 3 hold lists of headlines and bodies, version 1 single ones."""
    bodies = _listed(item.get("bodies"))
    marked = [body for body in bodies if "html" in str(body.get("contenttype", ""))]
    plain = [body for body in bodies if body not in marked]
    return {
        "id": item["uri"],
        "text": item.get("body_text")
        or _first(plain, "value")
        or _words(item.get("body_xhtml") or item.get("body_html") or _first(marked, "value")),
        "title": item.get("headline") or _first(_listed(item.get("headlines")), "value"),
        "source": item.get("source") or _first(_listed(item.get("infosources")), "name"),
        "url": item.get("url") or item["uri"],
        "author": item.get("byline") or item.get("by"),
        "published": item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated"),
        "language": item.get("language"),
        "pubstatus": item.get("pubstatus"),
        "embargoed": item.get("embargoed"),
    }


def _words(markup: object) -> str | None:
    return fragment(markup) if isinstance(markup, str) and markup.strip() else None


def names(authors: object) -> str | None:
    """One string of a list of names, or of objects that have one."""
    listed = authors if isinstance(authors, list) else []
    found = [author.get("name") if isinstance(author, dict) else author for author in listed]
    return ", ".join(name for name in found if isinstance(name, str) and name) or None


def _first(items: list[Json], key: str) -> object:
    return next((item[key] for item in items if item.get(key)), None)


def _listed(value: object) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
