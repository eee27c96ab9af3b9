"""What each section has to say about a story, most important line first.

A section is a plain function from a group of findings to candidate lines; which of them are
printed, and where a sentence goes that two sections want, is settled in `briefing.assemble`.
"""

from collections.abc import Callable
from typing import NamedTuple

from briefing.assemble.corrections import corrections
from briefing.assemble.denials import denials
from briefing.assemble.figures import figures
from briefing.assemble.who import who
from briefing.extract.next_steps import order
from briefing.model import Findings, Group, Line, NextStep, Quote
from briefing.stories.what import what_order


def what(story: Group) -> list[Line]:
    """The sentences of all articles, best first, none that says an earlier one again."""
    return [Line(Quote(f.article.id, lead.span), "rank", score=lead.score) for f, lead in what_order(story)]


def next_steps(story: Group) -> list[Line]:
    """What comes next: dated first, by date; then by kind, as in the article."""

    def line(f: Findings, n: NextStep) -> Line:
        quote, rule = Quote(f.article.id, n.span), n.rule or n.kind
        return Line(quote, rule, speaker=_elsewhere(f, n), when_date=n.date, when_time=n.time)

    steps = sorted(((f, n) for f in story for n in f.next_steps), key=lambda step: order(step[1]))
    return [line(f, n) for f, n in steps]


def _elsewhere(f: Findings, n: NextStep) -> Quote | None:
    """Who has to act, where the sentence itself does not name them (“She will …”)."""
    if n.actor is None or n.actor in n.span:
        return None
    said = set(f.article[n.span].casefold().split())
    named = any(word[0].isupper() and word.casefold() in said for word in f.article[n.actor].split())
    return None if named else Quote(f.article.id, n.actor)


class Rule(NamedTuple):
    """How a section takes part: `limit` lines a story, `claims` sentences or only points at words.

    `once`: a line that another article's printed line says in other words is left out.
    """

    lines: Callable[[Group], list[Line]]
    limit: int
    claims: bool = True
    once: bool = False


# In display order. The limits keep a story on a phone screen; all findings stay in `briefing findings`.
SECTIONS: dict[str, Rule] = {
    "corrections": Rule(corrections, 3, claims=False),
    "what": Rule(what, 3, once=True),
    "figures": Rule(figures, 4, claims=False),
    "who": Rule(who, 8, claims=False),
    "denials": Rule(denials, 6),
    "next_steps": Rule(next_steps, 4, once=True),
}
