"""Ranking speed beside the peers: processor time, one process each, the same sentences for all.

usage: python benchmarks/rank_speed.py [--data PATH] [--peers DIR] [--articles N] [--quick]

The peers are installed into their own environment at DIR (default: briefing-peers in the temporary folder)
when it does not exist yet; that takes pip and a network or a local index. The articles are 200 of about 700
words from polnear/ when the data are there, else the project's own corpus, repeated. `--quick` leaves out the
slowest.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from worker import SUMY

from briefing.text import paragraphs, sentences

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
PEERS = ("lede==0.5.1", "sumy", "numpy", "setuptools<82", "summa")
SLOW = ("lsa", "kl", "edmundson")
OURS = ("ours: rank", "ours: split and rank", "ours: whole findings")
BASE = "sumy: lexrank"
REPEATS = 3


def environment(folder: Path) -> Path:
    """The interpreter of the peers' environment, made when missing."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True)
    return python


def texts(data: Path, count: int) -> list[str]:
    """Articles of about 700 words."""
    source = data / "polnear" / "articles.jsonl"
    if not source.exists():
        source = ROOT / "evals" / "corpus" / "articles.jsonl"
        print(f"{data} is absent: measuring on {source.relative_to(ROOT)}, repeated")
    rows = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    fit = [text for text in rows if 500 <= len(text.split()) <= 900] or rows
    return [fit[i % len(fit)] for i in range(count)]


def prepared(text: str) -> dict[str, object]:
    """A text with its sentences."""
    spans = [span for block in paragraphs(text) for span in sentences(text, block, "en")]
    return {
        "text": text,
        "title": None,
        "sentences": [text[s.start : s.end] for s in spans],
    }


def measured(python: Path, name: str, path: Path) -> dict[str, float]:
    """The best of some runs of one job."""
    worker = Path(__file__).with_name("worker.py")
    runs = []
    for _ in range(1 if name.removeprefix("sumy: ") in SLOW else REPEATS):
        done = subprocess.run(
            [python, worker, name, path],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": str(ROOT)},
        )
        runs.append(json.loads(done.stdout))
    return min(runs, key=lambda run: run["seconds"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir()) / "briefing-peers")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    peers = environment(options.peers)
    rows = [prepared(text) for text in texts(options.data, options.articles)]
    words = sum(len(str(row["text"]).split()) for row in rows) / len(rows)
    print(f"{len(rows)} articles of {words:.0f} words; processor time, best of {REPEATS}\n")
    algorithms = [name for name in SUMY if not (options.quick and name in SLOW)]
    others = [f"sumy: {name}" for name in algorithms] + ["lede 0.5.1: text to summary", "summa: rank"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.json"
        path.write_text(json.dumps(rows), "utf-8")
        found = {name: measured(Path(sys.executable), name, path) for name in OURS}
        found |= {name: measured(peers, name, path) for name in others}
    base = found[BASE]
    print("| | ms an article | × sumy LexRank | whole process, s | × |\n|---|---:|---:|---:|---:|")
    for name, run in found.items():
        ratio, whole = base["seconds"] / run["seconds"], base["process"] / run["process"]
        each = 1000 * run["seconds"] / len(rows)
        print(f"| {name} | {each:.2f} | {ratio:.1f} | {run['process']:.2f} | {whole:.1f} |")


if __name__ == "__main__":
    main()
