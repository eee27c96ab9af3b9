"""Fit the weights of implied denials, and compare the two designs on folds that never see their own articles.

usage: python evals/fit_implied.py [--data ../shared/data] [--write]

Design 1, *points*: log-odds given by hand (`POINTS`). Design 2, *model*: logistic regression whose prior mean
is design 1, so that evidence seen too rarely keeps the hand's judgement. What is learnt from: the development
two thirds of data/gold and polnear/gold, evals/corpus, the development batches of evals/labels (all read whole),
and `implied_labels.jsonl`: other articles whose candidates one reader went through, with the offsets of the
sentences that are denials or undecided (the rest are none); they were read only where a candidate stood, so they
count less. The held-out third and the other batches are never read. Signs that look at the neighbours (chains of
denials) are read twice, as in the program. `--write` puts the weights into lang/en.toml; `--articles` prints what
whole articles get, named and implied denials together, when the weights never saw them.
"""

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from briefing.clean import clean
from briefing.extract.denials import scene_of
from briefing.extract.evidence import evidence
from briefing.extract.implied import THRESHOLD
from briefing.extract.names import cast
from briefing.extract.scene import Scene
from briefing.extract.statements import statements
from briefing.model import Article, Sentence, Span, Statement

ROOT = Path(__file__).resolve().parents[1]
READ = ROOT / "evals" / "labels" / "gold.jsonl"
# Read for denials alone. Learning these weights from them costs the twice-read gold seven points of precision.
DENIALS = ROOT / "evals" / "labels" / "denials.jsonl"
SCORED_ONLY = frozenset((5, 6, 12, 15))  # batches that nothing is learnt from
LABELS = ROOT / "evals" / "implied_labels.jsonl"
TOML = ROOT / "briefing" / "lang" / "en.toml"
PRIOR = 8.0  # strength of the hand's judgement, in observations
FOLDS = 8
SWEPT = (-0.6, -0.3, 0.0, 0.3, 0.6, 1.0, 1.3)
ROUNDS = 3  # of fitting and looking again for chains
# How much a reading counts: of a whole article, of our own short fiction, of candidates alone.
WEIGHTS = {"whole": 1.0, "fiction": 0.3, "candidates": 0.6}
# fmt: off
POINTS = {
    "start": -3.5, "untrue aimed": 3.2, "untrue of other": 1.0, "absurd aimed": 1.6, "mistaken aimed": 1.0,
    "uninvolved aimed": 2.6, "negated aimed": 0.2, "state aimed": -1.0, "insisted aimed": -1.2,
    "absent aimed": 0.5, "flat aimed": 0.0, "doubted aimed": -0.5, "proper aimed": 0.8, "not aimed": -1.2,
    "mental": -2.5, "unreal": -2.2, "side heard": 0.7, "answering": 1.0, "asked": 0.7, "charge near": 0.4,
    "side charged near": 0.5, "side charged": 0.5, "side accused": 0.3, "side accused near": 0.6,
    "deed, side accused near": 1.2, "misquoted aimed": 2.8, "agent": 0.6, "official": -1.5, "never": 0.4,
    "echo 2": 0.3, "echo 3": 0.4, "echo of charge 1": 0.5, "echo of charge 2": 0.5, "denies too": 0.7,
    "not said": 1.0, "client deed": 0.7, "nobody deed": 0.3, "number differs": -1.5, "third deed": -0.5,
    "charges 1": 0.4, "unattributed": -0.7, "inherited": -0.3, "deed, side charged": 0.8,
    "deed, side accused": 0.8, "deed, denies too": 0.6, "deed, agent": 0.5, "deed, kin": 0.5,
    "deed, answering": 0.4, "deed, charge near": 0.3, "deed, side heard": 0.3, "answers charge": 0.4,
    "once accused": 0.4, "hits back": 0.5, "contrast": 0.2, "after denial": 0.6,
    "after denial, new quotation": 0.4, "soon after denial": 0.3, "before denial": 0.5, "plain": -1.6,
    "plain, after denial": 1.5, "plain, after denial, new quotation": 1.0, "plain, before denial": 0.5,
    "plain, answers charge": 1.8, "plain, once accused": 1.6, "plain, hits back": 2.2,
    "aimed, after denial": 0.7, "aimed, before denial": 0.6, "aimed, answers charge": 0.8,
    "aimed, once accused": 0.6, "aimed, hits back": 0.8, "aimed, other just named side": 0.3,
    "aimed, side just charged": 0.4, "aimed, answering": 0.6, "not done": 0.5, "asks": -1.0,
    "trouble 3": 0.2, "trouble near": 0.2, "side in lead": 0.2, "accuser": -0.5, "accuses here": -0.6,
    "conditional": -1.5, "admits": -1.0, "self deed": 0.4, "insisting": 0.4, "aimed, insisting": 0.8,
    "far subject": -0.8, "plain, side accused near": 1.5, "formula": 0.3, "formula, aimed": 1.0, "emphatic, aimed": 0.4,
    "fault, aimed": 0.3, "claim by name, aimed": 0.8,
}
# fmt: on
SUMMARIES = ("cnndm", "dmtrain", "writers")
Labels = dict[tuple[int, int], bool | None]  # places, and whether a denial stands there (None: undecided)
Row = tuple[str, int, bool | None, frozenset[str], str]  # article, sentence, a denial?, evidence, reading


def held_out(article: str) -> bool:
    """The third of the gold that nothing is fitted on."""
    return int(sha256(article.encode()).hexdigest()[:8], 16) % 3 == 0


def lines(path: Path) -> Iterator[dict]:
    """The objects of a JSONL file; none when it is absent."""
    if path.exists():
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def labels_of(row: dict) -> Labels:
    """The denials of a gold row, and what its readers could not decide."""
    labels: Labels = {(d["start"], d["end"]): None for d in row.get("denials_ignore", [])}
    for d in row["denials"]:
        labels[d["start"], d["end"]] = True if d.get("scope", "core") == "core" else None
    return labels


def articles(*paths: Path) -> dict[str, Article]:
    """Articles by id; the first of equal ids counts."""
    rows = (row for path in reversed(paths) for row in lines(path))
    return {r["id"]: Article(r["id"], r["text"], r.get("title")) for r in rows}


def others(data: Path) -> dict[str, Article]:
    """The articles that stand in no gold folder."""
    summaries = (data / "summaries" / f"{name}.jsonl" for name in SUMMARIES)
    return articles(*summaries, data / "polnear" / "articles.jsonl")


def gold(folder: Path, *, all_of_it: bool = False) -> Iterator[tuple[Article, Labels]]:
    """Articles of a gold folder with their labels."""
    texts = articles(folder / "articles.jsonl")
    for row in lines(folder / "gold.jsonl"):
        if all_of_it or not held_out(row["id"]):
            yield texts[row["id"]], labels_of(row)


def read_whole(texts: dict[str, Article]) -> Iterator[tuple[Article, Labels]]:
    """The development batches of evals/labels."""
    for row in batches(READ):
        if row["id"] in texts:
            yield texts[row["id"]], labels_of(row)


def batches(*paths: Path) -> Iterator[dict]:
    """The rows of files of evals/labels that may be learnt from."""
    return (row for path in paths for row in lines(path) if row["batch"] not in SCORED_ONLY)


def judged(texts: dict[str, Article]) -> Iterator[tuple[Article, Labels, str]]:
    """Articles of `implied_labels.jsonl` with their labels and how they were read."""
    for row in lines(LABELS):
        if row["id"] in texts:
            labels: Labels = {(at, at + 1): None for at in row.get("undecided", [])}
            labels |= {(at, at + 1): True for at in row.get("denials", [])}
            yield texts[row["id"]], labels, "whole" if row.get("whole") else "candidates"


@dataclass(frozen=True, slots=True)
class Case:
    """An article made ready: its scene, the named denials, what is said, and the labels."""

    article: Article
    sentences: dict[int, Sentence]
    said: tuple[Statement, ...]
    scene: Scene
    taken: frozenset[Span]
    named: dict[int, set[Span]]
    labels: Labels
    reading: str


def case(article: Article, labels: Labels, reading: str) -> Case:
    """Read an article once; its evidence is asked for in every round."""
    document = clean(article, "en")
    people = cast(document, "en")
    said = statements(document, "en", people)
    scene, named = scene_of(document, "en", people, said)
    assert scene is not None
    by_start = {s.span.start: s for s in document.sentences}
    first = {k: set(v) for k, v in scene.denied.items()}
    return Case(article, by_start, said, scene, frozenset(d.span for d in named), first, labels, reading)


def candidates(one: Case, weights: dict[str, float]) -> list[Row]:
    """Every contradicting statement that no explicit rule takes, with its evidence and label; read twice."""
    one.scene.denied.clear()
    one.scene.denied.update({k: set(v) for k, v in one.named.items()})
    for statement, why in list(_evidence(one)):
        if weights["start"] + sum(weights.get(name, 0.0) for name in why) > THRESHOLD:
            index = one.sentences[statement.span.start].index
            one.scene.denied.setdefault(index, set()).add(statement.speaker)
    return [_row(one, statement, why) for statement, why in _evidence(one)]


def _evidence(one: Case) -> Iterator[tuple[Statement, frozenset[str]]]:
    for statement in one.said:
        if statement.speaker is not None and statement.span not in one.taken:
            for _, why in evidence(one.scene, statement, one.sentences[statement.span.start]):
                yield statement, why


def _row(one: Case, statement: Statement, why: frozenset[str]) -> Row:
    span = statement.span
    label = label_at(one.labels, span)
    return one.article.id, one.sentences[span.start].index, label, why, one.reading


def label_at(labels: Labels, span: Span) -> bool | None:
    """Whether a denial stands at a place; None when its readers were not sure."""
    touching = [y for (a, b), y in labels.items() if a < span.end and span.start < b]
    return (True if True in touching else None) if touching else False


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


def best_of(rows: list[Row], scores: np.ndarray) -> dict[tuple[str, int], tuple[float, bool | None]]:
    """The best score of each sentence of the articles read whole, and its label."""
    best: dict[tuple[str, int], tuple[float, bool | None]] = {}
    for row, score in zip(rows, scores, strict=True):
        if row[4] == "whole" and (row[:2] not in best or score > best[row[:2]][0]):
            best[row[:2]] = (float(score), row[2])
    return best


def table(name: str, rows: list[Row], scores: np.ndarray) -> None:
    """Precision and recall of a design at several thresholds, the best score of each sentence."""
    best = best_of(rows, scores)
    total = sum(y is True for _, y in best.values())
    for threshold in SWEPT:
        said = [y for s, y in best.values() if s >= threshold]
        hit, wrong = sum(y is True for y in said), sum(y is False for y in said)
        strict = 100 * hit / max(1, len(said))
        print(
            f"{name:8s} log-odds {threshold:4.1f}: P {100 * hit / max(1, hit + wrong):.0f}  "
            f"strict P {strict:.0f}  R {100 * hit / total:.0f}  (n {total})"
        )


def whole_articles(cases: list[Case], rows: list[Row], scores: np.ndarray) -> None:
    """What the articles read whole get from both kinds of denial, every implied one scored unseen."""
    whole = [one for one in cases if one.reading == "whole"]
    total = sum(y is True for one in whole for y in one.labels.values())
    named = [label_at(one.labels, span) for one in whole for span in one.taken]
    for threshold in SWEPT:
        said = named + [y for s, y in best_of(rows, scores).values() if s > threshold]
        hit, wrong = said.count(True), said.count(False)
        precision, recall = hit / max(1, hit + wrong), hit / total
        print(
            f"articles log-odds {threshold:4.1f}: F1 {200 * precision * recall / (precision + recall):.1f}  "
            f"P {100 * precision:.1f}  strict P {100 * hit / len(said):.1f}  R {100 * recall:.1f}  (n {total})"
        )


def write(weights: dict[str, float]) -> None:
    """Put the weights into the language file, in place; what rounds to nothing is left out."""
    body = [f'"{n}" = {v:.2f}' for n, v in sorted(weights.items()) if n != "start" and abs(v) >= 0.005]
    text = TOML.read_text("utf-8")
    old = re.compile(r'(\[implied\.weights\]\n(?:#[^\n]*\n)*)start = [^\n]*\n(?:"[^\n]*" = [^\n]*\n)*')
    first = f"start = {weights['start']:.2f}"
    TOML.write_text(old.sub(lambda m: m[1] + "\n".join([first, *body]) + "\n", text), "utf-8")


def sources(data: Path) -> Iterator[tuple[Article, Labels, str]]:
    """Everything that is learnt from, each article once, what was read whole before what was not."""
    texts, seen = others(data), set()
    whole = (*gold(data / "gold"), *gold(data / "polnear"), *read_whole(texts))
    fiction = gold(ROOT / "evals" / "corpus", all_of_it=True)
    for article, labels, reading in (
        *((article, labels, "whole") for article, labels in whole),
        *((article, labels, "fiction") for article, labels in fiction),
        *judged(texts),
    ):
        if article.id not in seen:
            seen.add(article.id)
            yield article, labels, reading


def matrices(rows: list[Row], names: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Evidence, labels and weight of every candidate, and the hand's judgement of every kind of evidence."""
    column = {name: k + 1 for k, name in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, 0] = 1
    for k, row in enumerate(rows):
        x[k, [column[name] for name in row[3]]] = 1
    y = np.array([float(row[2] is True) for row in rows])
    count = np.array([WEIGHTS[row[4]] * (0.5 if row[2] is None else 1.0) for row in rows])
    return x, y, count, np.array([POINTS["start"], *(POINTS.get(name, 0.0) for name in names)])


def main() -> None:
    """Print both designs on the same folds; with --write, refit on everything and store the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--articles", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        print(
            f"fit_implied: {options.data} is absent; only evals/corpus is learnt from, "
            "its weights are not written"
        )
    cases = [case(*source) for source in sources(options.data)]
    weights = dict(POINTS)
    for _ in range(ROUNDS):
        rows = [row for one in cases for row in candidates(one, weights)]
        names = sorted({name for row in rows for name in row[3]})
        x, y, count, mean = matrices(rows, names)
        weights = dict(zip(["start", *names], fit(x, y, count, mean), strict=True))
    fold = np.array([int(sha256(row[0].encode()).hexdigest()[8:12], 16) % FOLDS for row in rows])
    model = np.zeros(len(rows))
    for k in range(FOLDS):
        model[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k], count[fold != k], mean)
    print(f"{len(rows)} candidates, {len(names)} kinds of evidence")
    table("points", rows, x @ mean)
    table("model", rows, model)
    if options.articles:
        whole_articles(cases, rows, model)
    if options.write and options.data.exists():
        write(weights)


if __name__ == "__main__":
    main()
