"""Break the world around `briefing run` with delivery, row by row, and count what is lost, doubled or half.

    python evals/faults.py [ROW ...] [--docs docs/reliability.md] [--data ../shared]

Prints a table in Markdown, each row with the day and the revision it was run on; --docs writes the rows into
the page, each in the place of its own earlier one. Some rows want root and Debian (tmpfs, cron) and say so.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals.campaign.cron import cron
from evals.campaign.disk import at_once, full, journals, read_only
from evals.campaign.kills import kills
from evals.campaign.office import ROOT, Result
from evals.campaign.outside import moods, sources
from evals.campaign.shell import shell
from evals.campaign.year import year

ROWS: dict[str, Callable[[Path, Path], Result]] = {
    "faults.sh, make": lambda place, data: shell(place, "make", data),
    "faults.sh, run": lambda place, data: shell(place, "run", data),
    "kill -9": lambda place, _: kills(place, 200),
    "eight at once": lambda place, _: at_once(place),
    "disk full": lambda place, _: full(place),
    "read-only output": lambda place, _: read_only(place),
    "journal locked, damaged": lambda place, _: journals(place),
    "mail servers": lambda place, _: moods(place),
    "sources": lambda place, _: sources(place),
    "365 simulated days": lambda place, _: year(place),
    "a real cron": lambda place, _: cron(place),
}
BEGIN, END = "<!-- faults: written by evals/faults.py -->", "<!-- /faults -->"
HEAD = ["| row | what was done | wrong | day | revision |", "|---|---|---|---|---|"]


def revision() -> str:
    """The commit that is measured, with a + when files are changed."""
    return subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--abbrev=7", "--exclude=*"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def row(name: str, found: Result, on: str) -> str:
    """A row of the table; what is wrong is counted there and told on stderr."""
    for fault in found.wrong:
        print(f"{name}: {fault}", file=sys.stderr)
    return f"| {name} | {found.did} | {len(found.wrong)} | {datetime.now(UTC):%Y-%m-%d} | {on} |"


def written(page: str, rows: dict[str, str]) -> str:
    """The page with these rows in the place of earlier ones of their names."""
    before, _, rest = page.partition(BEGIN)
    table, _, after = rest.partition(END)
    old = {line.split(" | ")[0][2:]: line for line in table.splitlines() if line.startswith("| ")}
    merged = {name: line for name, line in {**old, **rows}.items() if name in ROWS}
    ordered = [merged[name] for name in ROWS if name in merged]
    return "\n".join([before + BEGIN, *HEAD, *ordered, END]) + after


def main() -> int:
    """Run the rows; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("rows", nargs="*", choices=[*ROWS, []], help="all, unless some are named")
    parser.add_argument("--docs", type=Path)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared", help="where eval/faults.sh is")
    asked = parser.parse_args()
    rows, wrong, on = {}, 0, revision()
    print("\n".join(HEAD))
    for name in asked.rows or ROWS:
        with tempfile.TemporaryDirectory() as place:
            found = ROWS[name](Path(place), asked.data)
        rows[name] = row(name, found, on)
        wrong += len(found.wrong)
        print(rows[name], flush=True)
        if asked.docs:
            asked.docs.write_text(written(asked.docs.read_text("utf-8"), rows), "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
