"""What one article costs a fresh process: processor time and memory of `briefing make`, best of some runs.

usage: python benchmarks/startup.py [INPUT] [--runs N]

The limits are those of the issue: 0.35 s and 80 MB. Exit code 1 when one is passed.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS, MEGABYTES = 0.35, 80
STORY = """Dam at Osk breaks

The dam at Osk broke on Monday night and took the mill with it. Nobody was hurt, the county said.

Ada Lund, the county's chair, denied that warnings had been ignored. "We acted on every report," she said.

The council will vote on a new dam on Friday.
"""


def cost(arguments: list[str]) -> tuple[float, float]:
    """Seconds of processor time and megabytes of one run of the command."""
    with open(os.devnull, "wb") as nowhere:
        actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package is compiled
        command = [sys.executable, "-m", "briefing", *arguments]
        pid = os.posix_spawn(sys.executable, command, environment, file_actions=actions)
        _, status, used = os.wait4(pid, 0)
    if status:
        raise SystemExit(
            f"briefing {' '.join(arguments)} failed with exit code {os.waitstatus_to_exitcode(status)}"
        )
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        article = options.input or Path(folder) / "story.txt"
        if not options.input:
            article.write_text(STORY, "utf-8")
        day = ["--date", "2026-11-24"]
        jobs = {
            "--version": ["--version"],
            "findings": ["findings", str(article)],
            "make": ["make", str(article), *day],
            "make --ranker lexrank": ["make", str(article), *day, "--ranker", "lexrank"],
        }
        cost(jobs["make"])  # compiles what is not compiled yet
        worst = {}
        print("| `briefing …` on one article | CPU s | MB |\n|---|---:|---:|")
        for name, arguments in jobs.items():
            runs = [cost(arguments) for _ in range(options.runs)]
            worst[name] = min(run[0] for run in runs), max(run[1] for run in runs)
            print(f"| {name} | {worst[name][0]:.2f} | {worst[name][1]:.0f} |")
    seconds, megabytes = worst["make"]
    return int(seconds > SECONDS or megabytes > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
