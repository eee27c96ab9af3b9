"""The themes that come with the program: all print everything, none prints more, each is its own layout."""

import re
from dataclasses import replace

import markdown
import pytest
from lxml.html import HTMLParser, document_fromstring
from markdown_it import MarkdownIt

from briefing.lang.labels import labels
from briefing.model import Also, Brief, Line, Section
from briefing.render import FORMATS, render_brief
from briefing.render.escape import plain
from briefing.render.templates import DEFAULT, themes
from briefing.render.themes import about, sources
from tests import newsroom
from tests.hostile import CALENDARS, HEADERS, URLS, VECTORS
from tests.render.hostile_brief import hostile_brief
from tests.render.test_renderings import _page

THEMES = themes()
OURS = {"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "h3", "p", "ul", "ol", "li"} | {
    *("a", "b", "i", "em", "strong", "code", "hr", "span", "blockquote", "br")
}
ENGINES = {
    "commonmark": MarkdownIt("commonmark", {"html": True}).render,
    "gfm": MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render,
    "python-markdown": lambda text: markdown.markdown(text, extensions=["extra"]),
}


def _elements(html: str):  # type: ignore[no-untyped-def]
    return document_fromstring(html.encode(), parser=HTMLParser(encoding="utf-8")).iter("*")


def _live(html: str) -> list[str]:
    """What in a page is not ours: foreign elements, handlers, addresses that something would follow."""
    found = []
    for element in _elements(html):
        if element.tag not in OURS:
            found.append(str(element.tag))
        for name, value in element.attrib.items():
            if name.startswith("on") or name in ("src", "action", "formaction", "srcdoc", "xlink:href"):
                found.append(name)
            elif name == "href" and not value.startswith(("https://", "http://")):
                found.append(value)
    return found


def _text(html: str) -> str:
    body = re.sub("<style>.*?</style>", "", html, flags=re.DOTALL)
    return plain(document_fromstring(body).text_content())


def _long() -> Brief:
    """Two stories: the second is dated before the first and has a step without a date."""
    (harbour,) = newsroom.morning().stories
    steps = (
        Line(newsroom.quote(newsroom.FERRY, "Crew said"), "scheduled", when_date="2026-11-30"),
        Line(newsroom.quote(newsroom.FERRY, "after a hull crack was found"), "pending", when_date="2026-12"),
        Line(newsroom.quote(newsroom.FERRY, "as long as a hand"), "demand"),
    )
    ferry = newsroom.single(newsroom.FERRY, sections=(Section("next_steps", "Next steps", steps),)).stories[0]
    return newsroom.morning(stories=(harbour, replace(ferry, note="A note.", reported_by=("Other Gazette",))))


@pytest.mark.parametrize("theme", THEMES)
def test_the_control_is_seen(theme: str) -> None:
    """The check that finds nothing live in our pages finds what is live in a page that was not escaped."""
    html = render_brief(newsroom.morning(title="PLACE"), "html", theme)
    assert _live(html) == []
    for vector in ("<script>x</script>", "<img src=x onerror=x>", "<a href=javascript:x>y</a>"):
        assert _live(html.replace("PLACE</h1>", f"{vector}</h1>").replace("PLACE, ", f"{vector}")) != []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("format", ["md", "html"])
def test_every_theme_prints_every_line(theme: str, format: str) -> None:
    """Words, names, roles, speakers, claims, dates, listed stories, failures and sources are all there."""
    made = _long()
    text = render_brief(made, format, theme)
    shown = _text(text if format == "html" else markdown.markdown(text))
    sections = [section for story in made.stories for section in story.sections if section.key != "who"]
    for words in (
        *(plain(made.words(line.quote)) for section in sections for line in section.lines),
        *("Mara Dunn", "harbour authority's treasurer", "moved the money through two private accounts"),
        *("8 December 2026", "30 November 2026", "December 2026", "Other Gazette", "A note."),
        *("Ferry out of service", "inputs/scan.bin: no text: looks like binary data", "Sources"),
    ):
        assert words in shown, words


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("format", ["md", "html"])
def test_no_theme_prints_a_sentence_twice(theme: str, format: str) -> None:
    """A line stands in one place, also where a theme gathers the dated ones."""
    text = render_brief(_long(), format, theme)
    assert text.count("The council will vote on a full inquiry") == 1
    assert text.count("as long as a hand") == 1


def test_themes_differ_in_more_than_colour() -> None:
    """No two themes have the same elements in the same order, in HTML or in Markdown."""
    pages = [[e.tag for e in _elements(render_brief(_long(), "html", theme))] for theme in THEMES]
    texts = [
        [e.tag for e in _elements(ENGINES["commonmark"](render_brief(_long(), "md", theme)))]
        for theme in THEMES
    ]
    for shapes in (pages, texts):
        assert len({tuple(shape) for shape in shapes}) == len(THEMES) >= 3


def test_the_dossier_is_an_agenda_first() -> None:
    """All dated steps stand in the order of their days, a month behind its days, before the first story."""
    text = render_brief(_long(), "md", "dossier")
    agenda = text[: text.index("## [Audit")]
    assert re.findall(r"- \*\*(.*?):\*\*", agenda) == ["30 November 2026", "8 December 2026", "December 2026"]


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_is_a_mail_and_a_page(theme: str) -> None:
    """Language, direction, title, one h1, one main, both colour schemes, a hidden preheader, print rules."""
    html = render_brief(_long(), "html", theme)
    page = _page(html)
    tags = [tag for tag, _ in page.tags]
    assert tags.count("h1") == 1
    assert ("html", {"lang": "en", "dir": "ltr"}) in page.tags
    assert ("meta", {"name": "color-scheme", "content": "light dark"}) in page.tags
    assert [a["role"] for _, a in page.tags if "role" in a] == ["main"]
    assert "<!--[if mso]><table" in html
    assert "@media print" in html
    assert "@media (prefers-color-scheme: dark)" in html
    assert 'max-height:0;overflow:hidden">Ferry out of service</div>' in html
    assert not re.search(r"src=|url\(|@import|<link|<script|<img|<form|<iframe|data:", html)


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_dark_does_not_need_the_style_block(theme: str) -> None:
    """Whatever the style block recolours has its colour inline too, for clients that drop the block."""
    html = render_brief(_long(), "html", theme)
    recoloured = set(re.findall(r"\.(\w)[^}]*?color:", html[: html.index("</style>")]))
    for element in _elements(html):
        if recoloured & set((element.get("class") or "").split()):
            assert "color" in element.get("style", "") or "solid #" in element.get("style", "")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("words", VECTORS + HEADERS + CALENDARS)
def test_hostile_words_stay_words_in_every_theme(theme: str, words: str) -> None:
    """As title, sentence, name, role, speaker, claim and source they are shown, and nothing is live."""
    made = hostile_brief(words)
    html = render_brief(made, "html", theme)
    assert _live(html) == []
    assert plain(words) in plain(_page(html).text)
    text = render_brief(made, "md", theme)
    for name, engine in ENGINES.items():
        assert _live(f"<p>{engine(text)}") == [], name
        assert "<a " not in engine(text), name


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("url", URLS)
def test_hostile_addresses_are_no_links_in_any_theme(theme: str, url: str) -> None:
    """What is no plain web address is not linked."""
    made = hostile_brief("Ferry stops", url)
    assert "<a " not in render_brief(made, "html", theme)
    assert "](" not in render_brief(made, "md", theme)
    assert "URL:" not in render_brief(made, "ics", theme)


@pytest.mark.parametrize("theme", THEMES)
def test_the_links_of_a_theme_are_the_same_in_every_engine(theme: str) -> None:
    """CommonMark, GFM and Python-Markdown find the same links in the Markdown, those of the articles."""
    text = render_brief(_long(), "md", theme)
    found = {name: re.findall('href="(.*?)"', engine(text)) for name, engine in ENGINES.items()}
    assert found["commonmark"] == found["gfm"] == found["python-markdown"]
    assert len(found["commonmark"]) == 2


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_speaks_the_language_of_the_brief(theme: str) -> None:
    """No template holds a word that a reader sees: all come from the labels or the articles."""
    ours = r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<[^>]*>|&\w+;|briefing verify|sources/|\.txt"
    for source in sources(theme).values():
        bare = re.sub(ours, "", source, flags=re.DOTALL)
        assert re.findall("[A-Za-z]{2,}", bare) == []
    assert labels("en")["answers"] in render_brief(newsroom.morning(), "html", theme)


def test_every_theme_says_what_it_is() -> None:
    """The first words of its HTML template are its description."""
    assert all(about(theme) for theme in THEMES)
    assert DEFAULT in THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_a_long_list_is_cut_in_the_mail_only(theme: str) -> None:
    """Of a thousand listed stories the page names a hundred and counts the others; the Markdown names all."""
    listed = tuple(Also(f"Listed number {n}.", "ferry", None, None) for n in range(1_000))
    made = newsroom.morning(also=listed)
    html, text = render_brief(made, "html", theme), render_brief(made, "md", theme)
    assert (html.count("Listed number"), text.count("Listed number")) == (100, 1_000)
    assert "+ 900</li>" in html


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_day_is_a_brief_in_every_theme(theme: str, format: str) -> None:
    """No story, no agenda, nothing listed: still a whole document."""
    assert render_brief(newsroom.brief([], []), format, theme).endswith("\n")
