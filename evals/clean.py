"""Cleaning on data/gold: junk cut, story lines cut by mistake, cost; the held-out third apart.

usage: python evals/clean.py [--data PATH] [--errors]
"""

import argparse
import hashlib
import json
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from briefing.clean import clean
from briefing.model import Article, Span

DATA = Path(__file__).parents[2] / "shared" / "data"


def held_out(article: str) -> bool:
    """Whether an article belongs to the third that is never read, only scored."""
    return int(hashlib.sha256(article.encode()).hexdigest()[:8], 16) % 3 == 0


def covered(span: Span, cuts: Iterable[Span]) -> float:
    """Share of a span inside any of the cuts, which are disjoint."""
    return sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in cuts) / (
        span.end - span.start
    )


def spans(rows: Iterable[dict]) -> list[Span]:
    """Gold places as spans."""
    return [Span(row["start"], row["end"]) for row in rows]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", action="store_true", help="print what is wrong, development part only")
    options = parser.parse_args()
    if not (options.data / "gold").exists():
        print(f"no data at {options.data}: nothing measured")
        return
    articles = read(options.data / "gold" / "articles.jsonl")
    for part in (False, True):
        counts: Counter[str] = Counter()
        for row in read(options.data / "gold" / "gold.jsonl").values():
            if held_out(row["id"]) == part:
                score(articles[row["id"]], row, counts, options.errors and not part)
        print("held-out third" if part else "development two thirds")
        print(f"  junk sentences {counts['junk']}, cut {100 * counts['cut'] / counts['junk']:.1f} %")
        print(
            f"  story lines {counts['story']}, cut by mistake {100 * counts['lost'] / counts['story']:.1f} %"
        )
        left = counts["junk"] - counts["cut"]
        print(f"  sentences kept {counts['kept']}, of them junk {100 * left / counts['kept']:.1f} %")
        by_rule = [(rule[5:], n) for rule, n in counts.most_common() if rule.startswith("rule ")]
        print("  junk by rule: " + ", ".join(f"{rule} {n}" for rule, n in by_rule))
    speed(options.data)


def read(path: Path) -> dict[str, dict]:
    """Rows of a JSON lines file by id."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {row["id"]: row for row in rows}


def article(row: dict) -> Article:
    """The article of a row."""
    return Article(id=row["id"], text=row["text"], title=row.get("title"), author=row.get("author"))


def score(row: dict, gold: dict, counts: Counter[str], errors: bool) -> None:
    """Add one article to the counts."""
    document = clean(article(row), "en")
    cuts = [piece.span for piece in document.furniture]
    junk, unsure = spans(gold["junk"]), spans(gold.get("junk_ignore", []) + gold.get("title_sents", []))
    story = [s for key in ("denials", "next_steps", "what") for s in spans(gold[key])]
    story = [s for s in story if not any(s.overlaps(j) for j in junk + unsure)]
    missed = [s for s in junk if covered(s, cuts) < 0.5]
    lost = [s for s in story if covered(s, cuts) >= 0.5]
    counts.update(junk=len(junk), cut=len(junk) - len(missed), story=len(story), lost=len(lost))
    counts.update(kept=len(document.sentences))
    counts.update(f"rule {p.rule}" for j in junk for p in document.furniture if covered(j, [p.span]) >= 0.5)
    if errors:
        for kind, places in (("missed", missed), ("LOST", lost)):
            for span in places:
                print(f"{kind:8s}{gold['id'][:30]:32s}{row['text'][span.start : span.end][:150]!r}")
        for piece in document.furniture:
            if piece.rule != "title" and not any(piece.span.overlaps(j) for j in junk + unsure):
                words = row["text"][piece.span.start : piece.span.end][:150]
                print(f"extra   {gold['id'][:30]:32s}{piece.rule:14s}{words!r}")


def speed(data: Path, rounds: int = 3) -> None:
    """CPU milliseconds of cleaning an article of about 700 words, splitting included."""
    rows = [
        row
        for row in read(data / "summaries" / "cnndm.jsonl").values()
        if 550 <= row["text"].count(" ") <= 850
    ]
    texts = [article(row) for row in rows]
    words = sum(a.text.count(" ") for a in texts) / len(texts)
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        for one in texts:
            clean(one, "en")
        best = min(best, time.process_time() - begin)
    print(f"{len(texts)} articles of {words:.0f} words: {1000 * best / len(texts):.2f} ms an article")


if __name__ == "__main__":
    main()
