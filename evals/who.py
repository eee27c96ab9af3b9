"""Who: recall@8, precision@5 and roles of `briefing` against readers' choice; `--fit` prints new weights.

    python evals/who.py [--data PATH] [--fit] [--spacy MODEL]

The sets: the shared `gold` (two readers), `polnear` (one), and `more`, 90 further articles of the shared data
(one reader, before seeing what is printed; who_labels.jsonl beside this file: ids and names, no roles).
Scored are development and held-out articles apart, beside two baselines from the same run: the names most
often mentioned, and the names in order of first mention. `--fit` fits the weights of `[who]` in
briefing/lang/en.toml on the development articles by penalised logistic regression, and reports them
cross-validated. An article is held out when the hash of its id says so; nothing here looks at more than the
scores of those, and only with `--held`. `--spacy` adds the names that an installed spaCy pipeline finds, chosen
by the same weights.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import process_time

import numpy as np

from briefing.clean import clean
from briefing.extract.names import cast
from briefing.extract.spacy_names import spacy_cast, spacy_pipeline
from briefing.extract.who import FIRST, MOST, signs_of, who
from briefing.lang.who import who_words
from briefing.model import Cast, Document, Entity, Raw
from briefing.read import read

SHARED = Path(__file__).resolve().parents[2] / "shared"
SHARED_LABELS = "{data}/{kind}/gold.jsonl"
OUR_LABELS = str(Path(__file__).with_name("who_labels.jsonl"))
SUMMARIES = ("cnndm", "dmtrain", "writers")
# Set → its labels in the shared data, or beside this file, and where its articles are.
SETS = {
    "gold": (SHARED_LABELS, ("gold/articles.jsonl",)),
    "polnear": (SHARED_LABELS, ("polnear/articles.jsonl",)),
    "more": (OUR_LABELS, ("polnear/articles.jsonl", *(f"summaries/{n}.jsonl" for n in SUMMARIES))),
}
PENALTY = 1.0
FOLDS = 10

Picker = Callable[["Row"], list[Entity]]


@dataclass(frozen=True)
class Row:
    """One read article: its set, whether it is held out, its cast, and who the readers named."""

    kind: str
    held: bool
    document: Document
    cast: Cast
    wanted: list[dict[str, str]]

    def name(self, entity: Entity) -> str:
        """The words of an entity's name."""
        return self.document.article[entity.name]


def held_out(key: str) -> bool:
    """The rule of the project: a third of the articles, by the hash of the id."""
    return int(sha256(key.encode()).hexdigest()[:8], 16) % 3 == 0


def rows(data: Path) -> Iterator[Row]:
    """The articles of all sets; one that is in both counts once, held out when either id says so."""
    seen: set[str] = set()
    for kind, (labels_path, paths) in SETS.items():
        articles = {a.id: a for path in paths for a in read(Raw((data / path).read_bytes(), path))}
        for line in Path(labels_path.format(data=data, kind=kind)).read_text("utf-8").splitlines():
            gold = json.loads(line)
            key = gold["id"].rpartition("/")[2]
            if key not in seen:
                seen.add(key)
                document = clean(articles[gold["id"]], "en")
                held = held_out(gold["id"]) or held_out(key)
                wanted = [{"name": w} if isinstance(w, str) else w for w in gold["who"]]
                yield Row(kind, held, document, cast(document, "en"), wanted)


def score(found: list[Row], pick: Picker, same: tuple[Callable[..., bool], Callable[..., bool]]) -> str:
    """Recall@8, precision@5 and role right, as shared/eval/score_findings.py counts them."""
    same_name, same_role = same
    hit8 = hit5 = gold = said5 = roles = right = 0
    for row in found:
        people = pick(row)[:MOST]
        used: set[int] = set()
        for want in row.wanted:
            j = next(
                (j for j, e in enumerate(people) if j not in used and same_name(want["name"], row.name(e))),
                None,
            )
            if j is None:
                continue
            used.add(j)
            given = [r for r in (want.get("role"), want.get("role_b")) if r]
            role = people[j].role
            if given:
                roles += 1
                right += any(same_role(r, row.document.article[role] if role else None) for r in given)
        gold += len(row.wanted)
        hit8 += len(used)
        hit5 += sum(j < FIRST for j in used)
        said5 += min(FIRST, len(people))
    role = f"{100 * right / roles:5.1f}" if roles else "    –"
    shares = f"R@8 {100 * hit8 / gold:5.1f}  P@5 {100 * hit5 / max(1, said5):5.1f}  role {role}"
    return f"{shares}  ({len(found)} articles, {gold} names)"


def labels(row: Row, same_name: Callable[..., bool]) -> np.ndarray:
    """1 for every entity that the readers named, one entity a name, the most important first."""
    chosen = np.zeros(len(row.cast.entities))
    for want in row.wanted:
        for i, entity in enumerate(row.cast.entities):
            if not chosen[i] and entity.kind != "place" and same_name(want["name"], row.name(entity)):
                chosen[i] = 1
                break
    return chosen


def fit(table: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Penalised logistic regression by Newton's method."""
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (p - chosen) + PENALTY * weights
        curve = (table.T * (p * (1 - p))) @ table + PENALTY * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return weights


def picked(row: Row, chances: dict[int, float], least: float, least_more: float) -> list[Entity]:
    """The rule of `who`, for other weights than the installed ones."""
    order = sorted(chances, key=lambda i: (-chances[i], i))[:MOST]
    sure = [i for i in order[:FIRST] if chances[i] >= least]
    more = [i for i in order[FIRST:] if len(sure) == FIRST and chances[i] >= least_more]
    return [row.cast.entities[i] for i in sure + more]


def fitted(found: list[Row], same: tuple[Callable[..., bool], Callable[..., bool]]) -> None:
    """Fit on the development rows; print weights and cross-validated scores at several cut-offs."""
    dev = [r for r in found if not r.held and any(e.kind != "place" for e in r.cast.entities)]
    signs = [signs_of(r.document, "en", r.cast) for r in dev]
    order = sorted({name for row in signs for s in row.values() for name in s})
    tables = [np.array([[s.get(name, 0.0) for name in order] for s in row.values()]) for row in signs]
    chosen = [labels(r, same[0])[list(row)] for r, row in zip(dev, signs, strict=True)]

    def learn(ids: list[int]) -> np.ndarray:
        return fit(np.vstack([tables[i] for i in ids]), np.concatenate([chosen[i] for i in ids]))

    chances: dict[int, dict[int, float]] = {}
    for fold in range(FOLDS):
        weights = learn([i for i in range(len(dev)) if i % FOLDS != fold])
        for i in range(fold, len(dev), FOLDS):
            chances[id(dev[i])] = dict(zip(signs[i], 1 / (1 + np.exp(-tables[i] @ weights)), strict=True))
    for least, more in ((0.13, 0.05), (0.16, 0.08), (0.2, 0.08), (0.2, 0.12), (0.25, 0.1)):
        for kind in SETS:
            part = [r for r in dev if r.kind == kind]
            print(f"cross-validated {kind:8s} least {least} more {more}: ", end="")
            print(score(part, lambda r, x=least, y=more: picked(r, chances[id(r)], x, y), same))
    print("\n[who.weights]")
    for name, weight in zip(order, learn(list(range(len(dev)))), strict=True):
        print(f'"{name}" = {weight:.2f}')


def by_spacy(model: str) -> Picker:
    """The same choice from the names that a spaCy pipeline finds."""
    pipeline = spacy_pipeline(model)

    def pick(row: Row) -> list[Entity]:
        return list(who(row.document, "en", spacy_cast(row.document, "en", pipeline), ()))

    return pick


def speed(found: list[Row]) -> str:
    """CPU time of cast and who, by 700 words of text; the best of three."""
    words = sum(len(r.document.article.text.split()) for r in found)
    best = float("inf")
    for _ in range(3):
        start = process_time()
        for row in found:
            who(row.document, "en", cast(row.document, "en"), ())
        best = min(best, process_time() - start)
    return f"cast and who: {best * 1000 / words * 700:.2f} ms of CPU for 700 words"


def main() -> None:
    """Print the table, or fit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--held", action="store_true", help="score the held-out articles as well")
    parser.add_argument("--spacy", metavar="MODEL", help="an installed spaCy pipeline to compare with")
    args = parser.parse_args()
    if not args.data.exists():
        sys.exit(f"no data at {args.data}: these articles are not part of the repository")
    sys.path.insert(0, str(args.data.parent / "eval"))
    from score_findings import same_name, same_role

    same = (same_name, same_role)
    found = list(rows(args.data))
    if args.fit:
        return fitted(found, same)
    known = who_words("en")
    assert known, "English has a [who] table"
    pickers: dict[str, Picker] = {
        "briefing": lambda r: list(who(r.document, "en", r.cast, ())),
        "most mentioned": lambda r: sorted(r.cast.entities, key=lambda e: -e.mentions)[:FIRST],
        "first mentioned": lambda r: sorted(r.cast.entities, key=lambda e: e.name)[:FIRST],
    }
    if args.spacy:
        pickers[f"spacy:{args.spacy}"] = by_spacy(args.spacy)
    for kind in SETS:
        for held in (False, True) if args.held else (False,):
            part = [r for r in found if r.kind == kind and r.held == held]
            for label, pick in pickers.items():
                print(f"{kind:8s} {'held out' if held else 'dev':9s} {label:16s} {score(part, pick, same)}")
    print(speed(found))


if __name__ == "__main__":
    main()
