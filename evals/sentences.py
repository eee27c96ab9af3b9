"""Sentence splitters side by side: boundaries found on GUM's news, and speed.

usage: python evals/sentences.py [--data PATH] [--errors]

*Probes* are the sentences of tests/text/test_sentences.py, written by us to our convention (`“…?” she asked`
is one sentence): they show what a splitter does with abbreviations and quotations, not how often these come.

A boundary is a place inside a paragraph where a sentence starts. Ours are measured always; other packages
(tokenizesentences, blingfire, syntok, pysbd, sentence_splitter, nupunkt) when they can be imported, which is
optional: run this with a Python that has them and this repository on its path.
"""

import argparse
import importlib
import importlib.util
import json
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from briefing.model import Span
from briefing.text import SPLITTERS, sentences

DATA = Path(__file__).parents[2] / "shared" / "data"
TESTS = Path(__file__).parents[1] / "tests" / "text" / "test_sentences.py"
Starts = Callable[[str], list[int]]


def ours(name: str) -> Starts:
    """One of our own splitters."""
    return lambda text: [span.start for span in sentences(text, Span(0, len(text)), "en", name)]


def placed(pieces: Callable[[str], list[str]]) -> Starts:
    """Offsets for a splitter that returns strings."""

    def starts(text: str) -> list[int]:
        found, at = [], 0
        for piece in pieces(text):
            at = text.find(piece.strip(), at)
            found.append(at)
            at += len(piece.strip())
        return found

    return starts


def blingfire(module: ModuleType) -> Starts:
    """The package of that name."""
    return placed(lambda text: module.text_to_sentences(text).split("\n"))


def syntok(module: ModuleType) -> Starts:
    """The package of that name."""
    return lambda text: [s[0].offset for p in module.process(text) for s in p]


def pysbd(module: ModuleType) -> Starts:
    """The package of that name."""
    engine = module.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: [span.start for span in engine.segment(text)]


def sentence_splitter(module: ModuleType) -> Starts:
    """The package of that name."""
    return placed(module.SentenceSplitter(language="en").split)


def nupunkt(module: ModuleType) -> Starts:
    """The package of that name."""
    return placed(module.sent_tokenize)


def tokenizesentences(module: ModuleType) -> Starts:
    """The package of that name."""
    return placed(module.tokenize)


OTHERS = {
    "blingfire": blingfire,
    "syntok.segmenter": syntok,
    "pysbd": pysbd,
    "sentence_splitter": sentence_splitter,
    "nupunkt": nupunkt,
    "tokenizesentences": tokenizesentences,
}


def candidates() -> dict[str, Starts]:
    """Every splitter that can be measured here."""
    found = {f"ours: {name}": ours(name) for name in SPLITTERS}
    for name, adapt in OTHERS.items():
        try:
            found[name] = adapt(importlib.import_module(name))
        except ImportError:
            print(f"{name}: not installed, left out")
    return found


def probes() -> list[str]:
    """The texts of the tests, with the expected boundaries marked `¦`."""
    spec = importlib.util.spec_from_file_location("probes", TESTS)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return [*module.ONE, *module.SEVERAL]


def probed(starts: Starts, texts: list[str]) -> int:
    """How many probes are split as they should be."""
    right = 0
    for text in texts:
        plain = text.replace("¦", "")
        wanted = [len(text[:at].replace("¦", "")) for at, mark in enumerate(text) if mark == "¦"]
        right += [plain[at:].lstrip() for at in starts(plain)[1:]] == [plain[at:].lstrip() for at in wanted]
    return right


def score(starts: Starts, rows: list[dict], errors: bool) -> tuple[float, float, float]:
    """Precision, recall and F1 of the boundaries inside paragraphs."""
    right = said = wanted = 0
    for row in rows:
        gold, got = set(row["starts"][1:]), set(starts(row["text"])[1:])
        right, said, wanted = right + len(gold & got), said + len(got), wanted + len(gold)
        if errors:
            for at in sorted(gold ^ got):
                kind = "missed" if at in gold else "false "
                print(f"  {kind} …{row['text'][max(0, at - 60) : at]!r} ¦ {row['text'][at : at + 40]!r}")
    precision, recall = right / said, right / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def speed(starts: Starts, texts: list[str], rounds: int = 3) -> float:
    """Thousands of characters a second of CPU, best of a few rounds."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for text in texts:
            starts(text)
        best = min(best, time.process_time() - begin)
    return sum(map(len, texts)) / best / 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", action="store_true", help="print every boundary ours (rule) gets wrong")
    options = parser.parse_args()
    path = options.data / "sentences" / "gum_news.jsonl"
    if not path.exists():
        print(f"no data at {path}: nothing measured")
        return
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    long = [
        json.loads(line)["text"]
        for line in (options.data / "summaries" / "cnndm.jsonl").open(encoding="utf-8")
    ]
    texts = probes()
    print(f"{'splitter':24s}{'P':>7s}{'R':>7s}{'F1':>7s}{'probes':>8s}{'kchar/s':>10s}")
    for name, starts in candidates().items():
        p, r, f1 = score(starts, rows, options.errors and name == "ours: rule")
        right = f"{probed(starts, texts)}/{len(texts)}"
        print(f"{name:24s}{p:7.3f}{r:7.3f}{f1:7.3f}{right:>8s}{speed(starts, long[:60]):10.0f}")


if __name__ == "__main__":
    main()
