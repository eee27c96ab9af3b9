"""What looks like a denial and is none, and what looks like none and is one."""

import pytest

from briefing.clean import clean
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article, Denial


def found(text: str) -> list[tuple[Denial, str | None]]:
    """The denials of a text with the words of their speakers."""
    article = Article("t", text)
    document = clean(article, "en")
    people = cast(document, "en")
    denied, _ = denials(document, "en", people, statements(document, "en", people))
    return [(d, article[d.speaker] if d.speaker else None) for d in denied]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quillon did not deny that she had met the contractor twice in March.",
        "Asked twice, Quillon never denied the affair with the contractor.",
        "The judge denied a motion to move the trial to another county.",
        "Officials denied the family a visa in May and again in June.",
        "He was denied bail after a short hearing on Friday.",
        "The reporters were denied entry to the harbour on Tuesday morning.",
        "The appeals court rejected the claim that the permit had lapsed.",
        "Voters rejected the proposal by a margin of two to one.",
        "Senator Odo Brask rejected an offer to join the new cabinet.",
        "The council rejected the bill after four hours of debate.",
        "Party members rejected Brask, the candidate of the old guard.",
        "Brask opposes the harbour toll and wants it repealed next year.",
        "The city refused a permit for the march.",
        "The goalkeeper denied Varga a late equaliser with a fine save.",
        "The patient did not respond to treatment and was moved to Oxmouth.",
        "Residents did not respond to queries seeking to confirm their address.",
        "A clerk, who declined to be named, confirmed the payment.",
        "The engine refused to start again in the rain.",
        "Quillon dismissed her driver in April without giving notice.",
        "The proposal was rejected by the shareholders on Monday.",
        "He could deny the allegations, but nobody would believe him.",
        "I reject the notion that a harbour needs a toll to be well kept.",
        "Everything the mayor says is a lie until someone proves it.",
        "In fact the bridge was never closed to lorries, records show.",
        "Some spoke on condition of anonymity because they were not authorized to discuss the payments.",
        "Two clerks told the same story but did not want to speak on the record for fear of the treasurer.",
        "The aides asked not to be named because they are not allowed to talk about Quillon's accounts.",
    ],
)
def test_acts_rulings_and_opinions_are_no_denials(text: str) -> None:
    """A cue without a claim to answer, or without a party to answer it, is not printed."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Mara Quillon denied that she had met the contractor.", "Mara Quillon", "denied"),
        ("Mara Quillon has repeatedly denied any wrongdoing.", "Mara Quillon", "denied"),
        (
            "The report was wrong, Mara Quillon said, denying that she took the money.",
            "Mara Quillon",
            "denied",
        ),
        ("Odo Brask, who denies two counts of fraud, will stand trial.", "Odo Brask", "denied"),
        ("The tram firm has called that untrue: its cars were cleared at nine.", "The tram firm", "denied"),
        ("Odo Brask dismissed the allegations as gossip.", "Odo Brask", "rejected"),
        ("Odo Brask brushed off the criticism on Monday.", "Odo Brask", "rejected"),
        ("Odo Brask pushed back against claims that he knew of the deal.", "Odo Brask", "rejected"),
        ("Odo Brask disputed the account given by the police.", "Odo Brask", "disputed"),
        ("Odo Brask took issue with the suggestion that he had left early.", "Odo Brask", "disputed"),
        ("Odo Brask pleaded not guilty to two counts of theft.", "Odo Brask", "denied"),
        ("Odo Brask stood in the dock and answered “not guilty” nine times.", "Odo Brask", "denied"),
        ("Odo Brask maintains his innocence.", "Odo Brask", "denied"),
        ("The claim was denied by Odo Brask in a letter.", "Odo Brask", "denied"),
        ("A spokeswoman for Tarn Mills denied the allegations.", "A spokeswoman for Tarn Mills", "denied"),
        ("“We categorically deny these allegations,” Odo Brask said.", "Odo Brask", "denied"),
    ],
)
def test_named_denials_have_speaker_and_stance(text: str, speaker: str, stance: str) -> None:
    """A cue with a claim and a party is an explicit denial of that party."""
    [(denial, name)] = found(text)
    assert (name, denial.stance, denial.certainty) == (speaker, stance, "explicit")


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Odo Brask declined to comment.", "Odo Brask", "declined_to_comment"),
        ("Odo Brask refused to say whether he had signed the contract.", "Odo Brask", "declined_to_comment"),
        ("Odo Brask would not discuss the contract.", "Odo Brask", "declined_to_comment"),
        ("Odo Brask would only say that the matter was in hand.", "Odo Brask", "declined_to_comment"),
        ("Odo Brask said he could not comment on the case.", "Odo Brask", "declined_to_comment"),
        ("“I'm not going to comment on that,” Odo Brask said.", "Odo Brask", "declined_to_comment"),
        ("Odo Brask could neither confirm nor deny the report.", "Odo Brask", "declined_to_comment"),
        ("Odo Brask did not respond to requests for comment.", "Odo Brask", "no_response"),
        ("Odo Brask did not return several calls.", "Odo Brask", "no_response"),
        ("Odo Brask could not be reached on Sunday.", "Odo Brask", "no_response"),
        ("Odo Brask was not immediately available for comment.", "Odo Brask", "no_response"),
        ("Odo Brask has yet to respond to the letter.", "Odo Brask", "no_response"),
        ("Calls to Odo Brask were not returned.", "Odo Brask", "no_response"),
        ("There was no immediate response from Odo Brask.", "Odo Brask", "no_response"),
        (
            "Odo Brask resigned in May. Letters sent to his home have gone unanswered.",
            "Odo Brask",
            "no_response",
        ),
        ("Neither Odo Brask nor his lawyer could be reached for comment.", "Odo Brask", "no_response"),
    ],
)
def test_refusals_and_silence_name_the_party_that_was_asked(text: str, speaker: str, stance: str) -> None:
    """Whoever was asked and did not answer is the speaker, whatever the grammar of the sentence."""
    [(denial, name)] = found(text)
    assert (name, denial.stance) == (speaker, stance)
