"""Whether a name in one article and a name in another are one: the roll of all names of a story.

Last names, acronyms and shortened names are brought to the fullest name that they fit, if they fit one only:
two people with one last name stay apart, and so does a last name alone beside them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from briefing.lang.rank import rank_words
from briefing.model import Findings, Group, Kind, Quote, Span
from briefing.stories.words import words

ACRONYM = 3  # letters; two stand for too many things


class Name(NamedTuple):
    """A name as one article writes it. `words`: lower case, without an article before it."""

    quote: Quote
    text: str
    words: tuple[str, ...]
    kind: Kind | None

    @property
    def initials(self) -> str:
        """What the name may be shortened to."""
        return "".join(word[0] for word in self.words)


class Roll(NamedTuple):
    """Every name of a story under the fullest form that it fits (`full`, by the words of the name)."""

    full: dict[tuple[str, ...], Name]

    def people(self) -> tuple[Name, ...]:
        """Everybody once, under the fullest name."""
        return tuple(dict.fromkeys(self.full.values()))

    def find(self, f: Findings, span: Span) -> Name | None:
        """The fullest name of whoever is named there; None where the words are no name ("his office")."""
        name = name_at(f, span)
        return self.full.get(name.words, name) if name else None


def roll(story: Group) -> Roll:
    """The roll of a story's names: of those worth naming, of speakers, and of the accused."""
    names = [name for f in story for name in _names(f)]
    kinds = {name.words: name.kind for name in reversed(names) if name.kind}
    # One name a form, the first: what is a person in one place is none of the firms in another.
    forms = {n.words: Name(n.quote, n.text, n.words, kinds.get(n.words)) for n in reversed(names)}
    order = list(reversed(forms.values()))
    longest = [n for n in order if not any(fits(n, other) for other in order)]
    return Roll({n.words: _fullest(n, longest) for n in order})


def _fullest(name: Name, longest: list[Name]) -> Name:
    fitting = [other for other in longest if fits(name, other)]
    return fitting[0] if len(fitting) == 1 else name


def _names(f: Findings) -> Iterator[Name]:
    places: list[tuple[Span, Kind | None]] = [(e.name, e.kind) for e in f.who]
    places += [(d.speaker, None) for d in f.denials if d.speaker]
    places += [(a.about, None) for a in f.allegations]
    for span, kind in places:
        name = name_at(f, span, kind)
        if name:
            yield name


def name_at(f: Findings, span: Span, kind: Kind | None = None) -> Name | None:
    """The name that stands there, None for words that are a description: they begin or end in lower case."""
    text, stop = f.article[span], rank_words(f.language).stop
    row = text.split()
    while row and row[0].lower() in stop:
        row.pop(0)
    if not row or row[0][0].islower() or row[-1][0].islower():
        return None
    plain = tuple(words(" ".join(row).replace("’", "'").removesuffix("'s")))
    return Name(Quote(f.article.id, span), text, plain, kind) if plain else None


def fits(short: Name, full: Name) -> bool:
    """Whether one name may stand for the other, fuller one."""
    if short.words == full.words or len(short.words) > len(full.words):
        return False
    kinds = {short.kind, full.kind} - {None}
    if len(kinds) > 1:
        return False
    if kinds == {"person"}:
        return _same_person(short.words, full.words)
    return _shortened(short, full) or (not kinds and _same_person(short.words, full.words))


def _same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """A last name alone, or with a first name that is the same or an initial: "J. Roe" for "Jane A. Roe"."""
    if short[-1] != full[-1]:
        return False
    first, other = short[0], full[0]
    return len(short) == 1 or first == other or (1 in (len(first), len(other)) and first[0] == other[0])


def _shortened(short: Name, full: Name) -> bool:
    """An acronym, or two words and more off the beginning or the end: "Harbour Authority"."""
    size = len(short.words)
    if size == 1:
        text = short.text
        return len(text) >= ACRONYM and text.isupper() and short.words[0] == full.initials
    return short.words in (full.words[:size], full.words[-size:])
