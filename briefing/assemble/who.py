"""Whom a story names: everybody once, under the fullest name, with a role that any of its articles gives."""

from collections import defaultdict
from dataclasses import dataclass

from briefing.assemble.names import Name, name_at, roll
from briefing.model import Entity, Findings, Group, Line, Quote


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody in one article: its place in the story, and the entity's place among those worth naming."""

    article: int
    rank: int
    f: Findings
    entity: Entity
    name: Name


def who(story: Group) -> list[Line]:
    """The people and organisations to name: those in most articles first, then the most prominent."""
    names = roll(story)
    parties: dict[Quote, list[_Seen]] = defaultdict(list)
    for i, f in enumerate(story):
        for rank, entity in enumerate(f.who):
            name = name_at(f, entity.name, entity.kind)
            full = names.find(f, entity.name)
            own = name or Name(Quote(f.article.id, entity.name), f.article[entity.name], (), entity.kind)
            parties[full.quote if full else own.quote].append(_Seen(i, rank, f, entity, own))
    return [_line(seen) for seen in sorted(parties.values(), key=_weight)]


def _weight(seen: list[_Seen]) -> tuple[int, float, int, int]:
    """Sort key: number of articles, the sum of one over the rank in each, first appearance."""
    prominence = round(sum([1 / (1 + s.rank) for s in seen]), 6)
    return -len({s.article for s in seen}), -prominence, seen[0].article, seen[0].rank


def _line(seen: list[_Seen]) -> Line:
    """The fullest name; of equally full ones that which stands with a role, else a role from elsewhere."""
    best = min(seen, key=lambda s: (-len(s.name.words), s.entity.role is None, s.article))
    at = best if best.entity.role else next((s for s in seen if s.entity.role), best)
    role = Quote(at.f.article.id, at.entity.role) if at.entity.role else None
    name = Quote(best.f.article.id, best.entity.name)
    return Line(Quote(at.f.article.id, at.entity.shows), "who", name=name, role=role)
