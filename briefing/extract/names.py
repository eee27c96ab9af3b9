"""Who is named where: mentions and the entities they belong to."""

from briefing.model import Cast, Document


def cast(document: Document, code: str) -> Cast:
    """Everybody named in the document, most important first, with every mention in reading order."""
    return Cast((), ())
