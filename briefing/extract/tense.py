"""Which way a time expression points: backwards or forwards, by the verb nearest to it."""

from collections.abc import Iterator

from briefing.lang.dates import Times, Turn
from briefing.model import Span

# A verb of another clause has to be this many words nearer to win; a verb behind an expression that does
# not open its sentence ("said Tuesday he will …") likewise. Swept 2–8 on the development labels: flat from 4.
_CLAUSE, _BEHIND = 6, 3
_OPENING = 4


def _cues(words: str, times: Times) -> Iterator[tuple[Span, Turn]]:
    ahead = [Span(*m.span()) for m in times.future.finditer(words)]
    yield from ((span, "future") for span in ahead)
    for m in times.past.finditer(words):
        span = Span(*m.span())
        if not any(span.overlaps(f) for f in ahead):
            yield span, "past"


def _cost(words: str, at: Span, cue: Span, times: Times) -> int:
    before = cue.end <= at.start
    between = words[cue.end : at.start] if before else words[at.end : cue.start]
    opening = words[: at.start].count(" ") < _OPENING
    clauses = sum(1 for _ in times.far.finditer(between))
    if not before and opening:
        clauses = max(0, clauses - 1)
    return between.count(" ") + _CLAUSE * clauses + (0 if before or opening else _BEHIND)


def tense(words: str, at: Span, times: Times) -> Turn | None:
    """The direction of the expression at `words[at]` in a sentence; `None` without a verb that says so."""
    costs = [
        (_cost(words, at, cue, times), cue.start, turn) for cue, turn in _cues(words, times) if cue not in at
    ]
    return min(costs)[2] if costs else None
