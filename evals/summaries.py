"""Articles with human summaries, read and cleaned as `briefing` does, and ROUGE fast enough to fit by.

The counts are those of google's rouge-score 0.1.2, stemmed (`python evals/summaries.py` compares them).
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from nltk.stem.porter import PorterStemmer

from briefing.clean import clean
from briefing.model import Article, Document, Raw, Span
from briefing.read import read

DATA = Path(__file__).parents[2] / "shared" / "data"
LINES = 3

Grams = Counter[str] | Counter[tuple[str, str]]


@dataclass(slots=True)
class Summarised:
    """A cleaned article, its references, the stems of its sentences; `lines`: sentences worth choosing."""

    id: str
    kind: str
    document: Document
    references: list[list[str]]
    stems: list[list[str]] = field(default_factory=list)
    lines: frozenset[int] = frozenset()

    def rouge(self, chosen: Iterable[int]) -> tuple[float, float]:
        """ROUGE-1 and ROUGE-2 F1 of sentences taken in reading order, against the best reference."""
        return rouge([stem for i in sorted(chosen) for stem in self.stems[i]], self.references)


def rouge(said: Sequence[str], references: Sequence[Sequence[str]]) -> tuple[float, float]:
    """ROUGE-1 and ROUGE-2 F1 of stems, each against the reference that it fits best."""
    one = max(f1(Counter(said), Counter(r)) for r in references)
    two = max(f1(pairs(said), pairs(r)) for r in references)
    return one, two


def pairs(stems: Sequence[str]) -> Counter[tuple[str, str]]:
    """Bigrams."""
    return Counter(pairwise(stems))


def f1(said: Grams, wanted: Grams) -> float:
    """Overlap of two bags."""
    common = sum((said & wanted).values())  # type: ignore[operator]
    return 2 * common / (said.total() + wanted.total()) if common else 0.0


@cache
def _stem(word: str) -> str:
    return str(PorterStemmer().stem(word)) if len(word) > 3 else word


def stems(text: str) -> list[str]:
    """Words as rouge-score counts them."""
    return [_stem(word) for word in re.sub(r"[^a-z0-9]+", " ", text.lower()).split()]


def load(path: Path) -> list[dict[str, object]]:
    """A JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def document(row: dict[str, object], code: str = "en") -> Document:
    """A row of a data file, read as `briefing` reads it and cleaned."""
    keys = ("id", "text", "title", "source", "published")
    line = json.dumps({key: row[key] for key in keys if row.get(key)})
    (article,) = read(Raw(line.encode(), "row.jsonl"))
    assert isinstance(article, Article), article
    return clean(article, code)


def summarised(kind: str, data: Path = DATA) -> list[Summarised]:
    """One of the collections in `summaries/`."""
    found = []
    for row in load(data / "summaries" / f"{kind}.jsonl"):
        doc = document(row)
        if doc.sentences:
            references = row.get("references") or [row["summary"]]
            wanted = [stems(str(r)) for r in references]  # type: ignore[attr-defined]
            said = [stems(doc.text(s)) for s in doc.sentences]
            found.append(Summarised(str(row["id"]), kind, doc, wanted, said))
    return found


def overlap(one: Span, other: Span) -> float:
    """Common characters as a share of the shorter span (as eval/score_findings.py counts)."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / min(one.end - one.start, other.end - other.start)


def greedy(article: Summarised) -> frozenset[int]:
    """At most LINES sentences that raise ROUGE-1 + ROUGE-2 most: the oracle that weights are fitted to."""
    taken: frozenset[int] = frozenset()
    best = 0.0
    while len(taken) < LINES:
        rest = [i for i in range(len(article.stems)) if i not in taken]
        worth = [(sum(article.rouge(taken | {i})), -i) for i in rest]
        if not worth or max(worth)[0] <= best:
            break
        best, i = max(worth)
        taken |= {-i}
    return taken


def main() -> None:
    """Compare the counts with rouge-score's own on one collection."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    furthest = 0.0
    for row, article in zip(load(DATA / "summaries" / "writers.jsonl"), summarised("writers"), strict=True):
        said = "\n".join(article.document.text(s) for s in article.document.sentences[:LINES])
        theirs = [scorer.score(str(r), said) for r in row["references"]]  # type: ignore[attr-defined]
        ours = article.rouge(range(min(LINES, len(article.stems))))
        for mine, key in zip(ours, ("rouge1", "rouge2"), strict=True):
            furthest = max(furthest, abs(mine - max(t[key].fmeasure for t in theirs)))
    print(f"largest difference from rouge-score: {furthest:.9f}")


if __name__ == "__main__":
    main()
