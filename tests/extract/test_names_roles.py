"""The role printed beside a name: where it is, where it ends, and where there is none."""

import pytest

from briefing.extract.names import cast
from briefing.model import Article, Document, Sentence, Span


def role(name: str, *sentences: str) -> str | None:
    """The role words of one name."""
    return _shown(name, *sentences)[0]


def _shown(name: str, *sentences: str) -> tuple[str | None, str]:
    text = " ".join(sentences)
    spans, at = [], 0
    for line in sentences:
        at = text.index(line, at)
        spans.append(Span(at, at + len(line)))
        at += len(line)
    article = Article(id="a", text=text)
    people = cast(Document(article, tuple(Sentence(i, s, 0) for i, s in enumerate(spans)), ()), "en")
    entity = next(e for e in people.entities if article[e.name] == name)
    return (article[entity.role] if entity.role else None), article[entity.shows]


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("Castellan spokesperson", "Castellan spokesperson Ilka Brandt declined to comment."),
        ("Valk campaign chairman", "They named Valk campaign chairman Ilka Brandt."),
        ("U.S. National Security Advisor", "They met U.S. National Security Advisor Ilka Brandt."),
        ("former Secretary of State", "They met former Secretary of State Ilka Brandt."),
        ("former secretary of State", "They met former secretary of State Ilka Brandt."),
        ("panel Chairman Rep.", "It was panel Chairman Rep. Ilka Brandt."),
        ("Police Chief", "It was Police Chief Ilka Brandt."),
        ("St. Orrin County Police Chief", "It was St. Orrin County Police Chief Ilka Brandt."),
        ("Sen.", "They asked Sen. Ilka Brandt."),
        ("Attorney General", "“No,” said Attorney General Ilka Brandt, a Democrat, on Monday."),
        ("Vantry's foremost critic", "They shot Vantry's foremost critic Ilka Brandt."),
        ("actor and comedian", "Then actor and comedian Ilka Brandt sang."),
        ("Harrow police Det.", "“No,” said Harrow police Det. Ilka Brandt on Monday."),
        ("instructor", "It was loud, according to instructor Ilka Brandt."),
        ("Labour MP", "Labour MP Ilka Brandt said no."),
        ("Democratic rival", "Polls show Democratic rival Ilka Brandt is ahead."),
        ("goalkeeper", "He shot past goalkeeper Ilka Brandt."),
        ("Retired neurosurgeon", "Retired neurosurgeon Ilka Brandt went on air."),
    ],
)  # fmt: skip
def test_a_role_before_the_name(expected: str, sentence: str) -> None:
    """Over its modifiers, back to an article, a preposition or a verb."""
    assert role("Ilka Brandt", sentence) == expected


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("mayor of Harrow", "Ilka Brandt, the mayor of Harrow, denied it."),
        ("lawyer for the company", "“No,” said Ilka Brandt, a lawyer for the company."),
        ("38-year-old painter from Leeds", "It was Ilka Brandt, a 38-year-old painter from Leeds."),
        ("editor of the Harrow Post", "Ilka Brandt, the editor of the Harrow Post, left."),
        ("chief of staff at the time", "It was Ilka Brandt, chief of staff at the time and who now sings."),
        ("chair of the port council", "Ilka Brandt, 52, chair of the port council, left."),
        ("his wife", "He came with Ilka Brandt, his wife, on Monday."),
        ("Mrs. Orrell's press officer", "So said Ilka Brandt, Mrs. Orrell's press officer."),
        ("R-Ariz.", "Ilka Brandt, R-Ariz., said no."),
        ("majority leader", "Ilka Brandt of Kentucky, the majority leader, sighed."),
        ("liberal columnist", "It was Ilka Brandt, a liberal columnist who is away."),
        ("chairman of the panel", "Ilka Brandt, who is chairman of the panel, left."),
        ("of the Vantry Group", "Ilka Brandt of the Vantry Group disagreed."),
    ],
)  # fmt: skip
def test_a_role_after_the_name(expected: str, sentence: str) -> None:
    """In apposition, in a clause, or the body the person belongs to."""
    assert role("Ilka Brandt", sentence) == expected


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("Vantry spokesman", "A Vantry spokesman, Ilka Brandt, said no."),
        ("attorney for the firm", "An attorney for the firm, Ilka Brandt, said no."),
        ("Mr. Orrell's spokesman", "“We fight terrorists,'' Mr. Orrell's spokesman, Ilka Brandt, said."),
        ("His mother", "His mother, Ilka Brandt, wept."),
        ("Vantry's chief executive", "Vantry's chief executive, Ilka Brandt, left."),
    ],
)
def test_a_role_that_announces_the_name(expected: str, sentence: str) -> None:
    """Before a comma, when another mark closes the name."""
    assert role("Ilka Brandt", sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "After meeting his lawyer, Ilka Brandt said no.",
        "Ilka Brandt, 32, was hurt.",
        "“I agree with Ilka Brandt,” the chairman said.",
        "They sat with Ilka Brandt, the chairman said.",
        "Mr. Ilka Brandt said no.",
        "The man Ilka Brandt said no.",
        "They met Ilka Brandt, Attorney General Tomas Orrell and others.",
        "The police questioned Ilka Brandt, saying the lawyer had left.",
    ],
)
def test_no_role_is_better_than_a_wrong_one(sentence: str) -> None:
    """Ages, courtesies, verbs of saying and the next person's title are no roles."""
    assert role("Ilka Brandt", sentence) is None


def test_what_stands_beside_a_place_or_in_a_list_is_no_role() -> None:
    """Something happens in the place; the next body of a list is no description of the one before."""
    place = "In Tamwick, the owner of the harbour club, Ilka Brandt, faced the members."
    assert (role("Tamwick", place), role("Ilka Brandt", place)) == (None, "owner of the harbour club")
    bodies = "They chose the University of Harrow, the University of Vantry and the University of Orrin."
    assert role("University of Harrow", bodies) is None


def test_a_last_name_with_an_office_is_whoever_holds_it() -> None:
    """ "former President Brandt" is the Brandt who was called President, and takes no role to the other."""
    text = (
        "President Tomas Brandt came.",
        "Ilka Brandt ran.",
        "Brandt won.",
        "She blamed former President Brandt.",
    )
    assert (role("Ilka Brandt", *text), role("Tomas Brandt", *text)) == (None, "former President")


def test_a_verb_is_no_part_of_a_role() -> None:
    """What follows "to" in small letters is a verb."""
    assert role("Ilka Brandt", "They refused to commend President Ilka Brandt.") == "President"


def test_the_most_telling_role_is_shown() -> None:
    """A phrase beats a title, wherever in the article it stands."""
    text = ("Sen. Ilka Brandt spoke.", "Brandt, the chairman of the port council, was late.")
    assert role("Ilka Brandt", *text) == "chairman of the port council"


def test_what_is_shown_prints_name_and_role_together() -> None:
    """One unbroken slice of the article."""
    assert _shown("Ilka Brandt", "Harrow mayor Ilka Brandt sang.")[1] == "Harrow mayor Ilka Brandt"
    assert _shown("Ilka Brandt", "Ilka Brandt, the mayor, sang.")[1] == "Ilka Brandt, the mayor"
    assert _shown("Ilka Brandt", "Then Ilka Brandt sang.")[1] == "Ilka Brandt"


def test_a_body_has_the_role_of_a_body() -> None:
    """What an organisation is stands beside it as well."""
    assert (
        role("Brightwing", "They own Brightwing, a budget airline in the north.")
        == "budget airline in the north"
    )
    assert role("Harrow Speaks", "The advocacy group Harrow Speaks paid.") == "advocacy group"
