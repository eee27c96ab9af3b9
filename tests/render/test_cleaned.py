"""What `briefing clean` prints is safe on a terminal."""

from dataclasses import replace

from briefing.model import Document, Furniture, Sentence, Span
from briefing.render.cleaned import removed, story_text
from tests import newsroom


def _document() -> Document:
    text = "One\x1b[31m two.\n\nThree\r four.\u202e Five."
    article = replace(newsroom.FERRY, text=text, origin="in\x1b[0m.txt", title_span=None)
    sentences = (Sentence(0, Span(0, 13), 0), Sentence(1, Span(15, 28), 1))
    return Document(article, sentences, (Furniture(Span(28, len(text)), "appeal"),))


def test_a_story_is_printed_by_paragraph_without_controls() -> None:
    """A paragraph a block; control and bidirectional characters stay behind."""
    assert story_text(_document()) == "One[31m two.\n\nThree four.\n"


def test_what_was_set_aside_is_one_line_with_its_rule() -> None:
    """Origin, offsets, rule and words of every stretch, safe to print."""
    assert removed(_document()) == "in[0m.txt:28-34\tappeal\tFive."
