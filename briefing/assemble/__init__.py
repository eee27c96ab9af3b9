"""Groups of findings → Brief: what may be published, which stories are told, in what order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.assemble.order import prominence
from briefing.assemble.plan import Plan
from briefing.assemble.release import Released, released
from briefing.assemble.sections import SECTIONS
from briefing.assemble.story import headline, story
from briefing.errors import UnknownName
from briefing.model import Also, Brief, Duplicate, Failure, Findings, Group

__all__ = ["Plan", "Released", "assemble", "prominence", "released"]


def assemble(
    groups: Sequence[Group], plan: Plan, failed: Sequence[Failure] = (), rest: Released | None = None
) -> Brief:
    """The brief of the groups, the most important first, those beyond `max_stories` only listed.

    `rest` tells what was held or dropped before. Raises UnknownName for a section that is not in SECTIONS.
    """
    for key in plan.sections:
        if key not in SECTIONS:
            raise UnknownName("section", key, SECTIONS)
    ordered = sorted(groups, key=prominence)
    told, listed = ordered[: plan.max_stories], ordered[plan.max_stories :]
    articles = tuple(f.article for group in ordered for f in group)
    return Brief(
        title=plan.title,
        day=plan.day,
        timezone=plan.timezone,
        language=plan.language,
        stories=tuple(story(replace(group, articles=tuple(group)), plan) for group in told),
        also=tuple(_also(group[0]) for group in listed),
        sections=(),
        articles=articles,
        held=len(rest.held) if rest else 0,
        failed=tuple(failed),
        texts={a.id: a for a in articles},
        duplicates=tuple(_duplicates(ordered)),
        dropped=rest.dropped if rest else (),
    )


def _also(found: Findings) -> Also:
    article = found.article
    return Also(headline(found), article.id, article.source, article.url)


def _duplicates(groups: Sequence[Group]) -> Iterable[Duplicate]:
    for group in groups:
        for copy in group.copies:
            a = copy.article
            yield Duplicate(a.id, a.title, a.source, a.url, copy.of, copy.why)
