"""The same story: articles about one event, across outlets and days, by small sketches of their words.

A sketch weighs an article's words and pairs of neighbouring words, those of the headline and of the first
sentences most: news says at the top what it is about. Pairs carry what single words do not ("New Hampshire",
a first name with its last, a compound in a language that writes its syllables apart), so no list of names is
needed, and one threshold serves languages as far apart as English and Vietnamese. Weights are tf-idf over the
articles of the run; docs/stories.md says what was measured.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log, sqrt

from briefing.lang.rank import rank_words
from briefing.model import Findings
from briefing.stories.words import number, pair, words

HEADLINE = 2.0  # weight of a word of the headline; one of the first sentence weighs 1 …
FADING = 0.9  # … one of the next 0.9 of that, and so on …
LEAST = 0.2  # … down to this
DAY = 0.85  # what likeness is worth a day later
APART = 3  # days between two reports after which they are not compared
ALIKE = 0.11  # mean likeness from which on two groups of articles tell one story
PRIOR = 10  # articles that a word is thought to be missing from before any is seen, for runs of a few
PROBES = 80  # heaviest terms by which an article is looked up …
SHARED = 2  # … of which two must be common to two articles to compare them …
COMMON = 400  # … and which are looked for in no more articles than this, the latest
COMPARED = 50  # articles that one is compared with, those that share most


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article is about: term → how much of it speaks of that, and the day (ordinal) it appeared."""

    day: int | None
    terms: Mapping[int, float]


Vector = dict[int, float]


def sketch(f: Findings) -> Sketch:
    """The sketch of an article; it needs no other article."""
    stop = rank_words(f.language).stop
    weights: Counter[int] = Counter()
    article = f.article
    rows = [(HEADLINE, article.title or "")]
    rows += [(max(FADING**s.index, LEAST), article[s.span]) for s in f.document.sentences]
    for weight, text in rows:
        for term in _terms(words(text), stop):
            weights[term] += weight  # type: ignore[assignment]
    published = article.published
    day = published.toordinal() if published else None
    return Sketch(day, {term: round(log(1 + weight), 4) for term, weight in weights.items()})


def _terms(row: Sequence[str], stop: frozenset[str]) -> Iterator[int]:
    """Words and pairs of neighbours that carry news. One letter is a word only in a script without spaces."""
    before = 0
    for word in row:
        if word in stop or (len(word) == 1 and word.isascii()):
            before = 0
            continue
        this = number(word)
        if len(word) > 1:
            yield this
        if before:
            yield pair(before, this)
        before = this


def together(sketches: Sequence[Sketch]) -> list[list[int]]:
    """Which sketches tell one story: places in the sequence, each group's most central first.

    Average-link clustering: the likest pairs come first, and two groups are joined when their articles are
    alike on the average. Only pairs that share their heaviest terms are looked at.
    """
    vectors = weighed(sketches)
    group_of = [_Group([i], v, _days(s)) for i, (v, s) in enumerate(zip(vectors, sketches, strict=True))]
    for _, i, j in sorted(_pairs(group_of)):
        one, other = group_of[i], group_of[j]
        if one is not other and one.likeness(other) >= ALIKE:
            one.take(other)
            for place in other.places:
                group_of[place] = one
    groups = {id(group): group for group in group_of}
    return [group.central_first(vectors) for group in groups.values()]


def weighed(sketches: Sequence[Sketch]) -> list[Vector]:
    """Unit vectors: tf-idf over the sketches."""
    spread = Counter(term for s in sketches for term in s.terms)
    rarity = {term: log((len(sketches) + PRIOR) / count) for term, count in spread.items()}
    return [_unit({term: weight * rarity[term] for term, weight in s.terms.items()}) for s in sketches]


def _unit(vector: Vector) -> Vector:
    size = sqrt(sum(x * x for x in vector.values())) or 1.0
    return {term: x / size for term, x in vector.items()}


def dot(one: Vector, other: Vector) -> float:
    """Inner product."""
    return sum(one[term] * other[term] for term in one.keys() & other.keys())


@dataclass(slots=True)
class _Group:
    """Places of articles that tell one story, the sum of their vectors, the days they appeared on."""

    places: list[int]
    total: Vector
    days: list[int]

    def gap(self, other: "_Group") -> int:
        """Days between the two; 0 when one has no date."""
        if not self.days or not other.days:
            return 0
        return max(min(self.days) - max(other.days), min(other.days) - max(self.days), 0)

    def likeness(self, other: "_Group") -> float:
        """Mean likeness of an article of one and an article of the other: the sums' inner product says it."""
        pairs = len(self.places) * len(other.places)
        return round(dot(self.total, other.total) / pairs * DAY ** self.gap(other), 6)

    def take(self, other: "_Group") -> None:
        """Join the other's articles to these."""
        total = Counter(self.total)
        total.update(other.total)
        self.places, self.total, self.days = self.places + other.places, dict(total), self.days + other.days

    def central_first(self, vectors: Sequence[Vector]) -> list[int]:
        """The article most like all of them first, ties in order of place."""
        return sorted(self.places, key=lambda i: (-round(dot(vectors[i], self.total), 6), i))


def _days(sketch: Sketch) -> list[int]:
    return [] if sketch.day is None else [sketch.day]


def _pairs(articles: Sequence[_Group]) -> Iterator[tuple[float, int, int]]:
    """Pairs of single articles that are alike: minus their likeness, and their places."""
    lookup: dict[int, list[int]] = {}
    for i, article in enumerate(articles):
        vector = article.total
        shared: Counter[int] = Counter()
        for term in sorted(vector, key=lambda term: (-vector[term], term))[:PROBES]:
            places = lookup.setdefault(term, [])
            shared.update(places[-COMMON:])
            places.append(i)
        near = [(-count, j) for j, count in shared.items() if count >= SHARED]
        for _, j in nsmallest(COMPARED, near):
            likeness = article.likeness(articles[j])
            if likeness >= ALIKE and article.gap(articles[j]) <= APART:
                yield -likeness, j, i
