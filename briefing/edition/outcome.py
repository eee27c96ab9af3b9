"""What became of every article of an edition: one outcome each, whatever it was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.assemble import TOLD_BEFORE, Released
from briefing.edition.analysis import Analysed
from briefing.edition.folder import SHOWN
from briefing.edition.item import Item, row
from briefing.journal.nouns import Outcome, Row
from briefing.model import Brief, Group

WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Made:
    """A brief as it will be written, and how it came about."""

    brief: Brief
    groups: Sequence[Group]
    rest: Released


def was_briefed(item: Item, edition: str) -> bool:
    """Whether another edition had a version of this article."""
    return any(one.edition != edition and one.outcome in (*SHOWN, "duplicate") for one in item.seen)


def is_shown(item: Item, edition: str) -> bool:
    """Whether this very edition told or listed this version when it was made before."""
    mine = (item.article.sha256, edition)
    return any((one.sha256, one.edition) == mine and one.outcome in SHOWN for one in item.seen)


def rows(done: Analysed, made: Made) -> Iterator[Row]:
    """The outcome of every article that was analysed."""
    yield from done.rows
    shown: set[str] = set()
    keys = {item.article.id: item.key for item in reversed(done.items)}
    judged = _judged(made, keys)
    for item, body in zip(done.items, done.bodies, strict=True):
        name = item.article.id
        outcome, detail, story = judged.get(name, ("dropped", WITHDRAWN, None))
        if outcome in SHOWN and name in shown:  # one text under one id, from two sources
            outcome, detail = "duplicate", keys[name]
        shown.add(name)
        yield row(item, outcome, detail, story=story, body=body)


Judged = tuple[Outcome, str | None, str | None]  # outcome, detail, story


def _judged(made: Made, keys: Mapping[str, str]) -> dict[str, Judged]:
    told = {article for story in made.brief.stories for article in story.articles}
    told |= {line.quote.article for section in made.brief.sections for line in section.lines}
    printed = {article.id for article in made.brief.articles}
    judged: dict[str, Judged] = {}
    for group in made.groups:
        for f in group:
            name = f.article.id
            outcome: Outcome = "told" if name in told else "listed" if name in printed else "dropped"
            judged[name] = (outcome, TOLD_BEFORE if outcome == "dropped" else None, group.id)
        for copy in group.copies:
            fresh: Judged = ("duplicate", keys[copy.of], group.id)
            stale: Judged = ("dropped", TOLD_BEFORE, group.id)
            judged.setdefault(copy.article.id, fresh if copy.of in printed else stale)
    held: Judged = ("held", None, None)
    return judged | {article.id: held for article in made.rest.held}
