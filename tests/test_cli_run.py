"""`briefing run` as cron meets it: silence, exit codes, signals, kills."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from briefing.deliver.lock import alone
from briefing.edition.places import journal_file, lock_file
from tests.conftest import ROOT, Run
from tests.edition.newsroom import Newsroom, article


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom in the folder where the command runs."""
    room = Newsroom(tmp_path)
    room.carry([article("a", "2026-11-23"), article("b", "2026-11-23")])
    return room


def test_success_says_nothing(briefing: Run, room: Newsroom) -> None:
    """Without a terminal a good run prints nothing at all, the first time and when there is nothing new."""
    for _ in range(2):
        done = briefing("run", "--date", "2026-11-23")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (room.folder / "outputs" / "latest" / "brief.html").exists()


def test_the_starter_works_at_once(briefing: Run, tmp_path: Path) -> None:
    """`briefing init` and `briefing run` make a brief, without a word in between."""
    assert briefing("init").returncode == 0
    done = briefing("run", XDG_STATE_HOME=str(tmp_path / "state"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Arle Bridge" in (tmp_path / "outputs" / "latest" / "brief.md").read_text()


def test_nothing_new_is_4_only_when_asked(briefing: Run, room: Newsroom) -> None:
    """A run without news ends with 0, with --exit-code with 4."""
    assert briefing("run", "--date", "2026-11-23", "--exit-code").returncode == 0
    assert briefing("run", "--date", "2026-11-23").returncode == 0
    assert briefing("run", "--date", "2026-11-23", "--exit-code").returncode == 4


def test_a_broken_source_is_3_and_one_line(briefing: Run, room: Newsroom) -> None:
    """When one input fails the brief is written, the failure is one line on stderr, and the exit code 3."""
    with open(room.folder / "Paper.jsonl", "a") as file:
        file.write('{"id": "x"}\n')
    done = briefing("run", "--date", "2026-11-23")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert b"Paper.jsonl:4" in done.stderr
    assert (room.folder / "outputs" / "2026-11-23" / "brief.md").exists()


@pytest.mark.parametrize(
    ("prepare", "args", "code", "words"),
    [
        ("", ["-c", "nowhere.toml"], 78, "briefing init"),
        ("echo '[brief' > briefing.toml", [], 78, "is not TOML"),
        ("rm Paper.jsonl", [], 66, "no input could be used"),
        (": > Paper.jsonl", [], 65, "no input could be used"),
        ("echo garbage garbage garbage > journal", [], 78, "is no journal: move it away"),
        ("touch outputs", [], 73, "outputs"),
        ("mkdir journal", [], 73, "cannot be opened"),
        ("", ["--edition", "evening"], 2, "unknown edition 'evening'"),
        ("", ["--tz", "Nowhere"], 2, "is no time zone"),
    ],
)
def test_each_failure_has_its_code(
    briefing: Run, room: Newsroom, prepare: str, args: list[str], code: int, words: str
) -> None:
    """What is wrong is said in one line without a traceback, with the contract's exit code."""
    subprocess.run(prepare, shell=True, cwd=room.folder, check=True)
    done = briefing("run", "--date", "2026-11-23", *args)
    assert done.returncode == code, done.stderr
    assert words in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_newer_journal_is_left_alone(briefing: Run, room: Newsroom) -> None:
    """A journal of a newer version is refused with 78 and not touched."""
    briefing("run", "--date", "2026-11-23")
    base = sqlite3.connect(room.folder / "journal")
    base.execute("PRAGMA user_version = 99")
    base.close()
    done = briefing("run", "--date", "2026-11-24")
    assert done.returncode == 78
    assert b"newer version" in done.stderr


def test_a_damaged_journal_has_a_way_out(briefing: Run, room: Newsroom) -> None:
    """Damage is named and never mended in silence; moved away, the next run learns the folders again."""
    briefing("run", "--date", "2026-11-23")
    journal = room.folder / "journal"
    journal.write_bytes(journal.read_bytes()[:4096] + b"\xa5" * 60_000)
    done = briefing("run", "--date", "2026-11-24")
    assert done.returncode == 78
    assert b"is damaged: move it away" in done.stderr
    for file in room.folder.glob("journal*"):
        file.unlink()
    assert briefing("run", "--date", "2026-11-24", "--exit-code").returncode == 4


def test_another_run_is_75_or_waited_for(briefing: Run, room: Newsroom) -> None:
    """While a run is at work another one ends with 75; with --wait it takes its turn."""
    with alone(lock_file(journal_file(room.config))):
        done = briefing("run", "--date", "2026-11-23")
        assert done.returncode == 75
        assert briefing("run", "--date", "2026-11-23", "--wait", "0.3").returncode == 75
    assert briefing("run", "--date", "2026-11-23", "--wait", "5").returncode == 0


def test_eight_at_once_make_one_brief(room: Newsroom) -> None:
    """Of eight runs at once each makes the brief or gives way; the journal counts every article once."""
    runs = [start(room, "run", "--date", "2026-11-23") for _ in range(8)]
    codes = [one.wait(60) for one in runs]
    assert set(codes) <= {0, 75}
    assert 0 in codes
    assert room.ask("SELECT count(*) FROM outcomes WHERE outcome = 'told'") == [(2,)]


def test_too_long_is_75(briefing: Run, room: Newsroom) -> None:
    """--timeout ends the whole run with 75, and nothing is left half done."""
    os.mkfifo(room.folder / "slow.txt")
    with open(room.folder / "briefing.toml", "a") as file:
        file.write('[[source]]\npath = "slow.txt"\n')
    done = briefing("run", "--date", "2026-11-23", "--timeout", "1.5")
    assert done.returncode == 75
    assert b"--timeout" in done.stderr
    assert not (room.folder / "outputs").exists()


def start(room: Newsroom, *args: str) -> subprocess.Popen[bytes]:
    """The command, running."""
    return subprocess.Popen(
        [sys.executable, "-m", "briefing", *args],
        cwd=room.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def hearing(running: subprocess.Popen[bytes]) -> None:
    """Wait until the command has taken its signals over from the interpreter."""
    status = Path(f"/proc/{running.pid}/status")
    if not status.exists():  # not Linux
        time.sleep(1)
        return
    for _ in range(500):
        caught = int(status.read_text().partition("SigCgt:")[2].split()[0], 16)
        if caught >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_a_signal_stops_a_run_cleanly(room: Newsroom, number: signal.Signals, code: int) -> None:
    """Stopped at whatever point, a run leaves no temporary file and no traceback, and says nothing."""
    rng = random.Random(int(number))
    for _ in range(4):
        running = start(room, "run", "--date", "2026-11-23")
        hearing(running)
        time.sleep(rng.uniform(0, 0.5))
        running.send_signal(number)
        _, err = running.communicate(timeout=30)
        assert running.returncode in (code, 0), err
        assert b"Traceback" not in err
        assert list(room.folder.rglob(".*.tmp")) == []


SWALLOWING = """
import signal, time, weakref
from briefing.cli import listen
class Thing: pass
listen()
thing = Thing()
gone = weakref.ref(thing, lambda _: signal.raise_signal(signal.SIGTERM))
del thing
time.sleep(10)
"""


def test_a_signal_that_python_swallows_is_heard_again() -> None:
    """What is raised in a callback is dropped by the interpreter; the signal stops the run all the same."""
    done = subprocess.run([sys.executable, "-c", SWALLOWING], capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stderr) == (143, b"")


def test_kills_lose_nothing_and_repeat_nothing(briefing: Run, room: Newsroom) -> None:
    """Killed at random points and run again the next day: all is told once, every folder is whole."""
    rng = random.Random(7)
    rows = [article("a", "2026-11-01")]
    room.carry(rows)
    assert briefing("run", "--date", "2026-11-01").returncode == 0  # or what is older than a first run is old
    for day in range(2, 8):
        rows.append(article(f"d{day}", f"2026-11-{day:02}"))
        room.carry(rows)
        running = start(room, "run", "--date", f"2026-11-{day:02}")
        time.sleep(rng.uniform(0.2, 0.75))
        running.kill()
        running.communicate(timeout=30)
        if rng.random() < 0.5:
            assert briefing("run", "--date", f"2026-11-{day:02}").returncode == 0
    assert briefing("run", "--date", "2026-11-15").returncode == 0
    assert list(room.folder.rglob("outputs/.*.tmp")) == []
    told = room.ask("SELECT text, count(DISTINCT edition) FROM lines WHERE section = 'what' GROUP BY text")
    assert {count for _, count in told} == {1}
    found = room.outcomes()
    assert {name for name, row in found.items() if row[1] == "told"} >= {f"d{day}" for day in range(2, 8)}
    for folder in (room.folder / "outputs").glob("2026*"):
        assert briefing("verify", folder).returncode == 0


@pytest.fixture
def watchdog() -> Iterator[tuple[str, list[str]]]:
    """A server that notes the paths it is asked for, and answers 500 to those that end in `fail`."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(500 if "broken" in self.path else 200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_a_watchdog_hears_of_it(briefing: Run, room: Newsroom, watchdog: tuple[str, list[str]]) -> None:
    """--ping calls URL/start and URL, or URL/fail when no brief could be made."""
    url, asked = watchdog
    assert briefing("run", "--date", "2026-11-23", "--ping", f"{url}/uuid").returncode == 0
    (room.folder / "Paper.jsonl").unlink()
    assert briefing("run", "--date", "2026-11-24", "--ping", f"{url}/uuid").returncode == 66
    assert asked == ["/uuid/start", "/uuid", "/uuid/start", "/uuid/fail"]


def test_a_broken_watchdog_keeps_no_brief(
    briefing: Run, room: Newsroom, watchdog: tuple[str, list[str]]
) -> None:
    """A ping that fails is a warning; the brief is made and the exit code 0."""
    for url in (f"{watchdog[0]}/broken", "http://127.0.0.1:1/x"):
        done = briefing("run", "--date", "2026-11-23", "--ping", url)
        assert done.returncode == 0
        assert all(line.startswith(b"briefing: --ping: ") for line in done.stderr.splitlines())
        assert done.stderr


def test_the_log_has_a_line_of_json_for_all_that_happens(briefing: Run, room: Newsroom) -> None:
    """--log-json appends objects with time, level and message, errors too, and never a control character."""
    briefing("run", "--date", "2026-11-23", "--log-json", "log")
    (room.folder / "Paper.jsonl").unlink()
    briefing("run", "--date", "2026-11-24", "--log-json", "log")
    rows = [json.loads(line) for line in (room.folder / "log").read_text().splitlines()]
    assert rows[0]["level"] == "info"
    assert rows[-1]["level"] == "error"
    assert all(set(row) == {"time", "level", "message"} for row in rows)


def test_state_lists_forgets_and_exports(briefing: Run, room: Newsroom) -> None:
    """What was briefed can be listed and exported; a forgotten edition's articles are new again."""
    briefing("run", "--date", "2026-11-23")
    assert b"2026-11-23" in briefing("state", "list").stdout
    assert b"2 told" in briefing("state", "list").stdout
    assert b"told" in briefing("state", "list", "2026-11-23").stdout
    rows = [json.loads(line) for line in briefing("state", "export").stdout.splitlines()]
    assert {row["outcome"] for row in rows} == {"told", "dropped"}
    assert briefing("state", "forget", "2026-11-23").returncode == 0
    assert briefing("run", "--date", "2026-11-24", "--since", "2026-11-23").returncode == 0
    assert (room.folder / "outputs" / "2026-11-24").is_dir()
    assert briefing("state", "forget", "2020-01-01").returncode == 2


def test_what_is_marked_as_seen_is_not_briefed(briefing: Run, room: Newsroom) -> None:
    """`state mark-seen` lets all that the sources carry count as briefed."""
    assert briefing("state", "mark-seen", "--date", "2026-11-23").returncode == 0
    assert briefing("run", "--date", "2026-11-23", "--exit-code").returncode == 4


def test_what_no_source_carries_can_be_forgotten(briefing: Run, room: Newsroom) -> None:
    """`state prune` forgets what no source has carried for keep_days; what is carried stays known."""
    briefing("run", "--date", "2026-11-23")
    room.carry([article("a", "2026-11-23")])
    briefing("run", "--date", "2027-11-23")
    assert b"articles forgotten: 1" in briefing("state", "prune", "--date", "2028-01-23").stderr
    assert "b" not in room.outcomes()
    assert room.outcomes()["a"][:2] == ("2026-11-23", "told")
