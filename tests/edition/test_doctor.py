"""`briefing doctor` says what is missing for a run."""

import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.deliver.lock import alone
from briefing.edition.doctor import examine
from briefing.edition.places import journal_file, lock_file
from tests.conftest import Run
from tests.edition.newsroom import Newsroom, article

NOW = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom that is well."""
    room = Newsroom(tmp_path / "room")
    room.carry([article("a", "2026-11-23")])
    return room


def wrong(room: Newsroom, now: datetime = NOW) -> dict[str, str]:
    """What is wrong, by the name of the check."""
    return {one.check: one.found for one in examine(room.config, now) if one.wrong}


def test_all_is_well(room: Newsroom) -> None:
    """With everything in place nothing is wrong."""
    assert wrong(room) == {}


def test_without_a_source_nothing_can_be_made(tmp_path: Path, briefing: Run) -> None:
    """An empty configuration is wrong for `doctor` and for `run`, which would be silent for ever."""
    (tmp_path / "briefing.toml").write_text("")
    for command in ("doctor", "run"):
        done = briefing(command, "--config", tmp_path / "briefing.toml")
        assert done.returncode == 78
        assert b"no [[source]]" in done.stdout + done.stderr


def test_a_clock_that_stood_still_is_noticed(room: Newsroom) -> None:
    """A year before the program was made, and editions of the future, mean a wrong clock."""
    assert list(wrong(room, datetime(1970, 1, 1, tzinfo=UTC))) == ["clock"]
    room.make("2026-11-24")
    assert list(wrong(room, NOW - timedelta(days=9))) == ["journal"]


def test_a_source_that_gives_nothing_is_named(room: Newsroom) -> None:
    """A missing file is wrong, with the name of its source."""
    (room.folder / "Paper.jsonl").unlink()
    assert list(wrong(room)) == ["source Paper"]


def test_a_run_at_work_and_a_damaged_journal_are_told_apart(room: Newsroom) -> None:
    """The lock and the journal have a line each."""
    with alone(lock_file(journal_file(room.config))):
        assert list(wrong(room)) == ["lock"]
    for file in room.folder.glob("journal*"):
        file.unlink()
    (room.folder / "journal").write_text("no database, but long enough to be taken for one" * 40)
    assert list(wrong(room)) == ["journal"]


def test_an_output_that_cannot_be_written_is_named(room: Newsroom) -> None:
    """A file in the place of the output folder is wrong."""
    (room.folder / "outputs").touch()
    assert list(wrong(room)) == ["output"]


def test_a_mail_server_must_answer_and_its_password_be_there(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A port that nobody listens on and a variable that is not set are wrong; a listening one is well."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with open(room.folder / "briefing.toml", "a") as file:
            file.write(
                f'[email]\nfrom = "a@example.org"\nto = ["b@example.org"]\nsmtp = "127.0.0.1:{port}"\n'
                'password_env = "BRIEFING_TEST_PASSWORD"\n'
            )
        assert "BRIEFING_TEST_PASSWORD is not set" in wrong(room)["mail"]
        monkeypatch.setenv("BRIEFING_TEST_PASSWORD", "x")
        assert wrong(room) == {}
    assert "no mail server answers" in wrong(room)["mail"]


def test_the_command_prints_a_line_a_check(briefing: Run, room: Newsroom) -> None:
    """Each check is one line on standard output; the exit code is that of the first thing wrong."""
    done = briefing("doctor", "-c", room.folder / "briefing.toml")
    assert done.returncode == 0
    assert all(line.startswith("ok ") for line in done.stdout.decode().splitlines())
    (room.folder / "Paper.jsonl").unlink()
    done = briefing("doctor", "-c", room.folder / "briefing.toml")
    assert done.returncode == 66
    assert b"WRONG source Paper" in done.stdout
