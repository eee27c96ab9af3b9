"""Past briefs for the public: listed, fed, and without a way to their sources."""

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

import feedparser
import pytest
from lxml import html

from briefing.render.site import ATOM
from tests.edition.newsroom import Newsroom, article

NEWS = {day: article(f"n{day}", day) for day in ("2026-11-23", "2026-11-24")}
HOSTILE = {**article("evil", "2026-11-23"), "title": "<script>alert(1)</script>\x1b[31m & ]]>"}


def room(place: Path, more: str = "") -> Newsroom:
    """A newsroom after two editions."""
    place.mkdir(exist_ok=True)
    made = Newsroom(place / "room", more)
    for day in NEWS:
        made.carry([HOSTILE, *(NEWS[d] for d in NEWS if d <= day)])
        made.make(day)
    return made


def site(made: Newsroom) -> dict[str, str]:
    """The public files by name."""
    return {file.name: file.read_text() for file in (made.folder / "outputs" / "site").iterdir()}


def test_the_index_leads_to_every_brief_newest_first(tmp_path: Path) -> None:
    """Every edition has a page, and the list names its stories."""
    files = site(room(tmp_path))
    page = html.fromstring(files["index.html"].encode())
    assert page.xpath("//h2/a/@href") == ["2026-11-24.html", "2026-11-23.html"]
    assert set(files) == {"index.html", "feed.xml", "2026-11-24.html", "2026-11-23.html"}
    assert page.xpath("//script") == []


def test_nothing_public_leads_to_the_sources(tmp_path: Path) -> None:
    """No link of any public file leads into the edition's folder."""
    for name, text in site(room(tmp_path)).items():
        assert "sources/" not in text, name
        for link in html.fromstring(text.encode()).xpath("//@href") if name.endswith(".html") else ():
            assert urlsplit(link).scheme in ("http", "https", "mailto") or "/" not in link


@pytest.mark.parametrize("base", [None, "https://desk.example.org/briefs/"])
def test_the_feed_is_one_and_links_only_with_a_base(tmp_path: Path, base: str | None) -> None:
    """A reader of feeds finds both editions, ids that stay, and links only when they can be whole."""
    made = room(tmp_path, f'[output]\nsite_url = "{base}"' if base else "")
    found = feedparser.parse(site(made)["feed.xml"])
    assert found.bozo is False
    assert [entry.updated[:10] for entry in found.entries] == ["2026-11-24", "2026-11-23"]
    assert len({entry.id for entry in found.entries}) == 2
    written = Xml.fromstring(site(made)["feed.xml"]).iterfind(f"{{{ATOM}}}entry/{{{ATOM}}}link")
    links = [link.get("href") for link in written]
    assert links == ([f"{base}2026-11-24.html", f"{base}2026-11-23.html"] if base else [])
    assert "<script" not in found.entries[1].content[0].value
    assert "\x1b" not in site(made)["feed.xml"]


def test_a_killed_run_is_made_up_for(tmp_path: Path) -> None:
    """Whatever a kill left of the public files, the next run without news makes them whole and clears up."""
    made = room(tmp_path)
    whole = site(made)
    files = made.folder / "outputs" / "site"
    (files / "index.html").unlink()
    (files / "feed.xml").write_text("half")
    (files / ".feed.xml.0123abcd.new.tmp").write_text("half")
    made.make("2026-11-25")
    assert site(made) == whole


def test_a_run_without_news_writes_nothing_public(tmp_path: Path) -> None:
    """The files stay as they are, bytes and times; and a site that is not wanted is not made."""
    made = room(tmp_path)
    files = made.folder / "outputs" / "site"
    before = {f.name: f.stat().st_mtime_ns for f in files.iterdir()}
    made.make("2026-11-24")
    made.make("2026-11-25")
    assert {f.name: f.stat().st_mtime_ns for f in files.iterdir()} == before
    assert not (room(tmp_path / "other", "[output]\nsite = false").folder / "outputs" / "site").exists()
