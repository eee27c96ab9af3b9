"""A fortnight with an injected clock: every article has exactly one outcome, in exactly one edition."""

import random
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefing.pipeline import verify
from tests.edition.newsroom import Newsroom, article

Row = dict[str, str | None]


def published(rng: random.Random, day: date) -> str | None:
    """Some hour of a day in some zone, the day alone, or nothing."""
    hour = datetime(day.year, day.month, day.day, rng.randrange(24), rng.randrange(60))
    forms = (
        hour.replace(tzinfo=ZoneInfo("Europe/Berlin")).isoformat(),
        hour.replace(tzinfo=ZoneInfo("America/St_Johns")).isoformat(),
        day.isoformat(),
        None,
    )
    return rng.choice(forms)


def news(rng: random.Random, day: date) -> list[Row]:
    """What is written on a day: new articles, a late one, and one that is embargoed."""
    rows = [article(f"{day}-{n}", published(rng, day)) for n in range(rng.randrange(4))]
    if rng.random() < 0.3:
        rows.append(article(f"{day}-late", (day - timedelta(days=9)).isoformat()))
    if rng.random() < 0.2:
        until = f"{day + timedelta(days=2)}T06:00:00+00:00"
        rows.append(article(f"{day}-held", day.isoformat()) | {"embargoed": until})
    return rows


def story(rows: list[Row], rng: random.Random) -> None:
    """Now and then a source edits an article, or no longer carries the oldest."""
    if rows and rng.random() < 0.3:
        place = rng.randrange(len(rows))
        rows[place] = rows[place] | {
            "text": f"{rows[place]['text']} The editors added a kavobi tomuga later."
        }
    del rows[: max(len(rows) - 12, 0)]


@pytest.mark.parametrize("start", ["2026-03-23", "2026-10-19", "2028-02-21"])
def test_every_article_has_one_outcome_in_one_edition(tmp_path: Path, start: str) -> None:
    """Over both clock changes and a leap day, weekends off, a day missed: nothing is lost or told twice."""
    rng = random.Random(start)
    room = Newsroom(tmp_path / "room", '[brief]\ntimezone = "Europe/Berlin"\nmax_stories = 2')
    zone, first = ZoneInfo("Europe/Berlin"), date.fromisoformat(start)
    carried: list[Row] = []
    all_of_them: set[tuple[str, str | None]] = set()
    made = []
    for day in (first + timedelta(days=n) for n in range(15)):
        carried += news(rng, day)
        story(carried, rng)
        room.carry(carried)
        if day.weekday() > 4 or day == first + timedelta(
            days=9
        ):  # no run: a weekend, and a day that is missed
            continue
        moment = datetime(day.year, day.month, day.day, 6, 30, tzinfo=zone)
        room.make(moment)
        room.make(moment + timedelta(minutes=5))  # cron, twice
        all_of_them |= {(str(row["id"]), row["text"]) for row in carried}
        made.append(day)
    assert_one_outcome_each(room, len(all_of_them))
    assert_told_once(room)


def assert_one_outcome_each(room: Newsroom, versions: int) -> None:
    """Every version that a run met has an outcome, and only one; what was held came out."""
    counted = room.ask("SELECT version, count(*) FROM outcomes GROUP BY version")
    assert {count for _, count in counted} == {1}
    assert len(counted) == versions + 1  # and the article of the year 2000
    assert room.ask("SELECT count(*) FROM versions WHERE id NOT IN (SELECT version FROM outcomes)") == [(0,)]
    days = room.ask("SELECT max(editions.day) FROM editions")[0][0]
    late = room.ask(
        "SELECT outcomes.edition, editions.day FROM outcomes JOIN editions ON editions.id = edition "
        f"WHERE outcome = 'held' AND editions.day < date('{days}', '-3 days')"
    )
    assert late == []


def assert_told_once(room: Newsroom) -> None:
    """No line is printed in two editions, and every edition is verbatim."""
    folders = sorted((room.folder / "outputs").glob("2*"))
    assert len(folders) > 5
    for folder in folders:
        assert verify(folder).bad == ()
    lines = room.ask("SELECT DISTINCT edition, text FROM lines WHERE section IN ('what', 'developments')")
    assert max(Counter(text for _, text in lines).values()) == 1
