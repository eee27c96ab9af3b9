"""Past briefs for the public: a page that lists them, and an Atom feed (RFC 4287).

No line here leads to a stored source, and no clock is asked: an issue was updated on its day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml
from zoneinfo import ZoneInfo

from briefing.lang.labels import labels
from briefing.model import Brief
from briefing.render.escape import plain
from briefing.render.paste import paste
from briefing.render.templates import trusted
from briefing.version import __version__

ATOM = "http://www.w3.org/2005/Atom"
_PAGE = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class Issue:
    """A past brief under the name of its edition (`2026-11-24-evening`)."""

    edition: str
    brief: Brief

    @property
    def page(self) -> str:
        """Where its page lies, beside the index."""
        return f"{self.edition}.html"

    @property
    def date(self) -> str:
        """Its day in words, and its edition's own name where it has one."""
        day = labels(self.brief.language).date(self.brief.day.isoformat())
        return " · ".join(filter(None, (day, self.edition[11:])))

    @property
    def headlines(self) -> tuple[str, ...]:
        """What it told."""
        return tuple(plain(story.headline) for story in self.brief.stories)

    @property
    def updated(self) -> str:
        """The start of its day, as RFC 3339 writes it."""
        return datetime.combine(self.brief.day, time(), ZoneInfo(self.brief.timezone)).isoformat()


def index(issues: Sequence[Issue], title: str, mark: str = "") -> str:
    """The page of all issues, in this order, in the language of the first; `mark` says what it stands for."""
    language = issues[0].brief.language if issues else "en"
    template = trusted("html", _PAGE).get_template("site.html.jinja")
    return template.render(title=plain(title), issues=issues, language=language, mark=mark)


def feed(issues: Sequence[Issue], title: str, base: str | None) -> str:
    """The feed of all issues, in this order; links stand only where a `base` address makes them whole."""
    Xml.register_namespace("", ATOM)
    root = Xml.Element(f"{{{ATOM}}}feed")
    _add(root, "title", plain(title))
    _add(root, "id", _urn(title))
    _add(root, "updated", max((issue.updated for issue in issues), default="1970-01-01T00:00:00+00:00"))
    _add(_add(root, "author"), "name", plain(title))
    _add(root, "generator", "briefing").set("version", __version__)
    if base:
        _link(root, base, "")
        _link(root, base, "feed.xml").set("rel", "self")
    for issue in issues:
        entry = _add(root, "entry")
        _add(entry, "title", plain(f"{issue.brief.title}: {issue.date}"))
        _add(entry, "id", _urn(f"{title}/{issue.edition}"))
        _add(entry, "updated", issue.updated)
        if base:
            _link(entry, base, issue.page)
        _add(entry, "summary", "; ".join(issue.headlines))
        _add(entry, "content", paste(issue.brief, "plain").html).set("type", "html")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _add(parent: Xml.Element, name: str, text: str | None = None) -> Xml.Element:
    made = Xml.SubElement(parent, f"{{{ATOM}}}{name}")
    made.text = text
    return made


def _link(parent: Xml.Element, base: str, page: str) -> Xml.Element:
    made = _add(parent, "link")
    made.set("href", f"{base.rstrip('/')}/{page}")
    return made


def _urn(name: str) -> str:
    """The same for the same name, on every machine (RFC 4122, version 5)."""
    return uuid5(NAMESPACE_URL, f"newsbriefing:{name}").urn
