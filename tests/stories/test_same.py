"""The same article is kept once, and what happened to its copies is known."""

import random

import pytest

from briefing.model import Findings
from briefing.stories import group
from briefing.stories.same import unique
from tests.stories.reports import FIRE, FIRE_TOLD_ELSEWHERE, NOTICE, VOTE, report

WORDS = ["lantern", "goose", "seven", "quietly", "harbour", "mended", "no", "yellow", "stairs", "often"]


def edited(paragraphs: tuple[str, ...], share: float) -> list[str]:
    """Some words replaced by others."""
    dice = random.Random(3)
    return [
        " ".join(dice.choice(WORDS) if dice.random() < share else w for w in p.split()) for p in paragraphs
    ]


def kept(*found: Findings) -> list[str]:
    """Ids of the articles that stay."""
    return [found[place].article.id for place, _ in unique(found)]


COPIES = {
    "cut": FIRE[:1],
    "edited": edited(FIRE, 0.1),
    "in another order": FIRE[::-1],
    "wrapped": ("The Herald", *NOTICE, *FIRE, "Read more about ropes in our Saturday magazine, on sale now."),
}


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_found_by_its_text(how: str) -> None:
    """Cut, edited, shuffled or wrapped, and under another headline: it is the same article."""
    original = report(*FIRE, name="original", title="Rope works burn", source="Courier")
    copy = report(*COPIES[how], name="copy", title="A night in Tar Lane", source="Herald")
    assert len(unique([original, copy, report(*VOTE, name="vote", source="Courier")])) == 2


def test_two_reports_of_one_fire_are_two_articles() -> None:
    """Independent reporting shares names and figures, and stays."""
    assert kept(report(*FIRE, name="one"), report(*FIRE_TOLD_ELSEWHERE, name="two")) == ["one", "two"]


def test_one_address_is_one_article() -> None:
    """A rewritten page is a version, whatever is left of its text."""
    page = "https://courier.example/fire"
    rest = report(*VOTE, name="new", source="Courier", url=page + "?utm_source=x", day=25)
    ((_, copies),) = unique([report(*VOTE[:3], *FIRE[:1], name="old", source="Courier", url=page), rest])
    assert [(copy.why, copy.of) for copy in copies] == [("same address", "new")]


def test_an_id_counts_within_its_outlet() -> None:
    """Two feeds may both number from one."""
    first = report(*FIRE, name="1", source="Courier")
    assert len(unique([first, report(*VOTE, name="1", source="Courier", day=25)])) == 1
    assert len(unique([first, report(*VOTE, name="1", source="Herald")])) == 2


def test_the_fullest_version_is_kept() -> None:
    """The copy says whose it is, why, and what it lacks."""
    short = report(*FIRE[:2], name="short", source="Herald")
    full = report(*FIRE, name="full", source="Courier")
    ((place, (copy,)),) = unique([short, full])
    assert place == 1
    assert (copy.article.id, copy.of, copy.why, copy.gone) == ("short", "full", "same text", ())
    assert full.article[copy.added[0]].startswith("Owner Osric Vane told")


def test_an_update_replaces_what_it_corrects() -> None:
    """The later version of an outlet is kept although it is shorter, and what it took back is known."""
    claim = "Police suspect the watchman of having lit the fire himself, an officer said."
    old = report(*FIRE, claim, name="old", source="Courier", day=24)
    new = report(*FIRE, name="new", source="Courier", day=25)
    ((place, (copy,)),) = unique([old, new])
    assert place == 1
    assert [old.article[span] for span in copy.gone] == [claim]


def test_a_later_stub_replaces_nothing() -> None:
    """A teaser printed the day after is no update."""
    old = report(*FIRE, name="old", source="Courier", day=24)
    assert kept(old, report(*FIRE[:1], name="teaser", source="Courier", day=25)) == ["old"]


def test_short_reports_under_one_notice_are_different_articles() -> None:
    """What an outlet prints with everything is not what makes two reports the same."""
    texts = [FIRE[0], VOTE[0] + " " + VOTE[2], FIRE_TOLD_ELSEWHERE[2], FIRE[3], VOTE[3] + " " + VOTE[1]]
    found = [report(text, *NOTICE, name=str(i), source="Courier") for i, text in enumerate(texts)]
    assert kept(*found) == ["0", "1", "2", "3", "4"]


def test_a_round_up_is_none_of_its_items() -> None:
    """Short articles that a long one holds are not copies of one another through it."""
    filler = [
        f"Item {n}: the {word} fair at Lower Quell drew {n * 37} visitors and {n} geese."
        for n, word in enumerate(WORDS * 4)
    ]
    found = [
        report(*filler, VOTE[0], FIRE[0], name="round-up"),
        report(VOTE[0], name="vote"),
        report(FIRE[0], name="fire"),
    ]
    assert kept(*found) == ["round-up", "vote", "fire"]


def test_news_told_on_yesterdays_background_is_news() -> None:
    """A shorter report that opens with something new is not a part of the longer one it copies from."""
    news = (
        "Inspector Jonas Hale arrested a lodger of the Anchor inn at noon on Wednesday after a neighbour had "
        "recognised his bicycle beside the gate. He is to appear in court on Friday, charged with arson, and "
        "has asked for a lawyer from the city."
    )
    assert kept(report(*FIRE, name="fire"), report(news, FIRE[1], FIRE[2], name="arrest")) == [
        "fire",
        "arrest",
    ]


def test_a_reprint_names_its_outlet_and_is_no_second_report() -> None:
    """One wire text in three papers is one article, reported by three."""
    papers = ["Courier", "Herald", "Ledger"]
    (story,) = group(report(*FIRE, name=paper, source=paper, title=f"{paper} headline") for paper in papers)
    assert len(story) == 1
    assert story.sources == ("Courier", "Herald", "Ledger")
