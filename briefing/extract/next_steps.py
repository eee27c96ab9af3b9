"""What is scheduled, promised, demanded or pending."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from briefing.extract.actors import Actors
from briefing.extract.clock import time_of_day
from briefing.extract.columns import is_column
from briefing.extract.sights import Sight, lowered
from briefing.extract.step_evidence import THRESHOLD, Judged, judge
from briefing.extract.step_times import tell, times
from briefing.lang import next_steps as lexicon
from briefing.lang.clock import clock
from briefing.lang.next_steps import Steps
from briefing.model import Cast, Document, NextStep, Sentence, Span, Statement, StepKind, When
from briefing.text import paragraphs
from briefing.text.quotations import quotations

# Words before a time among which the verb of saying is that it belongs to.
_SAID = 4
# Of several findings in one sentence the first of these is kept.
_ORDER: tuple[StepKind, ...] = ("scheduled", "pending", "demand", "commitment")


def next_steps(
    document: Document, code: str, cast: Cast, dates: tuple[When, ...], said: tuple[Statement, ...] = ()
) -> tuple[NextStep, ...]:
    """Next steps in reading order, at most one a sentence."""
    steps = lexicon.next_steps(code)
    if steps is None:
        return ()
    hits: dict[int, list[Judged]] = {}
    for judged in judge(_Page(document, steps, dates).sights()):
        if judged.score > THRESHOLD:
            hits.setdefault(judged.sentence.index, []).append(judged)
    actors = Actors.of(document, code, cast, said) if hits else None
    best = (min(found, key=_rank) for found in hits.values())
    found = (_step(judged.sight, judged.sentence, actors) for judged in best)
    return tuple(_timed(step, document, code) for step in found)


def sights(document: Document, code: str, dates: tuple[When, ...]) -> Iterator[tuple[Sight, Sentence]]:
    """Every trigger with its sentence, before any rule has judged it: for measuring and for other designs."""
    steps = lexicon.next_steps(code)
    return _Page(document, steps, dates).sights() if steps else iter(())


def order(step: NextStep) -> tuple[bool, str, int, int]:
    """Sort key for a brief: dated first, by date; then by kind, fixtures first; then as printed."""
    return step.date is None, step.date or "", _ORDER.index(step.kind), step.span.start


def _rank(found: Judged) -> tuple[bool, int, int]:
    return not found.says, _ORDER.index(found.sight.kind), found.sight.start


def _step(sight: Sight, sentence: Sentence, actors: Actors | None) -> NextStep:
    base = sentence.span.start
    when = sight.times.when
    evidence = [Span(base + sight.start, base + sight.end), *([when.span] if when else [])]
    return NextStep(
        sentence.span,
        actors.actor(sight, sentence) if actors else None,
        sight.kind,
        when.span if when else None,
        when.date if when else None,
        sight.name,
        tuple(evidence),
    )


def _timed(step: NextStep, document: Document, code: str) -> NextStep:
    if step.when is None or len(step.date or "") != len("2026-11-24"):
        return step
    base = step.span.start
    day = Span(step.when.start - base, step.when.end - base)
    return replace(step, time=time_of_day(document.article[step.span], day, clock(code)))


@dataclass(frozen=True, eq=False, repr=False)
class _Page:
    """A document whose quotations are read only in the paragraphs where a trigger stands."""

    document: Document
    steps: Steps
    dates: tuple[When, ...]

    def sights(self) -> Iterator[tuple[Sight, Sentence]]:
        """Every trigger with its sentence, in reading order."""
        text, sentences = self.document.article.text, self.document.sentences
        starts = [s.span.start for s in sentences]
        blocks = paragraphs(text)
        for name, at in self._triggers(text):
            n = bisect_right(starts, at.start) - 1
            if n >= 0 and at in sentences[n].span:
                yield self._sight(name, at, sentences[n], self._quoted(at.start, blocks)), sentences[n]

    def _triggers(self, text: str) -> Iterator[tuple[str, Span]]:
        triggers, starts = self.steps.triggers, self.steps.starts
        for hub in self.steps.hub.finditer("\n" + text):  # a trigger is found by the character before it
            for name in starts[hub[0][1:]]:
                match = triggers[name].pattern.pattern.match(text, hub.start())
                if match:
                    yield name, Span(*match.span())

    def _sight(self, name: str, at: Span, sentence: Sentence, quoted: bool) -> Sight:
        base = sentence.span.start
        told = times(at, self._times(sentence))
        words = self.document.text(sentence)
        return Sight(
            self.steps, name, words, base, at.start - base, at.end - base, quoted, self._is_column, told
        )

    @cached_property
    def _column(self) -> bool:
        # Without furniture: an outlet's appeals say "we" too.
        blocks = groupby(self.document.sentences, key=attrgetter("paragraph"))
        story = "\n".join(" ".join(map(self.document.text, block)) for _, block in blocks)
        return is_column(story, self.steps.first_person)

    def _is_column(self) -> bool:
        return self._column

    def _times(self, sentence: Sentence) -> Iterator[tuple[When, str]]:
        first = bisect_left(self.dates, sentence.span.start, key=_start)
        for when in self.dates[first : bisect_left(self.dates, sentence.span.end, key=_start)]:
            lies = tell(when, self.document.article[when.span], self._today, self.steps.turns)
            said = lies == "present" and self._says(sentence.span.start, when.span.start)
            yield when, "recent" if said else lies

    def _says(self, start: int, time: int) -> bool:
        """Whether a time is that of the words "said Monday", which nothing else tells without a dateline."""
        before = lowered(self.document.article.text[start:time], self.steps)[-_SAID:]
        return not self.steps.words["attributed"].isdisjoint(before)

    @property
    def _today(self) -> date | None:
        published = self.document.article.published
        return published.date() if isinstance(published, datetime) else published

    def _quoted(self, at: int, blocks: tuple[Span, ...]) -> bool:
        block = blocks[bisect_right(blocks, at, key=_begin) - 1]
        return any(q.start <= at < q.end for q in quotations(self.document.article.text, block))


def _start(when: When) -> int:
    return when.span.start


def _begin(block: Span) -> int:
    return block.start
