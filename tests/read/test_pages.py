"""Web pages: main text, what they say of themselves, hostile markup."""

import time
from datetime import UTC, datetime

import pytest

from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read import read
from briefing.read.markup import shallow

BODY = "".join(
    f"<p>The harbour master of Port Avon said on day {day} that nobody had paid the fee he had asked for.</p>"
    for day in range(1, 7)
)
PAGE = f"""<!doctype html><html lang="en-GB"><head><title>Fee denied | Harbour Courier</title>
<meta property="og:title" content="Harbour master denies the fee">
<meta property="og:site_name" content="Harbour Courier">
<meta name="author" content="Ola Brandt">
<link rel="canonical" href="https://courier.example/fee">
<script type="application/ld+json">{{"@type": "Article", "datePublished": "2026-03-04T05:06:07Z"}}</script>
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour master denies the fee</h1>{BODY}</article>
<section class="comments"><h2>Comments</h2><p>Reader one: I do not believe a word of it, sorry.</p></section>
</body></html>"""


def everything(page: str | bytes, origin: str = "page.html") -> Article | InputError:
    """The one thing that is read from a page."""
    (found,) = read(Raw(page if isinstance(page, bytes) else page.encode(), origin))
    return found


def one(page: str | bytes, origin: str = "page.html") -> Article:
    """The article of a page."""
    found = everything(page, origin)
    assert isinstance(found, Article), found
    return found


def test_the_text_of_a_page_is_its_article() -> None:
    """Paragraphs stand apart by blank lines; navigation and comments are left out."""
    article = one(PAGE)
    assert article.text.count("\n\n") >= 5
    assert "day 6 that nobody had paid" in article.text
    assert "Sport" not in article.text
    assert "believe a word" not in article.text


def test_a_page_says_who_published_it_where_and_when() -> None:
    """Title, site, author, canonical address, moment and language come from the page's own declarations."""
    article = one(PAGE)
    assert (article.title, article.source, article.author) == (
        "Harbour master denies the fee",
        "Harbour Courier",
        "Ola Brandt",
    )
    assert (article.url, article.language) == ("https://courier.example/fee", "en")
    assert article.published == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert article.notes == ()


def test_a_page_without_a_date_has_none() -> None:
    """A date in the story, an attribute or a copyright line is not a date of publication."""
    story = f"<article a1995=1><h1>Fee</h1>{BODY}<p>On 3 March 2019 it rained.</p></article>"
    page = f"<html><body>{story}© 2021</body></html>"
    assert one(page).published is None


def test_a_fetched_page_cannot_pass_for_another_site() -> None:
    """The address it was fetched from is kept when it names another host, and the user is told."""
    article = one(PAGE, "https://evil.example/x")
    assert article.url == "https://evil.example/x"
    assert "courier.example" in article.notes[0]
    assert one(PAGE, "https://courier.example/fee?utm=1").url == "https://courier.example/fee"


def test_a_page_is_known_by_its_content() -> None:
    """A page is a page under any name."""
    assert one(PAGE, "saved.txt").title == "Harbour master denies the fee"


def test_a_page_without_a_story_is_read_whole() -> None:
    """Where no main text stands out, all words are read, and the user is told."""
    article = one("<title>n</title><b>The minister denied it.</b> <div>A hearing is due.</div>")
    assert "The minister denied it." in article.text
    assert "A hearing is due." in article.text


@pytest.mark.parametrize(
    "page", ["<", "<html></html>", "<html><head><title>Only a title</title></head></html>", " \n"]
)
def test_a_page_without_words_is_refused(page: str) -> None:
    """Markup alone is no article."""
    assert isinstance(everything(page), InputError)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "<!doctype html><title>n</title>" + "<div>" * 50_000 + "<p>The minister denied it.",
            "The minister denied it.",
        ),
        ("<title>n</title>" + "<blockquote>" * 5_000 + "The minister denied it.", "The minister denied it."),
        ("<p>" + "<div>" * 50_000 + "The minister denied it." + "</div>" * 50_000, "The minister denied it."),
        ("<title>n</title>" + "<b><i>" * 30_000 + "The minister denied it.", "The minister denied it."),
        ("<title>n<p>The minister denied it.<b><i><table><tr><td>A hearing is due.", "A hearing is due."),
        (
            "<title>n</title><p "
            + " ".join(f"a{n}=1" for n in range(20_000))
            + ">The minister denied it.</p>",
            "The minister denied it.",
        ),
        ("<html><body><p>" + "word " * 200_000 + "end.</p></body></html>", "end."),
    ],
    ids=["nested", "quoted", "closed", "inline", "unclosed", "attributes", "megabyte"],
)
def test_hostile_markup_loses_no_text_and_no_time(page: str, words: str) -> None:
    """Depth, width and size neither hang the parser nor swallow the story."""
    start = time.process_time()
    assert words in one(page).text
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "junk", ["<!--" * 50_000, "<a" * 50_000, "<script>" * 50_000, '<p a="' * 50_000, "<" * 200_000]
)
def test_unfinished_markup_takes_linear_time(junk: str) -> None:
    """Markup that never ends is passed over in one go."""
    start = time.process_time()
    shallow(junk)
    assert time.process_time() - start < 1


def test_a_shallow_page_is_left_as_it_is() -> None:
    """Nothing is taken from a page that can be parsed."""
    assert shallow(PAGE).text == PAGE


def test_a_page_of_too_many_tags_is_refused() -> None:
    """What would take seconds to parse is refused by a limit that the message names."""
    assert "more than 60000" in str(everything("<html><body>" + "<p>The minister denied it.</p>" * 40_000))
