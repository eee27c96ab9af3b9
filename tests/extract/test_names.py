"""Who is named: detection, grouping, kinds, roles and look-ups, on sentences about invented people."""

import random
from itertools import pairwise
from time import process_time

import pytest

from briefing.clean import clean
from briefing.extract.names import cast, entity_at, mentions_in
from briefing.model import Article, Cast, Document, Sentence, Span


def document(*sentences: str) -> Document:
    """A document of one sentence a paragraph."""
    text, spans = "", []
    for line in sentences:
        text += "\n\n" if text else ""
        spans.append(Span(len(text), len(text) + len(line)))
        text += line
    article = Article(id="a", text=text)
    return Document(article, tuple(Sentence(i, s, i) for i, s in enumerate(spans)), ())


def found(*sentences: str) -> tuple[Document, Cast]:
    """The document and its cast."""
    made = document(*sentences)
    return made, cast(made, "en")


def named(*sentences: str) -> set[str]:
    """The full names of everybody found."""
    made, people = found(*sentences)
    return {made.article[e.name] for e in people.entities}


def kind(name: str, *sentences: str) -> str | None:
    """The kind of one entity."""
    made, people = found(*sentences)
    return next((e.kind for e in people.entities if made.article[e.name] == name), None)


def count(name: str, *sentences: str) -> int:
    """How often one entity is named."""
    made, people = found(*sentences)
    return sum(e.mentions for e in people.entities if made.article[e.name] == name)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Mayor Ilka Brandt met Tomas Orrell.", {"Ilka Brandt", "Tomas Orrell"}),
        ("It hit Ilka Brandt, Tomas Orrell and Vera Quine.", {"Ilka Brandt", "Tomas Orrell", "Vera Quine"}),
        ("The panel heard Prof. Łukasz Żądło on the flood.", {"Łukasz Żądło"}),
        ("They chose Zoë O'Malley-Quist as head.", {"Zoë O'Malley-Quist"}),
        ("It was signed by Karim bin Salem al-Rashad.", {"Karim bin Salem al-Rashad"}),
        ("Reporters saw Marta van der Velde at the port.", {"Marta van der Velde"}),
        ("The prize went to J.K. Thornbury and R. W. Sands Jr.", {"J.K. Thornbury", "R. W. Sands Jr"}),
        ("Tickets were sold by Vale & Sons.", {"Vale & Sons"}),
        ("They met Tarn Oko'o at the port.", {"Tarn Oko'o"}),
        ("Enter The Harrow Courier, again.", {"Harrow Courier"}),
        ("Owner-breeder Ilka Brandt came.", {"Ilka Brandt"}),
        ("The Department of Harbours and Fisheries closed it.", {"Department of Harbours and Fisheries"}),
        ("It hit General Motors and Senators Ilka Brandt.", {"General Motors", "Ilka Brandt"}),
        ("It was settled by the Marlow Board of Elections.", {"Marlow Board of Elections"}),
        ("Money came from the Bank of Lestria.", {"Bank of Lestria"}),
        ("Mother-of-two Ilka Brandt was hurt.", {"Ilka Brandt"}),
        ("Talks with the Lestrian government broke down.", {"Lestrian government"}),
        ("The House of Burgesses and Bank of Lestria met.", {"House of Burgesses", "Bank of Lestria"}),
        ("They blamed Lord Ashcombe and Jan Oscar Winter in July.", {"Ashcombe", "Jan Oscar Winter"}),
        ("Secretary of State Jo Kerr met Foreign Minister Ilan Lavr at the House of Burgesses.",
         {"Jo Kerr", "Ilan Lavr", "House of Burgesses"}),
        ("A deal with the House Oversight and Government Reform Committee failed.",
         {"House Oversight and Government Reform Committee"}),
        ("The case reached the Harrow County Sheriff's Office.", {"Harrow County Sheriff's Office"}),
    ],
)  # fmt: skip
def test_a_name_is_found_whole(sentence: str, names: set[str]) -> None:
    """Lists are parted, bodies are not, and particles, initials and other alphabets belong to the name."""
    assert named(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "But on Tuesday the rain stopped.",
        "Politicians from both parties were calling for calm.",
        "Russian and Republican voters stayed at home in December.",
        "Don't expect much before Christmas, they were told.",
        "Lestrian officials met the Lestrian press.",
        "See https://example.org/Some-Page and #HarbourDay for more.",
        "The Oslo-based and Putin-style rules were dropped.",
        "It won the “Golden Anchor” for acting.",
        "The former President and the Prime Minister agreed.",
    ],
)
def test_what_only_has_a_capital_is_no_name(sentence: str) -> None:
    """First words, days, months, peoples, titles alone, tags, works in quotation marks are nobody."""
    assert named(sentence) == set()


def test_a_possessive_is_cut_off() -> None:
    """The name ends before 's."""
    assert named("It was Ilka Brandt's idea and Tomas Orrell’s money.") == {"Ilka Brandt", "Tomas Orrell"}


def test_a_first_word_is_a_name_when_it_is_one_elsewhere() -> None:
    """A capital at the start of a sentence proves nothing by itself."""
    assert named("Vantry rose early.") == set()
    assert count("Vantry", "Vantry rose early.", "They all knew Vantry well.") == 2


def test_a_last_name_counts_for_the_full_name() -> None:
    """Shorter mentions, before or after, belong to the fullest one."""
    text = (
        "Brandt resigned.",
        "Ilka Brandt had led the port.",
        "Mrs. Brandt said so.",
        "They thanked Brandt.",
    )
    assert count("Ilka Brandt", *text) == 4


def test_a_particle_goes_with_the_last_name() -> None:
    """De Vries, de Vries and Anna de Vries are one."""
    assert count("Anna de Vries", "Anna de Vries spoke.", "De Vries left.", "They like de Vries.") == 3


def test_titles_part_two_people_of_one_last_name() -> None:
    """Mrs. and Mr. choose between the Brandts by given name."""
    made, people = found("Mary Brandt married John Brandt.", "Mr. Brandt sang.", "Mrs. Brandt danced.")
    owners = [made.article[people.entities[m.entity].name] for m in people.mentions]
    assert owners == ["Mary Brandt", "John Brandt", "John Brandt", "Mary Brandt"]


def test_letters_stand_for_the_name_they_abbreviate() -> None:
    """With or without brackets beside the long form."""
    text = ("The Lestrian Port Inspection Agency (LPIA) closed it.", "Ships obey the LPIA.")
    assert count("Lestrian Port Inspection Agency", *text) == 3


def test_letters_that_spell_a_small_word_are_letters() -> None:
    """The WHO is a body where its long form stands, and nothing where it does not."""
    text = ("The Wharf and Harbour Office (WHO) closed it.", "Ships obey the WHO.")
    assert count("Wharf and Harbour Office", *text) == 3
    assert named("They did NOT agree, WHO ever asked.") == set()


def test_a_body_is_one_in_either_order() -> None:
    """The Harbour Department is the Department of Harbour."""
    text = ("The Department of Justice sued.", "Then the Justice Department settled.")
    assert count("Department of Justice", *text) == 2


@pytest.mark.parametrize(
    ("name", "expected", "sentence"),
    [
        ("Tarn Okello", "person", "Then Tarn Okello, 52, was arrested."),
        ("Tarn Okello", "person", "The money went to Tarn Okello, who denied it."),
        ("Okello", "person", "They asked Sen. Okello."),
        ("Vantry Shipping Corp", "organisation", "They own Vantry Shipping Corp."),
        ("NHRB", "organisation", "They called the NHRB."),
        ("Brightwing", "organisation", "They work for Brightwing, a budget airline in the north."),
        ("Lower Vantry", "place", "They live in Lower Vantry."),
        ("Harrow Bridge", "place", "They crossed Harrow Bridge."),
        ("Mesk", "place", "It rained in Mesk, Arizona."),
        ("Mesk Wells", "place", "Mesk Wells (AP) – Rain fell."),
        ("Mesk Wells", "place", "They live in the town of Mesk Wells."),
        ("Orrin County", "place", "Orrin County voted on Monday."),
        ("Tarn Okello", "person", "They spoke to Tarn Okello."),
        ("FBI", "organisation", "They called the FBI."),
        ("Oval Office", "place", "They met near the Oval Office."),
        (
            "Skarvik",
            "place",
            "Aides named the price of the Skarvik lighthouse. It stands past the Skarvik reefs.",
        ),
    ],
)
def test_the_kind_of_a_name_is_read_off_its_surroundings(name: str, expected: str, sentence: str) -> None:
    """Ages, titles and clauses make people; head words and roles bodies; prepositions places."""
    assert kind(name, sentence) == expected


def test_a_month_is_a_name_beside_a_given_name() -> None:
    """Theresa May is named, the month is not."""
    text = ("Theresa May met Mr. Orrell in May.", "May said no.")
    assert count("Theresa May", *text) == 2


def test_a_headline_inside_the_text_names_only_who_is_named_elsewhere() -> None:
    """Where every word has a capital, capitals prove nothing."""
    assert named("Harbour Fraud Shocks Quiet Vantry Village") == set()


def test_mentions_are_in_reading_order_and_never_overlap() -> None:
    """So that look-ups by offset are one bisection."""
    _, people = found(
        "U.S. National Security Advisor Ilka Brandt met FBI Director Tomas Orrell.", "Brandt left the FBI."
    )
    spans = [m.span for m in people.mentions]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len(people.mentions) == sum(e.mentions for e in people.entities)


def test_lookups_find_mentions_by_place() -> None:
    """Inside a span, and at a span."""
    made, people = found("Ilka Brandt met Tomas Orrell at Vantry Shipping Corp.", "Then Brandt left.")
    text = made.article.text
    first = made.sentences[0].span
    assert [text[m.span.start : m.span.end] for m in mentions_in(people, first)][:2] == [
        "Ilka Brandt",
        "Tomas Orrell",
    ]
    at = text.index("Orrell")
    assert made.article[entity_at(people, Span(at, at + 6)).name] == "Tomas Orrell"  # type: ignore[union-attr]
    assert entity_at(people, Span(text.index(" met"), text.index(" met") + 4)) is None


def test_lookups_agree_with_a_search_through_everything() -> None:
    """On random spans, against the definition."""
    made, people = found(*["Ilka Brandt met Tomas Orrell, and Vera Quine saw Brandt."] * 6)
    dice = random.Random(7)
    for _ in range(200):
        start = dice.randrange(len(made.article.text))
        span = Span(start, start + dice.randrange(60))
        assert mentions_in(people, span) == tuple(m for m in people.mentions if m.span in span)


def test_a_language_without_names_has_no_cast() -> None:
    """Nothing is guessed where no lexicon is."""
    assert cast(document("Ilka Brandt kam."), "de") == Cast((), ())


def test_an_empty_document_has_no_cast() -> None:
    """No sentence, no name."""
    assert cast(document(), "en") == Cast((), ())


@pytest.mark.parametrize(
    "text",
    [
        " and ".join(
            f"Vantry{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(9000)
        ),
        "Aa " * 60_000,
        "Bank of " * 30_000,
        "Ilka Brandt, the mayor of Harrow, said. " * 5_000,
        '"Aa" ' * 40_000,
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    """No square of the number of names, whatever is repeated."""
    start = process_time()
    cast(document(text.rstrip()), "en")
    assert process_time() - start < 4


def test_a_last_name_alone_is_the_one_most_named() -> None:
    """Of two people with one last name, who is named in full far more often; when nobody is, the nearest."""
    main = ("Ilka Brandt met Orrell.", "Ilka Brandt left.", "Her son Tomas Brandt stayed.", "Brandt won.")
    assert (count("Ilka Brandt", *main), count("Tomas Brandt", *main)) == (3, 1)
    near = ("Ilka Brandt met Orrell.", "Her son Tomas Brandt stayed.", "Brandt won.")
    assert (count("Ilka Brandt", *near), count("Tomas Brandt", *near)) == (1, 2)
    about = ("Ilka Brandt met Orrell.", "Brandt left.", "Her son Tomas Brandt stayed.", "Brandt won.")
    assert (count("Ilka Brandt", *about), count("Tomas Brandt", *about)) == (3, 1)
    later = (*about[:2], *about[1:2] * 2, about[2], "They knew Tomas Brandt.", "Brandt won.")
    assert (count("Ilka Brandt", *later), count("Tomas Brandt", *later)) == (5, 2)


def test_a_last_name_is_nobody_who_is_named_further_down() -> None:
    """However often the father is named in full later, so far only the son can be meant."""
    text = ("Ilka Brandt ran.", "Brandt won.", *["They also knew Tomas Brandt."] * 4)
    assert count("Ilka Brandt", *text) == 2


def test_a_heading_in_capitals_is_no_name() -> None:
    """A heading that runs into its paragraph names who is named elsewhere."""
    assert named("HARBOUR FAVOURS BRANDT - Vera Quine: the port gains.") == {"Vera Quine"}


def test_a_small_word_opens_no_name() -> None:
    """ "So" before an office is no part of it; "Will" may be a first name."""
    assert named("So Labor Secretary Ilka Brandt left.") == {"Ilka Brandt"}
    assert named("“Will Orrell ran,” they said of Will Orrell.") == {"Will Orrell"}
    assert count("Ilka Brandt", "Ilka Brandt ran.", "They moved Inmate Brandt.") == 2


def test_a_body_that_begins_with_a_people_is_one() -> None:
    """ "Islamic State" is a name, "Pro-Islamic" is none; "Interim" is no part of a body."""
    assert named("They fought the Islamic State.", "The Islamic State fled.") == {"Islamic State"}
    assert "Pro-Islamic State" not in named("Pro-Islamic State accounts cheered.", "The Islamic State fled.")
    assert named("Interim NHRB Chairman Ilka Brandt left.") == {"NHRB", "Ilka Brandt"}


def test_two_bodies_are_two_where_the_second_is_named_alone() -> None:
    """ "Vantry and Harrow Mills" is no firm where Harrow Mills is one; capitals may be a person's."""
    assert count("Harrow Mills", "Harrow Mills closed.", "They sued Vantry and Harrow Mills.") == 2
    assert "Harrow Mills" in named(
        "Harrow Mills closed.", "They sued VANTRY\nAND HARROW MILLS.", "Harrow Mills left."
    )
    assert named("Police said KIM SUN BRANDT was killed.") == {"KIM SUN BRANDT"}
    assert named("They met New Harrow University President Ilka Brandt.") == {
        "New Harrow University",
        "Ilka Brandt",
    }
    assert named("Star Wars Jedi sold well.", "They liked Star Wars Jedi.") == {"Star Wars Jedi"}
    assert named("Hey Vantry, stop.", "They knew Vantry.") == {"Vantry"}


def test_clubs_in_a_list_are_two() -> None:
    """Two bodies named after places are not one body with an "and" in its name."""
    assert {"Real Madrid", "Manchester City"} <= named("They played Real Madrid and Manchester City twice.")


def test_an_article_opens_no_name() -> None:
    """ "An" before a name that opens a sentence is an article, not a given name."""
    assert named("An NHRB inspector came.", "The NHRB is small.") == {"NHRB"}


def test_a_company_is_named_without_its_ending() -> None:
    """ "Vantry" is "Vantry International"."""
    assert count("Vantry International", "Vantry International cut jobs.", "They sued Vantry.") == 2
    assert count("Vantry Partners", "The bank Vantry Partners cut jobs.", "They sued Vantry.") == 2


def test_a_title_of_several_words_is_no_name() -> None:
    """A run of capitals that ends in a role names nobody."""
    assert named("They sent for a Mass Communication Specialist on Monday.") == set()
    assert named("She signed an Executive Order on Monday.") == set()


def test_a_firm_of_kin_is_not_a_person() -> None:
    """“Marsh & Daughter” is one firm, apart from the Marsh who runs it."""
    text = (
        "The bakery chain Marsh & Daughter has recalled its bread. Hester Marsh, its managing director, "
        "said the metal came with the flour. Marsh & Daughter said it was sorry."
    )
    document = clean(Article("a", text), "en")
    found = cast(document, "en")
    assert {(text[e.name.start : e.name.end], e.kind) for e in found.entities} == {
        ("Marsh & Daughter", "organisation"),
        ("Hester Marsh", "person"),
    }


def test_a_wife_is_not_her_husband() -> None:
    """“Mrs Carrow” where only David Carrow is named is somebody else, and takes no role to him."""
    text = "David Carrow met voters. Fashion consultant Mrs Carrow trumped her husband. Mr Carrow laughed."
    found = cast(clean(Article("a", text), "en"), "en")
    assert [(text[m.span.start : m.span.end], m.entity) for m in found.mentions if m.span.start < 40] == [
        ("David Carrow", 0)
    ]
    assert {text[e.role.start : e.role.end] for e in found.entities if e.role and e.mentions == 2} == set()
