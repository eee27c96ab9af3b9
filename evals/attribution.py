"""Score `statements` against the human attributions of PolNeAR: source, cue and content.

usage: python evals/attribution.py [--data ../shared/data/polnear] [--every 6]

A span is *exact* when its letters are the gold's (marks at the edges do not count) and *overlapping* when
they share one. Recall is also printed by type of content (direct, mixed, indirect) and by the number of
sentences between the content and its source. PolNeAR also annotates beliefs, intentions and praise ("supports
the bill"), which are no statements here, so recall has a ceiling well under 100. Published, exact F1 of
source / cue / content: rules 11 / 23 / 6, CRF 51 / 53 / 29, BERT 83 / 75 / 73.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.clean import clean
from briefing.extract.names import cast
from briefing.extract.statements import statements
from briefing.model import Article

SHARED = Path(__file__).resolve().parents[2] / "shared/data/polnear"
FIELDS = ("source", "cue", "content")
Range = tuple[int, int]


def rows(path: Path) -> Iterator[dict]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def trim(text: str, spans: list[Range]) -> Range | None:
    """The hull of a few spans without white space and marks at its edges."""
    if not spans:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if end > start else None


def found(article: Article) -> list[dict[str, Range | None]]:
    """What we say of one article, in the gold's shape."""
    document = clean(article, "en")
    out = []
    for s in statements(document, "en", cast(document, "en")):
        spans = {"source": [s.source], "cue": [s.cue], "content": list(s.content)}
        out.append({f: trim(article.text, [(x.start, x.end) for x in spans[f] if x]) for f in FIELDS})
    return out


def kind(text: str, content: Range) -> str:
    """Direct, mixed or indirect, by the quotation marks in and around a content."""
    inside = text[max(0, content[0] - 3) : content[1] + 3]
    marks = sum(inside.count(m) for m in ("“", "”", '"', "''"))
    if not marks:
        return "indirect"
    opened = any(m in text[max(0, content[0] - 3) : content[0]] for m in ("“", '"', "''"))
    return "direct" if opened else "mixed"


def overlaps(a: Range, b: Range) -> bool:
    """Whether two ranges share a character."""
    return a[0] < b[1] and b[0] < a[1]


def score(text: str, gold: list[dict], ours: list[dict], count: Counter) -> None:
    """Count one article: every field by itself, then recall by type and by distance."""
    for field in FIELDS:
        want = {t for a in gold if (t := trim(text, [tuple(x) for x in a[field]]))}
        have = {o[field] for o in ours if o[field]}
        count[field, "gold"] += len(want)
        count[field, "ours"] += len(have)
        count[field, "exact"] += len(want & have)
        count[field, "hit gold"] += sum(any(overlaps(a, b) for b in have) for a in want)
        count[field, "hit ours"] += sum(any(overlaps(a, b) for b in want) for a in have)
    for a in gold:
        content, source = (
            trim(text, [tuple(x) for x in a["content"]]),
            trim(text, [tuple(x) for x in a["source"]]),
        )
        if not content or not source:
            continue
        gap = text[min(content[1], source[1]) : max(content[0], source[0])]
        far = "far" if sum(gap.count(stop) for stop in (". ", "\n")) else "near"
        right = any(
            o["content"] and overlaps(o["content"], content) and o["source"] and overlaps(o["source"], source)
            for o in ours
        )
        for key in (kind(text, content), far):
            count[key, "n"] += 1
            count[key, "right"] += right


def f1(p: float, r: float) -> float:
    """Harmonic mean, in per cent."""
    return 200 * p * r / (p + r) if p + r else 0.0


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--every", type=int, default=6, help="read every n-th article")
    options = parser.parse_args()
    if not options.data.exists():
        print(
            f"attribution: {options.data} is absent; nothing to measure (the annotations cannot be shipped)"
        )
        return
    texts = {r["id"]: r for r in rows(options.data / "articles.jsonl")}
    count: Counter = Counter()
    for number, row in enumerate(rows(options.data / "attributions.jsonl")):
        if number % options.every == 0:
            article = Article(row["id"], texts[row["id"]]["text"])
            score(article.text, row["attributions"], found(article), count)
    print(f"{'':10s}{'exact P':>9s}{'R':>7s}{'F1':>7s}{'overlap P':>11s}{'R':>7s}{'F1':>7s}{'gold':>7s}")
    for field in FIELDS:
        c = {k: count[field, k] for k in ("gold", "ours", "exact", "hit gold", "hit ours")}
        p, r = c["exact"] / max(1, c["ours"]), c["exact"] / max(1, c["gold"])
        op, orr = c["hit ours"] / max(1, c["ours"]), c["hit gold"] / max(1, c["gold"])
        print(
            f"{field:10s}{100 * p:9.1f}{100 * r:7.1f}{f1(p, r):7.1f}"
            f"{100 * op:11.1f}{100 * orr:7.1f}{f1(op, orr):7.1f}{c['gold']:7d}"
        )
    for key in ("direct", "mixed", "indirect", "near", "far"):
        print(
            f"{key:10s} source and content found together: "
            f"{100 * count[key, 'right'] / max(1, count[key, 'n']):.1f} % of {count[key, 'n']}"
        )


if __name__ == "__main__":
    main()
