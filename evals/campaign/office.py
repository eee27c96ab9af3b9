"""A newsroom whose editions are made by the real command and mailed to a server of this machine."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from briefing.pipeline import verify
from tests.deliver.newsdesk import Newsdesk, running
from tests.edition.newsroom import Newsroom, article

ROOT = Path(__file__).resolve().parents[2]
EMAIL = """[email]
from = "Desk <desk@example.org>"
to = ["Reader <first@example.org>"]
security = "none"
smtp = "127.0.0.1:{port}"
"""
LIMIT = 120  # seconds, a command that takes longer hangs


@dataclass
class Result:
    """What a row of the campaign did, in words, and all that it found wrong."""

    did: str = ""
    wrong: list[str] = field(default_factory=list)

    def expect(self, right: object, otherwise: str) -> None:
        """Note what is wrong unless it is right."""
        if not right:
            self.wrong.append(otherwise)


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said on stderr."""

    code: int
    said: str


def command(*args: str) -> list[str]:
    """The command line of `briefing` in this interpreter."""
    return [sys.executable, "-m", "briefing", *args]


def start(room: Newsroom, *args: str, **env: str) -> subprocess.Popen[str]:
    """The command, running in the room."""
    return subprocess.Popen(
        command(*args),
        cwd=room.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(running: subprocess.Popen[str]) -> Ended:
    """Its exit code and its words, once it has come to its end."""
    _, said = running.communicate(timeout=LIMIT)
    return Ended(running.returncode, said)


def call(room: Newsroom, *args: str, **env: str) -> Ended:
    """The command from beginning to end."""
    return ended(start(room, *args, **env))


@contextmanager
def mailed(folder: Path, more: str = "") -> Iterator[tuple[Newsroom, Newsdesk]]:
    """A newsroom that mails, and the desk that gets the mail."""
    desk = Newsdesk()
    with running(desk) as server:
        yield Newsroom(folder, more + EMAIL.format(port=server.port)), desk


def days(first: str, count: int) -> list[str]:
    """Days in a row."""
    start = date.fromisoformat(first)
    return [(start + timedelta(days=n)).isoformat() for n in range(count)]


def news(day: str, count: int = 3) -> list[dict[str, str | None]]:
    """The articles that are published on a day."""
    return [article(f"{day}-{n}", day) for n in range(count)]


def half_written(room: Newsroom, result: Result, when: str) -> None:
    """Every folder under a final name is whole and verbatim, and `latest` leads to one of them."""
    outputs = room.folder / "outputs"
    for folder in sorted(outputs.glob("2*")):
        whole = (folder / "run.json").exists() and not verify(folder).bad
        result.expect(whole, f"{when}: {folder.name} is not whole")
    latest = outputs / "latest"
    result.expect(not latest.is_symlink() or latest.exists(), f"{when}: latest leads nowhere")


def one_outcome_each(room: Newsroom, articles: Sequence[dict[str, str | None]], result: Result) -> None:
    """Every version of an article that a run met has its outcome, and no line is in two editions."""
    lost = {str(a["id"]) for a in articles} - room.outcomes().keys()
    result.expect(not lost, f"lost: {sorted(lost)}")
    open_ones = room.ask("SELECT count(*) FROM versions WHERE id NOT IN (SELECT version FROM outcomes)")
    result.expect(open_ones == [(0,)], f"{open_ones[0][0]} versions without an outcome")
    twice = room.ask(
        "SELECT text FROM lines WHERE section IN ('what', 'developments') "
        "GROUP BY text HAVING count(DISTINCT edition) > 1"
    )
    result.expect(not twice, f"{len(twice)} lines in two editions")
