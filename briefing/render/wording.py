"""A line of a section as it is pasted: with its speaker, its date, what it answers and its sources."""

from collections.abc import Iterator

from briefing.render.desk import Desk
from briefing.render.piece import SPACE, Piece, joined, paragraph, quotation, stressed, strong, words
from briefing.render.view import LineView, MarkView

COLON = Piece(":", ":")
COMMA, OPEN, CLOSE = Piece(", ", ", "), Piece("(", "("), Piece(")", ")")


def numbers(line: LineView) -> Iterator[int]:
    """The numbers of all articles that a line points into."""
    yield from (mark.number for mark in _marks(line))
    if line.claim_mark:
        yield line.claim_mark.number


def _marks(line: LineView) -> tuple[MarkView, ...]:
    return (line.mark, *line.also)


def name(desk: Desk, line: LineView, sourced: bool) -> Piece:
    """Somebody, and as what. In a row of names sources would be in the way; the sentences have them."""
    role = Piece("– ", "– ") + words(line.role) if line.role else Piece()
    return joined((strong(words(line.name)), role), SPACE)


def item(desk: Desk, line: LineView, sourced: bool) -> Piece:
    """A sentence in a list, behind its date and whoever has to act."""
    when = strong(words(line.when) + COLON) if line.when else Piece()
    speaker = strong(words(line.speaker) + COLON) if line.speaker else Piece()
    return joined((when, speaker, _said(desk, line), _behind(desk, line, sourced)), SPACE)


def answer(desk: Desk, line: LineView, sourced: bool) -> Piece:
    """The claim, who answered it how, and the answer as a quotation."""
    behind = _behind(desk, line, sourced)
    said = Piece() if line.see else joined((words(line.text), behind), SPACE)
    return _claim(desk, line, sourced) + _who(desk, line, behind) + (quotation(said) if said else Piece())


def _claim(desk: Desk, line: LineView, sourced: bool) -> Piece:
    if not line.claim:
        return Piece()
    marks = (line.claim_mark,) if line.claim_mark and sourced else ()
    label = words(desk.labels["answers"]) + COLON
    return paragraph(joined((label, words(line.claim), _sources(desk, marks)), SPACE))


def _who(desk: Desk, line: LineView, behind: Piece) -> Piece:
    """Who answered, how, and where the words stand when another section has them; or that nobody did."""
    speaker = strong(words(line.speaker)) if line.speaker else Piece()
    see = _said(desk, line) if line.see else Piece()
    unanswered = stressed(words(line.unanswered)) if line.unanswered else Piece()
    told = joined((joined((speaker, words(line.stance)), SPACE), see, unanswered), COMMA)
    told = joined((told, behind), SPACE) if see else told
    return paragraph(told) if told else Piece()


def _said(desk: Desk, line: LineView) -> Piece:
    return words(f"{desk.labels['see']} {line.see}") if line.see else words(line.text)


def _behind(desk: Desk, line: LineView, sourced: bool) -> Piece:
    """What kind of source a line has, and its sources where a story has several."""
    remark = stressed(words(line.sourcing)) if line.sourcing else Piece()
    return joined((remark, _sources(desk, _marks(line) if sourced else ())), SPACE)


def _sources(desk: Desk, marks: tuple[MarkView, ...]) -> Piece:
    """Sources in brackets, each once."""
    once = {mark.number: mark for mark in reversed(marks)}
    listed = joined(map(desk.mark, reversed(once.values())), COMMA)
    return OPEN + listed + CLOSE if listed else Piece()
