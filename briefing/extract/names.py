"""Who is named where: mentions, the entities they belong to, and look-ups in the result.

Detection (`runs`), kinds and roles have rooms of their own; here mentions are grouped by what the
document itself shows: a last name belongs to the full name that carries it, letters to the name they
abbreviate, "the Justice Department" to "Department of Justice".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from briefing.extract.groups import group
from briefing.extract.kinds import kind_of
from briefing.extract.roles import Roles
from briefing.extract.runs import Candidate, candidates
from briefing.lang.names import Names, names
from briefing.model import Cast, Document, Entity, Kind, Mention, Span

# The kind of what a group of mentions in a text names, and whether that is sure.
Kinds = Callable[[str, list[Candidate], Names], tuple[Kind, bool]]


def cast(document: Document, code: str) -> Cast:
    """Everybody named in the document, most important first, with every mention in reading order.

    Without a lexicon of names for `code` the cast is empty.
    """
    lexicon = names(code)
    if lexicon is None:
        return Cast((), ())
    return cast_of(document, candidates(document, lexicon), lexicon, kind_of)


def cast_of(document: Document, found: list[Candidate], lexicon: Names, kinds: Kinds) -> Cast:
    """The cast that candidates make: grouped by document evidence, of the kind `kinds` says, with roles."""
    text = document.article.text
    groups = sorted(group(text, found, lexicon), key=_importance)
    roles = Roles(document, found, lexicon)
    mentions = [Mention(Span(c.start, c.end), i) for i, members in enumerate(groups) for c in members]
    return Cast(
        tuple([_entity(members, kinds(text, members, lexicon), roles) for members in groups]),
        tuple(sorted(mentions, key=_start)),
    )


def mentions_in(cast: Cast, span: Span) -> tuple[Mention, ...]:
    """The mentions that lie wholly inside `span`, in reading order. O(log n)."""
    first = bisect_left(cast.mentions, span.start, key=_start)
    last = bisect_right(cast.mentions, span.end, key=_end)
    return cast.mentions[first:last]


def entity_at(cast: Cast, span: Span) -> Entity | None:
    """The entity of the first mention that overlaps `span`, `None` when nobody is named there. O(log n)."""
    at = bisect_right(cast.mentions, span.start, key=_end)
    if at < len(cast.mentions) and cast.mentions[at].span.overlaps(span):
        return cast.entities[cast.mentions[at].entity]
    return None


def _start(mention: Mention) -> int:
    return mention.span.start


def _end(mention: Mention) -> int:
    return mention.span.end


def _importance(members: list[Candidate]) -> tuple[float, int]:
    """Many mentions, early mentions: a first order, which `who` refines."""
    return -len(members) - 10 / (2 + members[0].sentence), members[0].start


def _entity(members: list[Candidate], kind_and_sure: tuple[Kind, bool], roles: Roles) -> Entity:
    kind, sure = kind_and_sure
    fullest = max(members, key=lambda c: (len(c.words), len(c.words[-1]), -c.start))
    name = Span(fullest.start, fullest.end)
    if kind == "place" and sure:
        return Entity(name, kind, None, name, len(members))
    found = roles.of(members, kind if sure else None)
    if found is None:
        return Entity(name, kind, None, name, len(members))
    if not sure:
        kind = "organisation" if found.body else "person"
    return Entity(name, kind, found.role, found.shows, len(members))
