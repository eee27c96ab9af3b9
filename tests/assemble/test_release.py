"""What may not be published yet, and what never again."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from briefing.analyse import analyse
from briefing.assemble import Plan, released
from briefing.model import Article, Raw
from briefing.pipeline import make, make_brief
from briefing.read import READERS

DAY = date(2026, 11, 24)
NEWS = "The town hall of Quell will close for repairs, the mayor of the town said."


def read(text: str) -> Article:
    """The one article of a plain text."""
    (article,) = READERS["plain"](Raw(text.encode(), "a.txt"))
    assert isinstance(article, Article)
    return article


def outcome(article: Article, plan: Plan) -> str:
    """What becomes of an article."""
    free = released([analyse(article, "en")], plan)
    return "printed" if free.found else "held" if free.held else free.dropped[0].rule


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGOED UNTIL 00:01 GMT, 25 NOVEMBER 2026", "2026-11-25T00:01:00+00:00"),
        ("Embargo: not for publication until 0001 BST on 25 November 2026", "2026-11-25T00:01:00+01:00"),
        ("Not for publication before 9am EST on Wednesday 25 November 2026", "2026-11-25T09:00:00-05:00"),
        ("Embargoed for release: until 2026-11-25 18:30", "2026-11-25T18:30:00"),
        ("STRICTLY EMBARGOED UNTIL November 25, 2026", "2026-11-25T00:00:00"),
    ],
)
def test_the_line_above_a_story_is_read(line: str, until: str) -> None:
    """The embargo is the moment the line names, and the line is no part of the story."""
    article = read(f"{line}\n\nTown hall to close\n\n{NEWS}\n")
    assert article.embargo is not None
    assert article.embargo.isoformat() == until
    assert article.title == "Town hall to close"
    assert line not in [article[s.span] for s in analyse(article, "en").document.sentences]


@pytest.mark.parametrize(
    "line",
    [
        "Embargoed until midnight 25 November 2026",
        "Embargoed until 6 p.m. QQT Nov 25, 2026",
        "Embargoed until Monday",
    ],
)
def test_what_is_not_understood_is_held(line: str) -> None:
    """A line that names no sure moment withholds the article."""
    assert read(f"{line}\n\n{NEWS}\n").release == "withheld"


def test_news_about_an_embargo_is_news() -> None:
    """A headline that only speaks of an embargo holds nothing."""
    article = read(f"Embargo on tin lifted until summer\n\n{NEWS}\n")
    assert (article.release, article.embargo) == ("usable", None)


def test_an_embargo_ends_at_its_moment() -> None:
    """Held before, printed from the moment on, in the zone of the brief where none is named."""
    article = replace(read(NEWS), embargo=datetime(2026, 11, 24, 17))
    noon = Plan(DAY, moment=datetime(2026, 11, 24, 12, tzinfo=UTC))
    assert outcome(article, noon) == "held"
    assert outcome(article, noon._replace(timezone="Asia/Tokyo")) == "printed"
    assert outcome(article, noon._replace(allow_embargoed=True)) == "printed"
    assert outcome(article, Plan(DAY)) == "printed"
    assert outcome(article, Plan(date(2026, 11, 23))) == "held"


def test_ninjs_status_is_kept() -> None:
    """Withheld waits, canceled never appears even when embargoed items do, and a strange status waits."""
    outcomes = {"usable": "printed", "withheld": "held", "canceled": "withdrawn", "x": "held"}
    for status, then in outcomes.items():
        record = f'{{"uri": "urn:1", "body_text": "{NEWS}", "pubstatus": "{status}"}}'
        (article,) = READERS["json"](Raw(record.encode(), "a.json"))
        assert isinstance(article, Article)
        assert outcome(article, Plan(DAY)) == then
        assert (outcome(article, Plan(DAY, allow_embargoed=True)) == "withdrawn") == (status == "canceled")


def test_a_withdrawal_takes_earlier_versions_along() -> None:
    """The version that was sent before its withdrawal is not printed either; a later one is."""
    first = replace(read(NEWS), id="x", source="A", published=date(2026, 11, 23))
    gone = replace(first, release="withdrawn", published=DAY)
    later = replace(first, published=date(2026, 11, 25))
    free = released([analyse(a, "en") for a in (first, gone, later)], Plan(DAY))
    assert [f.article.published for f in free.found] == [later.published]
    assert [d.rule for d in free.dropped] == ["withdrawn", "withdrawn"]


def test_held_articles_are_counted_and_nothing_else() -> None:
    """A brief of held articles only is empty, counts them and has no word of them."""
    article = replace(read(NEWS), release="withheld")
    for brief in (make([analyse(article, "en")], Plan(DAY)), make_brief([analyse(article, "en")], DAY)):
        assert (brief.held, brief.stories, brief.articles) == (1, (), ())
