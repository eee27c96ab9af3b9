"""JSON lines, objects, arrays, JSON Feed and ninjs."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read import read


def everything(data: object, name: str = "desk.json") -> list[Article | InputError]:
    """What is read from a JSON value, or from text as it stands."""
    text = data if isinstance(data, str) else json.dumps(data)
    return list(read(Raw(text.encode(), name)))


def one(data: object, name: str = "desk.json") -> Article:
    """The only article of a document."""
    (found,) = everything(data, name)
    assert isinstance(found, Article), found
    return found


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_text_is_the_string_character_for_character(noise: str) -> None:
    """Whatever a record's text holds, `text` is exactly that."""
    assert one({"text": f"x{noise}"}).text == f"x{noise}"


def test_the_fields_of_a_record_are_the_articles() -> None:
    """Known keys describe the article, all others are ignored."""
    article = one(
        {
            "id": "a-1",
            "text": "The harbour authority denied it.",
            "title": "Denied",
            "source": "Courier",
            "url": "https://courier.example/1",
            "author": "Ola Brandt",
            "published": "2026-03-04T05:06:07Z",
            "language": "en_GB",
            "summary": "never read",
            "body": ["neither"],
        }
    )
    assert (article.id, article.title, article.source, article.author) == (
        "a-1",
        "Denied",
        "Courier",
        "Ola Brandt",
    )
    assert article.published == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert (article.url, article.language, article.notes) == ("https://courier.example/1", "en", ())


def test_several_authors_are_named_in_one_line() -> None:
    """A list of names, or of objects with a name, is joined."""
    assert (
        one({"text": "x", "author": ["Ola Brandt", {"name": "Wim Zee"}, 5]}).author == "Ola Brandt, Wim Zee"
    )


def test_a_repeated_title_is_found_in_the_text() -> None:
    """Where the text repeats its title, that is set aside, whatever its stops and line ends."""
    article = one(
        {
            "title": "Treasurer denies: 'not me'; hearing due",
            "text": "TREASURER DENIES: ‘NOT ME’;\nHearing due.\n\nX.",
        }
    )
    assert [article[f.span] for f in article.head] == ["TREASURER DENIES: ‘NOT ME’;\nHearing due."]


def test_a_lede_that_begins_with_the_title_is_no_title() -> None:
    """A sentence that only starts like the title stays a sentence."""
    assert one({"title": "Treasurer denies", "text": "Treasurer denies all.\n\nMore."}).title_span is None


def test_an_array_gives_its_articles_in_order() -> None:
    """An item that is none is an error in its place, and the rest goes on."""
    found = everything([{"id": "a", "text": "One."}, 5, {"id": 7, "text": "Two."}])
    assert [item.id if isinstance(item, Article) else str(item) for item in found] == [
        "a",
        'desk.json:2: not a JSON object with a "text"',
        "7",
    ]


def test_a_bad_line_is_one_failure_that_names_it() -> None:
    """JSON lines go on behind a broken line."""
    found = everything('{"id": "a", "text": "One."}\n{broken\n\n{"id": "b", "text": "Two."}\n', "desk.jsonl")
    assert [item.id if isinstance(item, Article) else item.origin for item in found] == [
        "a",
        "desk.jsonl:2",
        "b",
    ]


def test_a_text_without_an_id_gets_a_stable_one() -> None:
    """Ids come from the address, else from source and text."""
    assert one({"text": "A b."}).id == one({"text": "A b.", "title": "t"}).id
    assert one({"text": "A b."}).id != one({"text": "A b.", "source": "Courier"}).id
    address = {"url": "https://courier.example/1#top"}
    assert one({"text": "A b.", **address}).id == one({"text": "A c.", **address}).id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"text": "x\\ud800"}', "lone surrogate U+D800"),
        ('{"text": "x", "title": "\\udfff"}', "lone surrogate U+DFFF"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": " \\n "}', "no words"),
        ('{"text": 5}', 'no "text"'),
        ('{"title": "x"}', 'no "text"'),
        ("[]", "holds no article"),
        ('"a string"', "not a JSON object"),
        ("null", "not a JSON object"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "cut', "not JSON"),
    ],
)
def test_a_record_that_is_no_article_is_refused(text: str, reason: str) -> None:
    """Each refusal is one line that says why."""
    (found,) = everything(text)
    assert isinstance(found, InputError)
    assert reason in str(found)
    assert "\n" not in str(found)


def test_a_json_feed_is_known_by_its_content() -> None:
    """Items of a JSON Feed are articles; markup becomes text, and the feed answers for its items."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Courier",
        "language": "en-GB",
        "items": [
            {
                "id": "1",
                "url": "https://courier.example/1",
                "content_html": "<p>The fee was <b>denied</b>.</p><p>A hearing is due.</p><script>x</script>",
                "authors": [{"name": "Ola Brandt"}, {"name": "Wim Zee"}],
            },
            {"id": "2", "content_text": "Plain words."},
            {"id": "3"},
        ],
    }
    first, second, third = everything(feed)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == "The fee was denied.\n\nA hearing is due."
    assert (first.source, first.author, first.language) == ("Harbour Courier", "Ola Brandt, Wim Zee", "en")
    assert second.text == "Plain words."
    assert str(third) == 'desk.json:3: no "text" in this record'


@pytest.mark.parametrize(
    "body",
    [
        {"headline": "Denied", "body_text": "The fee was denied."},
        {"headline": "Denied", "body_xhtml": "<p>The fee was denied.</p>"},
        {
            "headlines": [{"role": "main", "value": "Denied"}],
            "bodies": [{"contenttype": "text/html", "value": "<p>The fee was denied.</p>"}],
        },
    ],
)
def test_ninjs_is_known_by_its_content(body: dict[str, object]) -> None:
    """A news item of a wire agency is an article, in each version of the format."""
    article = one({"uri": "https://wire.example/9", "versioncreated": "2026-03-04T05:06:07Z", **body})
    assert (article.id, article.title, article.text) == (
        "https://wire.example/9",
        "Denied",
        "The fee was denied.",
    )
    assert article.published is not None
