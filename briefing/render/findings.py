"""Findings → the JSON object of `briefing findings` (the shared contract's keys, in its order).

With `explain`, a finding also says which rule made it and which words it rests on, and a summary
line which features carried it.
"""

from collections.abc import Sequence
from typing import Any

from briefing.model import (
    Allegation,
    Article,
    Denial,
    Entity,
    Findings,
    Lead,
    NextStep,
    Span,
    Statement,
    When,
)
from briefing.render.json import dump

Explained = Allegation | Denial | NextStep | Statement | When


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _range(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _words(article: Article, span: Span | None) -> str | None:
    return article[span] if span else None


def _who(article: Article, e: Entity) -> dict[str, Any]:
    return {
        "name": article[e.name],
        "kind": e.kind,
        "role": _words(article, e.role),
        **_range(e.shows),
        "mentions": e.mentions,
    }


def _statement(article: Article, s: Statement) -> dict[str, Any]:
    return {
        **_range(s.span),
        "speaker": _words(article, s.speaker),
        "source": _pair(s.source),
        "cue": _pair(s.cue),
        "content": [_pair(c) for c in s.content],
        "quoted": s.quoted,
    }


def _allegation(article: Article, a: Allegation) -> dict[str, Any]:
    return {
        **_range(a.span),
        "about": article[a.about],
        "by": _words(article, a.by),
        "answers": list(a.answers),
    }


def _denial(article: Article, d: Denial) -> dict[str, Any]:
    return {
        **_range(d.span),
        "speaker": _words(article, d.speaker),
        "stance": d.stance,
        "certainty": d.certainty,
        "cue": _pair(d.cue),
        "claim": _range(d.claim) if d.claim else None,
    }


def _step(article: Article, n: NextStep) -> dict[str, Any]:
    return {
        **_range(n.span),
        "actor": _words(article, n.actor),
        "kind": n.kind,
        "when_text": _words(article, n.when),
        "when_date": n.date,
        "when_time": n.time,
    }


def _explained(article: Article, finding: Explained) -> dict[str, Any]:
    """The rule that made a finding and the words it rests on: those it names, else its cue or time words."""
    if isinstance(finding, Statement):
        words: tuple[Span | None, ...] = (finding.source, finding.cue)
    elif isinstance(finding, When):
        words = (finding.span,)
    else:
        words = finding.evidence
    return {"rule": finding.rule, "evidence": [{**_range(w), "text": article[w]} for w in words if w]}


def _explain(f: Findings, row: dict[str, Any]) -> dict[str, Any]:
    a, explained = f.article, dict(row)
    kinds: dict[str, Sequence[Explained]] = {
        "statements": f.statements,
        "allegations": f.allegations,
        "denials": f.denials,
        "next_steps": f.next_steps,
        "dates": f.dates,
    }
    for key, found in kinds.items():
        explained[key] = [{**r, **_explained(a, x)} for r, x in zip(row[key], found, strict=True)]
    explained["summary"] = [_summary(lead) | {"why": dict(lead.why)} for lead in f.summary]
    return explained


def findings_json(f: Findings, explain: bool = False) -> str:
    """One line of JSON; `explain` adds `rule`, `evidence` and `why`."""
    row = _row(f)
    return dump(_explain(f, row) if explain else row)


def _summary(lead: Lead) -> dict[str, Any]:
    return {**_range(lead.span), "score": lead.score}


def _row(f: Findings) -> dict[str, Any]:
    a = f.article
    return {
        "id": a.id,
        "title": a.title,
        "source": a.source,
        "url": a.url,
        "author": a.author,
        "published": a.published.isoformat() if a.published else None,
        "language": f.language,
        "text": a.text,
        "sha256": a.sha256,
        "sentences": [_pair(s.span) for s in f.document.sentences],
        "furniture": [{**_range(x.span), "rule": x.rule} for x in f.document.furniture],
        "summary": [_summary(lead) for lead in f.summary],
        "who": [_who(a, e) for e in f.who],
        "statements": [_statement(a, s) for s in f.statements],
        "allegations": [_allegation(a, x) for x in f.allegations],
        "denials": [_denial(a, d) for d in f.denials],
        "next_steps": [_step(a, n) for n in f.next_steps],
        "dates": [{**_range(w.span), "date": w.date} for w in f.dates],
    }
