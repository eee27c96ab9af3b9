"""Who was accused in our briefs, and has answered since."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from briefing.edition.replies import State, replies
from briefing.edition.tend import tended
from briefing.journal.ask import printed_since
from briefing.journal.nouns import Edition, PrintedLine
from tests.edition.newsroom import Newsroom, article

ACCUSES = (
    "An auditor accused Petra Vance, the Aldmere water chief, of hiding lead tests from the council.\n\n"
    "The results of forty tests lay in a drawer for two years. Vance has held the post since the spring.\n\n"
    "The pipes under Aldmere are a century old. The town council will debate the lead tests on Thursday."
)
ANSWERS = (
    "The Aldmere water chief, Petra Vance, spoke to the town council about the lead tests on Tuesday.\n\n"
    "Vance denied hiding the lead tests. The pipes under Aldmere will be replaced, the town council said.\n\n"
    "The auditor's forty tests were made in two years, and lay in a drawer, the council said."
)
CLAIM = ACCUSES.partition("\n")[0]


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom that asks for the section, after the accusation was printed."""
    made = Newsroom(tmp_path / "room", '[brief]\nsections = ["what", "denials", "replies"]')
    made.carry([article("accuses", "2026-11-23", ACCUSES)])
    made.make("2026-11-23")
    return made


def states(room: Newsroom) -> list[tuple[str, State]]:
    """Every party with its state."""
    with tended(room.config) as base:
        return [(reply.party, reply.state) for reply in replies(printed_since(base, date.min))]


def test_an_allegation_stays_open_until_it_is_answered(room: Newsroom) -> None:
    """It is open the day it is printed, and answered when the accused speaks in another edition."""
    assert states(room) == [("Petra Vance", "open")]
    room.carry([article("accuses", "2026-11-23", ACCUSES), article("answers", "2026-11-24", ANSWERS)])
    room.make("2026-11-24")
    assert states(room) == [("Petra Vance", "answered")]
    assert "**Petra Vance** denied: Vance denied hiding the lead tests." in room.page("2026-11-24")
    assert "## Still no answer" not in room.page("2026-11-24")


def test_what_is_open_is_told_again_in_the_section(room: Newsroom) -> None:
    """The next day's brief quotes what nobody has answered yet, word for word, and verifies."""
    room.carry([article("accuses", "2026-11-23", ACCUSES), article("other", "2026-11-24")])
    folder = room.make("2026-11-24").folder
    assert folder
    page = room.page("2026-11-24")
    assert "## Still no answer" in page
    assert page.count(CLAIM) == 1
    assert "## Still no answer" not in room.page("2026-11-23")


def test_the_section_is_only_printed_when_asked_for(tmp_path: Path) -> None:
    """An edition without it in [brief] sections does not speak of older days."""
    room = Newsroom(tmp_path / "room")
    room.carry([article("accuses", "2026-11-23", ACCUSES)])
    room.make("2026-11-23")
    room.carry([article("other", "2026-11-24")])
    room.make("2026-11-24")
    assert "Still no answer" not in room.page("2026-11-24")


def test_the_command_lists_them_with_their_places(
    room: Newsroom, briefing: Callable[..., CompletedProcess[bytes]]
) -> None:
    """Text for a reader, one object a line for a program, each with the brief and the address."""
    config = room.folder / "briefing.toml"
    said = briefing("replies", "-c", config, "--since", "2026-11-01")
    assert said.stdout.decode().startswith(f"Petra Vance: no answer yet\n  2026-11-23  {CLAIM}\n")
    row = json.loads(briefing("replies", "-c", config, "--since", "2026-11-01", "--json").stdout)
    assert (row["party"], row["state"], row["answer"]) == ("Petra Vance", "open", None)
    assert row["claim"]["url"] == "https://paper.example.org/accuses"
    assert row["claim"]["text"] == ACCUSES[row["claim"]["start"] : row["claim"]["end"]]
    assert briefing("replies", "-c", config, "--since", "2026-11-24").stdout == b""


def printed(day: str, story: str = "s", **record: object) -> tuple[Edition, PrintedLine]:
    """A line of an edition."""
    return Edition(day, date.fromisoformat(day), None), PrintedLine(story, "denials", "k", "h", "x", record)


OPEN = printed("2026-11-23", unanswered=True, name="Quell Water")


@pytest.mark.parametrize(
    ("later", "state"),
    [
        ({"speaker": "Quell Water", "stance": "denied"}, "answered"),
        ({"speaker": "a spokesman for Quell Water", "stance": "rejected"}, "answered"),
        ({"speaker": "Quell Water", "stance": "no_response"}, "declined"),
        ({"speaker": "Quell Roads", "stance": "denied"}, "open"),
        ({"speaker": "Quell Water", "stance": "denied", "story": "another"}, "open"),
        ({"speaker": None, "stance": "denied"}, "open"),
    ],
)
def test_an_answer_is_the_partys_own_and_of_the_same_story(later: dict[str, str], state: State) -> None:
    """A speaker who names the party speaks for it; another's denial, or another story, answers nothing."""
    assert [reply.state for reply in replies([OPEN, printed("2026-11-24", **later)])] == [state]  # type: ignore[arg-type]


def test_an_answer_ends_a_silence_and_no_silence_ends_an_answer() -> None:
    """Asked and silent, then answered, then silent again: answered, by the line that answers."""
    silent = printed("2026-11-24", speaker="Quell Water", stance="declined_to_comment")
    answer = printed("2026-11-25", speaker="Quell Water", stance="denied")
    (reply,) = replies([OPEN, silent, answer, (replace(silent[0], name="2026-11-26"), silent[1])])
    assert (reply.state, reply.answer) == ("answered", answer)
