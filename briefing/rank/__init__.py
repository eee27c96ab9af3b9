"""Document → every sentence with a score, best first."""

from collections.abc import Callable
from functools import partial

from briefing.errors import UnknownName
from briefing.model import Document, Lead
from briefing.rank.news import news
from briefing.rank.sumy import sumy

Ranker = Callable[[Document, str], tuple[Lead, ...]]


def lead(document: Document, code: str) -> tuple[Lead, ...]:
    """The order of the article: the baseline that published rankers lose to."""
    return tuple(Lead(s.span, round(1 / (1 + s.index), 4), (("position", 1.0),)) for s in document.sentences)


RANKERS: dict[str, Ranker] = {
    "news": news,
    "lead": lead,
    "lexrank": partial(sumy, name="lexrank"),
    "textrank": partial(sumy, name="textrank"),
    "lsa": partial(sumy, name="lsa"),
    "luhn": partial(sumy, name="luhn"),
    "kl": partial(sumy, name="kl"),
    "sumbasic": partial(sumy, name="sumbasic"),
    "reduction": partial(sumy, name="reduction"),
    "edmundson": partial(sumy, name="edmundson"),
}
DEFAULT = "news"


def rank(document: Document, code: str, ranker: str = DEFAULT) -> tuple[Lead, ...]:
    """Every sentence of the document once, in the order in which a brief should take them.

    Raises UnknownName for a ranker that is not in RANKERS, InputError for an article too long for that one.
    """
    if ranker not in RANKERS:
        raise UnknownName("ranker", ranker, RANKERS)
    return RANKERS[ranker](document, code)
