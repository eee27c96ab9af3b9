"""Rankers on human summaries, three sentences: ours, the lead, sumy's eight, the oracle.

usage: python evals/ranking.py [--data PATH] [--peers] [--write DIR] | --corpus

Ours is cross-validated: ten folds, no article is scored by weights it was fitted to, articles of `gold/` are
in no fit. `raw lead` is the first three sentences of the text before cleaning. Differences are paired with
the lead of the cleaned text, with a 95 % bootstrap interval. `--peers` adds sumy (slow); `--write` leaves one
JSON Lines file a system for eval/score_summaries.py. `--corpus` measures on the project's own corpus instead.
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import fit_ranker
from fit_ranker import KINDS, collections, editor
from summaries import DATA, LINES, Summarised, document, greedy, load, overlap, rouge, stems, summarised

from briefing.model import Document, Span
from briefing.rank import RANKERS, rank
from briefing.rank.features import features
from briefing.rank.sumy import ALGORITHMS
from briefing.rank.weighted import weighted
from briefing.text import paragraphs, sentences

FOLDS = 10
PEERS = [name for name in RANKERS if name not in ("news", "lead")]
Pick = Callable[[Summarised], list[int]]
Row = tuple[float, float]


def places(document: Document, spans: Iterable[Span]) -> list[int]:
    """Sentence numbers of the first lines of a ranking."""
    index = {s.span: s.index for s in document.sentences}
    return [index[span] for span in list(spans)[:LINES]]


def by_ranker(name: str) -> Pick:
    """A registered ranker."""
    return lambda a: places(a.document, (line.span for line in rank(a.document, "en", name)))


def cross_validated(articles: Sequence[Summarised], data: Path) -> Pick:
    """Ours, with weights fitted without the fold an article is in."""
    fold = {a.id: i % FOLDS for i, a in enumerate(random.Random(0).sample(articles, len(articles)))}
    pool = collections(data)
    tables = [fit_ranker.fit([a for a in pool if fold.get(a.id) != k]) for k in range(FOLDS)]
    by = [table[""] | table["fitted"] | editor() for table in tables]

    def pick(article: Summarised) -> list[int]:
        chosen = weighted(article.document, "en", by[fold[article.id]])
        return places(article.document, (line.span for line in chosen))

    return pick


def raw_lead(article: Summarised) -> Row:
    """The first sentences of the text as it came."""
    text = article.document.article.text
    found: list[Span] = []
    for block in paragraphs(text):
        found += sentences(text, block, "en")
        if len(found) >= LINES:
            break
    said = [stem for span in found[:LINES] for stem in stems(text[span.start : span.end])]
    return rouge(said, article.references)


def interval(differences: Sequence[float]) -> tuple[float, float]:
    """95 % bootstrap interval of the mean."""
    dice = random.Random(0)
    means = sorted(sum(dice.choices(differences, k=len(differences))) / len(differences) for _ in range(1000))
    return means[25], means[974]


def leaning(document: Document, chosen: Iterable[int]) -> list[bool]:
    """Of each chosen line: whether it starts with a word that points back, or speaks of nobody it names."""
    columns = features(document, "en").columns
    return [bool(columns["leans back"][i] or columns["unnamed"][i]) for i in chosen]


def opens_back(article: Summarised, chosen: Iterable[int]) -> list[bool]:
    """Of each chosen line: whether its first word points back (but, he, this)."""
    columns = features(article.document, "en").columns
    return [bool(columns["leans back"][i]) for i in chosen]


def mean(numbers: Sequence[float]) -> float:
    """Per cent."""
    return 100 * sum(numbers) / (len(numbers) or 1)


def report(kind: str, articles: list[Summarised], systems: dict[str, Pick]) -> None:
    """One collection's table."""
    base = [a.rouge(range(min(LINES, len(a.stems)))) for a in articles]
    print(f"\n{kind}, {len(articles)} articles")
    head = f"{'system':14}{'R-1':>7}{'R-2':>7}{'R-2 against lead':>24}"
    print(f"{head}{'lines that lean':>17}{'or name nobody':>16}")
    rows = {"raw lead": [raw_lead(a) for a in articles]}
    chosen = {name: [pick(a) for a in articles] for name, pick in systems.items()}
    rows |= {
        name: [a.rouge(c) for a, c in zip(articles, picks, strict=True)] for name, picks in chosen.items()
    }
    for name, scores in rows.items():
        gap = [s[1] - b[1] for s, b in zip(scores, base, strict=True)]
        low, high = interval(gap)
        line = f"{name:14}{mean([s[0] for s in scores]):7.2f}{mean([s[1] for s in scores]):7.2f}"
        line += f"{mean(gap):+10.2f} [{100 * low:+.2f}, {100 * high:+.2f}]"
        if name in chosen:
            pairs = list(zip(articles, chosen[name], strict=True))
            back = [x for a, c in pairs for x in opens_back(a, c)]
            alone = [x for a, c in pairs for x in leaning(a.document, c)]
            line += f"{mean(back):11.1f} %{mean(alone):14.1f} %"
        print(line)


def against_raw(articles: list[Summarised], ours: Pick) -> str:
    """ROUGE-2 of ours against the lead of the raw text."""
    gap = [a.rouge(ours(a))[1] - raw_lead(a)[1] for a in articles]
    low, high = interval(gap)
    return f"ours against raw lead: {mean(gap):+.2f} [{100 * low:+.2f}, {100 * high:+.2f}]"


def gold_lines(data: Path) -> None:
    """How often the first line is one that a reader marked, in `gold/`."""
    texts = {row["id"]: row for row in load(data / "gold" / "articles.jsonl")}
    right: dict[tuple[str, str], list[bool]] = {}
    for row in load(data / "gold" / "gold.jsonl"):
        doc = document(texts[row["id"]])
        good = [Span(w["start"], w["end"]) for w in row.get("what_any") or row["what"]]  # type: ignore[attr-defined]
        part = "held out" if fit_ranker.held_out(str(row["id"])) else "development"
        for name in ("lead", "news"):
            best = rank(doc, "en", name)[0].span
            right.setdefault((name, part), []).append(any(overlap(best, g) >= 0.5 for g in good))
    print("\nbest line is a gold line (gold/, in no fit)")
    for (name, part), found in sorted(right.items()):
        print(f"{name:6}{part:12}{sum(found):4} of {len(found)}  {mean(found):.0f} %")


def corpus() -> dict[str, float]:
    """On the project's own invented articles: gold lines found, lines that stand alone; per cent."""
    here = Path(__file__).parent / "corpus"
    texts = {row["id"]: row for row in load(here / "articles.jsonl")}
    first, three, alone = [], [], []
    for row in load(here / "gold.jsonl"):
        good = [Span(w["start"], w["end"]) for w in row.get("what_any") or row["what"]]  # type: ignore[attr-defined]
        if not good:
            continue
        doc = document(texts[row["id"]])
        spans = [line.span for line in rank(doc, "en")[:LINES]]
        first.append(any(overlap(spans[0], g) >= 0.5 for g in good))
        three += [any(overlap(s, g) >= 0.5 for s in spans) for g in good]
        alone += [not x for x in leaning(doc, places(doc, spans))]
    return {
        "best line is a gold line": mean(first),
        "gold lines among three": mean(three),
        "lines that stand alone": mean(alone),
    }


def other_languages(data: Path) -> None:
    """The same weights where there are no words for the language: several texts of a day, or of a cluster."""
    print("\nother languages, same weights, no words: R-1 / R-2 of lead and ours")
    for kind in ("crisis-es", "crisis-fr", "crisis-it", "vimds"):
        totals: dict[str, list[Row]] = {"lead": [], "news": [], "lexrank": []}
        for row in load(data / "summaries" / f"{kind}.jsonl"):
            wanted = [stems(str(r)) for r in row.get("references") or [row["summary"]]]  # type: ignore[attr-defined]
            for part in row["docs"]:  # type: ignore[attr-defined]
                text = str(row["text"])[part["start"] : part["end"]]
                doc = document({"id": "x", "text": text}, kind[-2:] if kind != "vimds" else "vi")
                if len(doc.sentences) <= LINES:
                    continue
                for name, scores in totals.items():
                    spans = [line.span for line in rank(doc, "xx", name)[:LINES]]
                    said = [stem for s in sorted(spans) for stem in stems(text[s.start : s.end])]
                    scores.append(rouge(said, wanted))
        figures = "   ".join(
            f"{name} {mean([s[0] for s in rows]):.2f} / {mean([s[1] for s in rows]):.2f}"
            for name, rows in totals.items()
        )
        print(f"{kind:10} {len(totals['lead']):4} texts   {figures}")


def write(folder: Path, kind: str, articles: list[Summarised], systems: dict[str, Pick]) -> None:
    """System files for eval/score_summaries.py."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, pick in systems.items():
        with (folder / f"{kind}-{name}.jsonl").open("w", encoding="utf-8") as out:
            for a in articles:
                lines = [a.document.text(a.document.sentences[i]) for i in sorted(pick(a))]
                print(json.dumps({"id": a.id, "sentences": lines}), file=out)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    if options.corpus:
        for name, value in corpus().items():
            print(f"{name:28}{value:6.1f}")
        return 0
    if not (options.data / "summaries").exists():
        print(f"{options.data / 'summaries'} is absent: nothing to measure", file=sys.stderr)
        return 1
    sets = {kind: summarised(kind, options.data) for kind in KINDS}
    ours = cross_validated([a for articles in sets.values() for a in articles], options.data)
    systems: dict[str, Pick] = {"lead": by_ranker("lead"), "ours": ours}
    for name in PEERS if options.peers else []:
        ALGORITHMS[name] = (*ALGORITHMS[name][:2], sys.maxsize)  # no limit: every article counts
        systems[name] = by_ranker(name)
    systems["oracle"] = lambda a: sorted(greedy(a))
    for kind, articles in sets.items():
        report(kind, articles, systems)
        print(against_raw(articles, ours))
        if options.write:
            write(options.write, kind, articles, systems)
    gold_lines(options.data)
    other_languages(options.data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
