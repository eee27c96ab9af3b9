"""On a terminal a long command shows how far it is, in a line that is gone when it ends; elsewhere never."""

import os
import pty
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.edition.newsroom import Newsroom, article

MANY = 150  # articles, some tenths of a second of work
COMMANDS = {"make": ("make", "Paper.jsonl", "--date", "2026-11-23"), "run": ("run", "--date", "2026-11-23")}


def on_a_terminal(folder: Path, *args: str) -> tuple[int, str]:
    """The exit code, and what a terminal gets that is stderr alone."""
    near, far = pty.openpty()
    heard = bytearray()

    def listen() -> None:
        try:
            while part := os.read(near, 65536):
                heard.extend(part)
        except OSError:  # how Linux says that the other end is closed
            pass

    ear = threading.Thread(target=listen)
    ear.start()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", *args],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=far,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
    finally:
        os.close(far)
        ear.join(10)
        os.close(near)
    return done.returncode, heard.decode()


def remaining(said: str) -> str:
    """What stands on the terminal in the end: a carriage return and ESC [K wipe a line."""
    return "\n".join(line.rpartition("\r\x1b[K")[2] for line in said.replace("\r\n", "\n").split("\n"))


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom with a long day, in the folder where the command runs."""
    room = Newsroom(tmp_path)
    room.carry([article(f"a{n}", "2026-11-23") for n in range(MANY)])
    return room


@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_shows_how_far_it_is(room: Newsroom, command: str) -> None:
    """The count only grows, and nothing of it is left once the command has ended."""
    code, said = on_a_terminal(room.folder, *COMMANDS[command])
    assert code == 0
    counts = [int(count) for count in re.findall(r"analysed (\d+)", said)]
    assert counts
    assert counts == sorted(counts)
    assert max(counts) <= MANY + 1
    assert "analysed" not in remaining(said)
    if command == "run":
        assert f"of {MANY} …" in said
        assert remaining(said).startswith("briefing: wrote ")


@pytest.mark.parametrize("command", COMMANDS)
def test_nobody_is_shown_what_he_does_not_want_to_see(room: Newsroom, command: str) -> None:
    """With --quiet a terminal gets nothing."""
    assert on_a_terminal(room.folder, *COMMANDS[command], "-q") == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_gets_no_progress(briefing: Run, room: Newsroom, command: str) -> None:
    """Where stderr is no terminal, a long command says nothing of its progress."""
    assert briefing(*COMMANDS[command]).stderr == b""
