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


def test_words_capitalised_as_in_a_title_are_no_name() -> None:
    """A run with two small words inside it is a heading that stands in the text."""
    assert "Nowhere Left To Hide" not in named(
        "The men said Nowhere Left To Hide was a fine title on Monday."
    )


def test_a_programme_keeps_its_day() -> None:
    """ "Sunday Night Rugby" is no "Night Rugby"; between marks it is a work."""
    assert list(named("They watched Sunday Night Rugby together.")) == ["Sunday Night Rugby"]
    assert named('They watched "Sunday Night Rugby" together.') == {}


def test_a_given_name_after_of_is_part_of_a_thing() -> None:
    """The Star of David is not David."""
    assert named("Somebody painted a Star of David on it.") == {}


def test_a_body_and_a_last_name_in_a_row_are_two() -> None:
    """ "Vantry Post Rell" is the Vantry Post where Ann Rell is named."""
    text = "Mayor Ann Rell read a Vantry Post Rell interview. Then the Vantry Post left."
    assert {name: found[0] for name, found in named(text).items()} == {
        "Ann Rell": "person",
        "Vantry Post": "organisation",
    }


@pytest.mark.parametrize("opening", ["Interestingly Rell", "Six-year-old Ann Rell"])
def test_an_adverb_or_an_age_before_a_name_is_no_part_of_it(opening: str) -> None:
    """The first word of the sentence goes where the rest is a name."""
    found = named(f"{opening} fell. In the end Ann Rell was found.")
    assert list(found) == ["Ann Rell"]
    assert found["Ann Rell"][2] == 2


def test_short_first_names_are_the_same_person() -> None:
    """Charles Rell and Chuck Rell are one, Charles and Karl Rell two."""
    assert len(named("Mayor Charles Rell spoke. Then Chuck Rell left.")) == 1
    assert len(named("Mayor Charles Rell spoke. Then Karl Rell left.")) == 2


def test_a_state_that_is_a_given_name_stands_in_a_role() -> None:
    """ "Virginia Gov. Odo Rell" is Odo Rell."""
    assert named("They met Virginia Gov. Odo Rell on Monday.")["Odo Rell"][1] == "Virginia Gov."


def test_an_office_that_is_a_given_name_belongs_to_the_name() -> None:
    """ "Rep. Earl Rell" is no earl."""
    assert named("They met Rep. Earl Rell on Monday.")["Earl Rell"][1] == "Rep."


@pytest.mark.parametrize("place", ["Ava, Mo., was hit.", "Ava, Mo. was hit.", "Ava, N.C., was hit."])
def test_a_shortened_state_makes_a_place(place: str) -> None:
    """Of a given name too; "Ann Rell, U.S. envoy" is a person."""
    assert named(f"The town of {place}")["Ava"][0] == "place"
    assert named("Then Ann Rell, U.S. envoy, left.")["Ann Rell"][0] == "person"


def test_a_body_without_its_last_word_is_the_same_body() -> None:
    """ "Vantry Police" is the Vantry Police Department."""
    assert len(named("Officers of the Vantry Police Department said so. They called the Vantry Police.")) == 1


def test_a_numbered_war_is_no_person() -> None:
    """World War One and World War Two are wars."""
    assert named("They fought in World War One and in World War Two.") == {}


def test_a_surname_that_is_a_direction_stays_with_its_first_name() -> None:
    """ "Vanye West fans" is Vanye West where both words stand alone as well."""
    assert "Vanye West" in named(
        "Vanye West fans cheered. They heard of Vanye. They saw that West was there."
    )


def test_a_body_keeps_the_place_that_it_is_of() -> None:
    """ "University of Virginia" loses nothing to a person called Virginia."""
    text = "Leaders of the University of Virginia met. It was Virginia's question, Virginia Rell said."
    assert "University of Virginia" in named(text)
