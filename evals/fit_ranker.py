"""Fit the weights of the news ranker; `--write` puts them into briefing/rank/weights.toml.

A logistic regression on whether a sentence belongs to the summary: the greedy ROUGE oracle of `summaries/`,
and the lines an editor marked in `polnear/gold.jsonl` (its development part). Articles of `gold/` are left
out. Every collection counts the same, and every article of a collection. Those of `[editor]` are not fitted.

usage: python evals/fit_ranker.py [--data PATH] [--write]
"""

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path

import numpy
from summaries import DATA, Summarised, document, greedy, load, overlap, summarised

from briefing.model import Span
from briefing.rank.features import features

WEIGHTS = Path(__file__).parents[1] / "briefing" / "rank" / "weights.toml"
KINDS = ("cnndm", "dmtrain", "writers")
FITTED = (
    "near top",
    "central",
    "to the point",
    "introduces",
    "figures",
    "length",
    "opens with quote",
)
RIDGE = 20.0  # swept 2 to 400: flat below 100
ROUNDS = 20

Weights = dict[str, float]
Table = dict[str, dict[str, float]]


def held_out(article: str) -> bool:
    """Whether an article belongs to the third that is never read, only scored."""
    return int(hashlib.sha256(article.encode()).hexdigest()[:8], 16) % 3 == 0


def gold_ids(data: Path = DATA) -> set[str]:
    """Articles that nothing is fitted to."""
    return {str(row["id"]) for row in load(data / "gold" / "gold.jsonl")}


def marked(data: Path = DATA) -> list[Summarised]:
    """PolNeAR articles whose best lines an editor marked, the development part."""
    texts = {row["id"]: row for row in load(data / "polnear" / "articles.jsonl")}
    found = []
    for row in load(data / "polnear" / "gold.jsonl"):
        if held_out(str(row["id"])) or not row["what"]:
            continue
        doc = document(texts[row["id"]])
        gold = [Span(w["start"], w["end"]) for w in row["what"]]  # type: ignore[attr-defined]
        lines = frozenset(
            s.index for s in doc.sentences if any(overlap(s.span, span) >= 0.5 for span in gold)
        )
        found.append(Summarised(f"polnear/{row['id']}", "polnear", doc, [], [], lines))
    return found


def collections(data: Path = DATA) -> list[Summarised]:
    """All articles to fit on; `lines` are what the fit wants to see chosen."""
    leave = gold_ids(data)
    found = [a for kind in KINDS for a in summarised(kind, data) if a.id not in leave and fair(a)]
    for article in found:
        article.lines = greedy(article)
    return found + [a for a in marked(data) if a.id not in leave]


def fair(article: Summarised) -> bool:
    """Whether the human summary is of the story: those of a school programme repeat its page furniture."""
    return "CNN Student News" not in article.document.article.text


def fit(articles: list[Summarised]) -> Table:
    """Weights by Newton's method on standardised features, then scaled back."""
    columns = [features(a.document, "en").columns for a in articles]
    x = numpy.vstack([numpy.array([c[name] for name in FITTED]).T for c in columns])
    y = numpy.concatenate([[s.index in a.lines for s in a.document.sentences] for a in articles]).astype(
        float
    )
    share = numpy.concatenate([_share(a, articles) for a in articles])
    spread = x.std(axis=0) + 1e-9
    beta = _newton(numpy.hstack([x / spread, numpy.ones((len(x), 1))]), y, share * len(articles) * 20)
    scaled = dict(zip(FITTED, beta[:-1] / spread, strict=True))
    return {"": {"bias": float(beta[-1])}, "fitted": {name: float(w) for name, w in scaled.items()}}


def _share(article: Summarised, articles: list[Summarised]) -> numpy.ndarray:
    alike = sum(a.kind == article.kind for a in articles)
    kinds = len({a.kind for a in articles})
    count = len(article.document.sentences)
    return numpy.full(count, 1 / (kinds * alike * count))


def _newton(x: numpy.ndarray, y: numpy.ndarray, share: numpy.ndarray) -> numpy.ndarray:
    ridge = numpy.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    beta = numpy.zeros(x.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + numpy.exp(-numpy.clip(x @ beta, -30, 30)))
        slope = x.T @ (share * (chance - y)) + ridge @ beta
        bend = (x * (share * chance * (1 - chance))[:, None]).T @ x + ridge
        beta -= numpy.linalg.solve(bend, slope)
    return beta


def editor() -> Weights:
    """Weights set by hand, kept as they are."""
    return dict(tomllib.loads(WEIGHTS.read_text("utf-8"))["editor"])


def toml(table: Table) -> str:
    """The weights file."""
    lines = [
        "# Weights of the news ranker, in log-odds; docs/ranking.md says what the features mean.",
        f"bias = {table['']['bias']:.2f}",
        "",
        "# Written by `python evals/fit_ranker.py --write`.",
        "[fitted]",
        *(f'"{name}" = {weight:.2f}' for name, weight in table["fitted"].items()),
        "",
        "# Set by hand: what makes a line stand alone, which human summaries and ROUGE do not see.",
        "[editor]",
        *(f'"{name}" = {weight}' for name, weight in editor().items()),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Fit, print, and with --write replace the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not (options.data / "summaries").exists():
        print(
            f"{options.data / 'summaries'} is absent: nothing to fit on; see docs/ranking.md", file=sys.stderr
        )
        return 1
    text = toml(fit(collections(options.data)))
    print(text, end="")
    if options.write:
        WEIGHTS.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
