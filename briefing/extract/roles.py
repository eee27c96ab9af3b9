"""The role printed next to a name: before it, in apposition, or after "who is"."""

from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Document, Span


def role_of(document: Document, group: list[Candidate], lexicon: Names) -> tuple[Span | None, Span | None]:
    """The role words of one entity and the span that shows name and role together; None where none is printed."""
    for c in group:
        if c.title and any(w not in lexicon.courtesy for w in c.title):
            text = document.article.text[c.lead : c.start]
            return Span(c.lead, c.lead + len(text.rstrip())), Span(c.lead, c.end)
    return None, None
