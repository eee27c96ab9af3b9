"""Figures that differ between the articles of a story: "at least 12 people were killed", "14 killed".

Shown only when sure: the same thing is counted, each article's first figure for it is taken, the sentences
speak of today, and both stand at the top of their article or share words that carry news. What is printed are
the words of the figure to the end of their clause: they fit side by side, and no sentence is printed twice.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from briefing.assemble.repeats import stems
from briefing.lang.figures import Figures
from briefing.lang.figures import figures as counted_in
from briefing.lang.rank import rank_words
from briefing.model import Findings, Group, Line, Quote, Sentence, Span

Key = tuple[str, str]  # kind of figure, what is counted

TOP = 3  # sentences at the head of an article, which tell the event itself
SHARED = (
    3  # stems that sentences further down must share, and those that name a sum of money wherever they stand
)
ROUNDED = 0.05  # how far off a rough number may be and still say the same
LONGEST = 110  # characters of a clause that are printed behind a figure
_ENDS = re.compile(r"[;:!?—–(\"”“]|[,.](?=\s|$)|\s-\s|$")


class Figure(NamedTuple):
    """A number that an article gives, the words to print, the stems of its sentence and of what it is for.

    `purpose` are the stems behind the number that are no names: "12 million crowns for *cranes*".
    """

    f: Findings
    at: int
    key: Key
    value: float
    rough: bool
    span: Span
    stems: frozenset[str]
    purpose: frozenset[str]


def figures(story: Group) -> list[Line]:
    """The differing figures, by what they count: each value once, with the other places that give it."""
    by_key: dict[Key, list[Figure]] = defaultdict(list)
    for f in story if len(story) > 1 else ():
        for figure in _first(f):
            by_key[figure.key].append(figure)
    return [line for key in by_key for line in _lines(by_key[key])]


def _lines(found: list[Figure]) -> list[Line]:
    """The figures of one thing that differ from another of it, smallest first."""
    differing = [one for one in found if any(_differ(one, other) for other in found)]
    values: dict[float, list[Figure]] = defaultdict(list)
    for figure in sorted(differing, key=lambda figure: figure.value):
        values[figure.value].append(figure)
    if len(values) < 2:
        return []
    return [
        Line(_quote(same[0]), f"figure: {same[0].key[0]}", also=tuple(_quote(s) for s in same[1:]))
        for same in values.values()
    ]


def _quote(figure: Figure) -> Quote:
    return Quote(figure.f.article.id, figure.span)


def _differ(one: Figure, other: Figure) -> bool:
    gap = abs(one.value - other.value)
    if gap <= (ROUNDED * max(one.value, other.value) if one.rough or other.rough else 0):
        return False
    known = counted_in(one.f.language)
    together = len(one.stems & other.stems) >= SHARED
    if known and one.key[0] in known.sums:
        return together and not one.purpose.isdisjoint(other.purpose)
    return together or max(one.at, other.at) < TOP


def _first(f: Findings) -> Iterator[Figure]:
    """The first figure of each thing, unless its sentence has two of it or speaks of another time."""
    known = counted_in(f.language)
    if known is None:
        return
    seen: set[Key] = set()
    for sentence in f.document.sentences:
        text = f.document.text(sentence)
        if not known.signs.search(text) or known.past.search(text):
            continue
        found: dict[Key, list[Figure]] = defaultdict(list)
        for figure in _figures(f, sentence, text, known):
            found[figure.key].append(figure)
        for key, same in found.items():
            if key not in seen and len({figure.value for figure in same}) == 1:
                yield same[0]
        seen |= found.keys()


def _figures(f: Findings, sentence: Sentence, text: str, known: Figures) -> Iterator[Figure]:
    matches = [(kind, m) for kind, row in known.counted.items() for p in row for m in p.finditer(text)]
    for kind, match in matches:
        parts = {name: part for name, part in match.groupdict().items() if part}
        value, counted = known.value(parts["n"]), _counted(f, parts.get("of", ""), known)
        if value is None or counted is None or _is_part(text, match, known):
            continue
        span = _clause(text, match, sentence.span.start)
        behind = f.article.text[sentence.span.start + match.end() : span.end]
        yield Figure(
            f=f,
            at=sentence.index,
            key=(kind, counted),
            value=value,
            rough=not known.roughly.isdisjoint(parts.get("hedge", "").lower().split()),
            span=span,
            stems=frozenset(s for s in stems(f, text) - stems(f, match[0]) if not s[0].isdigit()),
            purpose=stems(f, " ".join(word for word in behind.split() if word[0].islower())),
        )


def _counted(f: Findings, of: str, known: Figures) -> str | None:
    """What is counted, people unless it says otherwise; None for a part of something."""
    row = of.lower().split()
    if any(word in known.part or word in rank_words(f.language).stop for word in row):
        return None
    return "people" if not row or row[-1] in known.people else " ".join(row)


def _is_part(text: str, match: re.Match[str], known: Figures) -> bool:
    """ "12 of 40 people": the number behind is no figure of its own."""
    before = text[: match.start()].lower().split()
    after = re.findall(r"\w+", text[match.end() : match.end() + 20].lower())
    return bool(before and before[-1] == "of") or bool(after and after[0] in known.part)


def _clause(text: str, match: re.Match[str], offset: int) -> Span:
    end = _ENDS.search(text, match.end())
    stop = end.start() if end and end.start() - match.start() <= LONGEST else match.end()
    return Span(offset + match.start(), offset + len(text[:stop].rstrip()))
