"""Article extraction: ours beside plain trafilatura, on the scrapinghub benchmark.

F1 is the benchmark's own: shingles of four words, precision and recall averaged over the pages
(github.com/scrapinghub/article-extraction-benchmark, MIT).

    python evals/pages.py [--data ../shared/data/html]
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from trafilatura import extract

from briefing.clean import clean
from briefing.errors import InputError
from briefing.model import Article, Raw
from briefing.read import read

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "html"
SHINGLE = 4
Score = tuple[float, float, float]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words, as often as it occurs; a shorter text is one shingle."""
    words = re.findall(r"\w+", text)
    runs = (tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return Counter(run for run in runs if run)


def overlap(truth: str, found: str) -> Score:
    """Shingles in both, only in `found`, only in `truth`, as shares of all."""
    true, pred = shingles(truth), shingles(found)
    counts = (true & pred).total(), (pred - true).total(), (true - pred).total()
    total = sum(counts) or 1
    return counts[0] / total, counts[1] / total, counts[2] / total


def scores(rows: list[Score]) -> Score:
    """Precision, recall, F1 of the benchmark."""
    precision = [tp / (tp + fp) for tp, fp, _ in rows if tp + fp > 0]
    recall = [tp / (tp + fn) for tp, _, fn in rows if tp + fn > 0]
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return p, r, 2 * p * r / (p + r)


def ours(data: bytes) -> Article | None:
    """Our reader's article, `None` when it refuses the page."""
    (found,) = read(Raw(data, "page.html"))
    return None if isinstance(found, InputError) else found


def ours_cleaned(data: bytes) -> str:
    """What is left as the story after furniture is set aside."""
    article = ours(data)
    if article is None:
        return ""
    document = clean(article, "en")
    return "\n".join(document.text(sentence) for sentence in document.sentences)


def read_text(data: bytes) -> str:
    """The text of our reader."""
    article = ours(data)
    return article.text if article else ""


def without_title(data: bytes) -> str:
    """The same without the headline, which the truth leaves out."""
    article = ours(data)
    if article is None or article.title_span is None:
        return article.text if article else ""
    return article.text[: article.title_span.start] + article.text[article.title_span.end :]


SYSTEMS: dict[str, Callable[[bytes], str]] = {
    "trafilatura": lambda data: extract(data, include_comments=False) or "",
    "trafilatura fast": lambda data: extract(data, include_comments=False, fast=True) or "",
    "briefing: text": read_text,
    "briefing: text without title": without_title,
    "briefing: after cleaning": ours_cleaned,
}


def main() -> None:
    """Print a line for each system."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, default=DEFAULT)
    folder = parser.parse_args().data
    if not folder.is_dir():
        sys.exit(f"{folder} is absent: nothing measured")
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    pages = {
        key: gzip.decompress((folder / "pages" / f"{key}.html.gz").read_bytes()) for key in sorted(truth)
    }
    print(f"{len(pages)} pages           precision  recall      F1  ms a page")
    for name, system in SYSTEMS.items():
        start = time.process_time()
        rows = [overlap(truth[key].get("articleBody", ""), system(page)) for key, page in pages.items()]
        spent = (time.process_time() - start) / len(pages) * 1000
        p, r, f1 = scores(rows)
        print(f"{name:<28}{p:7.4f} {r:7.4f} {f1:7.4f} {spent:10.0f}")


if __name__ == "__main__":
    main()
