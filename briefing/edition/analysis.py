"""What an edition takes, analysed: what is to be briefed, and what that settles already."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing import pipeline
from briefing.edition.gathering import Desk
from briefing.edition.item import Item, body_of, row
from briefing.errors import InputError
from briefing.journal.nouns import Row
from briefing.model import Findings
from briefing.stories import Shelf, shelved
from briefing.workers import ordered_map

UNCHANGED = "unchanged"  # the rule that drops a version whose story is the one that was briefed


@dataclass(slots=True)
class Analysed:
    """`items` to brief, their `bodies` (hashes of their stories) and `findings`, all in one order.

    `rows`: outcomes of what is not to be briefed. `failed`: articles in which no story is left.
    """

    items: list[Item] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    findings: Shelf = field(default_factory=Shelf)
    rows: list[Row] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)


def analysed(desk: Desk, items: Sequence[Item], jobs: int) -> Analysed:
    """Everything analysed, in `jobs` processes."""
    done = Analysed()
    done.findings = shelved(_to_brief(desk, items, jobs, done))
    return done


def _to_brief(desk: Desk, items: Sequence[Item], jobs: int, done: Analysed) -> Iterator[Findings]:
    for number, (item, found) in enumerate(zip(items, ordered_map(_analyse, items, jobs), strict=True), 1):
        if desk.progress:
            desk.progress("analysed", number, len(items))
        if isinstance(found, InputError):
            done.failed.append(found)
            done.rows.append(row(item, "failed", found.reason))
            continue
        body = body_of(found)
        if _is_unchanged(item, body, desk.about.name):
            done.rows.append(row(item, "dropped", UNCHANGED, body=body))
        else:
            done.items.append(item)
            done.bodies.append(body)
            yield found


def _analyse(item: Item) -> Findings | InputError:
    return pipeline.analyse_one(item.article, item.how, None)


def _is_unchanged(item: Item, body: str, edition: str) -> bool:
    """Whether another edition briefed this very story, and only the page around it is new."""
    return any(
        one.body == body and one.edition != edition and one.outcome != "held"
        for one in item.seen
        if one.sha256 != item.article.sha256
    )
