"""Findings → the JSON object of `briefing findings` (shared contract; see docs/findings.md)."""

import json
from typing import Any

from briefing.model import Allegation, Article, Denial, Entity, Findings, NextStep, Span, Statement


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
    }


def findings_json(f: Findings, explain: bool = False) -> str:
    """One line of JSON, keys in the contract's order."""
    a = f.article
    row = {
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
        "summary": [{**_range(x.span), "score": x.score} for x in f.summary],
        "who": [_who(a, e) for e in f.who],
        "statements": [_statement(a, s) for s in f.statements],
        "allegations": [_allegation(a, x) for x in f.allegations],
        "denials": [_denial(a, d) for d in f.denials],
        "next_steps": [_step(a, n) for n in f.next_steps],
        "dates": [{**_range(w.span), "date": w.date} for w in f.dates],
    }
    return json.dumps(row, ensure_ascii=False)
