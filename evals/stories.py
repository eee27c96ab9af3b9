"""Same story: labelled days of polnear and the clusters of vimds, grouped by us and by three baselines.

usage: python evals/stories.py [--data PATH] [--peers] [--days]

Every run of days in `stories/labels.jsonl` is grouped by itself, the clusters of vimds all together and in
runs of twenty clusters. B-cubed (Bagga & Baldwin 1998) precision, recall and F1 are means over articles;
pair scores count pairs of articles that tell one story. `alone` puts every article by itself. The baselines
get the threshold that serves them best on the development days, and on vimds the one that serves them best
on vimds itself, where ours is the same everywhere: overlap of headline words, cosine of tf-idf with single
linkage, and with `--peers` scikit-learn's agglomerative clustering (average linkage, cosine) where it is
installed.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt
from pathlib import Path

from summaries import DATA, document, load

from briefing.lang.rank import rank_words
from briefing.model import Findings
from briefing.stories import group
from briefing.stories.words import words

LABELS = Path(__file__).parent / "stories" / "labels.jsonl"
CLUSTERS = 20
SWEEP = [step / 50 for step in range(1, 40)]


@dataclass(frozen=True, slots=True)
class Run:
    """Articles that are grouped together, and the story of each."""

    split: str
    found: list[Findings]
    stories: list[str]


def findings(row: dict[str, object], code: str) -> Findings | None:
    """A row read and cleaned, with nothing extracted."""
    doc = document(row, code)
    return Findings(doc, code, code == "en", (), ()) if doc.sentences else None


def labelled_runs(data: Path) -> list[Run]:
    """The labelled days of polnear."""
    texts = {str(row["id"]): row for row in load(data / "polnear" / "articles.jsonl")}
    runs: dict[str, Run] = {}
    for label in load(LABELS):
        run = runs.setdefault(str(label["days"]), Run(str(label["split"]), [], []))
        if found := findings(texts[str(label["id"])], "en"):
            run.found.append(found)
            run.stories.append(str(label["story"]))
    return list(runs.values())


def clusters(data: Path) -> Run:
    """Every text of vimds, and the cluster it belongs to."""
    run = Run("vimds", [], [])
    for row in load(data / "summaries" / "vimds.jsonl"):
        for i, part in enumerate(row["docs"]):  # type: ignore[arg-type,var-annotated]
            text = str(row["text"])[part["start"] : part["end"]]
            if found := findings({"id": f"{row['id']}/{i}", "text": text}, "vi"):
                run.found.append(found)
                run.stories.append(str(row["id"]))
    return run


def cut(run: Run, size: int) -> Iterator[Run]:
    """A run in runs of `size` stories."""
    names = list(dict.fromkeys(run.stories))
    for start in range(0, len(names), size):
        some = set(names[start : start + size])
        rows = [(f, s) for f, s in zip(run.found, run.stories, strict=True) if s in some]
        yield Run(run.split, [f for f, _ in rows], [s for _, s in rows])


Method = Callable[[Sequence[Findings]], Sequence[int]]


def ours(found: Sequence[Findings]) -> list[int]:
    """The number of the group of each article; a copy is in the group of its original."""
    of = {}
    for number, story in enumerate(group(found)):
        for article in [f.article for f in story] + [copy.article for copy in story.copies]:
            of[article.id] = number
    return [of[f.article.id] for f in found]


def alone(found: Sequence[Findings]) -> list[int]:
    """Every article by itself."""
    return list(range(len(found)))


def linked(found: Sequence[Findings], like: Callable[[int, int], float], threshold: float) -> list[int]:
    """Single linkage."""
    label = list(range(len(found)))
    for i in range(len(found)):
        for j in range(i):
            if label[i] != label[j] and like(i, j) >= threshold:
                old, new = label[i], label[j]
                label = [new if x == old else x for x in label]
    return label


def title_overlap(found: Sequence[Findings], threshold: float) -> list[int]:
    """Jaccard of the headlines' words; of the first sentence's where there is no headline."""
    rows = []
    for f in found:
        first = f.article[f.document.sentences[0].span]
        rows.append(set(words(f.article.title or first)) - rank_words(f.language).stop)
    return linked(found, lambda i, j: len(rows[i] & rows[j]) / (len(rows[i] | rows[j]) or 1), threshold)


def plain_tf_idf(found: Sequence[Findings]) -> list[dict[str, float]]:
    """Textbook vectors: words of headline and text, tf-idf over the run, unit length."""
    bags = []
    for f in found:
        text = " ".join([f.article.title or "", *map(f.document.text, f.document.sentences)])
        stop = rank_words(f.language).stop
        bags.append([word for word in words(text) if word not in stop])
    spread: dict[str, int] = defaultdict(int)
    for bag in bags:
        for word in set(bag):
            spread[word] += 1
    vectors = []
    for bag in bags:
        counts: dict[str, float] = defaultdict(float)
        for word in bag:
            counts[word] += log((1 + len(bags)) / (1 + spread[word])) + 1
        size = sqrt(sum(x * x for x in counts.values())) or 1
        vectors.append({word: x / size for word, x in counts.items()})
    return vectors


def tf_idf(found: Sequence[Findings], threshold: float) -> list[int]:
    """Single linkage of textbook vectors."""
    vectors = plain_tf_idf(found)

    def cosine(i: int, j: int) -> float:
        one, other = vectors[i], vectors[j]
        return sum(one[word] * other[word] for word in one.keys() & other.keys())

    return linked(found, cosine, threshold)


def agglomerative(found: Sequence[Findings], threshold: float) -> Sequence[int]:
    """scikit-learn: TfidfVectorizer, then AgglomerativeClustering with average linkage of cosines."""
    from sklearn.cluster import AgglomerativeClustering  # type: ignore[import-not-found]
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]

    texts = [" ".join([f.article.title or "", *map(f.document.text, f.document.sentences)]) for f in found]
    stop = sorted(rank_words(found[0].language).stop) or None
    vectors = TfidfVectorizer(stop_words=stop, sublinear_tf=True).fit_transform(texts).toarray()
    model = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=1 - threshold
    )
    return [int(x) for x in model.fit_predict(vectors)]


@dataclass(slots=True)
class Score:
    """Sums over runs."""

    articles: int = 0
    precision: float = 0.0
    recall: float = 0.0
    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, run: Run, labels: Sequence[int]) -> None:
        """One run's articles and pairs."""
        size = len(run.stories)
        for i in range(size):
            mine = {j for j in range(size) if labels[j] == labels[i]}
            true = {j for j in range(size) if run.stories[j] == run.stories[i]}
            self.articles += 1
            self.precision += len(mine & true) / len(mine)
            self.recall += len(mine & true) / len(true)
            self.right += sum(j < i for j in mine & true)
            self.said += sum(j < i for j in mine)
            self.wanted += sum(j < i for j in true)

    @property
    def b_cubed(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        p, r = self.precision / self.articles, self.recall / self.articles
        return p, r, 2 * p * r / (p + r)

    @property
    def pair_f1(self) -> float:
        """F1 of pairs."""
        return 2 * self.right / ((self.said + self.wanted) or 1)

    def __str__(self) -> str:
        p, r, f = self.b_cubed
        pairs = f"pairs {self.right} of {self.said} said, {self.wanted} wanted, F1 {self.pair_f1:.2f}"
        return f"B-cubed {p:.3f} / {r:.3f} / {f:.3f}   {pairs}"


def score(runs: Sequence[Run], method: Method) -> Score:
    """One method on some runs."""
    total = Score()
    for run in runs:
        total.add(run, method(run.found))
    return total


def at_best(runs: Sequence[Run], method: Callable[[Sequence[Findings], float], Sequence[int]]) -> Method:
    """A baseline at the threshold that serves it best on these runs, by B-cubed and pair F1 together."""

    def worth(threshold: float) -> float:
        found = score(runs, lambda articles: method(articles, threshold))
        return found.b_cubed[2] + found.pair_f1

    best = max(SWEEP, key=worth)
    return lambda articles: method(articles, best)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--days", action="store_true", help="show every group of several articles")
    options = parser.parse_args()
    if not (options.data / "polnear").exists():
        print(f"{options.data / 'polnear'} is absent: nothing to measure", file=sys.stderr)
        return 1
    days = labelled_runs(options.data)
    vimds = clusters(options.data)
    small = list(cut(vimds, CLUSTERS))
    english = [run for run in days if run.split == "dev"]
    baselines = {"headline overlap": title_overlap, "tf-idf threshold": tf_idf}
    if options.peers:
        baselines["scikit-learn average"] = agglomerative  # type: ignore[assignment]
    sets = {
        "polnear, development days": english,
        "polnear, held-out days": [run for run in days if run.split == "held-out"],
        f"vimds, runs of {CLUSTERS} clusters": small,
        "vimds, all in one run": [vimds],
    }
    tuned = {name: (at_best(english, m), at_best(small, m)) for name, m in baselines.items()}
    for name, runs in sets.items():
        print(f"\n{name}: {sum(len(run.stories) for run in runs)} articles")
        print(f"{'alone':21} {score(runs, alone)}")
        for title, (on_english, on_vimds) in tuned.items():
            print(f"{title:21} {score(runs, on_vimds if 'vimds' in name else on_english)}")
        print(f"{'ours':21} {score(runs, ours)}")
    if options.days:
        show(days)
    return 0


def show(runs: Sequence[Run]) -> None:
    """Every group of several articles, by headline, with the labels."""
    for run in runs:
        label = {f.article.id: s for f, s in zip(run.found, run.stories, strict=True)}
        for story in group(run.found):
            if len(story) > 1:
                print()
                for f in story:
                    print(f"{run.split:9} {label[f.article.id]:28} {f.article.title}")


if __name__ == "__main__":
    sys.exit(main())
