"""What is pasted into an editor: structure and nothing else, the same words as HTML and as Markdown."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import markdown as python_markdown
import pytest
from markdown_it import MarkdownIt

from briefing.errors import UnknownName
from briefing.model import Brief, Line, Section
from briefing.render.escape import plain
from briefing.render.paste import paste
from briefing.render.preset import PRESETS
from tests import newsroom
from tests.hostile import URLS, VECTORS
from tests.render.hostile_brief import hostile_brief

ENGINES = {
    "commonmark and gfm": MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render,
    "python-markdown": lambda text: python_markdown.markdown(text, extensions=["extra", "sane_lists"]),
}
SEMANTIC = {"h1", "h2", "h3", "p", "ul", "li", "blockquote", "strong", "em", "a", "hr"}
TITLE, HEADLINE, SOURCE = "Morning brief", "Audit finds hole in harbour fund", "Harbour Courier"
URL = str(newsroom.HARBOUR.url)


class _Tree(HTMLParser):
    """Tags with their attributes, balance checked, and the text of each kind of element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.said: dict[str, list[str]] = {}
        self.feed(html)
        self.close()
        assert self.inside == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("hr", "br"):
            self.inside.append(tag)
            self.said.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("hr", "br"):
            assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.inside:
            self.said[tag][-1] += data

    def count(self, tag: str) -> int:
        """How many elements of that kind there are."""
        return sum(found == tag for found, _ in self.tags)

    def links(self) -> list[str | None]:
        """The addresses of all links."""
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


def _pasted(preset: str, brief: Brief | None = None) -> _Tree:
    return _Tree(paste(brief or newsroom.morning(), preset).html)


def _several() -> Brief:
    """One story told by two outlets, one of whose lines stands in both."""
    told = newsroom.morning().stories[0]
    crack = newsroom.quote(newsroom.FERRY, "Crew said the crack was as long as a hand.")
    also = newsroom.quote(newsroom.HARBOUR, "Auditors have found a gap of $4.2 million")
    what = Section("what", "What", (Line(crack, "rank", also=(also,), sourcing="anonymous"),))
    story = replace(told, articles=("harbour", "ferry"), sections=(what, *told.sections[1:]))
    return newsroom.brief([story], [newsroom.HARBOUR, newsroom.FERRY])


def test_substack_has_its_own_title_and_keeps_rules() -> None:
    """No title, stories as second headings, rules, the source's name as the link."""
    tree = _pasted("substack")
    assert tree.said["h2"] == [HEADLINE, "Also today"]
    assert tree.said["h3"] == ["What", "Who", "Denials", "Next steps"]
    assert (tree.count("h1"), tree.count("hr"), tree.said["a"]) == (0, 2, [SOURCE])


def test_ghost_links_the_headline() -> None:
    """No title, stories as second headings, rules, the headline as the link."""
    tree = _pasted("ghost")
    assert tree.said["h2"] == [HEADLINE, "Also today"]
    assert (tree.count("h1"), tree.count("hr"), tree.said["a"]) == (0, 2, [HEADLINE])


def test_mailchimp_gets_no_heading_at_all() -> None:
    """The brief's title, headings as bold paragraphs, no rules, the source's name as the link."""
    tree = _pasted("mailchimp")
    assert tree.said["strong"][:3] == [TITLE, HEADLINE, "What"]
    assert not {"h1", "h2", "h3", "hr"} & {tag for tag, _ in tree.tags}
    assert tree.said["a"] == [SOURCE]


def test_beehiiv_has_its_own_title_and_no_rules() -> None:
    """No title, stories as second headings, no rules, the source's name as the link."""
    tree = _pasted("beehiiv")
    assert tree.said["h2"] == [HEADLINE, "Also today"]
    assert (tree.count("h1"), tree.count("hr"), tree.said["a"]) == (0, 0, [SOURCE])


def test_buttondown_gets_no_row_of_hyphens() -> None:
    """In Markdown a row of hyphens could be read as front matter; the headline is the link."""
    made = paste(newsroom.morning(), "buttondown")
    assert made.markdown.startswith(f"## [{HEADLINE}]({URL})\n")
    assert "---" not in made.markdown
    assert _Tree(made.html).count("hr") == 0


def test_plain_writes_addresses_out() -> None:
    """For editors that drop links the address can be read; the brief has its title."""
    tree = _pasted("plain")
    assert tree.said["h1"] == [TITLE]
    assert tree.said["a"] == [URL]
    assert f"{SOURCE} <{URL}>" in paste(newsroom.morning(), "plain").markdown


@pytest.mark.parametrize("preset", PRESETS)
def test_a_paste_is_structure_and_nothing_else(preset: str) -> None:
    """Only semantic elements, no class, style, role, identifier or table, links alone have an attribute."""
    tree = _pasted(preset, _several())
    assert {tag for tag, _ in tree.tags} <= SEMANTIC
    assert all(set(attributes) == ({"href"} if tag == "a" else set()) for tag, attributes in tree.tags)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("engine", ENGINES)
def test_the_markdown_says_the_same(preset: str, engine: str) -> None:
    """Rendered by either engine, the Markdown has the structure, the links and the words of the HTML."""
    made = paste(_several(), preset)
    html, rendered = _Tree(made.html), _Tree(ENGINES[engine](made.markdown))
    for tag in SEMANTIC - {"p"}:
        assert rendered.count(tag) == html.count(tag), tag
    assert rendered.links() == html.links()
    assert _words(ENGINES[engine](made.markdown)) == _words(made.html)


def _words(html: str) -> list[str]:
    """The words of a page, those of two blocks never run together."""
    apart = re.sub(r"</(?:p|li|h\d|blockquote)>", " ", html)
    return unescape(re.sub(r"<[^>]+>", "", apart)).split()


@pytest.mark.parametrize("words", VECTORS)
@pytest.mark.parametrize("preset", ["mailchimp", "ghost", "plain"])
def test_hostile_words_stay_words(words: str, preset: str) -> None:
    """Whatever an article says, a paste has only our elements, no link, and shows the words."""
    made = paste(hostile_brief(words), preset)
    tree = _Tree(made.html)
    assert {tag for tag, _ in tree.tags} <= SEMANTIC
    assert "a" not in {tag for tag, _ in tree.tags}
    assert plain(words) in plain(unescape(re.sub(r"<[^>]+>", "", made.html)))
    for render in ENGINES.values():
        assert not set(re.findall(r"<(\w+)", render(made.markdown))) - SEMANTIC - {"code"}
        assert "<a " not in render(made.markdown)


@pytest.mark.parametrize("url", URLS)
@pytest.mark.parametrize("preset", PRESETS)
def test_a_hostile_address_is_no_link(url: str, preset: str) -> None:
    """An address that cannot be trusted is in no paste."""
    made = paste(hostile_brief("Ferry stops", url), preset)
    assert "href" not in made.html
    assert not re.search(r"\]\(|<http", made.markdown)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_story_of_several_sources_names_them_behind_its_lines(preset: str) -> None:
    """Where a story has one source its head says it; where it has more, each line names its own, once."""
    text = re.sub(r"<[^>]+>", "", paste(_several(), preset).html)
    assert re.search(r"long as a hand\. unnamed source \(Ellery Radio, Harbour Courier[^)]*\)", text)
    assert re.search(r"The claim: .* accounts \(Harbour Courier[^)]*\)", text)
    assert "(Harbour" not in re.sub(r"<[^>]+>", "", paste(newsroom.morning(), preset).html)


def test_an_answer_that_is_printed_elsewhere_is_pointed_to() -> None:
    """A denial that What prints already says who denied, and where the words are."""
    said = newsroom.quote(newsroom.HARBOUR, "“I never touched the money,” Dunn said.")
    dunn = newsroom.quote(newsroom.HARBOUR, "Mara Dunn")
    denied = Line(said, "denial", speaker=dunn, stance="denied", certainty="explicit", see="what")
    sections = (Section("what", "What", (Line(said, "rank"),)), Section("denials", "Denials", (denied,)))
    tree = _pasted("ghost", newsroom.single(newsroom.HARBOUR, sections=sections))
    assert "Mara Dunn denied, see What" in tree.said["p"]
    assert "blockquote" not in tree.said


def test_an_allegation_without_an_answer_says_so_before_its_words() -> None:
    """Two quotations never touch: Markdown engines would make one of them."""
    alleged = Line(newsroom.quote(newsroom.FERRY, "Crew said"), "allegation", unanswered=True)
    told = newsroom.single(
        newsroom.FERRY, alleged, replace(alleged, quote=newsroom.quote(newsroom.FERRY, "noon"))
    )
    assert _pasted("ghost", told).said["p"].count("no answer in this article") == 2


def test_a_day_without_news_can_be_pasted() -> None:
    """An empty brief is a sentence."""
    assert paste(newsroom.brief([], []), "ghost").markdown == "*No news today.*\n"


def test_a_source_without_a_name_is_still_linked() -> None:
    """The word for a source stands in for its name."""
    unnamed = replace(newsroom.HARBOUR, source=None)
    assert _pasted("substack", newsroom.single(unnamed)).said["a"] == ["source"]


def test_an_unknown_preset_is_told_with_what_is_known() -> None:
    """A wrong name is answered with the right ones."""
    with pytest.raises(UnknownName, match="ghost"):
        paste(newsroom.morning(), "gost")
