"""Plain text and Markdown: exact text, header, headline."""

import time
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read import read

STORY = (
    "The harbour authority of Port Avon denied on Monday that it had paid for cranes that never came.\n\n"
    "Its treasurer, Ida Marsh, said she had never touched the money. A hearing is due on Thursday.\n"
)


def one(text: str | bytes, name: str = "story.txt") -> Article:
    """The article of a file."""
    (found,) = read(Raw(text if isinstance(text, bytes) else text.encode(), name))
    assert isinstance(found, Article), found
    return found


def refusal(data: bytes, name: str = "story.txt") -> str:
    """Why a file is not read."""
    (found,) = read(Raw(data, name))
    assert isinstance(found, InputError), found
    return str(found)


@given(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
    st.sampled_from([".txt", ".md"]),
)
def test_text_is_the_input_character_for_character(noise: str, suffix: str) -> None:
    """Whatever stands in a text file, `text` is exactly that, and the title is a slice of it."""
    given_text = f"x {noise}"
    article = one(given_text, f"story{suffix}")
    assert article.text == given_text
    assert article.title_span is None or article[article.title_span] == article.title


def test_line_ends_tabs_and_the_byte_order_mark_stay() -> None:
    """A byte order mark is set aside as furniture, and CRLF and tabs are kept."""
    text = (
        "\ufeffHarbour authority denies paying for cranes\r\n\r\n"
        + STORY.replace("\n", "\r\n")
        + "\tEnd.\r\n"
    )
    article = one(text)
    assert article.text == text
    assert [(article[piece.span], piece.rule) for piece in article.head] == [("\ufeff", "bom")]
    assert article.title == "Harbour authority denies paying for cranes"


def test_key_value_lines_describe_the_article() -> None:
    """`Key: value` lines at the top give the fields, and are set aside."""
    article = one(
        "Title: Cranes that never came\nSource: The Harbour Courier\nURL: https://courier.example/1\n"
        "Author: Ola Brandt\nDate: 7 September 2016\nLanguage: en-GB\n\n" + STORY
    )
    assert (article.title, article.source, article.author) == (
        "Cranes that never came",
        "The Harbour Courier",
        "Ola Brandt",
    )
    assert (article.url, article.published, article.language) == (
        "https://courier.example/1",
        date(2016, 9, 7),
        "en",
    )
    assert article.head[0].rule == "front_matter"
    assert article[article.head[0].span].endswith("en-GB\n")
    assert article.title_span
    assert article[article.title_span] == article.title


def test_front_matter_describes_the_article() -> None:
    """YAML-style front matter gives the fields, quotes or not, and is set aside."""
    article = one(
        '---\ntitle: "Cranes: the missing five"\ndate: 2016-09-07T08:30:00+02:00\ntags: [a, b]\n---\n\n'
        + STORY,
        "a.md",
    )
    assert article.title == "Cranes: the missing five"
    assert article.published == datetime(2016, 9, 7, 8, 30, tzinfo=timezone(timedelta(hours=2)))
    assert article[article.head[0].span].startswith("---\ntitle")


def test_a_headline_with_a_colon_is_no_header() -> None:
    """One line that only looks like a header is the headline."""
    article = one("Source: harbour treasurer to resign over missing cranes\n\n" + STORY)
    assert article.title == "Source: harbour treasurer to resign over missing cranes"
    assert article.source is None


def test_a_headline_repeated_below_its_header_is_found_there() -> None:
    """A body's own copy of the title, with a stop, is set aside; the title's place has its very words."""
    article = one(f"Title: Cranes that never came\nSource: Courier\n\nCranes that never came.\n\n{STORY}")
    assert article.title_span
    assert article[article.title_span] == article.title == "Cranes that never came"
    assert [article[f.span] for f in article.head if f.rule == "title"] == ["Cranes that never came."]


def test_a_markdown_heading_is_the_headline_without_its_marks() -> None:
    """`#` and underlines are set aside as markup."""
    for text in (f"# Cranes that never came\n\n{STORY}", f"Cranes that never came\n===\n\n{STORY}"):
        article = one(text, "a.md")
        assert article.title == "Cranes that never came"
        assert [piece.rule for piece in article.head] == ["markup"]


def test_an_unclear_date_is_a_note_and_no_date() -> None:
    """A date that could be two days is not guessed."""
    article = one(f"Title: Cranes\nDate: 03/04/2016\n\n{STORY}")
    assert article.published is None
    assert article.notes == ("date not understood, left out: '03/04/2016'",)


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    """Only http and https make a link."""
    article = one(f"Title: Cranes\nURL: javascript:alert(1)\n\n{STORY}")
    assert article.url is None
    assert "javascript" in article.notes[0]


def test_ids_are_stable_and_tell_texts_apart() -> None:
    """The same input has the same id, another text another one."""
    assert one(STORY).id == one(STORY).id
    assert one(STORY).id != one(STORY + "More.").id
    assert len(one(STORY).id) == 12


@pytest.mark.parametrize("data", [b" \n\t\r\n", "\u00a0".encode(), b"...\n---\n"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    """White space and dots are no article."""
    assert refusal(data) == "story.txt: no words in it"


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied it. " + "." * 200_000,
        "The minister" + " " * 200_000 + "denied it.",
        "“" * 50_000 + " he said. " + '"' * 50_000,
        "A" * 200_000 + " denied it.",
        "U.S." * 50_000 + " denied it.",
        "a@" * 50_000 + "b",
        "word " * 200_000,
        "x" * 1_000_000 + ".",
        "\n" * 500_000 + "The minister denied it.",
        "Title: x\n" * 50_000,
        "---\n" + "a: b\n" * 50_000,
        "word\n \t" * 50_000,
    ],
    ids=lambda text: f"{text[:12]!r}",
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    """No pattern goes back and forth over long runs of one thing."""
    start = time.process_time()
    assert one(text).text == text
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brief.docx", b"words"),
        ("book.epub", b"words"),
        ("letter.doc", b"words"),
    ],
)
def test_kinds_that_are_not_read_are_refused_by_name(name: str, data: bytes) -> None:
    """An office document is not taken for plain text."""
    assert "this kind of file is not read" in refusal(data, name)


def test_a_name_without_a_suffix_is_read_by_content() -> None:
    """JSON and markup are known without a name, anything else is plain text."""
    assert one('{"text": "The minister denied it."}', "-").text == "The minister denied it."
    assert one("<p>The minister denied it.</p>", "-").text == "The minister denied it."
    assert one("The minister denied it.", "notes").text == "The minister denied it."
