"""What is scheduled, promised, demanded or pending."""

from briefing.model import Cast, Document, NextStep, When


def next_steps(document: Document, code: str, cast: Cast, dates: tuple[When, ...]) -> tuple[NextStep, ...]:
    """Next steps in reading order."""
    return ()
