"""The same article twice: every English article of `data/` with planted copies, found among all the others.

usage: python evals/same_article.py [--data PATH] [--every N] [--peers] [--cost]

Of each article, cleaned, five copies under another id and outlet: cut after 15 to 60 % of its words; one
word in ten replaced; under another headline; wrapped in another outlet's furniture; its paragraphs in
another order (its sentences, when it has fewer than three). Found is a copy that stands with its original.
A false merge is an article that stands with another original. Pairs of originals that are versions of one
article in the data itself were read one by one, are listed in `stories/true_copies.jsonl` and count as one.
`--peers` adds MinHash-LSH by datasketch and by rensa, over the same shingles, where they are installed.
"""

import argparse
import json
import random
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summaries import DATA, document, load

from briefing.model import Findings
from briefing.stories.habits import own_text
from briefing.stories.same import unique
from briefing.stories.shingles import shingles

SOURCES = (
    "polnear/articles.jsonl",
    "gold/articles.jsonl",
    "summaries/cnndm.jsonl",
    "summaries/dmtrain.jsonl",
    "summaries/writers.jsonl",
)
TRUE_COPIES = Path(__file__).parent / "stories" / "true_copies.jsonl"
KINDS = ("cut", "edited", "re-headlined", "wrapped", "shuffled")
OURS = "briefing"
SIZES = (2_300, 4_600, 9_200)

ABOVE = (
    "The Lanmoor Gazette",
    "By our correspondent in Port Merrow | Updated two hours ago",
    "Share this article on your favourite network, or send it to a friend who should know about it.",
    "Our reporting is free for everyone because readers like you pay for it. Support the Gazette from two "
    "crowns a month and read without advertisements.",
)
BELOW = (
    "Read more: the ten walks along the Ambry that nobody tells you about",
    "This article first appeared in the morning edition. The Gazette is a member of the regional press "
    "council and corrects its mistakes; write to the readers' editor at the address below.",
    "Sign up for our newsletter and get the five stories of the day at seven every morning but Sundays.",
    "© The Lanmoor Gazette and its licensors. All rights reserved. No part of this page may be copied.",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """One article of the test: which original it is (`of`), and how it was made."""

    found: Findings
    of: str
    kind: str


def findings(row: dict[str, object]) -> Findings | None:
    """A row read and cleaned, with nothing extracted; `None` when no story is left."""
    doc = document(row)
    return Findings(doc, "en", True, (), ()) if doc.sentences else None


def originals(data: Path, every: int) -> list[dict[str, object]]:
    """Every article once: the collections share some, under the same id or in the same characters."""
    seen: set[str] = set()
    rows = []
    for name in SOURCES:
        for row in load(data / name):
            names = {str(row["id"]).removeprefix("polnear/"), str(row["text"]).strip()}
            if names.isdisjoint(seen):
                rows.append(row)
            seen |= names
    return rows[::every]


def plant(rows: Sequence[dict[str, object]]) -> Iterator[Planted]:
    """Originals and their copies, in an order that says nothing."""
    dice = random.Random(7)
    versions = {later: first for first, later in map(json.loads, TRUE_COPIES.read_text("utf-8").splitlines())}
    pool = [word for row in rows[::7] for word in str(row["text"]).split()]
    for row in rows:
        if not (found := findings(row)):
            continue
        of = versions.get(str(row["id"]), str(row["id"]))
        yield Planted(found, of, "original")
        blocks = _blocks(found)
        for kind in KINDS:
            title, changed = _changed(kind, str(found.article.title or ""), blocks, dice, pool)
            copy: dict[str, object] = {
                "id": f"{row['id']}/{kind}",
                "title": title,
                "source": "Gazette",
                "text": "\n\n".join(changed),
            }
            if made := findings(copy):
                yield Planted(made, of, kind)


def _blocks(found: Findings) -> list[str]:
    blocks: dict[int, list[str]] = defaultdict(list)
    for sentence in found.document.sentences:
        blocks[sentence.paragraph].append(found.document.text(sentence))
    return [" ".join(block) for block in blocks.values()]


def _changed(
    kind: str, title: str, blocks: list[str], dice: random.Random, pool: Sequence[str]
) -> tuple[str, list[str]]:
    if kind == "cut":
        return title, _cut(blocks, dice.uniform(0.15, 0.6))
    if kind == "edited":
        swap = [[dice.choice(pool) if dice.random() < 0.1 else w for w in b.split()] for b in blocks]
        return title, [" ".join(words) for words in swap]
    if kind == "re-headlined":
        return " ".join(dice.choices(pool, k=8)), blocks
    if kind == "wrapped":
        return title, [*ABOVE, *blocks, *BELOW]
    if len(blocks) < 3:
        blocks = [part + "." for part in " ".join(blocks).split(". ")]
    return title, dice.sample(blocks, len(blocks))


def _cut(blocks: list[str], share: float) -> list[str]:
    left = max(int(sum(len(b.split()) for b in blocks) * share), 25)
    kept = []
    for block in blocks:
        words = block.split()
        kept.append(" ".join(words[:left]))
        left -= len(words)
        if left <= 0:
            break
    return kept


Method = Callable[[Sequence[Planted]], list[int]]


def ours(planted: Sequence[Planted]) -> list[int]:
    """The number of the article that each is, by `briefing`."""
    place = {p.found.article.id: i for i, p in enumerate(planted)}
    labels = [0] * len(planted)
    for number, (kept, copies) in enumerate(unique([p.found for p in planted])):
        for article in (planted[kept].found.article, *(copy.article for copy in copies)):
            labels[place[article.id]] = number
    return labels


def by_datasketch(planted: Sequence[Planted]) -> list[int]:
    """MinHash-LSH, 128 permutations, Jaccard 0.5."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    index = MinHashLSH(threshold=0.5, num_perm=128)

    def near(i: int, runs: Sequence[int]) -> list[int]:
        mine = MinHash(num_perm=128)
        mine.update_batch([run.to_bytes(4, "little") for run in set(runs)])
        found = list(index.query(mine))
        index.insert(i, mine)
        return found

    return _joined(planted, near)


def by_rensa(planted: Sequence[Planted]) -> list[int]:
    """The same in Rust: R-MinHash, 128 permutations, 32 bands, Jaccard 0.5 of the sketches."""
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    sketches: dict[int, RMinHash] = {}

    def near(i: int, runs: Sequence[int]) -> list[int]:
        mine = RMinHash(num_perm=128, seed=42)
        mine.update([str(run) for run in set(runs)])
        found = [j for j in index.query(mine) if mine.jaccard(sketches[j]) >= 0.5]
        sketches[i] = mine
        index.insert(i, mine)
        return found

    return _joined(planted, near)


def _joined(planted: Sequence[Planted], near: Callable[[int, Sequence[int]], list[int]]) -> list[int]:
    parent = list(range(len(planted)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, p in enumerate(planted):
        for j in near(i, shingles(own_text(p.found.document, frozenset()))):
            parent[root(j)] = root(i)
    return [root(i) for i in range(len(planted))]


def report(name: str, planted: Sequence[Planted], labels: Sequence[int]) -> None:
    """Recall of each kind, and the false merges."""
    homes: dict[str, set[int]] = defaultdict(set)
    members: dict[int, list[Planted]] = defaultdict(list)
    for p, label in zip(planted, labels, strict=True):
        members[label].append(p)
        if p.kind == "original":
            homes[p.of].add(label)
    hits: dict[str, list[bool]] = defaultdict(list)
    for p, label in zip(planted, labels, strict=True):
        if p.kind != "original":
            hits[p.kind].append(label in homes[p.of])
            hits["all"].append(label in homes[p.of])
    false = 0
    for group in members.values():
        first, *others = sorted({p.of for p in group})
        false += sum(p.of in others for p in group)
        if others:
            print("  together:", first, *others)
    shares = {kind: 100 * sum(found) / len(found) for kind, found in hits.items()}
    kinds = "  ".join(f"{kind} {shares[kind]:.1f}" for kind in KINDS)
    print(
        f"{name:11} found {shares['all']:.2f} %  ({kinds})  false merges {100 * false / len(planted):.3f} %"
    )


def cost(planted: Sequence[Planted]) -> None:
    """Time and memory of `unique` by number of articles."""
    for size in SIZES:
        if size > len(planted):
            break
        part = [p.found for p in planted[:size]]
        began = time.process_time()
        unique(part)
        spent = time.process_time() - began
        tracemalloc.start()
        unique(part)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        print(
            f"{size:6} articles: {spent:5.1f} s, {1000 * spent / size:.2f} ms an article, peak {peak:.0f} MB"
        )


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--every", type=int, default=1, help="take one article in so many")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--cost", action="store_true", help="time and memory by number of articles")
    options = parser.parse_args()
    if not (options.data / "polnear").exists():
        print(f"{options.data / 'polnear'} is absent: nothing to measure", file=sys.stderr)
        return 1
    planted = list(plant(originals(options.data, options.every)))
    random.Random(0).shuffle(planted)
    print(f"{len(planted)} articles, {sum(p.kind == 'original' for p in planted)} of them originals")
    methods: dict[str, Method] = {OURS: ours}
    if options.peers:
        methods |= {"datasketch": by_datasketch, "rensa": by_rensa}
    for name, method in methods.items():
        began = time.process_time()
        labels = method(planted)
        print(f"{name}: {time.process_time() - began:.1f} s CPU")
        report(name, planted, labels)
    if options.cost:
        cost(planted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
