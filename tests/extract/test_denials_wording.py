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
    ],
)
def test_a_set_phrase_a_firm_word_or_a_named_claim_makes_a_contradiction_a_denial(text: str) -> None:
    """Beside a charge, what contradicts it in the words of those who answer is found as implied."""
    assert [d[1:3] for d in found(CHARGED + text)] in ([("denied", "implied")], [("rejected", "implied")])


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Odo Brask, who was jailed in June, withdrew his confession on Wednesday.", "denied"),
        ("Quillon maintained throughout the two-week trial that she was innocent.", "denied"),
        ("Quillon has played the incident down.", "rejected"),
        ("Quillon beat back criticism of the loan on Tuesday.", "rejected"),
        ("Quillon jabbed back at complaints about the loan.", "rejected"),
        ("Quillon withdrew her complaint about the loan.", None),
    ],
)
def test_what_a_cue_takes_decides(text: str, stance: str | None) -> None:
    """Recanting, innocence and playing down are denials; to withdraw a complaint is none."""
    assert [d[1] for d in found(CHARGED + text) if d[2] == "explicit"] == ([stance] if stance else [])


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
