"""Corrections, and editor's notes that speak of one, word for word as the outlet printed them."""

from collections.abc import Iterator

from briefing.lang.corrections import of_a_correction
from briefing.model import Findings, Furniture, Group, Line, Quote

CORRECTION = "correction"
NOTE = "editors_note"


def corrections(story: Group) -> list[Line]:
    """Corrections first, then notes, each set of words once."""
    found = [(part.rule != CORRECTION, f, part) for f in story for part in _notes(f)]
    lines: dict[str, Line] = {}
    for _, f, part in sorted(found, key=lambda row: row[0]):
        words = " ".join(f.article[part.span].split())
        lines.setdefault(words, Line(Quote(f.article.id, part.span), part.rule))
    return list(lines.values())


def corrected(story: Group) -> bool:
    """Whether an article of the story says that it was wrong before."""
    return any(part.rule == CORRECTION for f in story for part in f.document.furniture)


def _notes(f: Findings) -> Iterator[Furniture]:
    """What says something: not the bare word "Correction:"."""
    about = of_a_correction(f.language)
    for part in f.document.furniture:
        note = part.rule == NOTE and about and about.search(f.article[part.span])
        if (part.rule == CORRECTION and f.article[part.span].count(" ")) or note:
            yield part
