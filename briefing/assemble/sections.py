"""What each section has to say about a story, most important line first.

A section is a plain function from a group of findings to candidate lines; which of them are
printed, and where a sentence goes that two sections want, is settled in `briefing.assemble`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.extract.next_steps import order
from briefing.model import Denial, Entity, Findings, Line, NextStep, Quote, Span
from briefing.stories import Group

NON_RESPONSES = ("declined_to_comment", "no_response")


def _quote(f: Findings, span: Span) -> Quote:
    return Quote(f.article.id, span)


def _maybe(f: Findings, span: Span | None) -> Quote | None:
    return _quote(f, span) if span else None


def what(story: Group) -> list[Line]:
    """Every sentence in the ranker's order."""
    return [Line(_quote(f, lead.span), "rank", score=lead.score) for f in story for lead in f.ranked]


def who(story: Group) -> list[Line]:
    """The people and organisations to name, under their fullest names, with the role printed beside it."""

    def line(f: Findings, e: Entity) -> Line:
        return Line(_quote(f, e.shows), "who", name=_quote(f, e.name), role=_maybe(f, e.role))

    return [line(f, e) for f in story for e in f.who]


def denials(story: Group) -> list[Line]:
    """One line a speaker, the plainest of what that speaker said; then what nobody answers."""
    answers = [_denial(f, d) for f in story for d in _plainest(f)]
    return answers + [line for f in story for line in _unanswered(f)]


def _denial(f: Findings, d: Denial) -> Line:
    return Line(
        _quote(f, d.span),
        d.rule or "denial",
        speaker=_maybe(f, d.speaker),
        stance=d.stance,
        certainty=d.certainty,
        claim=_maybe(f, d.claim if d.claim != d.span else None),
    )


def _plainest(f: Findings) -> Iterator[Denial]:
    """Each speaker's best denial in reading order: explicit before implied, an answer before a silence."""

    def rank(d: Denial) -> tuple[bool, bool, Span]:
        return d.certainty == "implied", d.stance in NON_RESPONSES, d.span

    best: dict[str, Denial] = {}
    for d in f.denials:
        speaker = f.article[d.speaker] if d.speaker else f"?{d.span.start}"
        best[speaker] = min(best.get(speaker, d), d, key=rank)
    yield from sorted(best.values(), key=lambda d: d.span)


def _unanswered(f: Findings) -> Iterator[Line]:
    told: set[str] = set()
    for a in f.allegations:
        about = f.article[a.about]
        if not a.answers and about not in told:
            told.add(about)
            yield Line(_quote(f, a.span), a.rule or "allegation", name=_quote(f, a.about), unanswered=True)


def next_steps(story: Group) -> list[Line]:
    """What comes next: dated first, by date; then by kind, as in the article."""

    def line(f: Findings, n: NextStep) -> Line:
        return Line(_quote(f, n.span), n.rule or n.kind, speaker=_elsewhere(f, n), when_date=n.date)

    steps = sorted(((f, n) for f in story for n in f.next_steps), key=lambda step: order(step[1]))
    return [line(f, n) for f, n in steps]


def _elsewhere(f: Findings, n: NextStep) -> Quote | None:
    """Who has to act, where the sentence itself does not name them (“She will …”)."""
    return _quote(f, n.actor) if n.actor and n.actor not in n.span else None


@dataclass(frozen=True, slots=True)
class Rule:
    """How a section takes part: `limit` lines a story, `claims` sentences or only points at words."""

    lines: Callable[[Group], list[Line]]
    limit: int
    claims: bool = True


# In display order. The limits keep a story on a phone screen; all findings stay in `briefing findings`.
SECTIONS: dict[str, Rule] = {
    "what": Rule(what, 3),
    "who": Rule(who, 8, claims=False),
    "denials": Rule(denials, 6),
    "next_steps": Rule(next_steps, 4),
}
