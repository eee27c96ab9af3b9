"""Who has to act: the addressee of a demand, the subject of everything else."""

import re

from briefing.extract.names import entity_at, last_named_person, mentions_in
from briefing.extract.sights import Sight
from briefing.model import Cast, Entity, Sentence, Span

_CLAUSE = re.compile(r"""[^;:—–“”"(),]+$""")
_WORD = re.compile(r"[\w’'&.-]+")
# Characters before a trigger where its subject may stand, and before a sentence for who a pronoun is.
_NEAR, _EARLIER = 120, 1500
_MARKS, _OPENING = "”\"’'", '“"‘'
# Words of a noun phrase that is printed as it stands.
_LONGEST = 9


def actor(sight: Sight, sentence: Sentence, cast: Cast) -> Span | None:
    """The fullest name the article gives, else the noun phrase as printed, else nothing.

    `sight.start` counts from the sentence; spans returned count from the article.
    """
    if sight.kind == "demand" and sight.target:
        return _addressee(sight, sentence.span.start, cast)
    return _subject(sight, sentence, cast)


def _addressee(sight: Sight, base: int, cast: Cast) -> Span | None:
    words = list(_WORD.finditer(sight.words, sight.start, sight.end))[1:-1]
    low = [w[0].lower() for w in words]
    drop = next((i for i, w in enumerate(low) if w not in sight.steps.words["particles"]), len(low))
    words = words[drop:]
    if not words:
        return None
    whole = Span(base + words[0].start(), base + words[-1].end())
    if len(words) == 1 and low[-1] in sight.steps.words["pronouns"]:
        person = last_named_person(cast, whole.start, max(0, base - _EARLIER))
        return person.name if person and low[-1] not in sight.steps.words["it"] else None
    named = entity_at(cast, whole)
    return named.name if named and named.kind != "place" else whole


def _subject(sight: Sight, sentence: Sentence, cast: Cast) -> Span | None:
    base = sentence.span.start
    if sight.subject in ("first", "he", "it"):
        return _pronoun(sight, sentence, cast)
    if sight.among("plural", [w.lower() for w in sight.before[-1:]]):
        return None  # "they" are seldom the last ones named
    named = _named(cast, Span(base, base + sight.start))
    if sight.subject == "name":
        return _name(named[-1]) if named else _phrase(sight, base)
    joined = sight.words[: sight.start].rstrip().endswith(",") or sight.among("joining", sight.clause[-1:])
    if joined or sight.subject == "who":
        people = [entity for entity in named if entity.kind == "person"] or named
        if people:
            return people[0 if joined else -1].name
    return _phrase(sight, base)


def _pronoun(sight: Sight, sentence: Sentence, cast: Cast) -> Span | None:
    base = sentence.span.start
    since, at = max(0, base - _EARLIER), base + sight.start
    if sight.subject == "first":
        return _name(_speaker(sight, sentence, cast) or last_named_person(cast, at, since))
    said = re.search(
        rf"\b(?:{'|'.join(sorted(sight.steps.words['reported']))})\s", sight.words[: sight.start]
    )
    if said and sight.among("reported", sight.clause[-4:]):
        teller = [e for e in _named(cast, Span(base, base + said.start())) if e.kind != "place"]
        if teller:
            return teller[0].name
    if sight.subject == "he":
        return _name(_opening(sentence, cast) or last_named_person(cast, at, since))
    bodies = [e for e in _named(cast, Span(since, at)) if e.kind == "organisation"]
    return bodies[-1].name if bodies else None


def _opening(sentence: Sentence, cast: Cast) -> Entity | None:
    """The person whose name opens the sentence: its subject, whom "she" further on mostly means."""
    first = next(iter(mentions_in(cast, sentence.span)), None)
    opens = first is not None and first.span.start == sentence.span.start
    entity = cast.entities[first.entity] if first is not None and opens else None
    return entity if entity is not None and entity.kind == "person" else None


def _named(cast: Cast, span: Span) -> list[Entity]:
    return [cast.entities[mention.entity] for mention in mentions_in(cast, span)]


def _name(entity: Entity | None) -> Span | None:
    return entity.name if entity else None


def _speaker(sight: Sight, sentence: Sentence, cast: Cast) -> Entity | None:
    """Who says "I": the first one named behind the quotation in its sentence, else before it."""
    closed = max(sight.words.rfind(mark, sight.end) for mark in _MARKS)
    opened = max(sight.words.rfind(mark, 0, sight.start) for mark in _OPENING)
    base = sentence.span.start
    behind, before = Span(base + max(closed, sight.end), sentence.span.end), Span(base, base + max(opened, 0))
    people = [e for place in (behind, before) for e in _named(cast, place) if e.kind == "person"]
    return people[0] if people and sight.attributed else None


def _phrase(sight: Sight, base: int) -> Span | None:
    """The words before the trigger in its clause, from behind the last linking word."""
    clause = _CLAUSE.search(sight.words[: sight.start].rstrip())
    if not clause:
        return None
    words = list(_WORD.finditer(sight.words, clause.start(), sight.start))
    while words and words[-1][0].lower().replace("’", "'") in sight.steps.words["trailing"]:
        words.pop()
    for i in range(len(words) - 1, -1, -1):
        if words[i][0].lower() in sight.steps.words["linking"]:
            words = words[i + 1 :]
            break
    words = words[-_LONGEST:]
    return Span(base + words[0].start(), base + words[-1].end()) if words else None
