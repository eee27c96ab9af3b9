"""Which way a time expression points: backwards or forwards, by the verb nearest to it."""

from collections.abc import Iterator

from briefing.lang.dates import Cue, Times, Turn
from briefing.model import Span

# What a clause boundary is worth in words, and how much nearer a verb behind an expression must be unless the
# expression opens its sentence ("said Tuesday he will …").
_CLAUSE, _BEHIND = 6, 6
_OPENING = 4
# A future this many words away is only a perhaps.
_SURE = 9
# Characters around an expression in which its verb is looked for.
_BEFORE, _AFTER = 120, 70


def _cues(words: str, start: int, end: int, times: Times) -> Iterator[tuple[Span, Cue]]:
    taken: list[Span] = []
    for cue, late in times.cues:
        found = [Span(*m.span()) for m in late.finditer(words, start, end)]
        yield from ((span, cue) for span in found if not any(span.overlaps(t) for t in taken))
        taken += found


def _cost(words: str, at: Span, cue: Span, times: Times) -> int:
    before = cue.start < at.start
    between = words[cue.end : at.start] if before else words[at.end : cue.start]
    opening = words[: at.start].count(" ") < _OPENING
    clauses = sum(1 for _ in times.far.finditer(between))
    if not before and opening:
        clauses = max(0, clauses - 1)
    return between.count(" ") + _CLAUSE * clauses + (0 if before or opening else _BEHIND)


def _turn(cue: Cue, before: bool, cost: int) -> Turn:
    if cue == "past" or (cue == "vowed" and not before):
        return "past"
    return "present" if cue in ("either", "vowed") or cost > _SURE else "future"


def tense(words: str, at: Span, times: Times, farthest: int | None = None) -> Turn | None:
    """The direction of the expression at `words[at]` in a sentence.

    `present`: it may well lie ahead, but nothing says so for sure. `None`: no verb says anything, or none at
    most `farthest` words off, clauses counted.
    """
    masked = words[: at.start] + "#" * (at.end - at.start) + words[at.end :]
    cues = _cues(masked, max(0, at.start - _BEFORE), at.end + _AFTER, times)
    costs = [(_cost(words, at, span, times), span.start, cue) for span, cue in cues]
    if not costs:
        return None
    cost, start, cue = min(costs)
    if farthest is not None and cost > farthest:
        return None
    return _turn(cue, start < at.start, cost)
