"""Why each line is in the brief: the rule and the words, or the ranker's features, that put it there."""

from collections.abc import Iterable, Iterator

from briefing.assemble.order import standing
from briefing.model import Brief, Findings, Line, Quote, Span

FEATURES = 4  # named for each What line; the rest of a score is small change


def explanation(brief: Brief, found: Iterable[Findings]) -> Iterator[str]:
    """A line for each story and each printed line, in order; then each denial that is not printed.

    A story's line says why it stands where it stands, the weightiest reason first.
    """
    of = {f.article.id: f for f in found}
    printed: set[Quote] = set()
    for number, story in enumerate(brief.stories, 1):
        yield f"{number}. {standing([of[a] for a in story.articles], len(story.reported_by))}"
        for section in story.sections:
            for line in section.lines:
                printed.add(line.quote)
                yield f"{number}. {section.key} {_place(line.quote)} {_why(of[line.quote.article], line)}"
    told = {a for story in brief.stories for a in story.articles}
    for f in of.values():
        for d in f.denials:
            place = Quote(f.article.id, d.span)
            if f.article.id in told and place not in printed:
                yield f"not printed: {_place(place)} {d.stance} by {d.rule}: that speaker has a plainer line"


def _place(quote: Quote) -> str:
    return f"[{quote.article} {quote.span.start}–{quote.span.end}]"


def _why(f: Findings, line: Line) -> str:
    if line.rule == "rank":
        return f"ranked {line.score}: {_features(f, line.quote.span)}"
    found = [(d.span, d.evidence) for d in f.denials]
    found += [(a.span, a.evidence) for a in f.allegations]
    found += [(n.span, n.evidence) for n in f.next_steps]
    words = [f.article[e] for span, evidence in found if span == line.quote.span for e in evidence]
    heard = ", ".join(dict.fromkeys(repr(" ".join(w.split())) for w in words))
    return f"{line.rule}{': ' if heard else ''}{heard}"


def _features(f: Findings, span: Span) -> str:
    why = next((lead.why for lead in f.ranked if lead.span == span), ())
    return ", ".join(f"{name} {value:+.2f}" for name, value in why[:FEATURES])
