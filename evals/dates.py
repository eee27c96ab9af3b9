"""Score `dates` on labelled time expressions.

usage: python evals/dates.py [--data DATES.jsonl] [--articles ARTICLES.jsonl] [--errors] [--dateparser]

By default the shared PolNeAR labels when they are there, and our own corpus. A third of the
articles is held out: rules were written looking at the other two. `--errors` prints what is wrong outside it.
The baseline resolves nothing; with `--dateparser` (not a dependency: pip install dateparser) it is
dateparser.parse on the labelled words themselves, which spares it the search.
"""

import argparse
import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from briefing.clean import clean  # noqa: E402
from briefing.extract.dates import dates  # noqa: E402
from briefing.model import Article, When  # noqa: E402

SHARED = ROOT.parent / "shared/data"
CORPUS = ROOT / "evals/corpus"
Row = dict[str, str | int | None]
Resolver = Callable[[Row, list[When]], str | None]


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def held_out(row: Row) -> bool:
    """Whether a label belongs to the third that nobody looks at."""
    return int(sha256(str(row["id"]).encode()).hexdigest()[:8], 16) % 3 == 0


def found(articles: dict[str, Row], ids: set[str]) -> dict[str, list[When]]:
    """What we find in each article, read against its own date."""
    out = {}
    for i in ids:
        day = articles[i].get("published")
        published = datetime.fromisoformat(day) if day and "T" in day else day and date.fromisoformat(day)
        document = clean(Article(i, articles[i]["text"], published=published), "en")
        out[i] = list(dates(document, "en"))
    return out


def ours(row: Row, whens: list[When]) -> str | None:
    """The date of the expression that covers most of the labelled words."""

    def shared(when: When) -> int:
        return min(when.span.end, row["end"]) - max(when.span.start, row["start"])

    near = sorted((w for w in whens if shared(w) > 0), key=lambda w: (-shared(w), w.span))
    return next((w.date for w in near if w.date), None)


def by_dateparser(row: Row, whens: list[When]) -> str | None:
    """What dateparser makes of the labelled words, at the precision of the label."""
    parser = importlib.import_module("dateparser")
    if not row["published"]:
        return None
    base = datetime.fromisoformat(str(row["published"]))
    said = parser.parse(row["text"], languages=["en"], settings={"RELATIVE_BASE": base})
    return said.date().isoformat()[: len(str(row["date"] or "yyyy-mm-dd"))] if said else None


def same(want: str | None, said: str | None) -> bool:
    """A month answers for one of its days; a year does not."""
    return said == want or bool(want and said and 7 <= len(said) < len(want) and want.startswith(said))


def score(labels: list[Row], whens: dict[str, list[When]], resolve: Resolver, errors: bool = False) -> str:
    """One line of the table: right, right where one is given, rightly none."""
    count: Counter[str] = Counter()
    for row in labels:
        said = resolve(row, whens.get(row["id"], []))
        kind, right = ("dated" if row["date"] else "undated"), same(row["date"], said)
        count.update({kind: 1, f"{kind} right": right, f"{kind} said": bool(said)})
        if errors and not right and not held_out(row):
            print(f"  {row['id']}: {row['text']!r} is {row['date']}, said {said}")

    def share(part: str, whole: str) -> str:
        return f"{100 * count[part] / count[whole]:5.1f}" if count[whole] else "    –"

    return (
        f"right {share('dated right', 'dated')} of {count['dated']:3}  "
        f"right where given {share('dated right', 'dated said')}  "
        f"rightly none {share('undated right', 'undated')} of {count['undated']:3}"
    )


def table(labels: Path, articles: Path, args: argparse.Namespace) -> None:
    """Our lines and the baseline's for one set of labels."""
    gold = list(rows(labels))
    texts = {str(a["id"]): a for a in rows(articles)}
    whens = found(texts, {str(r["id"]) for r in gold})
    parts = {"seen": [r for r in gold if not held_out(r)], "held out": [r for r in gold if held_out(r)]}
    print(f"{labels}")
    for name, part in parts.items():
        print(f"  {name:9} ours        {score(part, whens, ours, args.errors)}")
        if args.dateparser:
            print(f"  {name:9} dateparser  {score(part, whens, by_dateparser)}")
        else:
            print(f"  {name:9} no dates    {score(part, whens, lambda row, w: None)}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED / "dates.jsonl")
    parser.add_argument("--articles", type=Path, default=SHARED / "polnear/articles.jsonl")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--dateparser", action="store_true")
    args = parser.parse_args()
    if args.data.exists():
        table(args.data, args.articles, args)
    else:
        print(f"no {args.data}: our own corpus only")
    table(CORPUS / "dates.jsonl", CORPUS / "articles.jsonl", args)


if __name__ == "__main__":
    main()
