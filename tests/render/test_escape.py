"""What an article says can never become structure, a live link or a terminal escape."""

import re
import unicodedata
from html import unescape

import markdown as python_markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.render.escape import link, markdown, plain
from tests.hostile import MARKDOWN, URLS, VECTORS

_COMMONMARK = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
ENGINES = {
    "commonmark and gfm blocks": _COMMONMARK.render,
    "python-markdown": python_markdown.markdown,
    "python-markdown extra": lambda text: python_markdown.markdown(text, extensions=["extra", "sane_lists"]),
}
# Where words are printed: the Markdown around them, what is read, the tags that may be there, the links.
FRAMES = [
    ("- {} [1:2–3]", "{} [1:2–3]", "ul li p", 0),
    ("## [{}](https://o.example)", "{}", "h2 a", 1),
    ("- **{}** said: x", "{} said: x", "ul li strong p", 0),
]
PIECES = [
    *"*_`[]()<>#-+=~|&\\!.:/@{}^%\"' ",
    "1.",
    "x",
    "com",
    "www.",
    "://",
    "me@evil.com",
    "mailto:",
    "\n",
    "&lt;",
]


def _reads_as(html: str) -> tuple[set[str], int, str]:
    """Tags (code apart), number of links and text of a rendering."""
    html = re.sub(r"</?code>", "", html)
    tags = set(re.findall(r"<(\w+)", html))
    return tags, html.count("<a "), unescape(re.sub(r"<[^>]+>", "", html)).strip()


def _check(words: str) -> None:
    for frame, shown, tags, links in FRAMES:
        for name, render in ENGINES.items():
            found, linked, text = _reads_as(render(frame.format(markdown(words))))
            assert found <= set(tags.split()), (name, words)
            assert linked == links, (name, words)
            assert text == shown.format(plain(words)).strip(), (name, words)


def _addresses(text: str) -> list[str]:
    """What GFM or a linkifying editor would take for an address in Markdown text."""
    bare = re.sub(r"`[^`]*`", " ", re.sub(r"\\[\\`]", " ", text))  # what they part stays apart
    return re.findall(r"www\.|://|@|mailto:|(?<=\w)\.[^\W\d_]{2}", bare)


@pytest.mark.parametrize("words", VECTORS)
def test_words_are_the_same_in_every_markdown(words: str) -> None:
    """Three Markdown engines show exactly the words, folded, and nothing that the frame did not ask for."""
    _check(words)


@pytest.mark.parametrize("words", MARKDOWN)
def test_no_bare_address_is_left_for_an_editor_to_link(words: str) -> None:
    """Outside of code no address is written in a form that GFM or an editor turns into a link."""
    assert _addresses(markdown(words)) == []


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join).filter(str.split))
def test_any_mixture_of_marks_stays_text(words: str) -> None:
    """Markup characters in any order never become structure, and never change what is read."""
    _check(words)
    assert _addresses(markdown(words)) == []


def test_the_engines_can_see_structure() -> None:
    """Unescaped, the same vectors do become structure: the check above is able to fail."""
    seen = [words for words in MARKDOWN if _reads_as(_COMMONMARK.render(f"- {words}"))[0] - {"ul", "li", "p"}]
    assert len(seen) > 10


def test_ordinary_prose_needs_no_escapes() -> None:
    """Figures, abbreviations, quotation marks and dashes are written as they are."""
    words = "U.S. officials said on Nov. 8 that $4.5 million – or 3.5% – was “lost” (again); AT&T's memo!"
    assert markdown(words) == words


@given(st.text())
def test_plain_only_folds_space_and_drops_controls(words: str) -> None:
    """What is printed differs from the article in white space, controls and bidirectional marks only."""
    bidi = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    shown = plain(words)

    def kept(text: str) -> list[str]:
        return [c for c in text if not c.isspace() and unicodedata.category(c) != "Cc" and c not in bidi]

    assert kept(shown) == kept(words)
    assert not any(unicodedata.category(c) == "Cc" or c in bidi for c in shown)
    assert shown == " ".join(shown.split())


@given(st.text())
def test_any_text_comes_out_on_one_line(words: str) -> None:
    """Any text at all can be escaped, and leaves no line break behind."""
    assert "\n" not in markdown(words)


@pytest.mark.parametrize("url", URLS)
def test_only_an_honest_web_address_becomes_a_link(url: str) -> None:
    """Another scheme, a user name, a control character, a space or a broken host: no link."""
    assert link(url) is None


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://news.example/a?b=1&c=2#d", "https://news.example/a?b=1&c=2#d"),
        (" http://News.Example:8080/x ", "http://news.example:8080/x"),
        ("https://zürich.example/ä b".replace(" ", "%20"), "https://xn--zrich-kva.example/%C3%A4%20b"),
        ("https://news.example/(a)\"<b>'*_`[c]", "https://news.example/%28a%29%22%3Cb%3E%27%2A_%60%5Bc%5D"),
        ("https://news.example", "https://news.example"),
    ],
)
def test_a_link_is_percent_encoded(url: str, written: str) -> None:
    """An address leaves with every character encoded that could end a link or an attribute."""
    assert link(url) == written
