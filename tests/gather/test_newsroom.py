"""A day of eight outlets, from their list of feeds to one brief, as a user would make it."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run
from tests.outlets.newsroom import Newsroom, newsroom, outlets
from tests.press import Answer, Asked, press

WIRE = {"Ostmere Press Agency", "Northern Ledger", "Harbour Post", "Skerra Gazette"}
DAY = ("--date", "2026-11-24", "--allow-host", "127.0.0.1")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The eight outlets, running."""
    with newsroom(tmp_path_factory.mktemp("newsroom")) as running:
        yield running


def made(briefing: Run, room: Newsroom, folder: Path) -> tuple[dict[str, Any], str]:
    """The record of a brief of the room's day, and what was said."""
    more = ("--max-stories", "12", "-o", folder)
    done = briefing("make", room.opml, "--fetch", *DAY, *more, XDG_CACHE_HOME=str(folder))
    assert done.returncode == 0, done.stderr
    return json.loads((folder / "2026-11-24" / "brief.json").read_bytes()), done.stderr.decode()


def test_a_day_of_eight_outlets_is_one_brief_and_asked_for_once(
    briefing: Run, room: Newsroom, tmp_path: Path
) -> None:
    """Forty articles make twelve stories; the second run gets nothing but 304s, and the same brief."""
    record, said = made(briefing, room, tmp_path)
    carried = sorted(len(story["reported_by"]) for story in record["stories"])
    assert carried == [2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5]
    assert len(record["articles"]) + len(record["duplicates"]) == 40
    assert {copy["source"] for copy in record["duplicates"]} <= WIRE
    assert len(record["duplicates"]) == 3
    assert record["failed"] == []
    assert said.count("read as cp1252") == 5  # the outlet that mislabels its pages is named, page by page
    asked = Counter(asked.path for paper in room.papers.values() for asked in paper.asked)
    assert asked["/feed"] == len(outlets()) + 1  # one of them asked to come back

    room.forget()
    again, _ = made(briefing, room, tmp_path)
    assert again["digest"] == record["digest"]
    assert room.requests() == 33  # 8 feeds, 25 pages of teasers; no robots.txt, no permanent redirect
    assert all("if-none-match" in asked.headers for paper in room.papers.values() for asked in paper.asked)


def test_a_dead_outlet_is_named_in_the_foot(briefing: Run, room: Newsroom, tmp_path: Path) -> None:
    """One source that fails leaves the others, stands under what is not covered, and gives exit 3."""
    paper = room.papers["skerra_gazette"]
    done = briefing(
        "make", f"{paper.url}/feed", "http://127.0.0.1:9999/feed", *DAY, XDG_CACHE_HOME=str(tmp_path)
    )
    assert done.returncode == 3
    text = done.stdout.decode()
    assert "Skerra Line" in text
    assert "Not covered today" in text
    assert "127.0.0.1:9999/feed" in text.partition("Not covered today")[2].replace("\\", "")


def test_without_leave_nothing_on_this_machine_is_asked(briefing: Run, room: Newsroom) -> None:
    """A list of feeds on hosts that nobody allowed gives a reason each, and no request."""
    room.forget()
    done = briefing("make", room.opml, "--fetch", "--date", "2026-11-24")
    assert done.returncode == 65
    assert done.stderr.decode().count("no public address; --allow-host 127.0.0.1 allows it") == 8
    assert room.requests() == 0


def test_other_addresses_than_the_webs_are_refused(briefing: Run) -> None:
    """file:// and its kin are no INPUT."""
    for word in ("file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"):
        done = briefing("make", word)
        assert done.returncode == 65
        assert b"only http and https" in done.stderr


def test_run_fetches_the_sources_of_its_configuration(briefing: Run, room: Newsroom, tmp_path: Path) -> None:
    """`briefing run` reads feeds side by side, with the rules of each, and takes nothing twice."""
    herald, gazette = room.papers["tarnholm_herald"], room.papers["skerra_gazette"]
    (tmp_path / "briefing.toml").write_text(
        f'[[source]]\nname = "Herald"\nfeed = "{herald.url}/feed"\nfull_text = false\n'
        f'[[source]]\nname = "Gazette"\nfeed = "{gazette.url}/feed"\nmax_items = 2\n'
        f'[[source]]\nname = "Gone"\nfeed = "http://127.0.0.1:9999/feed"\n'
        '[network]\nallow_hosts = ["127.0.0.1"]\n'
    )
    room.forget()
    places = {name: str(tmp_path / name) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME")}
    done = briefing("run", "--date", "2026-11-24", **places)
    assert done.returncode == 3, done.stderr
    assert b"Gone" in done.stderr
    assert herald.paths() == ["/feed"]
    record = json.loads((tmp_path / "outputs/2026-11-24/brief.json").read_bytes())
    assert Counter(article["source"] for article in record["articles"]) == {
        "Tarnholm Herald": 5,
        "Skerra Gazette": 2,
    }
    assert [failed["input"] for failed in record["failed"]] == ["Gone (http://127.0.0.1:9999/feed)"]
    again = briefing("run", "--date", "2026-11-25", "--exit-code", **places)
    assert again.returncode == 3  # still gone; what the others carry was briefed or is older
    assert not (tmp_path / "outputs/2026-11-25").exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_run_that_waits_for_an_answer(number: signal.Signals, tmp_path: Path) -> None:
    """A server that does not answer holds nobody up who wants to stop."""
    asked, answer = threading.Event(), threading.Event()

    def silent(request: Asked) -> Answer:
        asked.set()
        answer.wait(30)
        return Answer()

    with press({"/feed": silent}) as paper:
        command = [sys.executable, "-m", "briefing", "make", f"{paper.url}/feed", "--allow-host", "127.0.0.1"]
        places = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path)}
        run = subprocess.Popen(command, env={**os.environ, **places}, cwd=tmp_path, stderr=subprocess.PIPE)
        assert asked.wait(20)
        run.send_signal(number)
        _, said = run.communicate(timeout=10)
        answer.set()
    assert (run.returncode, said) == (128 + number, b"")
