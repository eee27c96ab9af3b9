"""The people and organisations that a brief must name: every entity is scored by what the article shows of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

from briefing.extract.kinds import is_acronym, named_organisation
from briefing.lang.names import Names, names
from briefing.lang.who import WhoWeights, who_weights
from briefing.model import Cast, Document, Entity, Lead, Mention, Sentence

MOST = 8
_LEDE = 3
_NEAR = 12

Signs = dict[str, float]


@dataclass(slots=True)
class _Uses:
    """Where an entity is named and what happens there: sentences, speech, first place in a sentence, possession."""

    first: int
    last: int
    best: int
    lede: int = 0
    speaks: int = 0
    opens: int = 0
    owns: int = 0
    surname: int = 0
    given: int = 0
    article: int = 0
    inside: int = 0
    acts: int = 0


def who(document: Document, code: str, cast: Cast, ranked: tuple[Lead, ...]) -> tuple[Entity, ...]:
    """The entities worth printing, most important first, each once: at most `MOST`, none below the cut-off.

    Nobody is named in a language without names and weights.
    """
    known = who_weights(code)
    if known is None:
        return ()
    scores = [_probability(signs, known) for signs in signs_of(document, code, cast, ranked)]
    order = sorted((-score, i) for i, score in enumerate(scores) if score >= known.least)
    return tuple(cast.entities[i] for _, i in order[:MOST])


def _probability(signs: Signs, known: WhoWeights) -> float:
    weights = known.weights
    return round(1 / (1 + exp(-sum(weights[sign] * value for sign, value in signs.items()))), 6)


def signs_of(document: Document, code: str, cast: Cast, ranked: tuple[Lead, ...]) -> list[Signs]:
    """For every entity of the cast the signs that it matters, by name: what the weights multiply."""
    lexicon, known = names(code), who_weights(code)
    if lexicon is None or known is None or not cast.entities:
        return []
    uses = _uses(document, cast, ranked, lexicon)
    people = sum(e.kind == "person" for e in cast.entities)
    most = max(e.mentions for e in cast.entities)
    title = frozenset(_title(document).split())
    return [
        _use_signs(e, u, len(document.sentences), e.mentions / most)
        | _name_signs(e, document.article[e.name], title, lexicon, known)
        | {"few people": 1 / (1 + people), "bias": 1.0}
        for e, u in zip(cast.entities, uses, strict=True)
    ]


def _title(document: Document) -> str:
    article = document.article
    title = article.title or (article[article.title_span] if article.title_span else "")
    return re.sub(r"['’]s\b|[^\w\s.’'-]", " ", title.lower())


def _located(document: Document, cast: Cast) -> Iterator[tuple[Mention, Sentence]]:
    """Every mention with its sentence: both stand in reading order."""
    sentences = iter(document.sentences)
    sentence = next(sentences)
    for mention in cast.mentions:
        while mention.span.start >= sentence.span.end:
            sentence = next(sentences)
        yield mention, sentence


def _uses(document: Document, cast: Cast, ranked: tuple[Lead, ...], lexicon: Names) -> list[_Uses]:
    text = document.article.text
    rank = {lead.span.start: i for i, lead in enumerate(ranked)}
    found: list[_Uses | None] = [None] * len(cast.entities)
    for mention, sentence in _located(document, cast):
        index, (start, end) = sentence.index, (mention.span.start, mention.span.end)
        uses = found[mention.entity]
        if uses is None:
            uses = found[mention.entity] = _Uses(index, index, len(ranked))
        uses.last = index
        uses.best = min(uses.best, rank.get(sentence.span.start, len(ranked)))
        uses.lede += index < _LEDE
        uses.opens += start - sentence.span.start < _NEAR
        uses.owns += text[end : end + 1] in "'’" and end < len(text)
        before = text[max(0, start - _NEAR) : start].split()
        word = before[-1].lower() if before else ""
        uses.article += word == "the"
        uses.inside += word in lexicon.place_cues
        uses.given += text[start:end].partition(" ")[0].lower() in lexicon.given
        uses.surname += " " not in text[start:end]
        after = lexicon.after.match(text, end)
        doing = after.lastgroup if after else None
        uses.speaks += doing == "says" or word in lexicon.says
        uses.acts += doing == "acts"
    return [u for u in found if u]


def _use_signs(entity: Entity, uses: _Uses, sentences: int, share: float) -> Signs:
    person = entity.kind == "person"
    speaks = log(1 + uses.speaks)
    return {
        "person": float(person),
        "place": float(entity.kind == "place"),
        "mentions": log(entity.mentions),
        "once": float(entity.mentions == 1),
        "first sentence": float(uses.first == 0),
        "lede": log(1 + uses.lede),
        "early": 1 / (1 + uses.first),
        "end only": float(uses.first == sentences - 1 and sentences > _LEDE),
        "best rank": 1 / (1 + uses.best),
        "speaks": speaks * person,
        "body speaks": speaks * (not person),
        "acts": log(1 + uses.acts) * person,
        "body acts": log(1 + uses.acts) * (not person),
        "body lede": log(1 + uses.lede) * (not person),
        "body share": share * (not person),
        "share": share,
        "opens": log(1 + uses.opens),
        "surname": float(uses.surname > 0 and uses.surname < entity.mentions),
        "given name": float(uses.given > 0),
        "with article": uses.article / entity.mentions,
        "in place": uses.inside / entity.mentions,
        "owns": uses.owns / entity.mentions,
        "role": float(entity.role is not None) * person,
        "body role": float(entity.role is not None) * (not person),
    }


def _name_signs(entity: Entity, name: str, title: frozenset[str], lexicon: Names, known: WhoWeights) -> Signs:
    low = name.lower()
    words = tuple(low.split())
    titled = float(words[-1] in title)
    body = entity.kind == "organisation"
    return {
        "title": titled,
        "body title": titled * (entity.kind != "person"),
        "outlet": float(low in known.outlets and not titled),
        "several words": float(len(words) > 1),
        "office": float(body and named_organisation(words, lexicon)),
        "acronym": float(body and is_acronym(name)),
    }
