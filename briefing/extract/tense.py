"""Which way a time expression points: backwards or forwards, by the verb nearest to it."""

from collections.abc import Iterator

from briefing.lang.dates import Times, Turn
from briefing.model import Span

# What a clause boundary is worth in words, and how much nearer a verb behind an expression must be unless the
# expression opens its sentence ("said Tuesday he will …").
_CLAUSE, _BEHIND = 6, 3
_OPENING = 4
# Characters around an expression in which its verb is looked for.
_BEFORE, _AFTER = 160, 100


def _cues(words: str, start: int, end: int, times: Times) -> Iterator[tuple[Span, Turn]]:
    ahead = [Span(*m.span()) for m in times.future.finditer(words, start, end)]
    yield from ((span, "future") for span in ahead)
    for m in times.past.finditer(words, start, end):
        span = Span(*m.span())
        if not any(span.overlaps(f) for f in ahead):
            yield span, "past"


def _cost(words: str, at: Span, cue: Span, times: Times) -> int:
    before = cue.start < at.start
    between = words[cue.end : at.start] if before else words[at.end : cue.start]
    opening = words[: at.start].count(" ") < _OPENING
    clauses = sum(1 for _ in times.far.finditer(between))
    if not before and opening:
        clauses = max(0, clauses - 1)
    return between.count(" ") + _CLAUSE * clauses + (0 if before or opening else _BEHIND)


def tense(words: str, at: Span, times: Times) -> Turn | None:
    """The direction of the expression at `words[at]` in a sentence; `None` without a verb that says so."""
    cues = _cues(words, max(0, at.start - _BEFORE), at.end + _AFTER, times)
    costs = [(_cost(words, at, cue, times), cue.start, turn) for cue, turn in cues if cue not in at]
    return min(costs)[2] if costs else None
