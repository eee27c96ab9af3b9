"""`briefing run` day by day: right day, nothing lost, nothing twice, a rerun changes nothing."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefing.errors import InputError, MissingInput, TryAgain
from briefing.pipeline import verify
from tests.edition.newsroom import Newsroom, article, sentences


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom with one paper."""
    return Newsroom(tmp_path / "room")


def test_a_first_run_takes_yesterday_and_today(room: Newsroom) -> None:
    """A first run takes what is of the day before and the day, and undated articles; the rest is old."""
    room.carry(
        [
            article("a", "2026-11-21"),
            article("b", "2026-11-22"),
            article("c", "2026-11-23"),
            article("d", None),
        ]
    )
    assert room.make("2026-11-23").written
    told = {name: found[1] for name, found in room.outcomes().items()}
    assert told == {"a": "dropped", "b": "told", "c": "told", "d": "told", "old-Paper": "dropped"}
    assert room.outcomes()["a"] == ("2026-11-23", "dropped", "older")


def test_what_was_briefed_is_not_briefed_again(room: Newsroom) -> None:
    """The next day only what is new is told; a day without news writes nothing and is well."""
    room.carry([article("a", "2026-11-23")])
    room.make("2026-11-23")
    assert room.make("2026-11-24").written is None
    assert not (room.folder / "outputs" / "2026-11-24").exists()
    room.carry([article("a", "2026-11-23"), article("b", "2026-11-25")])
    room.make("2026-11-25")
    assert room.outcomes()["a"][0] == "2026-11-23"
    assert room.outcomes()["b"][0] == "2026-11-25"


def test_late_articles_and_those_of_a_weekend_are_taken(room: Newsroom) -> None:
    """What appears on Monday is taken, whether it is of Saturday or of last week."""
    room.carry([article("a", "2026-11-20")])
    room.make("2026-11-20")
    room.carry([article("sat", "2026-11-21"), article("late", "2026-11-12"), article("sun", "2026-11-22")])
    room.make("2026-11-23")
    assert {room.outcomes()[name][:2] for name in ("sat", "late", "sun")} == {("2026-11-23", "told")}


def test_a_new_source_starts_like_a_first_run(tmp_path: Path) -> None:
    """When a source is added, what it published long ago is old, and what others carry is not."""
    room = Newsroom(tmp_path / "room")
    room.carry([article("a", "2026-11-23")])
    room.make("2026-11-23")
    room = Newsroom(tmp_path / "room", sources=("Paper", "Gazette"))
    room.carry([article("late", "2026-11-01")])
    room.carry([article("g-old", "2026-11-01"), article("g-new", "2026-11-24")], "Gazette")
    room.make("2026-11-24")
    found = room.outcomes()
    assert found["late"][1] == "told"
    assert found["g-old"] == ("2026-11-24", "dropped", "older")
    assert found["g-new"][1] == "told"


def test_the_day_is_that_of_the_zone(tmp_path: Path) -> None:
    """An hour after midnight in the zone belongs to the new day, whatever the hour is elsewhere."""
    room = Newsroom(tmp_path / "room", '[brief]\ntimezone = "Pacific/Auckland"')
    room.carry([article("in", "2026-11-22T12:00:00+00:00"), article("out", "2026-11-22T10:59:59+00:00")])
    room.make("2026-11-24")
    assert room.outcomes()["in"][1] == "told"  # 01:00 on the 23rd
    assert room.outcomes()["out"][2] == "older"  # 23:59:59 on the 22nd


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2028-02-29"])
def test_odd_days_are_days(tmp_path: Path, day: str) -> None:
    """Days of 23 and 25 hours and leap days begin and end at midnight, without a gap or an overlap."""
    room = Newsroom(tmp_path / "room", '[brief]\ntimezone = "Europe/Berlin"')
    zone = ZoneInfo("Europe/Berlin")
    start = datetime.fromisoformat(f"{day}T00:00:00").replace(tzinfo=zone)
    end = datetime.fromisoformat(f"{day}T23:59:59").replace(tzinfo=zone)
    room.carry([article("start", start.isoformat()), article("end", end.isoformat())])
    room.make(end)
    assert {room.outcomes()[name][:2] for name in ("start", "end")} == {(day, "told")}


def test_a_clock_set_back_repeats_nothing(room: Newsroom) -> None:
    """A run dated before the last one takes only what no edition had."""
    room.carry([article("a", "2026-11-24")])
    room.make("2026-11-24")
    room.carry([article("a", "2026-11-24"), article("b", "2026-11-23")])
    room.make("2026-11-23")
    assert room.outcomes()["a"][0] == "2026-11-24"
    assert room.outcomes()["b"][0] == "2026-11-23"


def test_a_rerun_changes_no_byte(room: Newsroom) -> None:
    """The same edition again, with nothing new, writes nothing."""
    room.carry([article("a", "2026-11-23"), article("b", "2026-11-23")])
    room.make("2026-11-23")
    before = room.bytes()
    assert room.make("2026-11-23").written is None
    assert room.bytes() == before


def test_a_rerun_with_news_replaces_the_edition_whole(room: Newsroom) -> None:
    """The same edition again holds what it had, also what no source carries any more, and what is new."""
    room.carry([article("a", "2026-11-23"), article("b", "2026-11-23")])
    room.make("2026-11-23")
    room.carry([article("b", "2026-11-23"), article("c", "2026-11-23")])
    assert room.make("2026-11-23").written
    assert {found[:2] for name, found in room.outcomes().items() if len(name) == 1} == {
        ("2026-11-23", "told")
    }
    assert all(sentences(name)[0] in room.page("2026-11-23") for name in "abc")
    assert verify(room.folder / "outputs" / "2026-11-23").bad == ()


def test_a_rerun_does_not_depend_on_the_order_of_a_source(room: Newsroom) -> None:
    """A feed that lists its entries in another order makes the same brief."""
    rows = [article(name, "2026-11-23") for name in "abcd"]
    room.carry(rows)
    room.make("2026-11-23")
    before = room.bytes()
    room.carry(reversed(rows))
    room.make("2026-11-23")
    assert room.bytes() == before


def test_a_named_edition_takes_what_the_morning_had_not(tmp_path: Path) -> None:
    """Editions of one day share the journal, and each has its folder."""
    room = Newsroom(tmp_path / "room", '[[edition]]\nname = "evening"')
    room.carry([article("a", "2026-11-23")])
    room.make("2026-11-23")
    room.carry([article("a", "2026-11-23"), article("b", "2026-11-23")])
    room.make("2026-11-23", "-evening")
    assert room.outcomes()["b"][0] == "2026-11-23-evening"
    assert sentences("a")[0] not in room.page("2026-11-23-evening")


def test_since_takes_what_a_first_run_left_out(room: Newsroom) -> None:
    """--since brings back what was recorded as older, from that day on."""
    room.carry([article("a", "2026-11-01"), article("b", "2026-10-01"), article("c", "2026-11-23")])
    room.make("2026-11-23")
    room.make("2026-11-24", since=datetime(2026, 10, 20).date())
    assert room.outcomes()["a"][:2] == ("2026-11-24", "told")
    assert room.outcomes()["b"][1:] == ("dropped", "older")
    assert room.outcomes()["c"][0] == "2026-11-23"


def test_catch_up_makes_the_missed_days(room: Newsroom) -> None:
    """Each missed day gets an edition of what was published until its end."""
    room.carry([article("a", "2026-11-20")])
    room.make("2026-11-20")
    room.carry([article(f"x{day}", f"2026-11-{day}") for day in (20, 21, 23, 24)])
    room.make("2026-11-24", catch_up=True)
    days = {name: found[0] for name, found in room.outcomes().items()}
    assert days["x20"] == days["x21"] == "2026-11-21"
    assert (days["x23"], days["x24"]) == ("2026-11-23", "2026-11-24")


def test_include_exclude_and_max_items_have_their_names(tmp_path: Path) -> None:
    """What a source's own wishes leave out is dropped by the name of the wish, and never comes back."""
    room = Newsroom(tmp_path / "room", sources=())
    config = room.folder / "briefing.toml"
    config.write_text(
        '[state]\npath = "journal"\n[[source]]\npath = "Paper.jsonl"\nname = "Paper"\n'
        'include = ["harbour wall"]\nexclude = ["crossword"]\nmax_items = 1\n'
    )
    wall = "The harbour\nwall gave way. "
    room.carry(
        [
            article("old", "2026-11-22", wall + sentences("1")[0]),
            article("new", "2026-11-23", wall + sentences("2")[0]),
            article("game", "2026-11-23", wall + "The Crossword stays."),
            article("none", "2026-11-23", "The harbour walls stay. " + sentences("3")[0]),
        ]
    )
    room.make("2026-11-23")
    found = {name: row[1:] for name, row in room.outcomes().items()}
    assert found["new"] == ("told", None)
    assert (found["old"], found["game"]) == (("dropped", "max_items"), ("dropped", "exclude"))
    assert found["none"] == ("dropped", "include")
    assert room.make("2026-11-24").written is None


def test_own_rules_set_aside_and_spare(tmp_path: Path) -> None:
    """`drop` sets a sentence aside by a rule of that name; `keep` brings back what a rule took."""
    room = Newsroom(tmp_path / "room", sources=())
    (room.folder / "briefing.toml").write_text(
        '[state]\npath = "journal"\n[[source]]\npath = "Paper.jsonl"\ndrop = ["^The bell tolls"]\n'
    )
    room.carry([article("a", "2026-11-23", f"The bell tolls at noon.\n\n{' '.join(sentences('a'))}")])
    room.make("2026-11-23")
    assert "bell" not in room.page("2026-11-23").replace("About bell tolls", "")


def test_an_embargoed_article_comes_when_it_may(room: Newsroom) -> None:
    """What is held is not printed, and comes in the first edition after its embargo, gathered or not."""
    row = article("a", "2026-11-23") | {"embargoed": "2026-11-25T06:00:00+00:00"}
    room.carry([row, article("b", "2026-11-23")])
    room.make("2026-11-23")
    assert room.ask("SELECT outcome FROM outcomes WHERE outcome = 'held'") == [("held",)]
    assert sentences("a")[0] not in (room.folder / "outputs/2026-11-23/brief.json").read_text()
    room.carry([])
    room.make("2026-11-25")
    assert sentences("a")[0] in room.page("2026-11-25")
    assert room.outcomes()["a"][:2] == ("2026-11-25", "told")


def test_what_was_changed_under_its_embargo_is_told_as_it_is_then(room: Newsroom) -> None:
    """Of a held article that its outlet edits only the new wording is told, and the same when made again."""
    until = {"embargoed": "2026-11-25T06:00:00+00:00"}
    room.carry([article("a", "2026-11-23") | until, article("b", "2026-11-23")])
    room.make("2026-11-23")
    edited = article("a", "2026-11-23", " ".join(sentences("edited"))) | until
    room.carry([edited])
    room.make("2026-11-24")
    assert room.ask("SELECT outcome FROM outcomes WHERE detail = 'replaced'") == [("dropped",)]
    room.make("2026-11-25")
    before = room.bytes()
    assert sentences("edited")[0] in room.page("2026-11-25")
    assert sentences("a")[0] not in room.page("2026-11-25")
    assert room.make("2026-11-25").written is None
    assert room.bytes() == before


def test_an_edition_keeps_what_it_told_of_a_story_that_is_forgotten(room: Newsroom) -> None:
    """Made again long after, an edition still holds its developments, and nothing that another printed."""
    room.carry([article("a", "2026-11-23")])
    room.make("2026-11-23")
    added = "The council of Arle voted for a new bridge on Monday."
    room.carry([article("a", "2026-11-23", f"{' '.join(sentences('a'))} {added}")])
    room.make("2026-11-24")
    with closing(sqlite3.connect(room.folder / "journal")) as base, base:
        base.execute("DELETE FROM sketches")
    room.carry([])
    room.make("2026-11-24")
    again = room.make("2026-11-24")
    assert added in room.page("2026-11-24")
    assert sentences("a")[0] not in room.page("2026-11-24")
    assert room.outcomes()["a"] == ("2026-11-24", "told", None)
    assert again.written is None


def test_a_page_that_only_changes_around_its_story_is_nothing_new(room: Newsroom) -> None:
    """A version whose story is the same has the outcome `unchanged`."""
    body = "\n\n".join(sentences("a"))
    room.carry([article("a", "2026-11-23", f"{body}\n\nSign up for our newsletter.")])
    room.make("2026-11-23")
    room.carry([article("a", "2026-11-23", f"{body}\n\nSubscribe to our newsletter today.")])
    assert room.make("2026-11-24").written is None
    assert ("dropped", "unchanged") in room.ask("SELECT outcome, detail FROM outcomes")


def test_without_any_usable_input_nothing_is_made(room: Newsroom) -> None:
    """When no source gives anything the run ends with the input's error, MissingInput when none exists."""
    (room.folder / "Paper.jsonl").unlink()
    with pytest.raises(MissingInput):
        room.make("2026-11-23")
    (room.folder / "Paper.jsonl").write_text("")
    with pytest.raises(InputError):
        room.make("2026-11-23")


def test_a_dead_source_is_named_and_the_rest_goes_out(tmp_path: Path) -> None:
    """A source that cannot be read stands under Not covered today; the others are briefed."""
    room = Newsroom(tmp_path / "room", sources=("Paper", "Gazette"))
    room.carry([article("a", "2026-11-23")])
    (room.folder / "Gazette.jsonl").unlink()
    done = room.make("2026-11-23")
    assert len(done.failed) == 1
    assert "Gazette (Gazette\\.jsonl): no such file" in room.page("2026-11-23").partition("Not covered")[2]
    with pytest.raises(InputError, match="--strict"):
        room.make("2026-11-24", strict=True)


def test_a_source_that_falls_silent_is_noticed(tmp_path: Path) -> None:
    """A source that gave articles and then nothing for three runs is reported."""
    room = Newsroom(tmp_path / "room", sources=("Paper", "Gazette"))
    room.make("2026-11-20")
    (room.folder / "Gazette.jsonl").unlink()
    reports = [room.make(f"2026-11-{day}").silent for day in (21, 22, 23)]
    assert reports == [(), (), (("Gazette", 3),)]


def test_a_second_run_at_once_is_refused(room: Newsroom) -> None:
    """While a run holds the lock another one ends with TryAgain, exit 75."""
    from briefing.deliver.lock import alone
    from briefing.edition.places import journal_file, lock_file

    room.carry([article("a", "2026-11-23")])
    with alone(lock_file(journal_file(room.config))), pytest.raises(TryAgain, match="lock"):
        room.make("2026-11-23")
    assert room.make("2026-11-23").written
