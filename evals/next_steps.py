"""Score `next_steps` on labelled sentences, beside a bare lexicon and the rules without the weights.

usage: python evals/next_steps.py [--data ../shared/data] [--errors]

A sentence is right when a gold sentence shares half of the shorter one; what the labellers left undecided counts
neither way. A third of the articles (by a hash of their id) is held out: rules were written reading the others.
`lexicon`: every sentence in which a trigger stands. `rules`: every sentence with a trigger whose rule says yes.
The weights are compared with the rules on folds by fit_steps.py.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from briefing.clean import clean  # noqa: E402
from briefing.extract.dates import dates  # noqa: E402
from briefing.extract.names import cast  # noqa: E402
from briefing.extract.next_steps import next_steps, sights  # noqa: E402
from briefing.extract.step_rules import RULES  # noqa: E402
from briefing.model import Article, Span  # noqa: E402

SHARED = ROOT.parent / "shared/data"
Row = dict


class Read(NamedTuple):
    """One article: its gold, ours, the sentences in which triggers stand, and those of which a rule says yes."""

    gold: Row
    ours: list[Span]
    lexicon: list[Span]
    rules: list[Span]


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def held_out(row: Row) -> bool:
    """Whether an article belongs to the third that nobody looks at."""
    return int(sha256(row["id"].encode()).hexdigest()[:8], 16) % 3 == 0


def read(gold: Row, article: Row) -> Read:
    """What we and the baselines find in one article."""
    day = article.get("published") or gold.get("date")
    published = datetime.fromisoformat(day) if day and "T" in day else day and date.fromisoformat(day[:10])
    document = clean(Article(gold["id"], article["text"], published=published), "en")
    when = dates(document, "en")
    ours = [s.span for s in next_steps(document, "en", cast(document, "en"), when)]
    found = [(s.span, RULES[sight.rule](sight)) for sight, s in sights(document, "en", when)]
    return Read(gold, ours, sorted({s for s, _ in found}), sorted({s for s, says in found if says}))


def label(gold: Row, span: Span) -> str:
    """`step`, `undecided` or `other`."""

    def among(places: list[Row]) -> bool:
        shared = ((min(p["end"], span.end) - max(p["start"], span.start), p) for p in places)
        return any(2 * n >= min(p["end"] - p["start"], span.end - span.start) > 0 for n, p in shared)

    if among(gold["next_steps"]):
        return "step"
    return "undecided" if among(gold.get("next_ignore", []) + gold.get("title_sents", [])) else "other"


def line(name: str, reads: list[Read], found: list[list[Span]]) -> str:
    """One line of the table."""
    c: Counter[str] = Counter()
    for one, spans in zip(reads, found, strict=True):
        c.update(label(one.gold, span) for span in spans)
        c["gold"] += len(one.gold["next_steps"])
    said = c["step"] + c["other"]
    p, r = 100 * c["step"] / (said or 1), 100 * c["step"] / (c["gold"] or 1)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return f"  {name:24} P {p:5.1f}  R {r:5.1f}  F1 {f1:5.1f}  right {c['step']:3} of {c['gold']:3}, wrong {c['other']:3}"


def errors(reads: list[Read], articles: dict[str, Row]) -> None:
    """Print what is wrong and what is missed."""
    for one in reads:
        text = articles[one.gold["id"]]["text"]
        for span in one.ours:
            if label(one.gold, span) == "other":
                print("  wrong ", " ".join(text[span.start : span.end].split())[:150])
        for gold in one.gold["next_steps"]:
            if not any(label({"next_steps": [gold]}, span) == "step" for span in one.ours):
                print("  missed", " ".join(text[gold["start"] : gold["end"]].split())[:150])


def corpora(folder: Path) -> Iterator[tuple[str, list[Row], dict[str, Row]]]:
    """Name, gold and articles of each set that is there."""
    for name, place in (
        ("gold", folder / "gold"),
        ("polnear", folder / "polnear"),
        ("own", ROOT / "evals/corpus"),
    ):
        if (place / "gold.jsonl").exists():
            yield name, list(rows(place / "gold.jsonl")), {a["id"]: a for a in rows(place / "articles.jsonl")}
        else:
            print(f"no {place}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    for name, gold, articles in corpora(args.data):
        reads = [read(g, articles[g["id"]]) for g in gold]
        for part, chosen in (("seen", False), ("held out", True)):
            some = [one for one in reads if held_out(one.gold) == chosen]
            print(f"{name}, {part}: {len(some)} articles")
            print(line("lexicon", some, [one.lexicon for one in some]))
            print(line("rules", some, [one.rules for one in some]))
            print(line("ours", some, [one.ours for one in some]))
            if args.errors and not chosen:
                errors(some, articles)


if __name__ == "__main__":
    main()
