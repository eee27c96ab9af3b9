"""Whom a story names: everybody once, under the fullest name, with a role that any of its articles gives."""

from collections import defaultdict
from typing import NamedTuple

from briefing.assemble.names import Name, name_at, roll
from briefing.lang.rank import rank_words
from briefing.model import Entity, Findings, Group, Line, Quote


class _Seen(NamedTuple):
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


def _vagueness(s: _Seen) -> int:
    """0 for a role that stands by itself, 1 for one that leans on another name ("her rival"), 2 for none."""
    role = s.f.article[s.entity.role].split() if s.entity.role else []
    if not role:
        return 2
    return int(role[0].lower() in rank_words(s.f.language).stop)


def _line(seen: list[_Seen]) -> Line:
    """The fullest name with the plainest role, the one that stands beside that name if it can be."""
    best = min(seen, key=lambda s: (-len(s.name.words), _vagueness(s), s.article))
    at = min(seen, key=lambda s: (_vagueness(s), s is not best, s.article))
    role = Quote(at.f.article.id, at.entity.role) if at.entity.role else None
    name = Quote(best.f.article.id, best.entity.name)
    return Line(Quote(at.f.article.id, at.entity.shows), "who", name=name, role=role)
