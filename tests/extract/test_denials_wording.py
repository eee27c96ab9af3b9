"""How a contradiction is worded, which claim it answers, and what explicit cues take."""

import pytest

from briefing.clean import clean
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article

CHARGED = (
    "Prosecutors accused Mara Quillon, the treasurer of Tarn Mills, of stealing from the harbour fund. "
    "Quillon has led the mill since May. "
)


def found(text: str) -> list[tuple[str | None, str, str, str | None]]:
    """Speaker, stance, certainty and claim of every denial of a text."""
    article = Article("t", text)
    document = clean(article, "en")
    people = cast(document, "en")
    denied, _ = denials(document, "en", people, statements(document, "en", people))
    return [
        (
            article[d.speaker] if d.speaker else None,
            d.stance,
            d.certainty,
            article[d.claim] if d.claim else None,
        )
        for d in denied
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Quillon said she had done nothing wrong.",
        "Quillon said there never was any money missing from the fund.",
        '"I categorically did not take any money from the fund," Quillon said.',
        "Her lawyer, Odo Brask, said those allegations were nonsense.",
        "“She made it all up,” Quillon said of the prosecutor.",
        "“People say I took it, but that is not true at all,” Quillon said.",
        "Quillon complained to reporters on Monday that linking her to the theft was absolutely false.",
        "Quillon has said that the prosecutors are unfairly maligning her record.",
    ],
)
def test_a_set_phrase_a_firm_word_or_a_named_claim_makes_a_contradiction_a_denial(text: str) -> None:
    """Beside a charge, what contradicts it in the words of those who answer is found as implied."""
    (answer,) = found(CHARGED + text)
    assert answer[:1] + answer[2:3] in (("Mara Quillon", "implied"), ("Odo Brask", "implied"))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Odo Brask, who was jailed in June, withdrew his confession on Wednesday.", "denied"),
        ("Quillon maintained throughout the two-week trial that she was innocent.", "denied"),
        ("Quillon has played the incident down.", "rejected"),
        ("Quillon beat back criticism of the loan on Tuesday.", "rejected"),
        ("Quillon jabbed back at complaints about the loan.", "rejected"),
        ("Quillon struck down assertions that the loan was hers.", "rejected"),
        ("Quillon dismissed the whole kerfuffle as “absurd.”", "rejected"),
        ("The talk about the loan was dismissed as absurd.", None),
        ("The rumours about the loan were hurriedly quashed by Quillon.", "rejected"),
        ("The claims about Odo Brask were denied by Quillon.", "denied"),
        ("Quillon called the statement “offensive and outlandish.”", None),
        ("Quillon called the statement false.", "rejected"),
        ("Quillon's support pushes back on the narrative that she is lonely.", None),
        ("Quillon rejected the bill as unfair.", None),
        ("Quillon dismissed Brask as ridiculous.", None),
        ("Quillon dismissed the film as overblown.", None),
        ("Quillon rejected the ban as unfair.", None),
        ("The harbour report said the offer was rejected by Quillon.", None),
        ("Quillon withdrew her complaint about the loan.", None),
    ],
)
def test_what_a_cue_takes_decides(text: str, stance: str | None) -> None:
    """Recanting, innocence and playing down are denials; to withdraw a complaint is none."""
    assert [d[1] for d in found(CHARGED + text) if d[2] == "explicit"] == ([stance] if stance else [])


def test_who_calls_an_opponent_names_denies_nothing() -> None:
    """That a rival lies is an answer only where somebody has spoken of the speaker."""
    assert (
        found(
            "Odo Brask spoke at a fair on Monday. “He is a liar and he makes it all up,” said Mara Quillon."
        )
        == []
    )


def test_an_office_answers_through_its_spokesman() -> None:
    """ "The committee" is whom a spokeswoman for the committee speaks for."""
    text = (
        "Odo Brask accuses the harbour committee of bias against soldiers. “The committee did not and does "
        "not discriminate against anybody,” said Mara Quillon, a spokeswoman for the committee."
    )
    assert [d[:3] for d in found(text)] == [("Mara Quillon", "denied", "implied")]


def test_what_is_only_called_a_name_is_the_claim_without_it() -> None:
    """ "dismissed the whole affair about the loan as nonsense" answers the affair, not the nonsense."""
    claims = [d[3] for d in found("Mara Quillon dismissed the rumour of a harbour loan as nonsense.")]
    assert claims == ["the rumour of a harbour loan"]


def test_what_is_denied_whole_is_the_claim_whole() -> None:
    """The words after "as" belong to the claim unless they are what it is waved away as."""
    claims = [d[3] for d in found("Mara Quillon denied that she had described the report as false.")]
    assert claims == ["that she had described the report as false"]


def test_a_lone_sentence_is_no_claim_by_being_there() -> None:
    """Neither the weather nor what nobody denied is printed as what was denied or not answered."""
    for answer in ("denied it all", "declined to comment", "denied the allegations"):
        assert [d[3] for d in found(f"It rained in Harrow. Mara Quillon {answer}.")] == [None]


def test_a_sentence_that_may_be_the_claim_or_not_is_not_named() -> None:
    """Where two earlier sentences charge alike, neither is printed as the claim."""
    text = (
        "Odo Brask accused Mara Quillon of stealing a boat. Vera Pike accused Mara Quillon of burning barns. "
        "Tam Orde accused Mara Quillon of selling a mill. The weather was fine. Quillon denied it all."
    )
    assert [d[3] for d in found(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Quillon brushed off the reports as harbour gossip.",
        "Quillon said she had done nothing wrong.",
    ],
)
def test_an_answer_that_only_points_takes_its_claim_from_before(text: str) -> None:
    """Neither a name for the claim nor "nothing wrong" states what is denied: the charge does."""
    claims = [d[3] for d in found(CHARGED + text)]
    assert claims == [
        "Prosecutors accused Mara Quillon, the treasurer of Tarn Mills, of stealing from the harbour fund."
    ]


def test_what_ends_one_sentence_is_no_title_of_the_next() -> None:
    """A councilman at the end of a paragraph says nothing of the name that opens the next."""
    text = (
        "Clerk Ida Venn told the court that she had feared a bribe from the councilman.\n\n"
        "Venn said the ferry left at noon. Tom Hale heard the ferry. She denied that the bell was rung."
    )
    assert [d[0] for d in found(text)] == ["Ida Venn"]
