"""agenda.ics: what a calendar program makes of it, read with the icalendar library."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from briefing.model import Brief, Line, Section
from briefing.render import edition, render_brief
from briefing.render.agenda import counts
from briefing.render.escape import plain
from tests import newsroom
from tests.hostile import CALENDARS, HEADERS, VECTORS


def _steps(*times: str | None, **changes: object) -> Brief:
    """A brief with a next step at each of these times."""
    words = ("The council will vote on a full inquiry on 8 December.", "Auditors have found a gap")
    lines = tuple(
        Line(newsroom.quote(newsroom.HARBOUR, words[n % 2]), "scheduled", when_date=when)
        for n, when in enumerate(times)
    )
    section = Section("next_steps", "Next steps", lines)
    made = newsroom.single(newsroom.HARBOUR, sections=(section,))
    return replace(made, timezone="Europe/London", **changes)


def _events(brief: Brief) -> list[Event]:
    text = render_brief(brief, "ics")
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    calendar = Calendar.from_ical(text)
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert event["DTSTAMP"].dt == datetime(2026, 11, 24, tzinfo=UTC)
    return list(calendar.walk("VEVENT"))


def test_a_dated_step_is_a_day_in_the_calendar() -> None:
    """The words are the summary, the story is the description, the article is linked, the day is whole."""
    (event,) = _events(newsroom.morning())
    assert event["SUMMARY"] == "The council will vote on a full inquiry on 8 December."
    assert event["DTSTART"].dt == date(2026, 12, 8)
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(1)
    assert event["DESCRIPTION"].split("\n") == [
        *["Audit finds hole in harbour fund", "Harbour Courier", newsroom.HARBOUR.url]
    ]
    assert event["URL"] == newsroom.HARBOUR.url


def test_a_known_hour_is_an_hour_in_the_zone_of_the_brief() -> None:
    """A step with a time of day is a moment, the same for a reader in any zone."""
    brief = _steps("2026-07-08")
    (story,) = brief.stories
    (section,) = story.sections
    timed = replace(section, lines=tuple(replace(line, when_time="19:00") for line in section.lines))
    (event,) = _events(replace(brief, stories=(replace(story, sections=(timed,)),)))
    assert event["DTSTART"].dt == datetime(2026, 7, 8, 18, tzinfo=UTC)


def test_events_stand_in_the_order_of_their_days() -> None:
    """The first to come is the first in the file."""
    assert [e["DTSTART"].dt.day for e in _events(_steps("2026-12-09", "2026-12-08"))] == [8, 9]


@pytest.mark.parametrize("when", ["2026-12", "2027", None])
def test_a_step_without_a_day_is_left_out_and_counted(when: str | None) -> None:
    """No day is made up for a month or a year; without any day there is no file."""
    assert _events(_steps("2026-12-08", when))[0]["DTSTART"].dt == date(2026, 12, 8)
    assert counts(_steps("2026-12-08", when)) == (1, int(when is not None))
    assert "agenda.ics" not in edition(_steps(when), ["md", "ics"])
    assert _events(_steps(when)) == []


def test_the_same_step_is_the_same_event_tomorrow() -> None:
    """The UID hangs on article, words and day, so that a calendar updates instead of adding."""
    (today,) = _events(_steps("2026-12-08"))
    text = render_brief(_steps("2026-12-08", day=date(2026, 11, 25), title="Another"), "ics")
    (tomorrow,) = Calendar.from_ical(text).walk("VEVENT")
    (moved,) = _events(_steps("2026-12-09"))
    assert today["UID"] == tomorrow["UID"]
    assert today["UID"] != moved["UID"]


def test_a_step_printed_twice_is_one_event() -> None:
    """No UID stands in a calendar twice."""
    assert len(_events(_steps("2026-12-08", "2026-12-09", "2026-12-08"))) == 2


@pytest.mark.parametrize("when", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days(when: str) -> None:
    """The first and the last day there is can stand in it."""
    assert len(_events(_steps(when))) == 1


def _said(words: str) -> Brief:
    article = replace(newsroom.FERRY, text=f"{words}!", title=words, source=words, title_span=None)
    line = Line(newsroom.quote(article, f"{words}!"), "scheduled", when_date="2026-12-08")
    made = newsroom.single(article, sections=(Section("next_steps", "Next steps", (line,)),))
    return replace(made, title=words)


@pytest.mark.parametrize("words", CALENDARS + HEADERS + VECTORS)
def test_no_words_become_a_property(words: str) -> None:
    """Whatever an article says is the summary of one event that has only our properties."""
    (event,) = _events(_said(words))
    assert event["SUMMARY"] == plain(f"{words}!")
    assert set(event) <= {*("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP")}
    assert event.subcomponents == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_words_come_through_a_calendar(words: str) -> None:
    """Folded and escaped, they are read back as they were."""
    (event,) = _events(_said(words))
    assert event["SUMMARY"] == plain(f"{words}!")
