"""Fit the weights of implied denials, and compare the two designs on folds that never see their own articles.

usage: python evals/fit_implied.py [--data ../shared/data] [--write]

Design 1, *points*: log-odds given by hand (`POINTS`). Design 2, *model*: logistic regression whose prior mean
is design 1, so that evidence seen too rarely keeps the hand's judgement. What is learnt from: the development
two thirds of data/gold and polnear/gold, evals/corpus, and `implied_labels.jsonl`: other articles whose
candidates one reader went through, with the offsets of the sentences that are denials or undecided (the rest
are none). The held-out third is never read. `--write` puts the weights into lang/en.toml.
"""

import argparse
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np

from briefing.clean import clean
from briefing.extract.denials import scene_of
from briefing.extract.evidence import evidence
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "evals" / "implied_labels.jsonl"
TOML = ROOT / "briefing" / "lang" / "en.toml"
PRIOR = 8.0  # strength of the hand's judgement, in observations
FOLDS = 5
# fmt: off
POINTS = {
    "start": -3.5, "untrue aimed": 3.2, "untrue of other": 1.0, "absurd aimed": 1.2,
    "mistaken aimed": 1.0, "uninvolved aimed": 2.2, "negated aimed": 0.2, "state aimed": -1.0,
    "insisted aimed": -0.3, "absent aimed": 0.2, "flat aimed": 0.0, "doubted aimed": -0.5,
    "proper aimed": 0.8, "not aimed": -1.2, "mental": -2.0, "unreal": -1.5, "side heard": 0.7,
    "answering": 1.0, "asked": 0.7, "charge near": 0.4, "side charged near": 0.5, "side charged": 0.5,
    "side accused": 0.3, "side accused near": 0.6, "deed, side accused near": 1.2,
    "misquoted aimed": 1.5, "agent": 0.6, "official": -1.5, "never": 0.4, "echo 2": 0.3, "echo 3": 0.4,
    "echo of charge 1": 0.5, "echo of charge 2": 0.5, "denies too": 0.7, "not said": 1.0,
    "client deed": 0.7, "nobody deed": 0.3, "number differs": -1.5, "third deed": -0.5,
    "charges 1": 0.4, "unattributed": -0.7, "inherited": -0.3, "deed, side charged": 0.8,
    "deed, side accused": 0.8, "deed, denies too": 0.6, "deed, agent": 0.5, "deed, kin": 0.5,
    "deed, answering": 0.4, "deed, charge near": 0.3, "deed, side heard": 0.3,
}
# fmt: on
SUMMARIES = ("cnndm", "dmtrain", "writers")
Labels = dict[tuple[int, int], bool | None]  # places, and whether a denial stands there (None: undecided)
Row = tuple[str, int, bool | None, frozenset[str]]  # article, sentence, whether a denial, evidence


def held_out(article: str) -> bool:
    """The third of the gold that nothing is fitted on."""
    return int(sha256(article.encode()).hexdigest()[:8], 16) % 3 == 0


def lines(path: Path) -> Iterator[dict]:
    """The objects of a JSONL file; none when it is absent."""
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def gold(folder: Path, *, all_of_it: bool = False) -> Iterator[tuple[Article, Labels]]:
    """Articles of a gold folder with their labels."""
    texts = {r["id"]: r["text"] for r in lines(folder / "articles.jsonl")}
    for row in lines(folder / "gold.jsonl"):
        if all_of_it or not held_out(row["id"]):
            labels: Labels = {(d["start"], d["end"]): None for d in row.get("denials_ignore", [])}
            for d in row["denials"]:
                labels[d["start"], d["end"]] = True if d.get("scope", "core") == "core" else None
            yield Article(row["id"], texts[row["id"]]), labels


def judged(data: Path) -> Iterator[tuple[Article, Labels]]:
    """Articles of `implied_labels.jsonl` with their labels."""
    labels: dict[str, Labels] = {}
    for row in lines(LABELS):
        undecided: Labels = {(at, at + 1): None for at in row.get("undecided", [])}
        labels[row["id"]] = undecided | {(at, at + 1): True for at in row.get("denials", [])}
    for path in (
        *(data / "summaries" / f"{n}.jsonl" for n in SUMMARIES),
        data / "polnear" / "articles.jsonl",
    ):
        for row in lines(path):
            if row["id"] in labels:
                yield Article(row["id"], row["text"]), labels[row["id"]]


def candidates(article: Article, labels: Labels) -> Iterator[Row]:
    """Contradicting statements of an article that no explicit rule takes, with evidence and label."""
    document = clean(article, "en")
    people = cast(document, "en")
    said = statements(document, "en", people)
    scene, named = scene_of(document, "en", people, said)
    taken = {d.span for d in named}
    by_start = {s.span.start: s for s in document.sentences}
    for statement in said:
        if scene is None or statement.speaker is None or statement.span in taken:
            continue
        sentence, span = by_start[statement.span.start], statement.span
        touching = [y for (a, b), y in labels.items() if a < span.end and span.start < b]
        label = (True if True in touching else None) if touching else False
        for _, why in evidence(scene, statement, sentence):
            yield article.id, sentence.index, label, why


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method; Gaussian prior at `mean`, none on the start."""
    w = mean.copy()
    prior = PRIOR * np.diag(np.r_[1e-6, np.ones(len(w) - 1)])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(
            (x * (weight * p * (1 - p))[:, None]).T @ x + prior, x.T @ (weight * (p - y)) + prior @ (w - mean)
        )
        w = w - step
        if np.abs(step).max() < 1e-6:
            break
    return w


def table(name: str, rows: list[Row], scores: np.ndarray) -> None:
    """Precision and recall of a design at several thresholds, the best score of each sentence."""
    best: dict[tuple[str, int], tuple[float, bool | None]] = {}
    for row, score in zip(rows, scores, strict=True):
        key = row[:2]
        if key not in best or score > best[key][0]:
            best[key] = (float(score), row[2])
    total = sum(y is True for _, y in best.values())
    for threshold in (-0.8, -0.2, 0.4):
        said = [y for s, y in best.values() if s >= threshold]
        hit, wrong = sum(y is True for y in said), sum(y is False for y in said)
        strict = 100 * hit / max(1, len(said))
        print(
            f"{name:8s} log-odds {threshold:4.1f}: P {100 * hit / max(1, hit + wrong):.0f}  "
            f"strict P {strict:.0f}  R {100 * hit / total:.0f}  (n {total})"
        )


def write(names: list[str], w: np.ndarray) -> None:
    """Put the weights into the language file, in place."""
    body = [f'"{n}" = {v:.2f}' for n, v in zip(names, w[1:], strict=True)]
    text = TOML.read_text("utf-8")
    old = re.compile(r'(\[implied\.weights\]\n(?:#[^\n]*\n)*)start = [^\n]*\n(?:"[^\n]*" = [^\n]*\n)*')
    TOML.write_text(old.sub(lambda m: m[1] + "\n".join([f"start = {w[0]:.2f}", *body]) + "\n", text), "utf-8")


def main() -> None:
    """Print both designs on the same folds; with --write, refit on everything and store the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        print(
            f"fit_implied: {options.data} is absent; only evals/corpus is learnt from, "
            "its weights are not written"
        )
    sources = (
        gold(ROOT / "evals" / "corpus", all_of_it=True),
        gold(options.data / "gold"),
        gold(options.data / "polnear"),
        judged(options.data),
    )
    rows = [row for source in sources for article, labels in source for row in candidates(article, labels)]
    names = sorted({name for row in rows for name in row[3]})
    column = {name: k + 1 for k, name in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, 0] = 1
    for k, row in enumerate(rows):
        x[k, [column[name] for name in row[3]]] = 1
    y = np.array([float(row[2] is True) for row in rows])
    weight = np.array([0.5 if row[2] is None else 1.0 for row in rows])
    mean = np.array([POINTS["start"], *(POINTS.get(name, 0.0) for name in names)])
    fold = np.array([int(sha256(row[0].encode()).hexdigest()[8:12], 16) % FOLDS for row in rows])
    model = np.zeros(len(rows))
    for k in range(FOLDS):
        model[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], weight[fold != k], mean)
    print(f"{len(rows)} candidates, {len(names)} kinds of evidence")
    table("points", rows, x @ mean)
    table("model", rows, model)
    if options.write and options.data.exists():
        write(names, fit(x, y, weight, mean))


if __name__ == "__main__":
    main()
