"""The same article twice: by its address, by the id its outlet gave it, and by its text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.model import Article, Copy, Findings, Sameness
from briefing.stories.address import address
from briefing.stories.habits import habits, own_text
from briefing.stories.shingles import copied, shingles, sketch, untold

SHARED = 3  # sketch numbers that two articles must share to be compared
COMPARED = 5  # articles that one is compared with, those that share most
COMMON = 200  # articles in which a shingle may stand and still tell some of them apart
VERSIONS = 4  # fullest versions of an article that stand for it
STUB = 0.8  # share of the fullest version's length from which on a later version of it is kept instead

Name = tuple[str, ...]


class _Text(NamedTuple):
    """An article by its place, the names that no other article has, and its shingles.

    `when` sorts by time; a day without a time comes before its hours, no date before all.
    """

    place: int
    source: str | None
    when: str
    names: dict[Name, Sameness]
    runs: Sequence[int]


Version = tuple[_Text, Sameness]  # and what says that it is a version of the fullest


@dataclass(slots=True, eq=False, repr=False)
class _Seen:
    """The articles met so far: the versions of each, and where to look for it."""

    versions: list[list[Version]] = field(default_factory=list)
    by_name: dict[Name, int] = field(default_factory=dict)
    by_mark: dict[int, list[int]] = field(default_factory=dict)

    def place(self, text: _Text) -> tuple[int, Sameness] | None:
        """Which article this is again, and what says so."""
        for name, why in text.names.items():
            if name in self.by_name:
                return self.by_name[name], why
        for place in self._like(sketch(text.runs)):
            if any(copied(text.runs, known.runs) for known, _ in self.versions[place][:VERSIONS]):
                return place, "same text"
        return None

    def _like(self, marks: set[int]) -> list[int]:
        """Places of the articles that share most with a sketch, most first."""
        shared: Counter[int] = Counter()
        for mark in marks:
            places = self.by_mark.get(mark, ())
            if len(places) <= COMMON:
                shared.update(places)
        enough = min(SHARED, len(marks))
        rows = sorted((-count, place) for place, count in shared.items() if count >= enough)
        return [place for _, place in rows[:COMPARED]]

    def add(self, text: _Text) -> None:
        """One more article, or one more version of an article."""
        place, why = self.place(text) or (len(self.versions), "same text")
        if place == len(self.versions):
            self.versions.append([])
        self.versions[place].append((text, why))
        for name in text.names:
            self.by_name.setdefault(name, place)
        if len(self.versions[place]) <= VERSIONS:
            for mark in sketch(text.runs):
                places = self.by_mark.setdefault(mark, [])
                if len(places) <= COMMON and place not in places:
                    places.append(place)


def unique(found: Sequence[Findings]) -> list[tuple[int, tuple[Copy, ...]]]:
    """The place of every article once, in order, each with the copies that were left out for it.

    Kept is the fullest version, or the same outlet's latest if that is no mere stub of it: an update may
    withdraw a claim."""
    repeated = habits(f.document for f in found)
    texts = [_text(place, f, repeated) for place, f in enumerate(found)]
    seen = _Seen()
    for text in sorted(texts, key=lambda text: -len(text.runs)):
        seen.add(text)
    kept = [(_kept(versions), versions) for versions in seen.versions]
    kept.sort(key=lambda row: row[0][0].place)
    return [(text.place, _copies(found, text, why, versions)) for (text, why), versions in kept]


def _text(place: int, f: Findings, repeated: frozenset[int]) -> _Text:
    when = f.article.published.isoformat() if f.article.published else ""
    runs = shingles(own_text(f.document, repeated))
    return _Text(place, f.article.source, when, dict(_names(f.article)), runs)


def _names(article: Article) -> Iterable[tuple[Name, Sameness]]:
    if page := address(article.url):
        yield ("address", page), "same address"
    yield ("id", article.source or article.origin, article.id), "same id"


def _kept(versions: Sequence[Version]) -> Version:
    """The version to keep; `versions` has the fullest first."""
    fullest = versions[0][0]
    later = [
        (text, why)
        for text, why in versions
        if text.source == fullest.source and len(text.runs) >= STUB * len(fullest.runs)
    ]
    return max(later, key=lambda version: (version[0].when, len(version[0].runs)))


def _copies(
    found: Sequence[Findings], kept: _Text, kept_why: Sameness, versions: Sequence[Version]
) -> tuple[Copy, ...]:
    if len(versions) == 1:
        return ()
    document, fullest = found[kept.place].document, versions[0][0]
    copies = [(found[text.place].document, text, why) for text, why in versions if text is not kept]
    return tuple(
        Copy(
            copy.article,
            document.article.id,
            kept_why if text is fullest else why,
            added=untold(document, text.runs),
            gone=untold(copy, kept.runs),
        )
        for copy, text, why in copies
    )
