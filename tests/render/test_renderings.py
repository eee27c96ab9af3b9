"""What the formats print of a brief, and that they print nothing else."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from briefing.errors import UnknownName
from briefing.model import Line, Section
from briefing.render import FORMATS, edition, render_brief
from briefing.render.escape import plain
from tests import newsroom
from tests.hostile import URLS, VECTORS
from tests.render.hostile_brief import hostile_brief

VOID = {"meta", "br"}
TAGS = {"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "h3", "p"} | {
    *("ul", "ol", "li", "a", "b", "i", "span", "blockquote", "br")
}


class _Page(HTMLParser):
    """Reads a page and refuses what is not balanced."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {tag}"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _page(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


def _links(html: str) -> Iterator[str | None]:
    return (attributes.get("href") for tag, attributes in _page(html).tags if tag == "a")


def test_markdown_shows_every_block_of_a_story() -> None:
    """Headline, source and date, What, Who, Denials with the claim, Next steps with the date, the foot."""
    text = render_brief(newsroom.morning(), "md")
    for shown in (
        "## [Audit finds hole in harbour fund](https://courier.example/news/audit?id=7&page=1)",
        "Harbour Courier · 23 November 2026",
        "- Auditors have found a gap of $4.2 million in the Port Ellery harbour fund. [1:34–108]",
        "Mara Dunn – harbour authority's treasurer [1:133–153]; Joel Reyes – Harbour master [1:258–283]",
        "- **Mara Dunn** said: “I never touched the money,” Dunn said. [1:218–257]",
        "    - The claim: moved the money through two private accounts [1:155–199]",
        "- **Joel Reyes** declined to comment: Harbour master Joel Reyes declined to comment. [1:258–304]",
        "- **8 December 2026:** The council will vote on a full inquiry on 8 December. [1:306–360]",
        "## Also today",
        "- Ferry out of service · Ellery Radio",
        "## Not covered today",
        "1. [Audit finds hole in harbour fund](https://courier.example/news/audit?id=7&page=1)"
        " · Harbour Courier · 23 November 2026",
    ):
        assert f"{shown}\n" in text


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_an_implied_denial_is_never_worded_as_a_denial(format: str) -> None:
    """What somebody only said is introduced by "said"."""
    text = plain(re.sub("<[^>]+>|[*]", "", render_brief(newsroom.morning(), format)))
    assert "Mara Dunn said" in text
    assert "Mara Dunn denied" not in text


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_a_line_that_another_section_prints_is_only_pointed_to(format: str) -> None:
    """A denial that What already prints says so and does not repeat the words."""
    words = newsroom.quote(newsroom.HARBOUR, "“I never touched the money,” Dunn said.")
    dunn = newsroom.quote(newsroom.HARBOUR, "Mara Dunn")
    denied = Line(words, "denial", speaker=dunn, stance="denied", certainty="explicit", see="what")
    sections = (
        Section("what", "What", (Line(words, "rank"),)),
        Section("denials", "Denials", (denied,)),
    )
    made = newsroom.single(newsroom.HARBOUR, sections=sections)
    text = plain(re.sub("<[^>]+>|[*]", "", render_brief(made, format)))
    assert text.count("never touched the money") == 1
    assert "Mara Dunn denied, see What" in text


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_an_allegation_without_an_answer_says_so(format: str) -> None:
    """An unanswered allegation is printed with the fact that the article has no answer."""
    alleged = Line(newsroom.quote(newsroom.FERRY, "Crew said"), "allegation", unanswered=True)
    assert "no answer in this article" in render_brief(newsroom.single(newsroom.FERRY, alleged), format)


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_a_claim_inside_its_answer_is_not_repeated(format: str) -> None:
    """When the denial's own sentence states the claim, the claim is not printed a second time."""
    said = newsroom.quote(newsroom.FERRY, "Crew said the crack was as long as a hand.")
    claim = newsroom.quote(newsroom.FERRY, "the crack was as long as a hand")
    line = Line(said, "denial", stance="denied", certainty="explicit", claim=claim)
    assert render_brief(newsroom.single(newsroom.FERRY, line), format).count("long as a hand") == 1


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_empty_sections_disappear(format: str) -> None:
    """A section without lines leaves no heading behind, and neither does an empty foot."""
    sections = (Section("what", "What", ()), Section("denials", "Denials", ()))
    text = render_brief(newsroom.single(newsroom.FERRY, sections=sections), format)
    assert not re.search("What|Denials|Also today|Not covered|held", re.sub("<style.*?</style>", "", text))


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_a_section_nobody_knew_needs_no_template(format: str) -> None:
    """A section with a new key prints like any other."""
    sections = (Section("numbers", "In figures", (Line(newsroom.quote(newsroom.FERRY, "noon"), "x"),)),)
    text = render_brief(newsroom.single(newsroom.FERRY, sections=sections), format)
    assert "In figures" in text
    assert "noon" in text


@pytest.mark.parametrize("format", ["md", "html", "txt"])
def test_a_day_without_stories_says_so(format: str) -> None:
    """An empty brief is a brief."""
    assert "No news today." in render_brief(newsroom.brief([], []), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_rendering_is_the_same_every_time(format: str) -> None:
    """The same brief gives the same bytes."""
    assert render_brief(newsroom.morning(), format) == render_brief(newsroom.morning(), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_rendering_ends_with_one_line_break(format: str) -> None:
    """Every file ends as a text file does."""
    text = render_brief(newsroom.morning(), format)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_plain_text_fits_an_old_screen() -> None:
    """No line of the text is longer than 72 characters, addresses apart."""
    lines = render_brief(newsroom.morning(), "txt").splitlines()
    assert [line for line in lines if len(line) > 72 and "://" not in line] == []


@pytest.mark.parametrize("words", VECTORS)
def test_a_hostile_article_stays_text_in_html(words: str) -> None:
    """Whatever an article says, the page is balanced, has only our tags and links, and shows the words."""
    page = _page(render_brief(hostile_brief(words), "html"))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert not [a for _, attributes in page.tags for a in attributes if a.startswith("on") or a == "src"]
    assert not [tag for tag, _ in page.tags if tag == "a"]
    assert plain(words) in plain(page.text)


@pytest.mark.parametrize("words", VECTORS)
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_reaches_a_terminal(words: str, format: str) -> None:
    """No control or bidirectional character leaves in any format."""
    text = render_brief(hostile_brief(words), format).replace(
        "\r\n", "\n"
    )  # mails and calendars end lines so
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text) == []


@pytest.mark.parametrize("url", URLS)
def test_a_hostile_address_is_no_link(url: str) -> None:
    """A story whose address cannot be trusted is printed without a link."""
    made = hostile_brief("Ferry stops", url)
    assert list(_links(render_brief(made, "html"))) == []
    assert "](" not in render_brief(made, "md")


def test_a_page_links_only_to_its_articles() -> None:
    """Every link of a page is the address of an article of the brief."""
    assert set(_links(render_brief(newsroom.morning(), "html"))) == {newsroom.HARBOUR.url}


def test_a_page_loads_nothing() -> None:
    """A page has no script, picture, font, form or style sheet to fetch."""
    html = render_brief(newsroom.morning(), "html")
    assert not re.search(r"src=|url\(|@import|<link|<script|<img|<form|<iframe", html)


def test_unknown_formats_and_templates_are_told_with_what_is_known() -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(UnknownName, match="known: eml, html, ics, json, md, preview, txt"):
        render_brief(newsroom.morning(), "pdf")
    with pytest.raises(UnknownName, match="newsletter"):
        render_brief(newsroom.morning(), "md", "newsleter")


def test_an_edition_holds_its_record_and_sources_whatever_is_asked() -> None:
    """The folder of a brief can always be verified: brief.json and the texts are in it."""
    files = edition(newsroom.morning(), ["md"])
    assert [name for name in files if "/" not in name] == ["brief.md", "brief.json"]
    assert sorted(text for name, text in files.items() if name.startswith("sources/")) == sorted(
        article.text for article in newsroom.morning().articles
    )


def test_an_inbox_previews_what_the_subject_does_not_say() -> None:
    """The first words of the page are the headlines after the first."""
    ferry = newsroom.single(newsroom.FERRY).stories[0]
    both = newsroom.brief([*newsroom.morning().stories, ferry], [newsroom.HARBOUR, newsroom.FERRY])
    assert _page(render_brief(both, "html")).text.split("}\n")[-1].split()[:4] == [
        *["Ferry", "out", "of", "service"]
    ]
