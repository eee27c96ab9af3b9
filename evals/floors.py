"""Quality floors on the project's own corpus: `python evals/floors.py` fails when a measure sinks.

`--raise` lifts every floor to a point below what is measured now. Nothing here lowers a floor:
that takes an edit of floors.json by hand, in a commit that says why.
"""

import json
import sys
from pathlib import Path

from score import article, dates, load, report

from briefing.analyse import Settings
from briefing.pipeline import findings_lines, gathered

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
SLACK = 1.0  # points; a floor is no record, and a rule that trades one article for another may pass


def measure() -> dict[str, float]:
    """Every measure on evals/corpus, in per cent."""
    lines = findings_lines(gathered([str(HERE / "corpus" / "articles.jsonl")]), Settings())
    found = {row["id"]: row for row in (json.loads(line) for line in lines if isinstance(line, str))}
    gold = load(HERE / "corpus" / "gold.jsonl")
    out = report(article(g, found[i]) for i, g in gold.items())
    with (HERE / "corpus" / "dates.jsonl").open(encoding="utf-8") as rows:
        out["dates right"] = dates(map(json.loads, rows), found)
    return out


def main() -> int:
    """Print the table; 1 when any measure is below its floor."""
    now = measure()
    floors: dict[str, float] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    if "--raise" in sys.argv:
        floors = {k: round(max(floors.get(k, 0.0), v - SLACK), 1) for k, v in now.items()}
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n")
    sunk = [k for k, floor in floors.items() if now[k] < floor]
    for key, value in now.items():
        print(f"{key:28} {value:6.1f}  floor {floors.get(key, 0.0):6.1f}{'  BELOW' if key in sunk else ''}")
    return 1 if sunk else 0


if __name__ == "__main__":
    sys.exit(main())
