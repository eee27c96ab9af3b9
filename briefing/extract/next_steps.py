"""What is scheduled, promised, demanded or pending."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from briefing.extract.sights import Sight
from briefing.extract.step_rules import RULES
from briefing.lang import next_steps as lexicon
from briefing.lang.next_steps import Steps
from briefing.model import Cast, Document, NextStep, Sentence, Span, StepKind, When
from briefing.text import paragraphs
from briefing.text.quotations import quotations

# Of several findings in one sentence the first of these is kept.
_ORDER: tuple[StepKind, ...] = ("scheduled", "pending", "demand", "commitment")


def next_steps(document: Document, code: str, cast: Cast, dates: tuple[When, ...]) -> tuple[NextStep, ...]:
    """Next steps in reading order, at most one a sentence."""
    steps = lexicon.next_steps(code)
    if steps is None:
        return ()
    return tuple(_found(document, steps, dates))


def _found(document: Document, steps: Steps, dates: tuple[When, ...]) -> Iterator[NextStep]:
    text = document.article.text
    quotes = [q for block in paragraphs(text) for q in quotations(text, block)]
    published = document.article.published
    today = published.date() if isinstance(published, datetime) else published
    for sentence in document.sentences:
        start, end = sentence.span.start, sentence.span.end
        whens = [w for w in dates if w.span in sentence.span]
        hits = []
        for m in steps.pattern.finditer("\n" + text[start:end]):
            name = m.lastgroup
            a, b = m.start(), m.end() - 1
            sight = Sight(
                steps,
                text[start:end],
                a,
                b,
                any(q.start <= start + a < q.end for q in quotes),
                False,
                *_times(text, whens, today),
            )
            t = steps.triggers[name]
            if RULES[t.rule](sight):
                hits.append((t.kind, name, Span(start + a, start + b), sight))
        if hits:
            kind, name, at, sight = min(hits, key=lambda h: (_ORDER.index(h[0]), h[2]))
            when = next((w for w in whens), None)
            yield NextStep(
                sentence.span,
                None,
                kind,
                when.span if when else None,
                when.date if when else None,
                name,
                (at,),
            )


def _times(text, whens, today):
    ahead = timed = gone = False
    for w in whens:
        x = text[w.span.start : w.span.end].lower()
        if w.date and today:
            td = today.isoformat()[: len(w.date)]
            if w.date > td:
                ahead = True
            elif w.date < td:
                if len(w.date) < 10 or (today - date.fromisoformat(w.date)).days > 7:
                    gone = True
            elif len(w.date) == 10:
                timed = True
            elif re.search(r"later|end of|rest", x):
                ahead = True
        elif re.search(r"\b(?:last|ago|earlier|yesterday|previous)\b", x):
            gone = True
        elif re.search(r"\b(?:next|coming|tomorrow|later|upcoming|following)\b|^this (?!week|month|year)", x):
            ahead = True
        elif w.rule in (
            "weekday",
            "month_day",
            "day_month",
            "month",
            "feast",
            "dayword",
            "nth",
            "year",
        ) or w.rule.startswith("open"):
            timed = True
    return ahead, timed, gone
