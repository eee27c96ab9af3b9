"""The role printed next to a name: before it, in apposition, or after "who is"."""

from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Document, Span


class Roles:
    def __init__(self, document: Document, found: list[Candidate], names: Names) -> None:
        self.document, self.found, self.names = document, found, names

    def of(self, group: list[Candidate]) -> tuple[Span | None, Span | None]:
        for c in group:
            if c.title and any(w not in self.names.courtesy for w in c.title):
                text = self.document.article.text[c.lead : c.start]
                return Span(c.lead, c.lead + len(text.rstrip())), Span(c.lead, c.end)
        return None, None
