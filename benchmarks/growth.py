"""How cost grows with the length of an article and with their number; draws docs/growth.svg.

usage: python benchmarks/growth.py [--data PATH] [--svg FILE] [--stream]

Articles of 500 to 50,000 words are made of sentences of real ones (polnear/ when the data are there, else the
project's own corpus). `--stream` also sends 1,000 and 10,000 articles through `briefing findings`.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from math import log10
from pathlib import Path

from briefing.analyse import analyse
from briefing.clean import clean
from briefing.errors import InputError
from briefing.model import Article
from briefing.rank import rank

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
SIZES = (500, 2_000, 10_000, 50_000)
COLOURS = {
    "whole findings": "#b3261e",
    "clean, split": "#7a5c00",
    "rank": "#0b57d0",
    "sumy LexRank": "#5f6368",
}

Curve = dict[int, float]


def sentences(data: Path) -> list[str]:
    """Sentences of real articles."""
    source = data / "polnear" / "articles.jsonl"
    if not source.exists():
        source = ROOT / "evals" / "corpus" / "articles.jsonl"
        print(f"{data} is absent: measuring on {source.relative_to(ROOT)}")
    found = []
    for line in source.read_text("utf-8").splitlines()[:300]:
        document = clean(Article("x", json.loads(line)["text"]), "en")
        found += [document.text(sentence) for sentence in document.sentences]
    return found


def article(pool: list[str], words: int, seed: int) -> Article:
    """An article of so many words, in paragraphs of three sentences."""
    dice, parts, count = random.Random(seed), [], 0
    while count < words:
        parts.append(dice.choice(pool))
        count += len(parts[-1].split())
    blocks = [" ".join(parts[i : i + 3]) for i in range(0, len(parts), 3)]
    return Article(f"{words}-{seed}", "\n\n".join(blocks))


def seconds(job: Callable[[], object]) -> float:
    """Processor time, the best of three runs (one when a run takes a second)."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        job()
        best = min(best, time.process_time() - start)
        if best > 1:
            break
    return best


def lexrank(made: Article) -> float | None:
    """sumy's LexRank on one article; nothing where it is refused as too long."""
    document = clean(made, "en")
    try:
        return seconds(lambda: rank(document, "en", "lexrank"))
    except InputError as error:
        print(f"  {error}")
        return None


def measure(pool: list[str]) -> dict[str, Curve]:
    """Seconds by number of words, for each step."""
    curves: dict[str, Curve] = {name: {} for name in COLOURS}
    analyse(article(pool, 500, 1), "en")
    for size in SIZES:
        made = article(pool, size, 2)
        document = clean(made, "en")
        curves["whole findings"][size] = seconds(lambda made=made: analyse(made, "en"))
        curves["clean, split"][size] = seconds(lambda made=made: clean(made, "en"))
        curves["rank"][size] = seconds(lambda document=document: rank(document, "en"))
        slow = lexrank(made)
        if slow is not None:
            curves["sumy LexRank"][size] = slow
    return curves


def one_against_many(pool: list[str]) -> float:
    """One article of 50,000 words against 25 of 2,000, through everything."""
    many = [article(pool, 2_000, seed) for seed in range(25)]
    one = Article("long", "\n\n".join(made.text for made in many))
    apart = seconds(lambda: [analyse(made, "en") for made in many])
    return seconds(lambda: analyse(one, "en")) / apart


def svg(curves: dict[str, Curve]) -> str:
    """The curves on logarithmic axes, with a line of slope one."""
    wide, high, left, low = 640, 400, 70, 50

    def x(words: float) -> float:
        return left + (log10(words) - 2.6) / 2.2 * (wide - left - 150)

    def y(cost: float) -> float:
        return high - low - (log10(cost) + 4) / 5 * (high - low - 20)

    def text(at: tuple[float, float], words: str, more: str = "") -> str:
        return f'<text x="{at[0]:.0f}" y="{at[1]:.0f}" {more}>{words}</text>'

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"',
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{wide}" height="{high}" fill="#fff"/>',
        text((left, 14), "Processor time of one article, by its length"),
    ]
    for power in range(-4, 2):
        parts.append(f'<path d="M{left} {y(10**power):.0f}H{wide - 150}" stroke="#ddd"/>')
        parts.append(text((left - 8, y(10**power) + 4), f"{10**power:g} s", 'text-anchor="end"'))
    for size in SIZES:
        parts.append(text((x(size), high - low + 20), f"{size:,} words", 'text-anchor="middle"'))
    first = curves["rank"][SIZES[0]]
    ends = f"{x(500):.0f} {y(first / 3):.0f}L{x(50_000):.0f} {y(first * 100 / 3):.0f}"
    parts.append(f'<path d="M{ends}" stroke="#999" stroke-dasharray="4 4"/>')
    parts.append(text((x(50_000) + 8, y(first * 100 / 3) + 4), "proportional", 'fill="#777"'))
    for name, curve in curves.items():
        points = [(x(words), y(cost)) for words, cost in curve.items()]
        line = "L".join(f"{a:.0f} {b:.0f}" for a, b in points)
        parts.append(f'<path d="M{line}" fill="none" stroke="{COLOURS[name]}" stroke-width="2"/>')
        aside = points[-1][0] + 8, points[-1][1] + (10 if name == "rank" else 2)
        parts.append(text(aside, name, f'fill="{COLOURS[name]}"'))
    return "\n".join([*parts, "</svg>", ""])


def stream(pool: list[str], count: int) -> tuple[float, float]:
    """Seconds of processor time and megabytes of `briefing findings` on so many articles of 400 words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for seed in range(count):
                print(json.dumps({"id": str(seed), "text": article(pool, 400, seed).text}), file=file)
        with open(os.devnull, "wb") as nowhere:
            command = [sys.executable, "-m", "briefing", "findings", str(path)]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            actions = [(os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1)]
            pid = os.posix_spawn(sys.executable, command, environment, file_actions=actions)
            _, status, used = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"briefing findings failed with exit code {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Print the tables and draw the picture."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--svg", type=Path, default=ROOT / "docs" / "growth.svg")
    parser.add_argument("--stream", action="store_true")
    options = parser.parse_args()
    pool = sentences(options.data)
    curves = measure(pool)
    print("| ms | " + " | ".join(f"{size:,} words" for size in SIZES) + " |\n|---|" + "---:|" * len(SIZES))
    for name, curve in curves.items():
        cells = (f"{1000 * curve[size]:.1f}" if size in curve else "refused" for size in SIZES)
        print(f"| {name} | {' | '.join(cells)} |")
    print(f"\none article of 50,000 words costs {one_against_many(pool):.2f} × 25 articles of 2,000")
    options.svg.write_text(svg(curves), "utf-8")
    if options.stream:
        print("\n| articles through `briefing findings` | CPU s | MB |\n|---|---:|---:|")
        for count in (1_000, 10_000):
            cpu, memory = stream(pool, count)
            print(f"| {count:,} | {cpu:.1f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
