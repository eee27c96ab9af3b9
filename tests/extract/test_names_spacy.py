"""Names by somebody else's pipeline: its names and kinds, our offsets; a clear word when it is missing."""

from dataclasses import dataclass
from importlib.util import find_spec

import pytest

from briefing.errors import UsageError
from briefing.extract.spacy_names import spacy_cast, spacy_pipeline
from briefing.model import Article, Cast, Document, Sentence, Span


@dataclass
class Entity:
    """As spaCy names it."""

    start_char: int
    end_char: int
    label_: str


@dataclass
class Page:
    """A text that was read."""

    ents: list[Entity]


def pipeline(text: str) -> Page:
    """Knows two names and a day."""
    labels = {"Orrell": "PERSON", "Vantry": "ORG", "Monday": "DATE"}
    return Page(
        [Entity(text.index(w), text.index(w) + len(w), label) for w, label in labels.items() if w in text]
    )


def document(text: str) -> Document:
    """A document of one sentence."""
    return Document(Article(id="a", text=text), (Sentence(0, Span(0, len(text)), 0),), ())


def test_the_pipeline_says_what_is_a_name_and_of_which_kind() -> None:
    """What it does not name is not named; titles and roles are cut as ever."""
    made = document("Mayor Tomas Orrell told Vantry and Brandt so on Monday.")
    people = spacy_cast(made, "en", pipeline)
    found = {made.article[e.name]: (e.kind, e.role and made.article[e.role]) for e in people.entities}
    assert found == {"Tomas Orrell": ("person", "Mayor"), "Vantry": ("organisation", None)}


def test_a_language_without_names_has_no_cast() -> None:
    """As with the rules."""
    assert spacy_cast(document("Orrell kam."), "de", pipeline) == Cast((), ())


@pytest.mark.skipif(find_spec("spacy") is not None, reason="spaCy is installed here")
def test_without_spacy_the_message_says_so() -> None:
    """One line, no traceback, no silent fallback."""
    with pytest.raises(UsageError, match="spacy:en_small need spaCy, which is not installed"):
        spacy_pipeline("en_small")
