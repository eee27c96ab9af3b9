"""Silences of every wording, answers told by the words around them, and chains of denials."""

import pytest

from briefing.analyse import analyse
from briefing.clean import clean
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article, Denial

LOAN = "The Harbour Authority of Kessel faces questions about a loan to Mara Orlan.\n\n"
CHARGED = "Prosecutors accused Mara Quillon, the treasurer of Tarn Mills, of stealing from the harbour fund. "


def found(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, stance and certainty of every denial of a text."""
    article = Article("t", text)
    document = clean(article, "en")
    people = cast(document, "en")
    denied: tuple[Denial, ...] = denials(document, "en", people, statements(document, "en", people))[0]
    return [(article[d.speaker] if d.speaker else None, d.stance, d.certainty) for d in denied]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan did not want to talk about the case.",
        "Orlan was not willing to discuss the matter.",
        "Orlan was reluctant to talk about the case.",
        "Orlan has kept quiet about the scandal.",
        "Orlan has been tight-lipped about the talks.",
        "Orlan invoked the Fifth Amendment.",
        "Orlan walked out of the interview when asked about the loan.",
        "Orlan left without commenting.",
        "Orlan left without taking any questions.",
        "Orlan did not address the allegations.",
        "Orlan took no questions.",
        "Orlan offered no explanation.",
        "Orlan declined the Courier's request for an interview.",
        "Orlan (who declined to comment for this story) owns the barn.",
        "“No comment,” Orlan said.",
        "Orlan declined a question about the loan.",
        "Orlan did not confirm or deny the loan.",
        "Orlan did not want to address the rumours.",
        "Orlan said it would be “improper” to speak on the loan.",
    ],
)
def test_not_wanting_to_speak_is_declining(text: str) -> None:
    """Whatever words refuse an answer, the stance is the same, and so is the speaker."""
    assert found(LOAN + text) == [("Mara Orlan", "declined_to_comment", "explicit")]


@pytest.mark.parametrize(
    "text",
    [
        "Orlan has not commented on the loan.",
        "Orlan could not be located for comment.",
        "Efforts to reach Orlan for comment failed.",
        "Orlan ignored reporters' questions as she left the court.",
        "Attempts to contact Orlan were not successful.",
        "The Courier has reached out to Orlan but did not immediately hear back.",
    ],
)
def test_an_answer_that_never_came_is_no_response(text: str) -> None:
    """A party that was asked, or could have spoken, and did not."""
    assert [d[1:] for d in found(LOAN + text)] == [("no_response", "explicit")]


@pytest.mark.parametrize("joint", ["Neither Orlan nor her lawyer", "Neither of the two"])
def test_neither_of_two_may_answer(joint: str) -> None:
    """The negation stands outside the verb, with or without a second party."""
    assert [d[1] for d in found(f"{LOAN}{joint} responded to requests for comment.")] == ["no_response"]


@pytest.mark.parametrize(
    "text",
    [
        "The summit could not be reached because of snow.",
        "The bodies of the climbers could not be reached.",
        "Orlan would not answer the phone when her mother called.",
        "The names of the victims were not released.",
        "The terms were not disclosed.",
        "Orlan would assert his Fifth Amendment rights, the lawyer warned.",
        "Orlan refused to sign the bill.",
    ],
)
def test_other_refusals_are_no_silence(text: str) -> None:
    """Hills, phones and passives do not decline to comment."""
    assert found(LOAN + text) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Quillon said the story wasn't true.",
        "Quillon said her boats weren't involved.",
        "“That didn't happen,” Quillon said.",
        "Quillon said she hadn't done anything wrong.",
    ],
)
def test_a_contracted_negation_denies_as_well(answer: str) -> None:
    """`n't` negates although no word begins at it."""
    assert found(CHARGED + answer) == [("Mara Quillon", "denied", "implied")]


def test_a_denial_goes_on_in_the_next_quotation() -> None:
    """What would be too little by itself denies when the same speaker has just denied."""
    text = "Quillon denied the charge. “There was no second account,” she said."
    assert [d[:2] for d in found(CHARGED + text)] == [("Mara Quillon", "denied")] * 2


def test_not_disputing_is_no_denial() -> None:
    """A denial that is negated answers nothing."""
    assert found(CHARGED + "Quillon said she did not dispute that the money was gone.") == []


def test_not_only_does_not_negate() -> None:
    """`not only brushed off` still brushes off."""
    text = "Quillon not only brushed off the accusation but also thanked her friends."
    assert found(CHARGED + text) == [("Mara Quillon", "rejected", "explicit")]


def test_the_chair_of_a_committee_is_no_committee() -> None:
    """Who decides and does not answer is told by the head of the phrase and the title before a name."""
    chair = "Harbour Committee Chair Odo Brask dismissed the accusations."
    judge = "Judge Odo Brask dismissed the accusations."
    assert [d[1] for d in found(LOAN + chair)] == ["rejected"]
    assert found(LOAN + judge) == []


def test_playing_down_takes_a_noun_that_claims() -> None:
    """Waved away are claims; hopes and plans are only played down."""
    assert [d[1] for d in found(LOAN + "Orlan played down the suggestion that she had paid.")] == ["rejected"]
    assert found(LOAN + "Orlan played down her chances of a third term.") == []


def test_a_spokesman_is_named_with_whom_he_speaks_for() -> None:
    """The description of a speaker keeps what hangs on it, although a relative clause follows."""
    text = (
        "A spokesman for the harbour pilots that guide the ships in Kessel said they had not taken any money."
    )
    assert [d[0] for d in found(CHARGED + text)] == ["A spokesman for the harbour pilots"]


def test_owning_up_is_no_denial() -> None:
    """An apology answers a charge without denying it."""
    assert found(CHARGED + "“What I did was wrong,” Quillon said. “I apologise for it.”") == []


@pytest.mark.parametrize(
    "answer",
    [
        "The suspects denied the charges in court.",
        "The men's lawyers declined to comment.",
        "All three denied the charges.",
        "Both denied the charges.",
        "A lawyer for the defendants declined to comment.",
    ],
)
def test_an_answer_of_nobody_by_name_may_be_anybodys(answer: str) -> None:
    """Where "the suspects" answer, no one accused is said to have no answer."""
    text = "Ana Shim is charged with 13 counts of fraud. {} Shim ran the fund, and Shim spent it."
    assert not all(a.answers for a in analyse(Article("t", text.format("")), "en").allegations)
    assert all(a.answers for a in analyse(Article("t", text.format(answer)), "en").allegations)


def test_those_and_neither_company_are_nobody_by_name() -> None:
    """A silence of somebody without a name is kept without one; "those who thought" say nothing."""
    text = "Reports said Acme Corp would buy Vantry Inc. Neither company would comment on those reports."
    assert [d[:2] for d in found(text)] == [(None, "no_response")]
    assert found("Those who thought they were citizens were unaware that they had to renew it.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mara Orlan and her lawyers have vigorously denied the claims.", "Mara Orlan and her lawyers"),
        (
            "Mara Orlan came. Orlan and the Harbour Authority rejected the claim.",
            "Orlan and the Harbour Authority",
        ),
        ("The three suspects visited by Mara Orlan deny the claims.", "The three suspects"),
        ("Mara Orlan, who through her office declined to comment, was born in Kessel.", "Mara Orlan"),
        ("Odo Brask met Mara Orlan and the mill denied the claims.", "the mill"),
    ],
)
def test_two_who_answer_together_are_both_named(text: str, speaker: str) -> None:
    """A name that opens its clause is joined to what follows "and"; an agent or a means is no speaker."""
    assert [d[0] for d in found(text)] == [speaker]
