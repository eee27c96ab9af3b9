"""Who would not comment, who did not answer, and whom the sentence says was asked."""

import pytest

from briefing.clean import clean
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article

LEAD = "The paper mill at Kessel closed in May. Odo Brask owns it. Mara Quillon led the inquiry into it. "


def found(text: str) -> list[tuple[str, str | None]]:
    """The stances and speakers of the denials of a text behind the lead."""
    article = Article("t", LEAD + text)
    document = clean(article, "en")
    people = cast(document, "en")
    denied, _ = denials(document, "en", people, statements(document, "en", people))
    return [(d.stance, article[d.speaker] if d.speaker else None) for d in denied]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Odo Brask said he cannot comment on the letter because he has not seen it.", "Odo Brask"),
        ('The foundation said it "has no comment on the actions" of the driver.', "The foundation"),
        ('Asked about it, Quillon "bristled" and said, "No comment," the Herald said.', "Mara Quillon"),
        ("Odo Brask is not giving interviews, his office said.", "Odo Brask"),
        ("Harrow Mills said it would make no further comment until then.", "Harrow Mills"),
        ("Odo Brask declined through a spokeswoman to be interviewed.", "Odo Brask"),
        ("The firm said it does not comment on pending litigation.", "The firm"),
        ("Odo Brask said it would be inappropriate to comment.", "Odo Brask"),
        ("Odo Brask had nothing to add on Tuesday.", "Odo Brask"),
        ("Odo Brask wasn't willing to discuss the payment.", "Odo Brask"),
        ("Odo Brask isn't able to say whether the harbour will close.", "Odo Brask"),
        ("Odo Brask said he had been advised not to speak about the case.", "Odo Brask"),
        ("Odo Brask turned down several requests for an interview.", "Odo Brask"),
        ("Asked about the payment, Odo Brask replied: 'No comment.'", "Odo Brask"),
        ("The men of the U.S.-led coalition declined to comment.", "The men of the U.S.-led coalition"),
    ],
)
def test_a_refusal_is_heard_in_every_shape(text: str, speaker: str) -> None:
    """A refusal to comment is found with the party that refuses, also behind "said it" and inside marks."""
    assert found(text) == [("declined_to_comment", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for Harrow Mills had no response.", "A spokesman for Harrow Mills"),
        ("Neither Odo Brask nor Quillon's campaign would respond to the new claims.", "Odo Brask"),
        ("Mara Quillon has not yet responded to Brask's remarks.", "Mara Quillon"),
        ("Mara Quillon was not reachable on Tuesday.", "Mara Quillon"),
        ("No one at Harrow Mills was available for comment.", "Harrow Mills"),
        ("Calls to Mara Quillon's office rang unanswered.", "Mara Quillon's office"),
        ("The office of Mara Quillon has yet to issue a statement.", "The office of Mara Quillon"),
        ("The Courier approached Mr Harrow's office and they are yet to respond.", "Mr Harrow's office"),
        ("Odo Brask did not answer the door on Tuesday.", "Odo Brask"),
    ],
)
def test_a_silence_is_heard_in_every_shape(text: str, speaker: str) -> None:
    """An answer that never came is found with whoever was asked, not with whoever asked."""
    assert found(text) == [("no_response", speaker)]


@pytest.mark.parametrize(
    "text",
    [
        '"He might be saying some things I wouldn\'t say, but he is sincere," said Odo Brask.',
        "No one at the harbour was available to work on Sunday.",
        "The patient did not respond to the new drug.",
        "Mara Quillon has not responded to treatment since Tuesday.",
    ],
)
def test_what_only_sounds_like_a_silence_is_none(text: str) -> None:
    """A clause that describes a thing, and somebody who is not asked for comment, are no refusals."""
    assert found(text) == []


def test_a_dateline_does_not_speak() -> None:
    """The place in front of an agency is not the subject of the sentence that follows it."""
    text = "Kessel (AP) The main suspect, jailed since May, withdrew his confession on Wednesday."
    article = Article("t", text)
    document = clean(article, "en")
    people = cast(document, "en")
    denied, _ = denials(document, "en", people, statements(document, "en", people))
    assert [article[d.speaker] for d in denied if d.speaker] == ["The main suspect"]
