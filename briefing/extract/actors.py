"""Who has to act: the addressee of a demand, the subject of everything else."""

import re

from briefing.extract.names import entity_at, last_named_person, mentions_in
from briefing.extract.sights import Sight
from briefing.model import Cast, Entity, Mention, Sentence, Span

_CLAUSE = re.compile(r"""[^;:—–“”"(),]+$""")
_WORD = re.compile(r"[\w’'&.-]+")
# Characters before a trigger where its subject may stand, and before a sentence for who a pronoun is.
_NEAR, _EARLIER = 120, 1500
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
    at = base + sight.start
    if sight.subject in ("he", "first"):
        said = _speaker(sight, sentence, cast) if sight.subject == "first" else None
        person = said or last_named_person(cast, at, max(0, base - _EARLIER))
        return person.name if person else None
    near = mentions_in(cast, Span(max(base, at - _NEAR), at))
    if near and (sight.subject in ("name", "who") or _apposed(sight)):
        return _entity(cast, near[-1] if sight.subject == "name" else near[0 if _apposed(sight) else -1]).name
    return _phrase(sight, base)


def _apposed(sight: Sight) -> bool:
    return sight.words[: sight.start].rstrip().endswith(",")


def _speaker(sight: Sight, sentence: Sentence, cast: Cast) -> Entity | None:
    """Who says "I": the last one named behind the quotation in its sentence."""
    after = mentions_in(cast, Span(sentence.span.start + sight.end, sentence.span.end))
    people = [_entity(cast, m) for m in after]
    return next((p for p in reversed(people) if p.kind == "person"), None) if sight.attributed else None


def _entity(cast: Cast, mention: Mention) -> Entity:
    return cast.entities[mention.entity]


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
