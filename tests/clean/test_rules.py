"""Furniture told line by line: each line is set aside inside a plain story, by the rule it should be."""

import pytest

from briefing.clean import clean
from briefing.model import Article

STORY = [
    "Brackwater council voted on Monday to build a new harbour bridge.",
    "Work starts in June, Mayor Ida Marsh told reporters in the town hall.",
    '"We had no choice," said Councillor Jon Ostrow, who leads the opposition.',
    "Fishermen had asked for a tunnel, which would have cost twice as much.",
    "The county pays half of the cost, and a vote on the rest is due in March.",
    "Nobody lives on the northern quay, where the old warehouses were torn down.",
    "Engineers from Northam surveyed the sea bed for nine weeks last autumn.",
    "They found no wrecks, although the charts had shown two of them.",
    "The ferry keeps running until the bridge opens, the company announced.",
]

HEAD = {
    "byline": ["By Orla Venn", "By Orla Venn and Jan Lo, Harbour Courier", "Quay Times Reporter"],
    "stamp": [
        "PUBLISHED: 09:41 EST, 18 February 2013",
        "Published: 09:41, 18 Feb 2013 | Updated: 11:02, 18 Feb 2013",
        "First published on Tue 3 March 2015 07.00 GMT",
        "Last updated at 3:31 PM on 19th July 2011",
        "Friday, July 21, 2017",
        "5 min read",
        "2 hours ago",
    ],
    "appeal": ["Support the Harbour Courier!", "Please help us keep the lights on"],
    "editors_note": ["Editor's note: This story contains descriptions of a shipwreck."],
    "section_label": ["ABSTRACT.", "Story highlights"],
    "bio": ["Orla Venn is a columnist for the Harbour Courier."],
}
ANYWHERE = {
    "video": [
        "Scroll down for video",
        "Watch the full interview below:",
        "Media playback is not supported on this device",
    ],
    "related": [
        "Read more: Mayor under fire over bridge",
        "READ MORE: Bridge of sighs",
        "Related: Tunnel plan dropped",
        "See also: All our harbour stories",
        "Opinion: Why the bridge is a mistake",
        "The full report can be found here.",
        "Click here for the latest from the harbour",
        "More on this story",
    ],
    "share": [
        "Follow us on Twitter @harbourcourier",
        "Follow Orla Venn on Twitter: @orlavenn",
        "Share this with Facebook",
        "Facebook Twitter Email Print",
        "17 shares",
    ],
    "newsletter": [
        "Sign up for our morning newsletter",
        "Get the day's harbour news delivered to your inbox",
        "Already a subscriber?",
    ],
    "mail": [
        "View this email in your browser",
        "Having trouble viewing this email? Open it online",
        "You are receiving this email because you signed up at our website.",
        "To unsubscribe, click here or reply to this message",
        "Unsubscribe from this list",
        "Update your email preferences",
        "Our mailing address is: 1 Quay Road, Brackwater",
        "Was this email forwarded to you?",
        "Please add daily@courier.example to your address book",
        "On Mon, 23 Nov 2026 at 10:00, Ada Lund <ada@lund.example> wrote:",
        "---------- Forwarded message ----------",
    ],
    "feed": ["The post Bridge shut for repairs appeared first on Harbour Courier."],
    "comments": [
        "Sorry, we are not currently accepting comments on this article.",
        "What do you think of the bridge? Have your say below",
        "Join the conversation",
    ],
    "advertisement": ["ADVERTISEMENT", "Story continues below advertisement"],
    "copyright": ["© 2016 Harbour Courier. All rights reserved.", "This article first appeared in The Quay."],
    "correction": [
        "Correction: An earlier version of this story misspelled Mr Ostrow's name.",
        "CLARIFICATION: The bridge is 400 metres long.",
    ],
    "caption": [
        "The old bridge (left) and the northern quay.",
        "Ida Marsh, pictured outside the town hall, won by nine votes.",
        "A file photo of the northern quay.",
        "The quay at dawn. Petra Quill / Northwire",
        "Mayor Ida Marsh waves to supporters. (AP Photo/Jan Lo)",
        "Engineers at work. Photo: Petra Quill",
        "Ida Marsh, left, with Jon Ostrow, right, on Monday.",
    ],
    "credit": ["Petra Quill via Getty Images", "Getty"],
    "contact": ["Text 61124 or WhatsApp +44 7000 900 123"],
    "section_label": ["Tunnel or bridge", "'No choice'"],
    "separator": ["* * *", "___"],
    "embed": [
        "We did it at last — Ida Marsh (@idamarsh) June 3, 2016",
        "Look at this pic.twitter.com/Ab12Cd",
    ],
    "play_by_play": ["Foul by Jan Lo (Brackwater Town).", "Match ends, Brackwater Town 0, Northam 3."],
}
TAIL = {
    "contributors": [
        "Jan Lo contributed to this report.",
        "QNN's Petra Quill reported from Northam.",
        "Reporting by Jan Lo; Editing by Petra Quill",
        "Contributing: Jan Lo and Petra Quill",
        "--additional reporting by Petra Quill.",
        "Orla Venn reported from Brackwater and Jan Lo wrote from Northam.",
    ],
    "bio": [
        "Orla Venn is the author of Tides and a member of the Courier's board of contributors.",
        "The opinions expressed in this column are her own.",
    ],
    "appeal": ["Donate to the Harbour Courier today."],
}
CASES = [
    (rule, line, place)
    for place, table in (("head", HEAD), ("middle", ANYWHERE), ("tail", TAIL))
    for rule, lines in table.items()
    for line in lines
]
PLACES = {"head": 0, "middle": 5, "tail": len(STORY)}


@pytest.mark.parametrize(("rule", "line", "place"), CASES)
def test_a_line_of_furniture_is_set_aside_by_its_rule(rule: str, line: str, place: str) -> None:
    """The line goes, whole, under its rule's name; the story around it stays."""
    lines = [*STORY[: PLACES[place]], line, *STORY[PLACES[place] :]]
    article = Article(id="a", text="\n\n".join(lines))
    document = clean(article, "en")
    assert [document.text(s) for s in document.sentences] == STORY
    assert [article[piece.span] for piece in document.furniture] == [line]
    assert {piece.rule for piece in document.furniture} == {rule}


SPARED = [
    "To unsubscribe from the scheme, residents had to write to the council.",
    "You are getting a bridge because the county paid for it.",
    "The post office appeared on Monday in a list of closures.",
    "On Monday at 10:00 the council met and nobody wrote a word.",
    "The left-wing party and Sen. Ida Marsh (R-La.) opposed the bridge.",
    '"Follow me on Twitter if you want the truth," Ms Marsh said.',
    "“Sign up for the ferry while you can,” he told the crowd.",
    "The Associated Press reported that the bridge was safe, according to the Associated Press.",
    "By Tuesday the quay had been cleared of rubble and nets.",
    "Published in 2012, the report warned of a collapse.",
    "Correction officers at the county jail had asked for a tunnel.",
    "Readers of the Courier and the Times gave money to the museum, its director said.",
    "The photograph was taken by a pilot, the court heard.",
    "She wrote in Harbour Weekly that the plan was mad.",
    "Police asked anyone who saw the ship to contact them.",
    "The donors support the mayor, and members of her party give generously.",
    "An earlier report by the county put the cost at £4m.",
    "He left, right before the vote, through a side door.",
    "The question was: Who pays?",
    "Video of the collapse was shown to the jury on Monday.",
    "More than 40 boats were lost, and more from Northam are missing.",
]


@pytest.mark.parametrize("line", SPARED)
def test_a_line_that_only_looks_like_furniture_stays(line: str) -> None:
    """Words of a rule do not make furniture of a sentence that tells the story."""
    lines = [*STORY[:5], line, *STORY[5:]]
    document = clean(Article(id="a", text="\n\n".join(lines)), "en")
    assert line in [document.text(s) for s in document.sentences]
    joined = clean(Article(id="a", text=" ".join(lines)), "en")
    assert line in [joined.text(s) for s in joined.sentences]


def test_an_archives_own_summary_is_set_aside() -> None:
    """What stands between the labels of an archive's abstract and the full text is not the story's own."""
    lines = ["ABSTRACT.", "Brackwater council backs a bridge that fishermen oppose.", "FULL TEXT.", *STORY]
    document = clean(Article("a", "\n\n".join(lines)), "en")
    assert [document.text(s) for s in document.sentences] == STORY
    assert [f.rule for f in document.furniture] == ["section_label", "abstract", "section_label"]
    alone = clean(Article("a", "\n\n".join([lines[0], *STORY])), "en")
    assert [alone.text(s) for s in alone.sentences] == STORY
