"""What may be published: embargoed and withheld articles wait, withdrawn ones are gone."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from briefing.assemble.plan import Plan
from briefing.model import Article, Dropped, Findings
from briefing.stories import Shelf, shelved


class Released(NamedTuple):
    """The findings of what may be printed, and the outcome of everything else."""

    found: Shelf
    held: tuple[Article, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def released(found: Iterable[Findings], plan: Plan) -> Released:
    """Sort findings into those that may be printed at the plan's moment, the held, and the withdrawn.

    A withdrawal takes the earlier versions of the article with it.
    """
    shelf = shelved(found)
    withdrawn = {_name(f.article): _when(f.article) for f in shelf if f.article.release == "withdrawn"}
    used: list[int] = []
    held: list[Article] = []
    dropped: list[Dropped] = []
    for place, f in enumerate(shelf):
        if _when(f.article) <= withdrawn.get(_name(f.article), ""):
            dropped.append(Dropped(f.article.origin or f.article.id, "withdrawn"))
        elif plan.allow_embargoed or _is_free(f.article, plan):
            used.append(place)
        else:
            held.append(f.article)
    return Released(shelf.pick(used), tuple(held), tuple(dropped))


def _name(article: Article) -> tuple[str | None, str]:
    return article.source, article.id


def _when(article: Article) -> str:
    """Sorts by time; what has none comes before all, and is something."""
    return article.published.isoformat() if article.published else "-"


def _is_free(article: Article, plan: Plan) -> bool:
    """An embargo ends at its moment; what is withheld without one waits until somebody says otherwise."""
    if article.release == "withheld":
        return False
    embargo = article.embargo
    if embargo is None:
        return True
    if embargo.tzinfo is None:
        embargo = embargo.replace(tzinfo=ZoneInfo(plan.timezone))
    return embargo <= moment(plan)


def moment(plan: Plan) -> datetime:
    """When the brief is read: the plan's moment, else the last of its day in its zone."""
    if plan.moment is not None:
        return plan.moment
    midnight = datetime.combine(plan.day + timedelta(days=1), datetime.min.time(), ZoneInfo(plan.timezone))
    return midnight - timedelta(microseconds=1)
