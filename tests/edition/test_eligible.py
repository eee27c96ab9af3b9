"""Which articles an edition takes: a pure question, asked of tables and of made-up cases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.edition.eligible import About, decide, newest
from briefing.edition.missed import between
from briefing.journal.nouns import Seen
from briefing.model import Article

DAY = date(2026, 11, 24)
ABOUT = About("2026-11-24", DAY, "Europe/London")


def seen(sha: str, edition: str, outcome: str = "told", detail: str | None = None) -> Seen:
    """A version that the journal knows."""
    return Seen(sha, None, edition, outcome, detail)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "known", "new_source", "decision"),
    [
        ("2026-11-24", [], True, "take"),
        ("2026-11-23", [], True, "take"),
        ("2026-11-22", [], True, "older"),
        ("2026-11-22", [], False, "take"),
        (None, [], True, "take"),
        ("2026-11-25", [], True, "later"),
        ("2026-11-25", [], False, "take"),
        ("2026-11-24", [seen("x", "2026-11-23")], False, "known"),
        ("2026-11-24", [seen("x", "2026-11-24")], False, "take"),
        ("2026-11-24", [seen("y", "2026-11-23")], False, "take"),
        ("2026-11-24", [seen("x", "2026-11-23", "held")], False, "take"),
        ("2026-11-24", [seen("x", "2026-11-23", "dropped", "exclude")], False, "known"),
        ("2026-11-01", [seen("x", "2026-11-23", "dropped", "older")], False, "known"),
        ("2026-11-01", [seen("y", "2026-11-23", "dropped", "older")], False, "older"),
        ("2026-11-01", [seen("y", "2026-11-02", "told")], False, "take"),
        ("2026-11-22", [seen("x", "2026-11-24", "dropped", "older")], True, "older"),
    ],
)
def test_a_decision(published: str | None, known: list[Seen], new_source: bool, decision: str) -> None:
    """What the journal knows of an article and when it was published decide."""
    when = date.fromisoformat(published) if published else None
    assert decide(Article("a", "x", published=when), "x", known, ABOUT, new_source) == decision


def test_what_a_missed_day_leaves(tmp_path: object) -> None:
    """An edition that is made up for takes nothing that was published after its day."""
    missed = About("2026-11-23", date(2026, 11, 23), "Europe/London", only_until=True)
    assert decide(Article("a", "x", published=DAY), "x", [], missed, False) == "later"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)).map(lambda when: when.replace(tzinfo=UTC)))
def test_each_moment_belongs_to_one_day(when: datetime) -> None:
    """Whatever the zone does, a moment is in just one of the days around it, and days follow each other."""
    about = About("x", DAY, "America/St_Johns")
    day = about.day_of(when)
    assert abs((day - when.date()).days) <= 1
    assert about.day_of(when + timedelta(days=1)) in (day + timedelta(days=1), day + timedelta(days=2), day)


@given(st.lists(st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=12), st.integers(1, 12))
def test_the_newest_are_kept(days: list[date | None], limit: int) -> None:
    """As many as asked for, none of them older than one that is left out, undated ones last."""
    articles = [Article(str(n), "x", published=day) for n, day in enumerate(days)]
    kept = newest(articles, limit, "UTC")
    assert len(kept) == min(limit, len(days))
    inside = [days[n] or date.min for n in kept]
    outside = [days[n] or date.min for n in range(len(days)) if n not in kept]
    assert not inside or not outside or min(inside) >= max(outside)


def test_missed_days_are_those_in_between() -> None:
    """None when the last edition was yesterday, at most a fortnight after a long absence."""
    assert between(date(2026, 11, 23), DAY) == []
    assert between(date(2026, 11, 21), DAY) == [date(2026, 11, 22), date(2026, 11, 23)]
    assert len(between(date(2026, 1, 1), DAY)) == 14
