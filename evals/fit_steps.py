"""Fit the weights of next steps, and compare them with the bare rules on folds that never see their own articles.

usage: python evals/fit_steps.py [--data ../shared/data] [--write] [--errors]

*rules*: a sentence is a next step when the rule of one of its triggers says so. *weights*: the signs of every
trigger, the rule's verdict among them, in a logistic regression (`step_model.py`). What is learnt from: the
development two thirds of data/gold and polnear/gold, `evals/labels` without its test batches and parts, and evals/corpus.
The rules were written reading gold, polnear/gold and the corpus, where their verdict is better than elsewhere, so
those count less, and the table is of `evals/labels`. `--write` puts the weights into lang/en.toml.
"""

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from step_model import Row, score, train

from briefing.clean import clean
from briefing.extract.dates import dates
from briefing.extract.next_steps import sights
from briefing.extract.step_evidence import THRESHOLD, evidence
from briefing.model import Article, Span

ROOT = Path(__file__).resolve().parents[1]
TOML = ROOT / "briefing" / "lang" / "en.toml"
LABELS = ROOT / "evals" / "labels" / "gold.jsonl"
JUDGED = ROOT / "evals" / "step_labels.jsonl"
READ = ROOT / "evals" / "labels" / "steps.jsonl"
TEXTS = ("summaries/cnndm", "summaries/dmtrain", "summaries/writers", "polnear/articles")
# Batches of evals/labels on which nothing is fitted or read.
TEST = (5, 6)
FOLDS = 8
# How much a set counts: read while the rules were written, our own fiction, read afterwards.
COUNTS = {"gold": 0.4, "polnear": 0.4, "own": 0.3, "judged": 1.0, "labels": 1.0, "read": 1.0}
# A news page of data/html is named by the beginning of its file's name; a text of data/sentences by its first line.
NAME = 12
DAY = re.compile(r"(?:[A-Z][a-z]+day, )?[A-Z][a-z]+ \d+, \d{4}")


class Case(NamedTuple):
    """An article's triggers, the verdicts of their rules by sentence, and how many steps it has in gold."""

    name: str
    rows: list[Row]
    says: set[int]
    steps: int
    words: dict[int, str]


def lines(path: Path) -> Iterator[dict]:
    """The objects of a JSONL file; none when it is absent."""
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from map(json.loads, filter(str.strip, file))


def held_out(article: str) -> bool:
    """The third of the gold that nothing is fitted on."""
    return int(sha256(article.encode()).hexdigest()[:8], 16) % 3 == 0


def sources(data: Path) -> Iterator[tuple[str, dict, dict]]:
    """Set, gold row and article of everything that is learnt from."""
    for name, folder in (
        ("gold", data / "gold"),
        ("polnear", data / "polnear"),
        ("own", ROOT / "evals/corpus"),
    ):
        texts = {row["id"]: row for row in lines(folder / "articles.jsonl")}
        for gold in lines(folder / "gold.jsonl"):
            if name == "own" or not held_out(gold["id"]):
                yield name, gold, texts[gold["id"]]
    wanted = {row["id"]: ("labels", row) for row in lines(LABELS) if row["batch"] not in TEST}
    wanted |= {row["id"]: ("judged", row) for row in judged()}
    wanted |= {row["id"]: ("read", row) for row in lines(READ) if row["part"] == "dev"}
    for article in articles(data):
        if article["id"] in wanted:
            name, gold = wanted.pop(article["id"])
            yield name, gold, article


def articles(data: Path) -> Iterator[dict]:
    """Every article that may be labelled: those of summaries and polnear, news pages, and Wikinews."""
    for text in TEXTS:
        yield from lines(data / f"{text}.jsonl")
    pages = data / "html" / "ground-truth.json"
    for name, page in json.loads(pages.read_text("utf-8")).items() if pages.exists() else ():
        yield {"id": f"html-{name[:NAME]}", "text": page["articleBody"]}
    blocks = [row["text"] for row in lines(data / "sentences" / "gum_news.jsonl")]
    days = [i for i, block in enumerate(blocks) if DAY.fullmatch(block)]
    for day, after in zip(days, [*days[1:], len(blocks) + 1], strict=True):
        text = "\n\n".join(blocks[day - 1 : after - 1])  # the headline stands before the day
        yield {"id": f"gum-{day - 1:03}", "text": text}


def judged() -> Iterator[dict]:
    """Articles of which only sentences with an uncertain trigger were read; the others are undecided."""
    rows: dict[str, dict] = {}
    for line in lines(JUDGED):
        row = rows.setdefault(line["id"], {"id": line["id"], "next_steps": [], "others": []})
        if line["step"] is not None:
            row["next_steps" if line["step"] else "others"].append(line)
    yield from rows.values()


def label(gold: dict, span: Span) -> bool | None:
    """Whether a sentence is a step, or None when the reader was not sure."""

    def among(places: list[dict]) -> bool:
        shared = ((min(p["end"], span.end) - max(p["start"], span.start), p) for p in places)
        return any(2 * n >= min(p["end"] - p["start"], span.end - span.start) > 0 for n, p in shared)

    if among(gold["next_steps"]):
        return True
    if "others" in gold:
        return False if among(gold["others"]) else None
    return None if among(gold.get("next_ignore", []) + gold.get("title_sents", [])) else False


def case(name: str, gold: dict, article: dict) -> Case:
    """What is found in one article, with what its reader says of it."""
    day = article.get("published") or gold.get("date")
    published = datetime.fromisoformat(day) if day and "T" in day else day and date.fromisoformat(day[:10])
    document = clean(Article(gold["id"], article["text"], published=published), "en")
    rows, says, words = [], set(), {}
    for _, sentence, yes, signs in evidence(sights(document, "en", dates(document, "en")), hopeless=True):
        step = label(gold, sentence.span)
        rows.append(Row(gold["id"], sentence.index, step, signs, COUNTS[name]))
        words[sentence.index] = " ".join(document.text(sentence).split())
        says |= {sentence.index} if yes else set()
    return Case(name, rows, says, len(gold["next_steps"]), words)


def said(one: Case, model: dict[str, float], threshold: float) -> set[int]:
    """The sentences above the threshold."""
    return {row.sentence for row in one.rows if score(model, row.signs) > threshold}


def table(name: str, cases: list[Case], found: list[set[int]]) -> None:
    """One line: precision (undecided counts neither way), strict precision (counts as wrong), recall."""
    right = wrong = unsure = steps = 0
    for one, sentences in zip(cases, found, strict=True):
        labels = {row.sentence: row.step for row in one.rows}
        right += sum(labels[i] is True for i in sentences)
        wrong += sum(labels[i] is False for i in sentences)
        unsure += sum(labels[i] is None for i in sentences)
        steps += one.steps
    p, r = 100 * right / max(1, right + wrong), 100 * right / max(1, steps)
    strict = 100 * right / max(1, right + wrong + unsure)
    print(
        f"  {name:22} P {p:5.1f}  strict P {strict:5.1f}  R {r:5.1f}  F1 {2 * p * r / max(1, p + r):5.1f}  (n {steps})"
    )


def errors(cases: list[Case], models: list[dict[str, float]]) -> None:
    """Print what the weights get wrong, each by the fold that did not see it."""
    for one, model in zip(cases, models, strict=True):
        labels = {row.sentence: row.step for row in one.rows}
        found = said(one, model, THRESHOLD)
        for i, step in sorted(labels.items()):
            if (i in found) != step and step is not None:
                print("  wrong " if i in found else "  missed", one.words[i][:200])


def write(weights: dict[str, float]) -> None:
    """Put the weights into the language file, in place; what rounds to nothing is left out."""
    body = [f'"{n}" = {v:.2f}' for n, v in sorted(weights.items()) if n != "start" and abs(v) >= 0.005]
    old = re.compile(r'(\[next_steps\.weights\]\n)start = [^\n]*\n(?:"[^\n]*" = [^\n]*\n)*')
    new = "\n".join([f"start = {weights['start']:.2f}", *body])
    TOML.write_text(old.sub(lambda m: f"{m[1]}{new}\n", TOML.read_text("utf-8")), "utf-8")


def main() -> None:
    """Print the rules and the weights on the same folds; with --write, refit on everything and store the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    cases = [case(*source) for source in sources(options.data)]
    fold = [
        int(sha256(one.rows[0].article.encode()).hexdigest()[8:12], 16) % FOLDS if one.rows else 0
        for one in cases
    ]
    models = [
        train([row for one, at in zip(cases, fold, strict=True) if at != k for row in one.rows])
        for k in range(FOLDS)
    ]
    print(f"{len(cases)} articles, {sum(len(one.rows) for one in cases)} triggers, {len(models[0])} weights")
    for name in COUNTS:
        some = [one for one in cases if one.name == name]
        mine = [models[at] for one, at in zip(cases, fold, strict=True) if one.name == name]
        if some:
            print(f"{name}: {len(some)} articles, {FOLDS} folds")
            table("lexicon", some, [{row.sentence for row in one.rows} for one in some])
            table("rules", some, [one.says for one in some])
            for threshold in (-1.4, -1.2, -1.1, -1.0, -0.8, -0.6):
                found = [said(one, model, threshold) for one, model in zip(some, mine, strict=True)]
                table(f"weights {threshold:+.1f}", some, found)
            if options.errors:
                errors(some, mine)
    if options.write and options.data.exists():
        write(train([row for one in cases for row in one.rows]))
    elif options.write:
        print(f"fit_steps: {options.data} is absent, nothing written")


if __name__ == "__main__":
    main()
