"""A line of a section as it is pasted: with its speaker, its date, what it answers and its sources."""

from collections.abc import Iterator

from briefing.lang.labels import Labels
from briefing.render.piece import SPACE, Piece, joined, paragraph, quotation, stressed, strong, words
from briefing.render.preset import Desk
from briefing.render.view import LineView, MarkView

COLON = Piece(":", ":")
_COMMA, _OPEN, _CLOSE = Piece(", ", ", "), Piece("(", "("), Piece(")", ")")


def numbers(line: LineView) -> Iterator[int]:
    """The numbers of all articles that a line points into."""
    yield from (mark.number for mark in _marks(line))
    if line.claim_mark:
        yield line.claim_mark.number


def sources(desk: Desk, line: LineView, named: bool) -> Piece:
    """What stands behind a line: where it has its news and, where they are to be `named`, its sources."""
    once = {mark.number: mark for mark in reversed(_marks(line))}
    listed = joined(map(desk.mark, reversed(once.values())), _COMMA)
    remark = stressed(words(line.sourcing)) if line.sourcing else Piece()
    return joined((remark, _OPEN + listed + _CLOSE if named and listed else Piece()), SPACE)


def _marks(line: LineView) -> tuple[MarkView, ...]:
    return (line.mark, *line.also)


def name(labels: Labels, line: LineView, behind: Piece) -> Piece:
    """Somebody, and as what."""
    role = Piece("– ", "– ") + words(line.role) if line.role else Piece()
    return joined((strong(words(line.name)), role, behind), SPACE)


def item(labels: Labels, line: LineView, behind: Piece) -> Piece:
    """A sentence in a list, behind its date and whoever has to act."""
    when = strong(words(line.when) + COLON) if line.when else Piece()
    speaker = strong(words(line.speaker) + COLON) if line.speaker else Piece()
    return joined((when, speaker, _said(labels, line), behind), SPACE)


def answer(labels: Labels, line: LineView, behind: Piece) -> Piece:
    """The claim, who answered it how, and the answer as a quotation."""
    claim = words(labels["answers"]) + COLON + SPACE + words(line.claim) if line.claim else Piece()
    who = joined((strong(words(line.speaker)) if line.speaker else Piece(), words(line.stance)), SPACE)
    if line.see:
        pointer = _said(labels, line)
        who = joined((joined((who, pointer), _COMMA), behind), SPACE)
    if line.unanswered:
        who = joined((who, stressed(words(line.unanswered))), _COMMA)
    quoted = Piece() if line.see else joined((words(line.text), behind), SPACE)
    return (
        (paragraph(claim) if claim else Piece())
        + (paragraph(who) if who else Piece())
        + (quotation(quoted) if quoted else Piece())
    )


def _said(labels: Labels, line: LineView) -> Piece:
    return words(f"{labels['see']} {line.see}") if line.see else words(line.text)
