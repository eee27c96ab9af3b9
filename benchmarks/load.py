"""A day of 1,000 and of 10,000 articles from 200 sources through `make` or `run`: time, memory, outcome.

usage: python benchmarks/load.py [--data PATH] [--sizes 1000 10000] [--run]

`--run`: the same through `briefing run`, with 200 configured sources and a journal.

Six outlets tell each story, each a real article (one of our own where the data are absent)
with two words in five exchanged, so that no two are copies but six are about one event.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
FILES = ("polnear/articles.jsonl", "summaries/cnndm.jsonl", "summaries/writers.jsonl")
OUTLETS, SOURCES, EXCHANGED = 6, 200, 0.4


def texts(data: Path) -> list[str]:
    """Real articles, or the invented ones of `evals/corpus`."""
    found = [data / name for name in FILES if (data / name).exists()]
    if not found:
        found = [ROOT / "evals" / "corpus" / "articles.jsonl"]
        print(f"{data} is absent: measuring on the project's own articles")
    return [json.loads(line)["text"] for file in found for line in file.read_text("utf-8").splitlines()]


def day(pool: list[str], size: int) -> Iterator[str]:
    """The lines of a JSONL file of `size` articles."""
    dice = random.Random(size)
    words = [word for text in pool for word in text.split()]
    for number in range(size):
        story, outlet = divmod(number, OUTLETS)
        lines = pool[story % len(pool)].split("\n")
        told = [" ".join(exchanged(line, words, dice)) for line in lines]
        row = {
            "id": f"{story}-{outlet}",
            "title": " ".join(told[0].split()[:9]),
            "text": "\n".join(told),
            "source": f"Outlet {number % SOURCES}",
            "published": f"2026-11-23T{number % 24:02}:00:00+00:00",
            "language": "en",
        }
        yield json.dumps(row) + "\n"


def exchanged(line: str, words: list[str], dice: random.Random) -> Iterator[str]:
    """The line's words, two of five exchanged."""
    for word in line.split():
        yield dice.choice(words) if dice.random() < EXCHANGED else word


def configured(file: Path, place: Path) -> list[str]:
    """The words after `briefing` for a run that takes the day from a file a source."""
    rows: dict[str, list[str]] = {}
    for line in file.read_text("utf-8").splitlines(keepends=True):
        rows.setdefault(json.loads(line)["source"], []).append(line)
    tables = ['[output]\ndir = "out"\nsite = false\n[state]\npath = "journal"\n']
    for source, lines in rows.items():
        (place / f"{source}.jsonl").write_text("".join(lines), "utf-8")
        tables.append(f'[[source]]\nname = "{source}"\npath = "{source}.jsonl"\n')
    (place / "briefing.toml").write_text("".join(tables), "utf-8")
    return ["run", "-c", str(place / "briefing.toml")]


def run(arguments: list[str], folder: Path) -> tuple[float, int, dict[str, int]]:
    """Processor seconds, peak KiB, and counts of what the brief holds."""
    command = [sys.executable, "-m", "briefing", *arguments, "--date", "2026-11-24"]
    child = subprocess.Popen(command, cwd=ROOT)
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"briefing {arguments[0]} failed with exit {os.waitstatus_to_exitcode(status)}")
    brief = json.loads((folder / "2026-11-24" / "brief.json").read_text("utf-8"))
    counts = {
        "stories told": len(brief["stories"]),
        "also listed": len(brief["also"]),
        "articles": len(brief["articles"]),
        "left out as copies": len(brief.get("duplicates", ())),
    }
    return used.ru_utime + used.ru_stime, used.ru_maxrss, counts


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--run", action="store_true")
    asked = parser.parse_args()
    pool, first = texts(asked.data), 0.0
    print("| articles | CPU s | × the first | ms an article | peak MB | brief |")
    print("|---|---|---|---|---|---|")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "day.jsonl"
            with file.open("w", encoding="utf-8") as out:
                out.writelines(day(pool, size))
            start = time.perf_counter()
            out = Path(place) / "out"
            words = configured(file, Path(place)) if asked.run else ["make", str(file), "-o", str(out)]
            seconds, peak, counts = run(words, out)
            wall = time.perf_counter() - start
        first = first or seconds
        told = ", ".join(f"{number:,} {what}" for what, number in counts.items())
        row = f"{seconds:.0f} ({wall:.0f} by the clock) | {seconds / first:.1f} | {seconds / size * 1000:.1f}"
        print(f"| {size:,} | {row} | {peak / 1024:.0f} | {told} |", flush=True)


if __name__ == "__main__":
    main()
