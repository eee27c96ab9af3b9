"""Where a line has its news: somebody named, people who would not be named, a document; only when sure."""

from typing import cast

from briefing.assemble.names import name_at
from briefing.lang.sourcing import sourcing_signs
from briefing.model import Findings, Sourcing, Span


def sourcing(f: Findings, span: Span) -> Sourcing | None:
    """How the sentence is sourced by its own words; None when it does not say, or says two things."""
    text = f.article[span]
    found = [kind for kind, signs in sourcing_signs(f.language).items() if signs.search(text)]
    if found:
        return cast(Sourcing, found[0]) if len(found) == 1 else None
    speakers = [s.source for s in f.statements if s.span == span]
    named = bool(speakers) and all(source and name_at(f, source) for source in speakers)
    return "named" if named else None
