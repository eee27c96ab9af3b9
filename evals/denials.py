"""Score denials, claims and allegations against gold, beside baselines.

usage: python evals/denials.py [--data ../shared/data] [--scorer ../shared/eval/score_findings.py]

Prints the tables of the shared gold (development two thirds and held-out third of gold/ and polnear/) and of the
articles of evals/labels (those that are learnt from, and those that are only scored), or, when the shared folder
is absent, of the project's own fictional corpus with the project's own scorer. Claims stand beside two baselines:
naming none, and naming the first sentence of the story.
"""

import argparse
import importlib.util
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from fit_implied import DENIALS, READ, SCORED_ONLY, SUMMARIES
from score import article as own_article
from score import load
from score import report as own_report

from briefing.analyse import analyse
from briefing.model import Article
from briefing.render.findings import findings_json

ROOT = Path(__file__).resolve().parents[1]
Row = dict[str, Any]
SHOWN = ("denials", "allegations")


def held_out(article: str) -> bool:
    """The third of the gold that nobody reads."""
    return int(sha256(article.encode()).hexdigest()[:8], 16) % 3 == 0


def findings(articles: Path, wanted: set[str]) -> dict[str, Row]:
    """What we find in the wanted articles, by id."""
    found = {}
    for row in load(articles).values():
        if row["id"] in wanted:
            article = Article(row["id"], row["text"], row.get("title"))
            found[row["id"]] = json.loads(findings_json(analyse(article, "en")))
    return found


def with_claim(found: Row, claim: Row | None) -> Row:
    """The same findings with every denial answering `claim`: a baseline."""
    return {**found, "denials": [{**d, "claim": claim} for d in found["denials"]]}


def first_sentence(found: Row) -> Row | None:
    """The first sentence of the story."""
    return (
        {"start": found["sentences"][0][0], "end": found["sentences"][0][1]} if found["sentences"] else None
    )


def shared_report(scorer: ModuleType, gold: dict[str, Row], found: dict[str, Row]) -> Row:
    """The shared scorer's report on some articles."""
    total = scorer.Count()
    for name, row in gold.items():
        total.add(**scorer.article(row, found.get(name, {}), []))
    return scorer.report(total)


def show(name: str, report: Row) -> None:
    """The rows of a report that are about denials."""
    print(f"\n{name}")
    for key, values in report.items():
        if key.startswith(SHOWN):
            print(f"  {key:46s}" + "  ".join(f"{k} {v}" for k, v in values.items()))


def parts(folder: Path) -> Iterator[tuple[str, dict[str, Row]]]:
    """A gold file in its development and its held-out part."""
    gold = load(folder / "gold.jsonl")
    for name, wanted in (("development", False), ("held out", True)):
        yield f"{folder.name}, {name}", {i: row for i, row in gold.items() if held_out(i) is wanted}


def labelled(data: Path) -> Iterator[tuple[str, dict[str, Row], dict[str, Row]]]:
    """The rows of evals/labels with what we find there: those that are learnt from or read, and those only scored."""
    rows = {row["id"]: row for path in (READ, DENIALS) for row in load(path).values()}
    empty = {"next_steps": [], "who": [], "what": []}
    places = [
        *(data / "summaries" / f"{name}.jsonl" for name in SUMMARIES),
        data / "polnear" / "articles.jsonl",
    ]
    found: dict[str, Row] = {}
    for place in places:
        found |= findings(place, rows.keys() - found.keys())
    read = {i: row for i, row in rows.items() if i in found and row["batch"] not in SCORED_ONLY}
    for name, path in (("learnt from", READ), ("read, weights not learnt from", DENIALS)):
        ids = load(path).keys()
        part = {i: empty | row for i, row in read.items() if i in ids}
        yield f"evals/labels, {name}", part, found
    scored = {i: empty | row for i, row in rows.items() if i in found and row["batch"] in SCORED_ONLY}
    yield "evals/labels, only scored", scored, found


def shared(data: Path, scorer: ModuleType) -> None:
    """Every table of the shared gold and of our own labels."""
    for name, gold, found in labelled(data):
        show(name, shared_report(scorer, gold, found))
    for folder in (data / "gold", data / "polnear"):
        found = findings(folder / "articles.jsonl", set(load(folder / "gold.jsonl")))
        for name, gold in parts(folder):
            show(name, shared_report(scorer, gold, found))
            for baseline, claim in (("none", lambda _: None), ("first sentence", first_sentence)):
                other = {i: with_claim(row, claim(row)) for i, row in found.items()}
                report = shared_report(scorer, gold, other)
                right = report["denials: claim right (or rightly none)"]["%"]
                named = report["denials: claims named, right"]["%"]
                print(
                    f"  baseline, claim = {baseline:26s} right or rightly none {right}  named, right {named}"
                )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--scorer", type=Path, default=ROOT.parent / "shared" / "eval" / "score_findings.py")
    options = parser.parse_args()
    if options.data.exists() and options.scorer.exists():
        spec = importlib.util.spec_from_file_location("score_findings", options.scorer)
        assert spec is not None
        assert spec.loader is not None
        scorer = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(scorer)
        shared(options.data, scorer)
        return
    print(f"denials: {options.data} is absent; scoring the project's own corpus instead")
    corpus = ROOT / "evals" / "corpus"
    gold = load(corpus / "gold.jsonl")
    found = findings(corpus / "articles.jsonl", set(gold))
    for key, value in own_report(own_article(g, found[i]) for i, g in gold.items()).items():
        print(f"  {key:46s}{value}")


if __name__ == "__main__":
    main()
