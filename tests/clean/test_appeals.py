"""Appeals for money and readers go whole, however they are worded; stories about money and papers stay."""

import pytest

from briefing.clean import clean
from briefing.model import Article

STORY = [
    "Aides of Mayor Ida Marsh were in “regular touch” with harbour agents before the vote, outlets reported.",
    "The Brackwater Courier said on Tuesday that the aides had met agents before the Nov. 2016 vote.",
    "It had named Jon Ostrow, chairman of the campaign, as being of interest to the police.",
    "Deputy Mayor Petra Quill denied the allegations. “We never met them. We have nothing to add,” she said.",
    "Mr Ostrow told the Courier: “If you have proof, give it to us. Your paper never supported our plans.”",
    "Councillors from both parties are now calling for an independent investigation into the contacts.",
]
APPEALS = {
    "favour": """
… we have a small favour to ask.

As you may have heard, The Northam Herald, an independent paper for more than 40 years, was last week
branded an “enemy of the county” by the council. This attack on our newsroom is an attack on everyone.

We, the reporters of The Northam Herald, will not be intimidated. We go on reporting, fairly and without
fear. But we cannot do it without you.

Your help, however modest, makes all the difference. If you are able to, back us every month from as
little as £3. It takes a minute, and you will be keeping honest local journalism alive. Thank you.
""",
    "paywall": """
A favour, if we may.

Unlike many news organisations, we have not put up a paywall. Our reporting is free to read for everybody.

That is only possible because thousands of readers pay for it. Advertising is falling across the media.

If everyone who reads our stories helped to pay for them, our future would be much more secure. For as
little as $1, you can support the Harbour Post – and it only takes a minute.
""",
    "letter": """
Dear reader,

It has been a hard year for small papers. We lost two thirds of our advertisers in the spring.

So today I am asking for something: become a member of the Quell Gazette. Members pay 5 euros a month.

We hope you will join them.
""",
    "nonprofit": """
The Courier is a nonprofit newsroom. Your tax-deductible donation keeps our journalism free. Make a gift
now at courier.example/give.
""",
    "request": """
… we have a small request. Since you're here, The Quay Times is asking readers to chip in so that our
reporters can keep holding power to account. You can give as little as 2 crowns a month. Thank you.
""",
    "third person": """
A word from the newsroom

The Quell Post has covered this county without fear for 30 years. This spring the council put us on a list.

They want to frighten us. They will not succeed. But the fines are heavy, and advertisers have left.

Readers are now our only source of income. From 5 crowns a month, you can keep our reporters working.
""",
    "spare": """
Can you spare £2?

Good journalism takes time, and time costs money. We have no owner behind us – only our readers. More than
9,000 of them chip in each month so that everyone else can read the Post for free.

If you can join them, it would mean the world to us. You can stop at any time.
""",
    "members": "Our members made this possible. Join them for $8 a month and never miss an investigation.",
    "dense": "We need your help: subscribers make this journalism possible.",
    "short": "Keep Quell Sound Radio on air. Donate today.",
}


@pytest.mark.parametrize("name", sorted(APPEALS))
def test_an_appeal_at_the_end_goes_whole(name: str) -> None:
    """Every sentence of the appeal is set aside, and none of the story."""
    document = clean(Article(id="a", text="\n\n".join([*STORY, APPEALS[name]])), "en")
    plain = clean(Article(id="a", text="\n\n".join(STORY)), "en")
    assert [document.text(s) for s in document.sentences] == [plain.text(s) for s in plain.sentences]
    assert {piece.rule for piece in document.furniture} <= {"appeal", "section_label"}
    assert not plain.furniture


@pytest.mark.parametrize("name", ["favour", "paywall", "request"])
def test_an_appeal_in_one_long_line_goes_too(name: str) -> None:
    """Where paragraphs were joined, the appeal is found sentence by sentence."""
    story = " ".join(STORY)
    document = clean(Article(id="a", text=f"{story} {' '.join(APPEALS[name].split())}"), "en")
    assert max(s.span.end for s in document.sentences) == len(story)


@pytest.mark.parametrize(
    "line", ["Support the Harbour Courier!", "Stand by the Quell Post", "Donate", "Help keep us free"]
)
def test_an_appeal_above_the_title_goes(line: str) -> None:
    """A line that asks, above the title the article is known by, is no headline; the title is still found."""
    text = f"{line}\n\nAides met agents\n\n" + "\n\n".join(STORY)
    document = clean(Article(id="a", title="Aides met agents", text=text), "en")
    assert [piece.rule for piece in document.furniture] == ["appeal", "title"]


def test_a_story_about_donations_stays_whole() -> None:
    """Third persons who give and papers that are paid for are news."""
    text = """The Quell Lifeboat Fund asked residents on Monday to donate blankets. “We need your help,” said
Jan Lo, its director. “Give what you can.”

Donations rose to £40,000 by Tuesday. Supporters of the fund said they would give more.

The council will vote on Friday on whether to support the newspaper with public money."""
    assert not clean(Article(id="a", text=text), "en").furniture


def test_a_column_that_speaks_to_its_readers_stays_whole() -> None:
    """We, you, money and support are a column's own words."""
    text = """We all love our harbour. We swim in it, and our children learn to sail in it.

You may say that the plan costs too much money. But we have paid more for less, and our newspapers said so.

If you believe in this town, support the plan. It will give us what we need.

We owe it to our children, and you know it."""
    assert not clean(Article(id="a", text=text), "en").furniture
