"""What of a story of several articles: six sentences of each cluster of vimds against its two references.

usage: python evals/multi.py [--data PATH] [--write DIR]

`lead in turn` takes the first sentence of every text, then the second, and so on; `rank in turn` does that
with each text's own ranking; `ours` is what the brief takes. The constants were chosen on the even clusters;
the odd ones were seen when one of several equals had to be taken. ROUGE against the better reference;
`--write` leaves a file a system for eval/score_summaries.py. `said twice`: lines of which 70 %
of the words and pairs stand in an earlier line, the rule by which ours leaves them out.
"""

import argparse
import json
import sys
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

from summaries import DATA, document, load, rouge, stems

from briefing.model import Findings, Group, Span
from briefing.rank import rank
from briefing.stories.what import SAME_LINE, line_terms, what_order

SENTENCES = 6
Line = tuple[int, Span]
Pick = Callable[[Group], list[Line]]


def story(row: dict[str, object]) -> Group:
    """One cluster, each text cleaned and ranked by itself."""
    found = []
    for i, part in enumerate(row["docs"]):  # type: ignore[arg-type,var-annotated]
        text = str(row["text"])[part["start"] : part["end"]]
        doc = document({"id": f"{row['id']}/{i}", "text": text}, "vi")
        if doc.sentences:
            found.append(Findings(doc, "vi", False, rank(doc, "vi", "news"), ()))
    return Group(str(row["id"]), tuple(found))


def in_turn(rows: list[list[Span]]) -> list[Line]:
    """The first of each, then the second of each."""
    turns = [[(i, span) for span in row] for i, row in enumerate(rows)]
    return [line for turn in zip_longest(*turns) for line in turn if line][:SENTENCES]


def lead_in_turn(group: Group) -> list[Line]:
    """Sentences as they stand."""
    return in_turn([[s.span for s in f.document.sentences] for f in group])


def rank_in_turn(group: Group) -> list[Line]:
    """Sentences as each text's ranking has them."""
    return in_turn([[lead.span for lead in f.ranked] for f in group])


def ours(group: Group) -> list[Line]:
    """The brief's order."""
    place = {f.article.id: i for i, f in enumerate(group)}
    return [(place[f.article.id], lead.span) for f, lead in what_order(group)[:SENTENCES]]


def printed(group: Group, lines: list[Line]) -> list[str]:
    """The words, in reading order."""
    return [group[i].article[span] for i, span in sorted(lines)]


def twice(texts: list[str]) -> int:
    """Lines that another line says already."""
    rows = [line_terms(text) for text in texts]
    return sum(
        any(len(a & b) >= SAME_LINE * (min(len(a), len(b)) or 1) for b in rows[:i])
        for i, a in enumerate(rows)
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    path = options.data / "summaries" / "vimds.jsonl"
    if not path.exists():
        print(f"{path} is absent: nothing to measure", file=sys.stderr)
        return 1
    rows = load(path)
    groups = [story(row) for row in rows]
    wanted = [[stems(str(r)) for r in row["references"]] for row in rows]  # type: ignore[attr-defined]
    systems: dict[str, Pick] = {"lead in turn": lead_in_turn, "rank in turn": rank_in_turn, "ours": ours}
    print(f"{'':14}{'even: R-1':>10}{'R-2':>7}{'odd: R-1':>10}{'R-2':>7}{'said twice':>12}")
    for name, pick in systems.items():
        texts = [printed(group, pick(group)) for group in groups]
        scores = [
            rouge([x for text in some for x in stems(text)], refs)
            for some, refs in zip(texts, wanted, strict=True)
        ]
        parts = (scores[::2], scores[1::2])
        halves = [100 * sum(s[k] for s in part) / len(part) for part in parts for k in (0, 1)]
        print(f"{name:14}{halves[0]:10.2f}{halves[1]:7.2f}{halves[2]:10.2f}{halves[3]:7.2f}", end="")
        print(f"{sum(map(twice, texts)):12}")
        if options.write:
            options.write.mkdir(parents=True, exist_ok=True)
            made = [json.dumps({"id": row["id"], "sentences": t}) for row, t in zip(rows, texts, strict=True)]
            (options.write / f"{name.replace(' ', '-')}.jsonl").write_text("\n".join(made) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
