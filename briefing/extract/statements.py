"""Who said what: content, cue and source of reported and quoted speech."""

from briefing.model import Cast, Document, Statement


def statements(document: Document, code: str, cast: Cast) -> tuple[Statement, ...]:
    """Every attributed sentence in reading order."""
    return ()
