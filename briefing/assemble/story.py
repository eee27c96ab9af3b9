"""One story: who gets which line, how many.

Sections claim sentences in the order denials, next steps, What, so that the ranker cannot swallow
a denial (five-sentence summaries by every known ranker lose it in about 85 % of the articles that
hold one). The story's best-ranked sentence stays with What all the same; the section that wanted
it points there. No sentence is printed twice in a story.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.assemble.ahead import ahead
from briefing.assemble.corrections import corrected
from briefing.assemble.memory import Before
from briefing.assemble.plan import Plan
from briefing.assemble.repeats import Told
from briefing.assemble.sections import SECTIONS
from briefing.assemble.sourcing import sourcing
from briefing.assemble.watch import named
from briefing.lang.labels import labels
from briefing.model import Findings, Group, Line, Quote, Section, Story

DEVELOPMENTS = "developments"  # What, of a story that was told before
UNTITLED = 90  # characters of its first sentence that stand in for a missing title
CLAIM_ORDER = ("denials", "next_steps")  # every other section of the registry comes after these


def headline(found: Findings) -> str:
    """The article's title, else the beginning of its first sentence."""
    first = found.article[found.document.sentences[0].span]
    return found.article.title or (first if _heads(found) else _cut(first))


def _cut(first: str) -> str:
    """The beginning of a long sentence, without a mark at its end."""
    return first[:UNTITLED].rpartition(" ")[0].rstrip(",;:–— ") or first[:UNTITLED]


def _heads(found: Findings) -> bool:
    """Whether the whole first sentence is what a story is headed by."""
    first = found.document.sentences[0].span
    return not found.article.title and first.end - first.start <= UNTITLED


def story(group: Group, plan: Plan, printed: Iterable[str] = ()) -> Story:
    """The story that a group of articles tells; of one told before (`printed`), only what is new."""
    articles = [f.article for f in group]
    sections = _sections(group, plan, Before(group, printed))
    return Story(
        id=group.id,
        status="corrected" if corrected(group) else "developed" if printed else "new",
        headline=headline(group[0]),
        headline_article=articles[0].id,
        articles=tuple(a.id for a in articles),
        reported_by=group.sources,
        sections=tuple(_developments(sections, plan) if printed else sections),
        note=_note(group, plan),
    )


def _note(group: Group, plan: Plan) -> str | None:
    words = labels(plan.language)
    unread = sorted({f.language for f in group if not f.lexicon})
    notes = [words["ranked_only"].format(language=", ".join(unread))] if unread else []
    if watched := named(group, plan.watch):
        notes.append(words["watched"].format(names=", ".join(watched)))
    notes += [words["same_text"].format(outlets=", ".join(outlets)) for outlets in _same_text(group)]
    return " ".join(notes) or None


def _same_text(group: Group) -> list[tuple[str, ...]]:
    """Outlets that carry one and the same text, where there are several, for each text."""
    source = {f.article.id: f.article.source for f in group}
    prints: dict[str, list[str | None]] = {}
    for copy in group.copies:
        prints.setdefault(copy.of, [source.get(copy.of)]).append(copy.article.source)
    outlets = [tuple(dict.fromkeys(name for name in row if name)) for row in prints.values()]
    return [row for row in outlets if len(row) > 1]


def _sections(group: Group, plan: Plan, before: Before) -> list[Section]:
    # A denial has the words of the claim that it answers, and would be taken for a repetition of it.
    candidates = {
        key: ahead(before.news(SECTIONS[key].lines(group), SECTIONS[key].once), group, plan.day)
        for key in plan.sections
    }
    if "what" in candidates:
        candidates["what"] = _below_headline(group[0], candidates["what"])
    taken = dict.fromkeys([line.quote for line in candidates.get("what", ())[:1]], "what")
    told = Told(group)
    told.add(taken)
    printed: dict[str, list[Line]] = {}
    for key in sorted(plan.sections, key=_claim_rank):
        limit = plan.lines if key == "what" else SECTIONS[key].limit
        lines = _take(key, candidates[key], limit, taken, told)
        printed[key] = _in_order(group, lines) if key == "what" else lines
    heading = labels(plan.language).heading
    return [
        Section(key, heading(key), _sourced(group, printed[key])) for key in plan.sections if printed[key]
    ]


def _below_headline(first: Findings, lines: list[Line]) -> list[Line]:
    """The lines without the one that heads the story, unless it is the only one."""
    heading = Quote(first.article.id, first.document.sentences[0].span) if _heads(first) else None
    return [line for line in lines if line.quote != heading] or lines


def _developments(sections: Iterable[Section], plan: Plan) -> Iterator[Section]:
    """The sections of a story that goes on: its What is named for what it holds."""
    heading = labels(plan.language).heading(DEVELOPMENTS)
    for section in sections:
        lines = tuple(replace(ln, see=DEVELOPMENTS) if ln.see == "what" else ln for ln in section.lines)
        if section.key == "what":
            section = replace(section, key=DEVELOPMENTS, heading=heading)
        yield replace(section, lines=lines)


def is_news(told: Story) -> bool:
    """Whether a story says something new: more than who is in it."""
    return any(s.key in (DEVELOPMENTS, "corrections") or SECTIONS[s.key].claims for s in told.sections)


def _claim_rank(key: str) -> int:
    return CLAIM_ORDER.index(key) if key in CLAIM_ORDER else len(CLAIM_ORDER)


def _take(key: str, candidates: list[Line], limit: int, taken: dict[Quote, str], told: Told) -> list[Line]:
    rule = SECTIONS[key]
    if not rule.claims:
        return candidates[:limit]
    lines: list[Line] = []
    for line in candidates:
        if len(lines) == limit:
            break
        owner = taken.get(line.quote, key)
        if rule.once and told.repeats(line.quote):
            continue
        if owner == key:
            lines.append(line)
            told.add([line.quote])
        elif key != "what" and _says_more(line):
            lines.append(replace(line, see=owner))
    taken.update((line.quote, key) for line in lines if not line.see)
    return lines


def _says_more(line: Line) -> bool:
    """Whether a line has something to say beside the sentence that stands elsewhere: an answer, or a day."""
    return bool(line.stance or line.unanswered or line.when_date)


def _in_order(group: Group, lines: list[Line]) -> list[Line]:
    """Article by article, as they are read."""
    place = {f.article.id: i for i, f in enumerate(group)}
    return sorted(lines, key=lambda line: (place[line.quote.article], line.quote.span))


def _sourced(group: Group, lines: list[Line]) -> tuple[Line, ...]:
    """The lines that print sentences, with where they have their news."""
    of = {f.article.id: f for f in group}
    return tuple(
        line
        if line.name and not line.unanswered
        else replace(line, sourcing=sourcing(of[line.quote.article], line.quote.span))
        for line in lines
    )
