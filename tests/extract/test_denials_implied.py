"""Denials that are said and not named, the claims they answer, and allegations nobody answers."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Allegation, Article, Denial


def found(text: str) -> tuple[Article, tuple[Denial, ...], tuple[Allegation, ...]]:
    """The article with its denials and allegations."""
    article = Article("t", text)
    document = clean(article, "en")
    people = cast(document, "en")
    return article, *denials(document, "en", people, statements(document, "en", people))


ACCUSED = "Prosecutors accused Mara Quillon, the treasurer of Tarn Mills, of stealing from the harbour fund. "


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("“I never touched the money,” Quillon said.", "denied"),
        ("“They are all false,” Quillon said.", "denied"),
        ("Quillon said it was categorically untrue.", "denied"),
        ("Quillon said the allegations were “just not true.”", "denied"),
        ("“This is some sort of nonsense,” Quillon said.", "rejected"),
        ("Quillon said she had nothing to do with the theft.", "denied"),
        ("Quillon insisted that she had done nothing wrong.", "denied"),
        ("Quillon's lawyer, Odo Brask, said his client did not steal anything.", "denied"),
        ("“We did not take a penny from the fund,” said Odo Brask, a spokesman for Quillon.", "denied"),
        ("Quillon said her words had been taken out of context.", "disputed"),
    ],
)
def test_what_contradicts_the_charge_is_an_implied_denial(answer: str, stance: str) -> None:
    """An accused party, or who speaks for it, negates or waves away what it is accused of."""
    article, denied, _ = found(ACCUSED + answer)
    assert [(article[d.span], d.stance, d.certainty) for d in denied] == [(answer, stance, "implied")]


@pytest.mark.parametrize(
    "text",
    [
        "“I never expected to win,” the sailor Odo Brask said. “I did not sleep at all.”",
        "“It is not far from the palace,” the guide Odo Brask said.",
        "The weather service said it would not rain on Monday.",
        "“We don't have a choice,” the farmer Odo Brask said.",
        ACCUSED + "Police said Brask did not witness the theft.",
        ACCUSED + "The harbour board said it would not appoint a new treasurer before May.",
    ],
)
def test_ordinary_negation_is_no_denial(text: str) -> None:
    """Not everything with a “not” in it answers somebody."""
    assert found(text)[1] == ()


def test_the_claim_of_a_denial_is_its_own_clause_when_it_says_so() -> None:
    """“Denied that X” answers X."""
    article, (denial,), _ = found(ACCUSED + "Quillon denied that she had taken the money.")
    assert denial.claim
    assert article[denial.claim] == "that she had taken the money"


def test_the_claim_of_a_bare_denial_is_the_earlier_allegation() -> None:
    """“Denied the allegations” answers the sentence that lays them."""
    article, (denial,), _ = found(ACCUSED + "The fund was set up in 2011. Quillon denied the allegations.")
    assert denial.claim
    assert article[denial.claim] == ACCUSED.strip()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Rebels said the general had fled the capital on Sunday, which the regime denies.",
            "Rebels said the general had fled the capital on Sunday",
        ),
        (
            "The paper said its office had come under fire, which the army denied while not ruling it out.",
            "The paper said its office had come under fire",
        ),
        (
            "Velmora says forty hired soldiers crossed the border, a claim denied by the ministry.",
            "Velmora says forty hired soldiers crossed the border",
        ),
        (
            "The union says the mill cut wages twice this year, a charge the company rejects.",
            "The union says the mill cut wages twice this year",
        ),
        (
            "Two parties claim to have reached a deal on the port, but the senator denied the reports.",
            "Two parties claim to have reached a deal on the port",
        ),
    ],
)
def test_a_denial_may_answer_the_clause_before_it(text: str, claim: str) -> None:
    """“A, which X denied”, “A, a claim denied by X”, “A, but X denied the reports” all answer A."""
    article, (denial,), _ = found(text + " The weather was mild.")
    assert denial.claim
    assert article[denial.claim] == claim


def test_a_relative_clause_about_the_denier_is_no_claim() -> None:
    """“The firm, which denied the claims” says nothing of what was claimed."""
    _, (denial,), _ = found("The firm, which denied the claims, said it would appeal. The weather was mild.")
    assert denial.claim is None


def test_a_denial_without_a_claim_in_sight_names_none() -> None:
    """When unsure, no claim is named."""
    _, (denial,), _ = found("Odo Brask declined to comment. The shop opens at nine.")
    assert denial.claim is None


@pytest.mark.parametrize(
    "accused", ["Odo Brask's brother of fraud.", "his northern allies of fraud.", "his son of fraud."]
)
def test_an_allegation_against_somebodys_people_is_not_about_him(accused: str) -> None:
    """“Accused his allies” accuses the allies, whom nobody names."""
    text = f"Odo Brask won the vote on Sunday. Prosecutors on Monday accused {accused} The port is shut."
    assert found(text)[2] == ()


def test_an_allegation_lists_its_answers() -> None:
    """A party that answers in any sentence has answered."""
    article, denied, (allegation,) = found(ACCUSED + "Quillon denied the allegations.")
    assert article[allegation.about] == "Mara Quillon"
    assert [article[denied[k].span] for k in allegation.answers] == ["Quillon denied the allegations."]


def test_an_allegation_that_nobody_answers_is_listed_without_answers() -> None:
    """Nothing said on the party's side at all: an open allegation."""
    text = (
        ACCUSED + "The fund was set up in 2011. Quillon has run it since, and Quillon will be tried in May."
    )
    _, denied, (allegation,) = found(text)
    assert (denied, allegation.answers) == ((), ())


@pytest.mark.parametrize(
    "answer",
    [
        "Quillon said the trial would show who was right.",
        "Her lawyer, Odo Brask, said Quillon would appear in court.",
        "A spokesman for Quillon said the fund was in order.",
    ],
)
def test_in_any_doubt_no_allegation_is_called_unanswered(answer: str) -> None:
    """Once the party or its side speaks, “no answer” is not said, whatever it said."""
    _, _, alleged = found(ACCUSED + "Quillon has run the fund since 2011. " + answer)
    assert all(a.answers for a in alleged)


SEED = """Support the Harbour Courier!

Port board was in 'daily touch' with smugglers, reports say

Senior members of Mayor Ada Lindqvist's port board were in “daily touch” with smugglers, several outlets
report.

The Coast Tribune and Radio Tarn published reports on Tuesday claiming that aides of the mayor met known
smugglers.

Both also named the board's chairman, Odo Brask, as being of interest to the police. Brask, who once worked
as a pilot in Velmora dismissed any allegations of impropriety. He said he may have met such people without
knowing it.

City spokesperson Mara Quillon denied the allegations. Mayor Lindqvist also denied that her board had met
smugglers.

Velmoran spokesperson Pavel Orlov declined to comment on the claims.

The reports follow the resignation of the harbour master, Imre Sandor, amid allegations that he had secretly
discussed the night patrols with a smuggler. Sandor repeatedly told the press that he had not talked about the
patrols with anyone, but then appeared to change his mind.
"""


def test_a_political_story_gives_every_party_its_answer() -> None:
    """Dismissed, denied twice, declined, and one implied denial of what the reports say."""
    article, denied, _ = found(SEED)
    speakers = [(article[d.speaker] if d.speaker else None, d.stance, d.certainty) for d in denied]
    assert speakers == [
        ("Odo Brask", "rejected", "explicit"),
        ("Mara Quillon", "denied", "explicit"),
        ("Ada Lindqvist", "denied", "explicit"),
        ("Pavel Orlov", "declined_to_comment", "explicit"),
        ("Imre Sandor", "denied", "implied"),
    ]


def test_every_finding_says_which_rule_and_which_words_made_it() -> None:
    """`--explain` needs a rule and evidence on every denial and allegation."""
    _, denied, alleged = found(SEED + "\n\n" + ACCUSED)
    assert all(x.rule and x.evidence for x in (*denied, *alleged))


WORDS = st.sampled_from(
    [
        "Mara Quillon",
        "he",
        "denied",
        "declined to comment",
        "accused",
        "of",
        "that",
        "“I never",
        "”",
        '"',
        ",",
        ".",
        "not",
        "neither",
        "nor",
        ", which",
        ", a claim",
        "but",
        "denied by",
        "it",
        "his",
        "of",
        "could be reached",
        "the claims",
        "said",
        "\n\n",
        "pleaded not guilty",
        "calls to",
        "were not returned",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=25))
@example(["neither", "Mara Quillon", "could be reached"])
def test_denials_are_whole_sentences_of_the_document_in_order(words: list[str]) -> None:
    """Whatever the text, denials are known sentences in reading order, and answers point at them."""
    article = Article("t", " ".join(words))
    document = clean(article, "en")
    people = cast(document, "en")
    denied, alleged = denials(document, "en", people, statements(document, "en", people))
    assert {d.span for d in denied} <= {s.span for s in document.sentences}
    assert list(denied) == sorted(denied, key=lambda d: d.span)
    assert all(0 <= k < len(denied) for a in alleged for k in a.answers)


def test_who_pleaded_guilty_owes_no_answer() -> None:
    """A charge that is owned up to where it is laid is never said to be unanswered."""
    laid = "Prosecutors accused Mara Quillon of stealing from the harbour fund{}. Quillon ran it for years."
    assert [a.answers for a in found(laid.format(""))[2]] == [()]
    assert found(laid.format(", and she was convicted in May"))[2] == ()
