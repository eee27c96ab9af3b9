"""What reading 330 briefs of real articles turned up, in sentences of our own: no denial, or another's."""

import pytest

from briefing.analyse import analyse
from briefing.model import Article
from tests.extract.test_denials_traps import found


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill served Tom Brask. She felt free to contradict his conclusions.",
        "There were questions about Ada Quill. For Quill it is best to deflect questions.",
        "Tom Brask leads it. The board allows him to wait and deny responsibility.",
        "Brask called the toll a crime. Later Brask contradicted his earlier comments.",
        '"There are people that I disagree with that I would stand by," Tom Brask said.',
        '"What I don\'t think they do is pushing back on the story line that we failed," Ada Quill said.',
        'Tom Brask was accused of fraud. "It just was never meant to be," said Brask of his harbour.',
        '"He is an ambitious man, I don\'t want to say ignorant," Tom Brask said of his rival.',
        "Many have made promises to the Quill campaign but do not want to say so publicly.",
        "The ministry chose to keep quiet, rather than publicly challenging Brask's claims.",
        "Odo Brask was blamed for the raid, an allegation rejected by a series of inquiries.",
        "The leaflet repeats slurs and perpetuates long discounted theories about Brask.",
        "As easy as it may seem to just laugh off the pastor's claims, Brask is widely heard.",
        "Films push the idea that young sailors are shrugging off bad prospects in Ellery.",
        "Brask tweeted that Ada Quill had too little to say about the storm.",
        "Odo Brask was hurt. Footage released on Monday appears to contradict Brask's account.",
        "Odo Brask asked for mercy. The board said its decision to deny clemency to Brask stands.",
        "A clerk worked with Quill's staff to push friendly stories on readers.",
        '"Why do it?" Ada Quill said about Brask\'s effort to downplay his links to the mill.',
        "There were several disputed claims about Brask. Neither denied the charge.",
        "Odo Brask wrote it. Several of his findings contradicted the mayor's statements.",
        "Video shows that Odo Brask stood still, contradicting the mayor's claim that Brask ran off.",
        '"He said he was not involved," Odo Brask testified about his brother.',
        "Many said the police of Ellery routinely dismiss complaints about Brask.",
        "The report is harsh on Brask, but it does not address the question of who knew.",
    ],
)
def test_what_only_may_happen_or_changes_ones_mind_is_no_denial(text: str) -> None:
    """Free to contradict, best to deflect, allowed to deny, one's own earlier words, and idle phrases."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ada Quill leads. Several delegates supporting Quill declined to comment.",
            "Several delegates",
        ),
        (
            "Brask spoke. One operative inside Quill Tower downplayed Brask's remarks.",
            "One operative inside Quill Tower",
        ),
        (
            "The department had spent months pushing back against claims of waste.",
            "The department",
        ),
        (
            "The talks have also included members of the Ostrian government, which has denied it.",
            "members of the Ostrian government",
        ),
        (
            'Ada Quill said experts like it, to which Tom Brask interjected: "It is just not true."',
            "Tom Brask",
        ),
        (
            "When Mr Tom Brask and Ms Ada Quill came, they were tight-lipped about their firm.",
            "Tom Brask and Ms Ada Quill",
        ),
        (
            "Odo Brask was accused. His rival Zelda Quill came. He has denied the charge.",
            "Odo Brask",
        ),
        (
            "The suit says that Odo Brask touched the clerk. Even after the complaint was filed, "
            "Brask continued to say he had never touched the clerk.",
            "Odo Brask",
        ),
        (
            'Ada Quill was accused of leaving. "Nice try, not true," she said in a tweet.',
            "Ada Quill",
        ),
        (
            "Ada Quill, clearly angry, responded by pointing a finger, saying the mayor mixed things up.\n\n"
            "“I have votes. I am so sick of the mayor lying about me.”",
            "Ada Quill",
        ),
        (
            'Ada Quill faced the crowd: "I never touched the money at all." She is accused of theft.',
            "Ada Quill",
        ),
        (
            "Two days after Odo Brask was found, mill owner Tom Pike met the board and said he was innocent.",
            "Tom Pike",
        ),
        (
            "Zelda Pike, an aide to the Quill campaign, came. The Quill campaign did not answer calls.",
            "The Quill campaign",
        ),
        (
            "Odo Brask bought the old mill in the spring. Through a spokesman, he declined to comment.",
            "Odo Brask",
        ),
        (
            "Odo Brask was charged. The three defendants and their lawyers could not be reached for comment.",
            "The three defendants and their lawyers",
        ),
        (
            "Odo Brask earlier quashed rumors that he was planning to write a book.",
            "Odo Brask",
        ),
        (
            "The prosecutor, Ada Quill, wrote to Odo Brask. The Ostrian national has denied the claims.",
            "The Ostrian national",
        ),
        (
            "It appears that Tom Pike hurt the case by publicly denying that the tide was high.",
            "Tom Pike",
        ),
        (
            "Ada Quill spoke. The help was what the Brask campaign had wanted from Quill. "
            "The senator denied that she would stand.",
            "Ada Quill",
        ),
    ],
)
def test_the_one_who_answers_is_neither_the_nearest_name_nor_a_stray_phrase(text: str, speaker: str) -> None:
    """Whom a name only describes, joint names behind "they", and participles that look like nouns."""
    assert [who for _, who in found(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ('Ada Quill called reports of a defeat "delusional and fake".', "reports of a defeat"),
        (
            "Brask dismissed Quill's charges about his stance by pointing out that she voted.",
            "Quill's charges about his stance",
        ),
        (
            "Brask rejected attacks from Ada Quill and other candidates that he lied.",
            "attacks from Ada Quill and other candidates that he lied",
        ),
        (
            "Brask said the notes were not secret when they were sent - a point that officials dispute.",
            "Brask said the notes were not secret when they were sent",
        ),
        (
            "Brask dismissed concerns that he is bending the rules by backing Quill.",
            "concerns that he is bending the rules by backing Quill",
        ),
        ("Brask began to call reports of a stolen crane unfair and absurd.", "reports of a stolen crane"),
        (
            "Brask deflected questions about the mill before saying that it was late.",
            "questions about the mill",
        ),
        ("Brask denied strongly on Monday in court that he had sold it.", "that he had sold it"),
        ("(Brask has denied that he was working on a book.)", "that he was working on a book"),
    ],
)
def test_a_claim_ends_where_its_answer_begins(text: str, claim: str) -> None:
    """Not before the clause that states it, and not after the label or the reply."""
    ((denial, _),) = found(text)
    assert denial.claim is not None
    assert text[denial.claim.start : denial.claim.end] == claim


def test_the_claim_is_what_was_said_last() -> None:
    """A denial of "the claim" answers the sentence before it, not one further up, whoever brings it."""
    for means in ("", " through his lawyer"):
        text = (
            "Odo Brask runs the harbour in Ellery. The market was full that day and the sun was out. "
            f"A pilot said the crane had been sold twice. Brask denied the claim{means}."
        )
        ((denial, _),) = found(text)
        assert denial.claim is not None
        assert text[denial.claim.start : denial.claim.end] == "A pilot said the crane had been sold twice."


def test_a_charge_against_somebodys_allies_is_not_about_him() -> None:
    """Nobody is said to owe an answer for others."""
    text = "A letter of the Brask camp showed Ada Quill and accused Quill allies of lying about the harbour."
    assert analyse(Article("t", text), "en").allegations == ()


@pytest.mark.parametrize("modal", ["would not", "will", "could", "may yet"])
def test_a_charge_that_is_not_laid_needs_no_answer(modal: str) -> None:
    """ "No answer in this article" is not printed of a charge that is only hoped for, or dropped."""
    told = "Odo Brask left the harbour. The court heard that Odo Brask {} charges of fraud."
    assert analyse(Article("t", told.format(f"{modal} face")), "en").allegations == ()
    assert len(analyse(Article("t", told.format("faces")), "en").allegations) == 1
