"""Where the time of a run goes."""

import json
import time
from pathlib import Path

from briefing.deliver.stopwatch import Stopwatch
from tests.conftest import Run
from tests.edition.newsroom import Newsroom, article


def test_a_moment_counts_for_the_innermost_stage() -> None:
    """A stage inside another takes its own time from it, also as a stream."""
    watch = Stopwatch()
    with watch.stage("outer"):
        for _ in watch.through("inner", (time.sleep(0.05) for _ in range(2))):
            pass
    assert set(watch.seconds) == {"inner", "outer"}
    assert watch.seconds["inner"] >= 0.1
    assert watch.seconds["outer"] < watch.seconds["inner"]


def test_run_json_says_where_the_time_went(briefing: Run, tmp_path: Path) -> None:
    """`make` and `run` give the seconds of each stage."""
    room = Newsroom(tmp_path)
    room.carry([article("a", "2026-11-23")])
    briefing("run", "--date", "2026-11-23")
    briefing("make", "Paper.jsonl", "-o", "made", "--date", "2026-11-23")
    for outputs in ("outputs", "made"):
        seconds = json.loads((tmp_path / outputs / "2026-11-23" / "run.json").read_text())["seconds"]
        assert set(seconds) == {"gather", "analyse", "assemble", "render"}
        assert all(one >= 0 for one in seconds.values())
