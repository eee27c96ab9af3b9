"""Who is named where: mentions, the entities they belong to, and look-ups in the result.

Detection (`runs`) and roles (`roles`) have rooms of their own; here mentions are grouped by what the
document itself shows: a last name belongs to the full name that carries it, letters to the name they
abbreviate, "the Justice Department" to "Department of Justice".
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable

from briefing.extract.roles import role_of
from briefing.extract.runs import Candidate, candidates
from briefing.lang.names import Names, names
from briefing.model import Cast, Document, Entity, Kind, Mention, Span

_SMALL = frozenset(("of", "the", "for", "and", "on", "in", "&"))


def cast(document: Document, code: str) -> Cast:
    """Everybody named in the document, most important first, with every mention in reading order.

    Without a lexicon of names for `code` the cast is empty.
    """
    lexicon = names(code)
    if lexicon is None:
        return Cast((), ())
    groups = _group(document, list(candidates(document, lexicon)), lexicon)
    entities = [(_entity(document, group, lexicon), group) for group in groups]
    order = sorted(range(len(entities)), key=lambda i: (-_weight(entities[i][1]), entities[i][1][0].start))
    mentions = [Mention(Span(c.start, c.end), rank) for rank, i in enumerate(order) for c in entities[i][1]]
    return Cast(tuple(entities[i][0] for i in order), tuple(sorted(mentions, key=lambda m: m.span)))


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


def last_named_person(cast: Cast, before: int, since: int = 0) -> Entity | None:
    """The person whose mention ends last at or before offset `before` and begins at or after `since`."""
    for mention in reversed(mentions_in(cast, Span(since, before))):
        if cast.entities[mention.entity].kind == "person":
            return cast.entities[mention.entity]
    return None


def _start(mention: Mention) -> int:
    return mention.span.start


def _end(mention: Mention) -> int:
    return mention.span.end


def _weight(group: list[Candidate]) -> float:
    return len(group) + 10 / (1 + group[0].sentence)


def _content(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) - _SMALL


def _group(document: Document, found: list[Candidate], lexicon: Names) -> list[list[Candidate]]:
    groups: dict[object, list[Candidate]] = {}
    by_last: dict[str, list[object]] = defaultdict(list)
    by_first: dict[str, list[object]] = defaultdict(list)
    letters: dict[str, object] = {}
    for c in found:
        if len(c.words) > 1:
            words = tuple(w for w in c.words if w not in lexicon.suffixes)
            org = words[-1] in lexicon.organisations or words[0] in lexicon.org_openers
            key: object = _content(words) if org else (words[0], words[-1])
            if key not in groups:
                by_last[words[-1]].append(key)
                by_first[words[0]].append(key)
                letters.setdefault("".join(w[0] for w in words if w not in _SMALL), key)
            groups.setdefault(key, [])
    known = {c.words[0] for c in found if len(c.words) == 1 and not c.weak}
    for c in found:
        if len(c.words) > 1:
            words = tuple(w for w in c.words if w not in lexicon.suffixes)
            org = words[-1] in lexicon.organisations or words[0] in lexicon.org_openers
            key = _content(words) if org else (words[0], words[-1])
        else:
            word = c.words[0]
            if word in by_last:
                key = by_last[word][0]
            elif word in by_first:
                key = by_first[word][0]
            elif word in letters and document.article.text[c.start : c.end].isupper():
                key = letters[word]
            elif word in lexicon.peoples or (c.weak and word not in known):
                continue
            else:
                key = (word,)
        groups.setdefault(key, []).append(c)
    return [g for g in groups.values() if g]


def _kind(group: list[Candidate], lexicon: Names) -> Kind:
    longest = max(group, key=lambda c: len(c.words)).words
    joined = " ".join(longest)
    if any(c.title for c in group):
        return "person"
    if longest[-1] in lexicon.organisations or joined in lexicon.known or longest[0] in lexicon.org_openers:
        return "organisation"
    if joined in lexicon.places:
        return "place"
    if longest[0] in lexicon.male or longest[0] in lexicon.female or len(longest) > 1:
        return "person"
    return "organisation"


def _entity(document: Document, group: list[Candidate], lexicon: Names) -> Entity:
    fullest = max(group, key=lambda c: (len(c.words), -c.start))
    kind = _kind(group, lexicon)
    name = Span(fullest.start, fullest.end)
    role, shows = role_of(document, group, lexicon) if kind != "place" else (None, name)
    return Entity(name, kind, role, shows or name, len(group))
