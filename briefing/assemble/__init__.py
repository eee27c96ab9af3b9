"""Groups of findings → Brief: what may be published, which stories are told, in what order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.assemble.memory import Memory
from briefing.assemble.order import prominence
from briefing.assemble.plan import Plan
from briefing.assemble.release import Released, released
from briefing.assemble.sections import SECTIONS
from briefing.assemble.story import headline, is_news, story
from briefing.assemble.watch import named
from briefing.errors import UnknownName
from briefing.lang.labels import labels
from briefing.model import Also, Brief, Dropped, Duplicate, Failure, Findings, Group, Section

__all__ = ["Memory", "Plan", "Released", "assemble", "prominence", "released"]

TOLD_BEFORE = "told before"  # the rule that drops an article whose story has nothing new


def assemble(
    groups: Sequence[Group],
    plan: Plan,
    failed: Sequence[Failure] = (),
    rest: Released | None = None,
    memory: Memory = Memory(),
) -> Brief:
    """The brief of the groups, the most important first, those beyond `max_stories` only listed.

    `rest` tells what was held or dropped before, `memory` what was told: a story that has nothing to add is
    dropped. Raises UnknownName for a section that is not in SECTIONS.
    """
    for key in plan.sections:
        if key not in SECTIONS:
            raise UnknownName("section", key, SECTIONS)
    ordered, stale = _fresh(sorted(groups, key=lambda one: _place(one, plan)), plan, memory)
    told, listed = ordered[: plan.max_stories], ordered[plan.max_stories :]
    articles = tuple(f.article for group in ordered for f in group)
    return Brief(
        title=plan.title,
        day=plan.day,
        timezone=plan.timezone,
        language=plan.language,
        stories=tuple(story(_at_hand(group), plan, memory.printed.get(group.id, ())) for group in told),
        also=tuple(_also(group[0]) for group in listed),
        sections=tuple(_unmentioned(groups, plan)),
        articles=articles,
        held=len(rest.held) if rest else 0,
        failed=tuple(failed),
        texts={a.id: a for a in articles},
        duplicates=tuple(_duplicates(ordered)),
        dropped=(*(rest.dropped if rest else ()), *stale),
    )


def _at_hand(group: Group) -> Group:
    """The group with its findings taken off the shelf: a story looks at each of them many times."""
    return replace(group, articles=tuple(group))


def _place(group: Group, plan: Plan) -> tuple[bool, tuple[tuple[int, int, int, int], str]]:
    """Sorts what the reader watches first."""
    return not named(group, plan.watch), prominence(group)


def _fresh(groups: Sequence[Group], plan: Plan, memory: Memory) -> tuple[list[Group], list[Dropped]]:
    """The stories that have something to say, and the articles of those that were told before."""
    fresh: list[Group] = []
    stale: list[Dropped] = []
    for group in groups:
        printed = memory.printed.get(group.id, ())
        if is_news(story(_at_hand(group), plan, printed)) if printed else not _edited(group, memory):
            fresh.append(group)
        else:
            articles = [f.article for f in group] + [copy.article for copy in group.copies]
            stale += [Dropped(a.origin or a.id, TOLD_BEFORE) for a in articles]
    return fresh, stale


def _edited(group: Group, memory: Memory) -> bool:
    """Whether a story that was only listed comes with nothing but edits."""
    return all(f.article.id in memory.edited for f in group)


def _unmentioned(groups: Sequence[Group], plan: Plan) -> Iterable[Section]:
    """That something watched is in no story."""
    found = {name for group in groups for name in named(group, plan.watch)}
    missing = [name for name in plan.watch if name not in found]
    if missing:
        words = labels(plan.language)["not_mentioned"]
        yield Section("watch", words.format(names=", ".join(missing)), ())


def _also(found: Findings) -> Also:
    article = found.article
    return Also(headline(found), article.id, article.source, article.url)


def _duplicates(groups: Sequence[Group]) -> Iterable[Duplicate]:
    for group in groups:
        for copy in group.copies:
            a = copy.article
            yield Duplicate(a.id, a.title, a.source, a.url, copy.of, copy.why)
