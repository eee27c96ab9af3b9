"""Markdown's marks are not the story."""

from briefing.clean import clean
from briefing.model import Article, Document

TEXT = """The bridge of Lower Quell will close in May, the board said on Monday.

![The bridge at noon. Photo by Jo Finn](bridge.jpg "Bridge")

## What happens now

- A crane will lift the deck on 3 May.
* The ferry will sail every hour - at first.

***

The mayor, Ada Brandt, gave the #quellbridge campaign 5 - 10 days. It was her 2nd * of the year.
"""


def document(text: str = TEXT) -> Document:
    """The text, cleaned."""
    return clean(Article("a", text), "en")


def test_pictures_headings_and_rules_are_set_aside() -> None:
    """An image with its words, a heading inside the story and a thematic break go, each by its rule."""
    d = document()
    assert [(f.rule, d.article[f.span][:12]) for f in d.furniture] == [
        ("caption", "![The bridge"),
        ("crosshead", "## What happ"),
        ("bullet", "-"),
        ("bullet", "*"),
        ("separator", "***"),
    ]


def test_a_list_item_begins_at_its_words() -> None:
    """The mark of a list item is furniture; the item is a sentence of the story without it."""
    said = [document().text(s) for s in document().sentences]
    assert "A crane will lift the deck on 3 May." in said
    assert "The ferry will sail every hour - at first." in said


def test_marks_inside_a_line_stay() -> None:
    """A hashtag, a dash between numbers and a lone star are words of the story."""
    said = " ".join(document().text(s) for s in document().sentences)
    assert "#quellbridge campaign 5 - 10 days" in said
    assert "2nd * of the year" in said


def test_a_text_of_nothing_but_marks_is_no_story() -> None:
    """Rules and headings alone leave no sentence."""
    assert document("## Quell\n\n***\n").sentences == ()
