"""Document → every sentence with a score, best first."""

from collections.abc import Callable
from functools import partial

from briefing.errors import UnknownName
from briefing.model import Document, Lead
from briefing.rank.sumy import by_sumy
from briefing.rank.weighted import news

Ranker = Callable[[Document, str], tuple[Lead, ...]]


def lead(document: Document, code: str) -> tuple[Lead, ...]:
    """The order of the article: the baseline that published rankers lose to."""
    return tuple(Lead(s.span, round(1 / (1 + s.index), 4), (("position", 1.0),)) for s in document.sentences)


RANKERS: dict[str, Ranker] = {
    "news": news,
    "lead": lead,
    "lexrank": partial(by_sumy, name="lexrank"),
    "textrank": partial(by_sumy, name="textrank"),
    "lsa": partial(by_sumy, name="lsa"),
    "luhn": partial(by_sumy, name="luhn"),
    "kl": partial(by_sumy, name="kl"),
    "sumbasic": partial(by_sumy, name="sumbasic"),
    "reduction": partial(by_sumy, name="reduction"),
    "edmundson": partial(by_sumy, name="edmundson"),
}
DEFAULT = "news"


def rank(document: Document, code: str, ranker: str = DEFAULT) -> tuple[Lead, ...]:
    """Every sentence of the document once, in the order in which a brief should take them.

    Raises UnknownName for a ranker that is not in RANKERS, InputError for an article too long for that one.
    """
    if ranker not in RANKERS:
        raise UnknownName("ranker", ranker, RANKERS)
    return RANKERS[ranker](document, code)
