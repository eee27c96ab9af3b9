"""All that the sources carry → what an edition takes, and the outcome of what it does not."""

import os
import sqlite3
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.analyse import Settings
from briefing.clean.own import Own
from briefing.config.tables import BriefTable, Config, SourceTable
from briefing.edition.eligible import OLDER, About, decide, newest, unwanted
from briefing.edition.folder import SHOWN, Finished
from briefing.edition.item import Item, key_of, row
from briefing.edition.reach import carried
from briefing.errors import InputError
from briefing.gather.ids import Ids
from briefing.journal.ask import held, known_sources, seen
from briefing.journal.nouns import Row
from briefing.model import Article
from briefing.pipeline import Progress

MAX_ITEMS = "max_items"  # the rule that drops what is more than a source may bring
REPLACED = "replaced"  # the rule that drops what was held once its outlet carries another version of it


@dataclass(slots=True)
class Gathering:
    """What was gathered: `items` to brief, `rows` settled already, `failed` inputs.

    `counts`: articles each source carried. `carried`: keys and texts met, so that none is taken twice.
    """

    items: list[Item] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    carried: set[tuple[str, str]] = field(default_factory=set)

    @property
    def total(self) -> int:
        """Articles that were gathered at all."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Desk:
    """What gathering needs to know: the configuration, the edition, the journal to ask, and who watches."""

    config: Config
    brief: BriefTable
    about: About
    base: sqlite3.Connection
    progress: Progress | None = None


def gather(desk: Desk, before: Finished | None) -> Gathering:
    """What this edition takes of all sources; made `before`, it gives back what they no longer carry."""
    met = Gathering()
    known = known_sources(desk.base, desk.about.name)
    given = carried(desk.config, desk.progress)
    for source in desk.config.sources:
        eligible = _eligible(desk, source, given[source.label], source.label not in known, met)
        _choose(desk, source, list(eligible), met)
    fresh = {key for key, _ in met.carried}
    met.items += _again(desk, before, met)
    met.items += _waiting(desk, met, fresh)
    ids = Ids()
    met.items = [replace(item, article=ids.apart(item.article)) for item in sorted(met.items, key=_place)]
    return met


def _place(item: Item) -> tuple[str, str, str]:
    """An order that does not depend on that in which a feed happens to list its entries."""
    return item.source, item.key, item.article.sha256


def _eligible(
    desk: Desk, source: SourceTable, given: Sequence[Article | InputError], new: bool, met: Gathering
) -> Iterator[Item]:
    met.counts[source.label] = 0
    for found in given:
        shown = _shown(desk.config, found.origin)
        if isinstance(found, InputError):
            named = f"{source.name} ({shown})" if source.name else shown
            met.failed.append(type(found)(named, found.reason))
            continue
        met.counts[source.label] += 1
        item = _item(desk, source.label, replace(found, source=found.source or source.name, origin=shown))
        version = (item.key, item.article.sha256)
        if version in met.carried:
            continue
        met.carried.add(version)
        decision = decide(item.article, version[1], item.seen, desk.about, new)
        if decision == "take":
            yield item
        elif decision == OLDER:
            met.rows.append(row(item, "dropped", OLDER))


def _shown(config: Config, origin: str) -> str:
    """What an input is called in a brief that others read: by its path from the configuration on."""
    return origin.removeprefix(f"{config.file.parent}{os.sep}")


def _item(desk: Desk, source: str, article: Article, key: str | None = None) -> Item:
    key = key or key_of(source, article)
    return Item(article, source, key, how(desk.config, desk.brief, source), seen(desk.base, key))


def how(config: Config, brief: BriefTable, label: str) -> Settings:
    """How the articles of a source are analysed; a source that is configured no more has no own rules."""
    own = next((Own(s.drop, s.keep) for s in config.sources if s.label == label), Own())
    return Settings(ranker=brief.ranker, lines=brief.lines, own=own)


def _choose(desk: Desk, source: SourceTable, items: list[Item], met: Gathering) -> None:
    """Take what the source's own wishes leave."""
    wanted = []
    for item in items:
        rule = unwanted(item.article, source.include, source.exclude)
        if rule:
            met.rows.append(row(item, "dropped", rule))
        else:
            wanted.append(item)
    kept = newest([item.article for item in wanted], source.max_items, desk.about.zone)
    met.items += [item for place, item in enumerate(wanted) if place in kept]
    met.rows += [row(item, "dropped", MAX_ITEMS) for place, item in enumerate(wanted) if place not in kept]


def _again(desk: Desk, before: Finished | None, met: Gathering) -> Iterator[Item]:
    """What the edition told or listed when it was made before, and no source carries any more."""
    for old in before.rows if before else ():
        article = before.brief.texts.get(old.article or "") if before else None
        recorded = any(
            one.sha256 == old.sha256 and one.edition == desk.about.name for one in seen(desk.base, old.key)
        )
        if article and recorded and old.outcome in SHOWN and (old.key, old.sha256) not in met.carried:
            met.carried.add((old.key, old.sha256))
            yield _item(desk, old.source, article, old.key)


def _waiting(desk: Desk, met: Gathering, fresh: Container[str]) -> Iterator[Item]:
    """What was held, and no source carries any more; what its outlet changed meanwhile is not its word."""
    for source, key, article in held(desk.base):
        if (key, article.sha256) in met.carried:
            continue
        item = _item(desk, source, article, key)
        if key in fresh:  # the newer version may be embargoed still, so its title is not told either
            met.rows.append(replace(row(item, "dropped", REPLACED), title=None, url=None))
        else:
            met.carried.add((key, article.sha256))
            yield item
