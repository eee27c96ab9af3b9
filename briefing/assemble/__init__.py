"""Groups of findings → Brief: who gets which line, how many, in what order.

Sections claim sentences in the order denials, next steps, What, so that the ranker cannot swallow
a denial (five-sentence summaries by every known ranker lose it in about 85 % of the articles that
hold one). The story's best-ranked sentence stays with What all the same; the section that wanted
it points there. No sentence is printed twice in a story.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.assemble.sections import SECTIONS
from briefing.errors import UnknownName
from briefing.lang.labels import labels
from briefing.model import Also, Brief, Failure, Findings, Line, Quote, Section, Status, Story
from briefing.stories import Group

UNTITLED = 90  # characters of its first sentence that stand in for a missing title
CLAIM_ORDER = ("denials", "next_steps")  # every other section of the registry comes after these


@dataclass(frozen=True, slots=True)
class Plan:
    """What a brief should be; `sections` in display order, `lines` is What lines a story."""

    day: date
    title: str = "Daily brief"
    timezone: str = "UTC"
    language: str = "en"
    sections: tuple[str, ...] = tuple(SECTIONS)
    max_stories: int = 7
    lines: int = 3


def assemble(groups: Sequence[Group], plan: Plan, failed: Sequence[Failure] = ()) -> Brief:
    """The brief of the groups, the most important first, those beyond `max_stories` only listed.

    Raises UnknownName for a section that is not in SECTIONS.
    """
    for key in plan.sections:
        if key not in SECTIONS:
            raise UnknownName("section", key, SECTIONS)
    ordered = sorted(groups, key=prominence)
    told, listed = ordered[: plan.max_stories], ordered[plan.max_stories :]
    articles = tuple(f.article for story in ordered for f in story)
    return Brief(
        title=plan.title,
        day=plan.day,
        timezone=plan.timezone,
        language=plan.language,
        stories=tuple(_story(story, plan) for story in told),
        also=tuple(_also(story[0]) for story in listed),
        sections=(),
        articles=articles,
        held=0,
        failed=tuple(failed),
        texts={a.id: a for a in articles},
    )


def prominence(story: Group) -> tuple[int, int, int, str]:
    """Sort key of stories: number of sources, answered accusations, freshness; then by id."""
    answered = sum(bool(f.denials) for f in story)
    newest = max((f.article.published.toordinal() for f in story if f.article.published), default=0)
    return -len({f.article.source for f in story}), -answered, -newest, story.id


def headline(found: Findings) -> str:
    """The article's title, else the beginning of its first sentence."""
    first = found.article[found.document.sentences[0].span]
    return found.article.title or (first if len(first) <= UNTITLED else first[:UNTITLED].rpartition(" ")[0])


def _also(found: Findings) -> Also:
    article = found.article
    return Also(headline(found), article.id, article.source, article.url)


def _story(story: Group, plan: Plan) -> Story:
    articles = [f.article for f in story]
    status: Status = "new"
    return Story(
        id=story.id,
        status=status,
        headline=headline(story[0]),
        headline_article=articles[0].id,
        articles=tuple(a.id for a in articles),
        reported_by=story.sources,
        sections=tuple(_sections(story, plan)),
        note=_note(story, plan),
    )


def _note(story: Group, plan: Plan) -> str | None:
    unread = sorted({f.language for f in story if not f.lexicon})
    return labels(plan.language)["ranked_only"].format(language=", ".join(unread)) if unread else None


def _sections(story: Group, plan: Plan) -> list[Section]:
    taken = _reserved(story) if "what" in plan.sections else {}
    printed: dict[str, list[Line]] = {}
    for key in sorted(plan.sections, key=_claim_rank):
        printed[key] = _take(key, story, taken, plan)
    heading = labels(plan.language).heading
    return [Section(key, heading(key), tuple(printed[key])) for key in plan.sections if printed[key]]


def _claim_rank(key: str) -> int:
    return CLAIM_ORDER.index(key) if key in CLAIM_ORDER else len(CLAIM_ORDER)


def _reserved(story: Group) -> dict[Quote, str]:
    """The best-ranked sentence, kept for What whoever else wants it."""
    best = [line.quote for line in SECTIONS["what"].lines(story)[:1]]
    return dict.fromkeys(best, "what")


def _take(key: str, story: Group, taken: dict[Quote, str], plan: Plan) -> list[Line]:
    rule = SECTIONS[key]
    candidates = rule.lines(story)
    if not rule.claims:
        return candidates[: rule.limit]
    limit = plan.lines if key == "what" else rule.limit
    lines: list[Line] = []
    for line in candidates:
        owner = taken.get(line.quote, key)
        if owner == key:
            lines.append(line)
        elif key != "what":
            lines.append(replace(line, see=owner))
        if len(lines) == limit:
            break
    taken.update((line.quote, key) for line in lines if not line.see)
    return sorted(lines, key=lambda line: line.quote) if key == "what" else lines
