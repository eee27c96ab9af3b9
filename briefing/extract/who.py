"""The people and organisations that a brief must name."""

from briefing.model import Cast, Document, Entity, Lead


def who(document: Document, code: str, cast: Cast, ranked: tuple[Lead, ...]) -> tuple[Entity, ...]:
    """The entities worth printing, most important first, each once, with the role printed beside the name."""
    return cast.entities
