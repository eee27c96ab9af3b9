"""Document → every sentence with a score, best first."""

from collections.abc import Callable

from briefing.errors import UnknownName
from briefing.model import Document, Lead

Ranker = Callable[[Document, str], tuple[Lead, ...]]


def lead(document: Document, code: str) -> tuple[Lead, ...]:
    """The order of the article: the baseline that published rankers lose to."""
    return tuple(Lead(s.span, round(1 / (1 + s.index), 4), (("position", 1.0),)) for s in document.sentences)


RANKERS: dict[str, Ranker] = {"lead": lead}
DEFAULT = "lead"


def rank(document: Document, code: str, ranker: str = DEFAULT) -> tuple[Lead, ...]:
    """Every sentence of the document once, in the order in which a brief should take them.

    Raises UnknownName for a ranker that is not in RANKERS.
    """
    if ranker not in RANKERS:
        raise UnknownName("ranker", ranker, RANKERS)
    return RANKERS[ranker](document, code)
