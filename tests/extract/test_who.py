"""Whom a brief names: the order, the limit, who is left out."""

from dataclasses import replace

from briefing.extract.names import cast
from briefing.extract.who import MOST, signs_of, who
from briefing.lang.who import who_words
from briefing.model import Article, Cast, Document, Sentence, Span

STORY = """\
Mayor Ilka Brandt of Harrow denied on Monday that the port had paid Tomas Orrell, a contractor from Vantry.
Brandt said the harbour council never saw a bill. "We have nothing to hide," she said.
Orrell told the Harbour Courier that he had been paid twice.
The Lestrian Port Authority said it would look into the contract.
Brandt dismissed the claims as noise. Reuters and CNN reported the case first.
Rain fell in London and in Paris. Some walked past the statue of Edda Moorcroft."""


def document(text: str, title: str | None = None) -> Document:
    """A document of one sentence a full stop."""
    spans, start = [], 0
    for end in (
        i + 1 for i, mark in enumerate(text) if mark == "." and text[i + 1 : i + 2] in ("", " ", "\n")
    ):
        spans.append(Span(start + len(text[start:end]) - len(text[start:end].lstrip()), end))
        start = end
    article = Article(id="a", text=text, title=title)
    return Document(article, tuple(Sentence(i, s, 0) for i, s in enumerate(spans)), ())


def names(made: Document) -> list[str]:
    """Who is named, in order."""
    return [made.article[e.name] for e in who(made, "en", cast(made, "en"), ())]


def test_who_acts_and_speaks_comes_first() -> None:
    """The protagonists lead, each once, under the fullest name."""
    said = names(document(STORY))
    assert said[:2] == ["Ilka Brandt", "Tomas Orrell"]
    assert "Lestrian Port Authority" in said
    assert len(said) == len(set(said))


def test_places_and_mere_reporters_are_not_named() -> None:
    """A place is no party, and an outlet that reports is no news."""
    said = names(document(STORY))
    assert {"London", "Paris", "Reuters", "CNN"}.isdisjoint(said)


def test_at_most_eight_are_named() -> None:
    """However many the article names."""
    people = [f"Senator Aro{c} Vel{c}n, a lawyer, said no." for c in "abcdefghijkl"]
    assert len(names(document(" ".join(people)))) == MOST


def test_a_name_in_the_headline_weighs_more() -> None:
    """The title is evidence, though the words come from the story."""
    plain, titled = (document(STORY, title) for title in (None, "Statue of Moorcroft falls"))
    at = next(
        i for i, e in enumerate(cast(plain, "en").entities) if plain.article[e.name] == "Edda Moorcroft"
    )
    assert "title" not in signs_of(plain, "en", cast(plain, "en"))[at]
    assert signs_of(titled, "en", cast(titled, "en"))[at]["title"] == 1.0


def signs(name: str, made: Document) -> dict[str, float]:
    """The signs of one entity."""
    people = cast(made, "en")
    at = next(i for i, e in enumerate(people.entities) if made.article[e.name] == name)
    return signs_of(made, "en", people)[at]


def test_who_only_reports_is_known_by_role_mark_and_article() -> None:
    """An affiliate, the name in a report's mark, the article's own source and author are outlets."""
    text = "MESK (VNN) – Ilka Brandt told WKRX, a VNN affiliate, no. The Harbour Post asked Tomas Orrell."
    made = document(text)
    assert {n for n in ("VNN", "WKRX") if "outlet" in signs(n, made)} == {"VNN", "WKRX"}
    assert "outlet" not in signs("Harbour Post", made)
    assert "outlet" in signs("Quillport", document("Ilka Brandt won. The daily Quillport said so."))
    article = replace(made.article, source="The Harbour Post", author="Tomas Orrell")
    own = replace(made, article=article)
    assert {n for n in ("Harbour Post", "Tomas Orrell") if "outlet" in signs(n, own)} == {
        "Harbour Post",
        "Tomas Orrell",
    }


def test_a_body_inside_a_role_is_no_party() -> None:
    """ "Head of the Vantry Clinic" names the clinic, but tells of its head."""
    made = document("Ilka Brandt, head of the Vantry Clinic, said no. She left.")
    assert signs("Vantry Clinic", made)["in a role"] == 1.0


def test_according_to_somebody_is_speech() -> None:
    """Who is cited as a source speaks."""
    made = document("Rain fell on Monday, according to the Lestrian Port Authority.")
    assert "speaks" in signs("Lestrian Port Authority", made)


def test_every_sign_has_a_weight() -> None:
    """A sign without a weight would be a bug that nobody sees."""
    made = document(STORY, "Moorcroft")
    known = who_words("en")
    assert known is not None
    signs = {sign for row in signs_of(made, "en", cast(made, "en")).values() for sign in row}
    assert signs <= known.weights.keys()


def test_nobody_is_named_without_words() -> None:
    """A language without a table, a cast without people."""
    made = document(STORY)
    assert who(made, "de", cast(made, "en"), ()) == ()
    assert who(made, "en", Cast((), ()), ()) == ()
    assert names(document("Rain fell.")) == []


def test_the_result_is_the_same_every_time() -> None:
    """Total sort keys: equal scores keep the order of the cast."""
    assert names(document(STORY)) == names(document(STORY))
