"""Which line of a text is its headline."""

import pytest

from briefing.model import Article
from briefing.read.headline import headline

HEADLINE = "Treasurer denies touching the harbour's missing millions"
STORY = """The treasurer of Port Avon denied on Monday that she had touched the missing harbour millions.

“I never touched the money,” Ida Marsh told reporters outside the harbour office. Two auditors disagree.

A hearing is due on Thursday, the town council said."""


def title(text: str) -> str | None:
    """The headline found in a text."""
    article = headline(Article("", text))
    assert article.title_span is None or article[article.title_span] == article.title
    return article.title


def test_the_first_line_is_the_headline() -> None:
    """A short line above the story is its headline."""
    assert title(f"{HEADLINE}\n\n{STORY}") == HEADLINE


def test_no_blank_lines_are_needed() -> None:
    """Where every line is a paragraph, the first one is the headline."""
    assert title(f"{HEADLINE}\n" + STORY.replace("\n\n", "\n")) == HEADLINE


@pytest.mark.parametrize(
    "above",
    [
        "Support The Avon Mercury!",
        "Stand with the Mercury!",
        "Become a member of The Mercury from £3 a month. No owners, no paywall, no fear.",
        "Subscribe to the Mercury today and get your first month free",
        "We need your help to keep local reporting alive in Port Avon",
        "By Ola Brandt",
        "Published: 3 March 2026, 08:14",
        "Monday, 3 March 2026",
        "Politics",
        "Photo: the harbour office, by Wim Zee",
        "The harbour office in Port Avon on Monday. Wim Zee / AFP",
        "Sign up for our morning newsletter",
        "5 min read",
        "Read more: Harbour cranes that never came",
    ],
)
def test_what_stands_above_a_headline_is_not_it(above: str) -> None:
    """Appeals, bylines, stamps, labels and credits are passed over."""
    assert title(f"{above}\n\n{HEADLINE}\n\n{STORY}") == HEADLINE


@pytest.mark.parametrize("above", ["Support The Avon Mercury!", "By Ola Brandt", "Politics"])
def test_they_are_no_headline_where_there_is_none(above: str) -> None:
    """Without a headline the title is unknown, not the nearest short line."""
    assert title(f"{above}\n\n{STORY}") is None


def test_a_lede_is_no_headline() -> None:
    """A story that begins with a sentence has no headline."""
    assert title(STORY) is None


def test_a_short_lede_is_no_headline() -> None:
    """Neither is a short sentence."""
    assert title(f"Nobody knows where the money went.\n\n{STORY}") is None


def test_a_hard_wrapped_lede_is_no_headline() -> None:
    """A first line that goes on in the next one is part of a sentence."""
    wrapped = "The treasurer of Port Avon denied on Monday that she had\ntouched the missing millions."
    assert title(f"{wrapped}\n\n{STORY.partition(chr(10) * 2)[2]}") is None


def test_a_caption_below_does_not_win() -> None:
    """The headline wins over a caption whose words return in the story too."""
    caption = "Ida Marsh, treasurer of Port Avon, leaves the harbour office"
    assert title(f"{HEADLINE}\n\n{caption}\n\n{STORY}") == HEADLINE


def test_a_subheading_in_the_story_is_no_headline() -> None:
    """Behind two paragraphs of story no headline comes."""
    assert title(f"{STORY}\n\nThe missing millions of the harbour\n\n{STORY}") is None


def test_a_headline_with_a_full_stop_is_known_by_its_lede() -> None:
    """A full stop does not hide a headline that the first paragraph tells again."""
    assert title(f"Treasurer denies touching missing millions.\n\n{STORY}") == (
        "Treasurer denies touching missing millions."
    )


def test_headlines_need_no_known_language() -> None:
    """Form and return of the words are enough where no patterns are known."""
    story = (
        "La alcaldesa de Puerto Alisio negó el lunes haber vendido la playa a una empresa de su marido.\n\n"
        "«Nunca firmé ese contrato», dijo la alcaldesa ante los periodistas. El pleno se reúne el jueves.\n"
    )
    assert (
        title(f"La alcaldesa niega haber vendido la playa\n\n{story}")
        == "La alcaldesa niega haber vendido la playa"
    )
    assert title(story) is None


def test_a_single_line_has_no_headline() -> None:
    """A text in one line is story, however it begins."""
    assert title(STORY.replace("\n\n", " ")) is None


def test_a_remark_in_the_story_is_no_headline() -> None:
    """A player's remark between paragraphs is passed over, however often it comes back."""
    remark = "Media playback is not supported on this device"
    assert title(STORY.replace("\n\n", f"\n\n{remark}\n\n")) is None


def test_a_later_line_must_come_back_in_the_story() -> None:
    """A line below the first of which no word returns is no headline."""
    assert title(f"By Ola Brandt\n\nUnrelated trumpet concert\n\n{STORY}") is None


def test_a_declared_title_is_not_made_to_differ_from_its_text() -> None:
    """A line that is the declared title but for its full stop is set aside, and is not given as its place."""
    article = headline(Article("", f"{HEADLINE}.\n\n{STORY}", title=HEADLINE))
    assert article.title_span is None
    assert [(f.rule, article[f.span]) for f in article.head] == [("title", f"{HEADLINE}.")]
    assert headline(Article("", f"{HEADLINE}\n\n{STORY}", title=HEADLINE)).title_span is not None
