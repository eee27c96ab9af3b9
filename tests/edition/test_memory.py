"""What an edition remembers: developments, corrections, what changed, what is watched, its own folders."""

import json
import shutil
from pathlib import Path

import pytest

from briefing.pipeline import verify
from tests.edition.newsroom import Newsroom, article

FERRY = (
    "The ferry Larkspur ran onto a sandbank off Teal Point on Monday with 90 passengers on board. "
    "A tug pulled the ferry Larkspur free at high water, the Teal Point coastguard said. "
    "Nobody on the Larkspur was hurt."
)
FERRY_NEXT = (
    "The ferry Larkspur, which ran onto a sandbank off Teal Point on Monday, will be out "
    "of service until spring. "
    "Inspectors found a crack as long as an arm in the hull of the Larkspur. "
    "Captain Odo Wick denied that he had steered the ferry towards Teal Point to see the seals. "
    "A tug pulled the ferry Larkspur free at high water, the Teal Point coastguard said."
)
GOAT = (
    "A goat climbed the church tower of Upper Quell on Sunday. The bell ringer led the goat down with bread."
)


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom that told of the ferry and the goat on Tuesday."""
    room = Newsroom(tmp_path / "room")
    room.carry([article("ferry", "2026-11-24", FERRY), article("goat", "2026-11-24", GOAT)])
    room.make("2026-11-24")
    return room


def brief(room: Newsroom, name: str) -> dict[str, object]:
    """The record of an edition."""
    found: dict[str, object] = json.loads((room.folder / "outputs" / name / "brief.json").read_text())
    return found


def test_a_story_that_goes_on_has_only_what_is_new(room: Newsroom) -> None:
    """It keeps its id, is marked as developing, and its new lines stand under Developments."""
    room.carry([article("next", "2026-11-25", FERRY_NEXT)])
    room.make("2026-11-25")
    (story,) = brief(room, "2026-11-25")["stories"]  # type: ignore[misc]
    assert story["id"] in {s["id"] for s in brief(room, "2026-11-24")["stories"]}  # type: ignore[attr-defined]
    assert story["status"] == "developed"
    page = room.page("2026-11-25")
    assert "### Developments" in page
    assert "crack as long as an arm" in page
    assert "A tug pulled" not in page


def test_a_story_told_again_in_other_words_is_not_told(room: Newsroom) -> None:
    """An article that only says what was printed is dropped by name, and its story does not come back."""
    again = "A tug pulled the Larkspur ferry free when high water came, coastguard at Teal Point said."
    room.carry([article("again", "2026-11-25", again + " " + FERRY.partition(". ")[0] + ".")])
    assert room.make("2026-11-25").written is None
    assert room.outcomes()["again"] == ("2026-11-25", "dropped", "told before")


def test_a_story_is_forgotten_after_the_days_to_remember(room: Newsroom) -> None:
    """After `remember_days` the same words are news again."""
    room.carry([article("again", "2026-12-09", FERRY)])
    assert room.make("2026-12-09").written


def test_what_changed_since_the_last_brief_is_said(room: Newsroom) -> None:
    """One line counts new, developing and no longer told stories since the brief before."""
    room.carry([article("next", "2026-11-25", FERRY_NEXT)])
    room.make("2026-11-25")
    page = room.page("2026-11-25")
    assert "Since the brief of 24 November 2026: 1 developing, 1 no longer told" in page
    assert "Since the brief" not in room.page("2026-11-24")
    assert verify(room.folder / "outputs" / "2026-11-25").bad == ()


def test_a_line_that_its_source_changed_is_corrected(room: Newsroom) -> None:
    """What we printed and what the source says now both stand in the next brief, each word for word."""
    room.carry([article("ferry", "2026-11-24", FERRY.replace("90 passengers", "190 passengers"))])
    room.make("2026-11-25")
    page = room.page("2026-11-25")
    assert "Correction to our brief of 24 November 2026" in page
    assert "with 90 passengers on board" in page
    assert "with 190 passengers on board" in page.partition("The source now says")[2]
    assert verify(room.folder / "outputs" / "2026-11-25").bad == ()
    room.carry([article("ferry", "2026-11-24", FERRY.replace("90 passengers", "190 passengers"))])
    assert room.make("2026-11-26").written is None


def test_what_is_watched_comes_first_and_what_is_missing_is_said(tmp_path: Path) -> None:
    """A watched name moves its story up and marks it; one that no story names is said to be missing."""
    room = Newsroom(tmp_path / "room", '[watch]\nnames = ["upper quell", "Ada Brandt"]')
    again = article("ferry2", "2026-11-24", FERRY.replace("Nobody", "No passenger")) | {"source": "Other"}
    room.carry([article("ferry", "2026-11-24", FERRY), again, article("goat", "2026-11-24", GOAT)])
    room.make("2026-11-24")
    page = room.page("2026-11-24")
    assert page.index("A goat climbed") < page.index("The ferry Larkspur")
    assert "Watched: upper quell" in page
    assert "Not mentioned today: Ada Brandt" in page


def test_a_lost_journal_is_learned_from_the_folders(room: Newsroom) -> None:
    """Without its journal the next run learns the finished editions again, and repeats nothing."""
    told = room.outcomes()
    for file in room.folder.glob("journal*"):
        file.unlink()
    room.carry(
        [
            article("ferry", "2026-11-24", FERRY),
            article("goat", "2026-11-24", GOAT),
            article("next", "2026-11-25", FERRY_NEXT),
        ]
    )
    assert room.make("2026-11-25").learned == ("2026-11-24",)
    assert {name: room.outcomes()[name] for name in ("ferry", "goat")} == {
        k: told[k] for k in ("ferry", "goat")
    }
    assert "### Developments" in room.page("2026-11-25")
    assert "goat climbed" not in room.page("2026-11-25")


def test_a_folder_that_was_replaced_but_not_recorded_is_recorded(room: Newsroom, tmp_path: Path) -> None:
    """A run killed between the folder and the journal is made up for by the next one."""
    for file in room.folder.glob("journal*"):
        shutil.copy(file, tmp_path)
    room.carry([article("mill", "2026-11-24", "The mill at Aldmere lost its wheel to the flood."),
                article("ferry", "2026-11-24", FERRY), article("goat", "2026-11-24", GOAT)])  # fmt: skip
    room.make("2026-11-24")
    for file in room.folder.glob("journal*"):
        file.unlink()
    for file in tmp_path.glob("journal*"):
        shutil.copy(file, room.folder)
    assert room.make("2026-11-25").learned == ("2026-11-24",)
    assert room.outcomes()["mill"][:2] == ("2026-11-24", "told")


def test_an_edit_of_what_was_only_listed_is_not_listed_again(tmp_path: Path) -> None:
    """A story under Also today counts as briefed: an edit of its article does not bring it back."""
    room = Newsroom(tmp_path / "room", "[brief]\nmax_stories = 1")
    goat = article("goat", "2026-11-24", GOAT)
    room.carry([article("ferry", "2026-11-24", FERRY), goat])
    room.make("2026-11-24")
    listed = [name for name, row in room.outcomes().items() if row[1] == "listed"]
    assert len(listed) == 1
    old = {"ferry": FERRY, "goat": GOAT}[listed[0]]
    room.carry([article(listed[0], "2026-11-24", old + " A clerk wrote it all down.")])
    assert room.make("2026-11-25").written is None
    assert room.ask("SELECT count(*) FROM outcomes WHERE detail = 'told before'") == [(1,)]


def test_an_old_edition_is_forgotten_in_time_and_not_learned_again(tmp_path: Path) -> None:
    """After keep_days and 30 editions its articles leave the journal, while its folder may stay."""
    room = Newsroom(tmp_path / "room")
    room.carry([article("ferry", "2026-11-24", FERRY)])
    room.make("2026-11-24")
    room.carry([article("goat", "2028-03-01", GOAT)])
    assert room.make("2028-03-01").learned == ()
    assert "ferry" in room.outcomes()  # it may be the clock that is wrong
    for day in range(1, 31):
        assert room.make(f"2028-04-{day:02}").learned == ()
    assert "ferry" not in room.outcomes()
    old = (
        "SELECT count(*) FROM sketches JOIN editions ON editions.id = edition WHERE editions.day < '2028-04'"
    )
    assert room.ask(old) == [(0,)]
