"""Denials and non-responses, the claims they answer, and allegations that nobody answers."""

from briefing.model import Allegation, Cast, Denial, Document, Statement


def denials(
    document: Document, code: str, cast: Cast, said: tuple[Statement, ...]
) -> tuple[tuple[Denial, ...], tuple[Allegation, ...]]:
    """Denials in reading order, and the allegations with the indices of their answers."""
    return (), ()
