"""What an edition takes → its brief: stories that remember, corrections, what changed, how it is mailed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from briefing.assemble import Memory, Plan, assemble, released
from briefing.assemble.sections import SECTIONS
from briefing.config.tables import EmailTable
from briefing.edition.analysis import Analysed
from briefing.edition.changes import changed
from briefing.edition.corrections import corrected_lines
from briefing.edition.gathering import Desk
from briefing.edition.item import Item
from briefing.edition.outcome import Made, is_shown, was_briefed
from briefing.edition.replies import open_replies
from briefing.errors import InputError
from briefing.journal.ask import lines_before, printed_of, told_before
from briefing.model import Article, Brief, Failure, Group, Mail, Section
from briefing.stories import group


@dataclass(frozen=True, slots=True)
class Extra:
    """Sections of the brief as a whole, and the articles of earlier editions that they quote."""

    sections: tuple[Section, ...] = ()
    articles: tuple[Article, ...] = ()


def compose(desk: Desk, plan: Plan, done: Analysed, failed: Sequence[InputError]) -> Made:
    """The brief of what was analysed, and of what the journal remembers."""
    rest = released(done.findings, plan)
    day, name = desk.about.day, desk.about.name
    earlier = told_before(desk.base, day, name, day - timedelta(days=desk.brief.remember_days))
    groups = group(rest.found, earlier)
    known = {told.story for told in earlier}
    printed = {g.id: tuple(lines_before(desk.base, day, name, g.id)) for g in groups if g.id in known}
    printed |= _kept(desk, [g for g in groups if g.id not in known], done.items)
    edited = [i for i in done.items if was_briefed(i, name) and not is_shown(i, name)]
    memory = Memory(printed, frozenset(item.article.id for item in edited))
    failures = [Failure(error.origin, error.reason) for error in failed]
    brief = assemble(groups, plan, failures, rest, memory)
    if "corrections" in desk.brief.sections:
        brief = with_extra(brief, Extra(*corrected_lines(desk, done)))
    if "replies" in desk.brief.sections:
        brief = with_extra(
            brief, Extra(*open_replies(desk, brief, day - timedelta(days=desk.brief.remember_days)))
        )
    if "changed" in desk.brief.sections:
        brief = with_extra(brief, Extra(*changed(desk, brief)))
    return Made(replace(brief, mail=_mail(desk.config.email)), groups, rest)


def _kept(desk: Desk, groups: Sequence[Group], items: Sequence[Item]) -> dict[str, tuple[str, ...]]:
    """What earlier editions printed of this edition's own articles, whose stories are forgotten since."""
    day, name = desk.about.day, desk.about.name
    mine = {item.article.id: item.key for item in items if is_shown(item, name)}
    printed = {}
    for one in groups:
        keys = [mine[f.article.id] for f in one if f.article.id in mine]
        printed[one.id] = tuple(
            line.text for key in keys for _, line in printed_of(desk.base, day, name, key)
        )
    return {story: lines for story, lines in printed.items() if lines}


def with_extra(brief: Brief, extra: Extra) -> Brief:
    """The brief with sections of its own, and every article that they quote."""
    articles = (*brief.articles, *(a for a in extra.articles if a.id not in brief.texts))
    return replace(
        brief,
        sections=(*extra.sections, *brief.sections),
        articles=articles,
        texts={a.id: a for a in articles},
    )


def plan_of(desk: Desk) -> Plan:
    """What the configuration asks of the brief."""
    table = desk.brief
    return Plan(
        day=desk.about.day,
        title=table.title,
        timezone=table.timezone,
        language=table.language,
        sections=tuple(key for key in table.sections if key in SECTIONS),
        max_stories=table.max_stories,
        lines=table.lines,
        watch=desk.config.watch.names,
    )


def _mail(email: EmailTable | None) -> Mail:
    return Mail(email.sender, email.to, email.subject, email.unsubscribe) if email else Mail()
