"""The same story: articles about one event, across outlets and days, by small sketches of their words.

A sketch weighs an article's words and pairs of neighbouring words, those of the headline and of the first
sentences most: news says at the top what it is about. Pairs carry what single words do not ("New Hampshire",
a first name with its last, a compound in a language that writes its syllables apart), so no list of names is
needed, and one threshold serves languages as far apart as English and Vietnamese. Weights are tf-idf over the
articles of the run; docs/stories.md says what was measured.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log, sqrt
from typing import NamedTuple

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
# Terms are counted in buckets by their last bits, a one-row count-min sketch (Cormode, Muthukrishnan 2005):
# half of a day's terms stand in one article only; a table of them would take more room than the articles.
BUCKETS = 1 << 21


class Sketch(NamedTuple):
    """What an article is about: terms, how much of it speaks of each, and the day (ordinal) it appeared."""

    day: int | None
    terms: Sequence[int]
    weights: Sequence[float]

    def items(self) -> Iterable[tuple[int, float]]:
        """Pairs of term and weight."""
        return zip(self.terms, self.weights, strict=True)


class Vector(NamedTuple):
    """Terms and their weights, eight bytes a term where a dictionary takes a hundred."""

    terms: Sequence[int]
    weights: Sequence[float]

    def items(self) -> Iterable[tuple[int, float]]:
        """Pairs of term and weight."""
        return zip(self.terms, self.weights, strict=True)


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
    return sketch_of(day, {term: log(1 + weight) for term, weight in weights.items()})


def sketch_of(day: int | None, weights: Mapping[int, float]) -> Sketch:
    """A sketch of a day (ordinal) and weighed terms, as remembered."""
    return Sketch(day, array("I", weights), array("f", weights.values()))


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
    spread = _spread(sketches)
    vectors = [_weighed(s, spread, len(sketches)) for s in sketches]
    group_of = [_Group([i], v, _days(s)) for i, (v, s) in enumerate(zip(vectors, sketches, strict=True))]
    for _, i, j in sorted(_pairs(group_of, spread)):
        one, other = group_of[i], group_of[j]
        if one is not other and one.likeness(other) >= ALIKE:
            one.take(other)
            for place in other.places:
                group_of[place] = one
    groups = {id(group): group for group in group_of}
    return [group.central_first(vectors) for group in groups.values()]


def _spread(sketches: Sequence[Sketch]) -> Sequence[int]:
    """In how many sketches a term of each bucket stands."""
    spread = array("I", bytes(4 * BUCKETS))
    for s in sketches:
        for term in s.terms:
            spread[term % BUCKETS] += 1
    return spread


def _weighed(sketch: Sketch, spread: Sequence[int], articles: int) -> Vector:
    """Unit vector: tf-idf over the sketches."""
    rarity = [log((articles + PRIOR) / spread[term % BUCKETS]) for term in sketch.terms]
    weights = [weight * rare for weight, rare in zip(sketch.weights, rarity, strict=True)]
    size = sqrt(sum(x * x for x in weights)) or 1.0
    return Vector(sketch.terms, array("f", [x / size for x in weights]))


def dot(one: Vector, other: Vector) -> float:
    """Inner product."""
    few, many = (one, other) if len(one.terms) < len(other.terms) else (other, one)
    of = dict(few.items())
    return sum([of[term] * weight for term, weight in many.items() if term in of])


@dataclass(slots=True, eq=False, repr=False)
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
        total = dict(self.total.items())
        for term, weight in other.total.items():
            total[term] = total.get(term, 0.0) + weight
        self.total = Vector(array("I", total), array("f", total.values()))
        self.places, self.days = self.places + other.places, self.days + other.days

    def central_first(self, vectors: Sequence[Vector]) -> list[int]:
        """The article most like all of them first, ties in order of place."""
        return sorted(self.places, key=lambda i: (-round(dot(vectors[i], self.total), 6), i))


def _days(sketch: Sketch) -> list[int]:
    return [] if sketch.day is None else [sketch.day]


def _pairs(articles: Sequence[_Group], spread: Sequence[int]) -> Iterator[tuple[float, int, int]]:
    """Pairs of single articles that are alike: minus their likeness, and their places."""
    lookup: dict[int, MutableSequence[int]] = {}
    for i, article in enumerate(articles):
        vector = article.total
        shared: Counter[int] = Counter()
        for _, term in nsmallest(PROBES, [(-weight, term) for term, weight in vector.items()]):
            if spread[term % BUCKETS] > 1:
                places = lookup.setdefault(term, array("I"))
                shared.update(places[-COMMON:])
                places.append(i)
        near = [(-count, j) for j, count in shared.items() if count >= SHARED]
        for _, j in nsmallest(COMPARED, near):
            likeness = article.likeness(articles[j])
            if likeness >= ALIKE and article.gap(articles[j]) <= APART:
                yield -likeness, j, i
