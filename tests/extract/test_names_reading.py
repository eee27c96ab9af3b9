"""Names as an editor reads them: surnames that are peoples, nicknames, works, teams and places described."""

import pytest

from briefing.clean import clean
from briefing.extract.names import cast
from briefing.model import Article


def named(text: str) -> dict[str, tuple[str, str | None, int]]:
    """Name → its kind, role and number of mentions."""
    document = clean(Article("a", text), "en")
    article = document.article
    return {
        article[e.name]: (e.kind, article[e.role] if e.role else None, e.mentions)
        for e in cast(document, "en").entities
    }


def test_a_surname_that_is_a_people_counts_where_it_speaks_owns_or_is_addressed() -> None:
    """ "White said", "White's boat" and "Mr White" are Thomas White; "the White party" is not."""
    text = "The boat of Thomas White sank. It left, White said. Police found White's boat. They met Mr White."
    assert named(text)["Thomas White"][2] == 4
    assert (
        named("They met Thomas White. He spoke for white voters and the White party.")["Thomas White"][2] == 1
    )


@pytest.mark.parametrize("name", ['Ann "Red" Orrell', "Ann “Red” Orrell"])
def test_a_nickname_between_given_name_and_surname_parts_nobody(name: str) -> None:
    """The name goes from the given name to the surname, with the nickname as it is printed."""
    assert list(named(f"Police met {name} in the yard. It was Orrell who left.")) == [name]


def test_a_work_in_quotation_marks_is_no_name_with_its_article_either() -> None:
    """ "The Silent House" between marks is a film."""
    assert not named('He was cast in "The Silent House," and then in ‘The Long Orchard’ for a year.')


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("On Monday the Charlotte Miners played well.", "Charlotte Miners", "organisation"),
        ("It was the Vantry Examiner that led, the Vantry Daily said.", "Vantry Daily", "organisation"),
        ("They met Charlotte Miners, who played well.", "Charlotte Miners", "person"),
        ("The Charlotte Miners campaign goes on with them.", "Charlotte Miners", "person"),
    ],
)
def test_what_takes_the_article_is_no_person(text: str, name: str, kind: str) -> None:
    """A full name with "the" before and no noun after it names a team or a paper."""
    assert named(text)[name][0] == kind


def test_a_place_keeps_no_word_that_only_describes_it() -> None:
    """ "Poor Mexico" at the start of a sentence is Mexico."""
    assert set(named("It is far from Mexico. Poor Mexico is big.")) == {"Mexico"}


def test_a_country_does_not_run_on_into_the_title_of_its_guest() -> None:
    """ "the United States of Scottish President Jo Roe" holds a country and a person."""
    found = named("The visit to the United States of Scottish President Ilka Brandt began.")
    assert found["Ilka Brandt"][1] == "Scottish President"
    assert found["United States"][0] == "place"


@pytest.mark.parametrize(
    "body", ["Vantry Immigration and Customs Enforcement", "Vantry Bureau for Private Education"]
)
def test_a_body_is_not_parted_at_a_link_or_a_word_that_is_a_title_too(body: str) -> None:
    """ "and" and "for" stand inside the name of a body."""
    assert list(named(f"They met people from the {body} on Monday.")) == [body]


def test_a_word_for_a_people_before_a_name_is_no_part_of_it() -> None:
    """ "Frenchman Odo Rell" is Odo Rell."""
    assert list(named("In the end Frenchman Odo Rell won.")) == ["Odo Rell"]


def test_a_courtesy_ends_no_role_and_an_office_only_supposed_is_none() -> None:
    """The role of "Foreign Secretary Sir Odo Rell" has no Sir; "a President Rell" holds no office."""
    assert named("They met Foreign Secretary Sir Odo Rell on Monday.")["Odo Rell"][1] == "Foreign Secretary"
    assert named("They feared a President Odo Rell on Monday.")["Odo Rell"][1] is None


@pytest.mark.parametrize(
    "role", ["Pulitzer Prize-winning author", "Former Vantry TV host", "Holocaust survivor"]
)
def test_a_role_keeps_a_capitalised_word_that_is_no_name(role: str) -> None:
    """Only words of the calendar end a role: "on Monday President Rell" has no Monday."""
    assert named(f"{role} Odo Rell left.")["Odo Rell"][1] == role
    assert named("They told him on Monday President Odo Rell left.")["Odo Rell"][1] == "President"
