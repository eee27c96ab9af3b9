"""The people and organisations that a brief must name: each is scored by what the article shows of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, log

from briefing.extract.kinds import DATELINE, is_acronym, named_organisation
from briefing.extract.names import mentions_in
from briefing.lang.names import Names, names
from briefing.lang.who import WhoWords, who_words
from briefing.model import Article, Cast, Document, Entity, Lead, Mention, Sentence

MOST = 8
# The first names must be likely, each by itself; beyond these a reader skims, and the bar is lower.
FIRST = 5

_LEDE = 3
# A mention that begins within so many characters of its sentence's start is its subject, or close to it.
_START = 12
_SHORT_ROLE = 10
# Characters before a name in which "according to the" stands.
_SOURCE = 20
_NOT_TITLE = re.compile(r"['’]s\b|[^\w\s.’'-]")

Signs = dict[str, float]


@dataclass(slots=True, eq=False, repr=False)
class _Uses:
    """Where an entity is first named; how often it is in the lede, opens a sentence, speaks, acts, owns; how
    often it stands in the role of another or describes a noun ("Mesk officers"). `reports`: whether it marks
    the report as its own, "Mesa (AP) –", or is named as an outlet, "the daily Mesa Post".
    """

    first: int
    lede: int = 0
    opens: int = 0
    speaks: int = 0
    pronoun: int = 0
    acts: int = 0
    owns: int = 0
    in_role: int = 0
    describes: int = 0
    told: int = 0
    given: bool = False
    reports: bool = False


def who(document: Document, code: str, cast: Cast, ranked: tuple[Lead, ...]) -> tuple[Entity, ...]:
    """The entities worth printing, most important first, each once; at most `MOST`, and never a mere place.

    Nobody is named in a language without names and weights. `ranked` is not looked at: that somebody is
    named in a good sentence adds nothing to the signs here (measured, docs/quality.md).
    """
    known = who_words(code)
    if known is None:
        return ()
    signs = signs_of(document, code, cast)
    scores = {i: _probability(signs[i], known) for i in signs}
    order = sorted(scores, key=lambda i: (-scores[i], i))[:MOST]
    sure = [i for i in order[:FIRST] if scores[i] >= known.least]
    more = [
        i for i in order[FIRST:] if scores[i] >= (known.least if "outlet" in signs[i] else known.least_more)
    ]
    return tuple([cast.entities[i] for i in (sure + more if len(sure) == FIRST else sure)])


def _probability(signs: Signs, known: WhoWords) -> float:
    total = sum([known.weights[sign] * value for sign, value in signs.items()])
    return round(1 / (1 + exp(-total)), 6)


def signs_of(document: Document, code: str, cast: Cast) -> dict[int, Signs]:
    """For every person and body of the cast, by its index, the signs that it matters, which weights multiply.

    A sign that is not there is not listed.
    """
    lexicon, known = names(code), who_words(code)
    if lexicon is None or known is None or not cast.entities:
        return {}
    uses = _uses(document, cast, lexicon, known)
    people = sum([e.kind == "person" for e in cast.entities])
    most = max([e.mentions for e in cast.entities])
    title = _title(document)
    found: dict[int, Signs] = {}
    for i, entity in enumerate(cast.entities):
        if entity.kind != "place":
            signs = {"bias": 1.0, "few people": 1 / (1 + people), "share of mentions": entity.mentions / most}
            signs["late"] = uses[i].first / len(document.sentences)
            _add_uses(signs, entity, uses[i])
            _add_name(signs, entity, document.article[entity.name], lexicon)
            if document.article[entity.name].lower().split()[-1] in title:
                signs["title"] = 1.0
            elif uses[i].reports or _is_outlet(entity, document.article, known):
                signs["outlet"] = 1.0
            found[i] = signs
    return found


def _title(document: Document) -> frozenset[str]:
    article = document.article
    title = article.title or (article[article.title_span] if article.title_span else "")
    return frozenset(_NOT_TITLE.sub(" ", title.lower()).split())


def _located(document: Document, cast: Cast) -> Iterator[tuple[Mention, Sentence]]:
    """Every mention with its sentence: both stand in reading order."""
    sentences = iter(document.sentences)
    sentence = next(sentences)
    for mention in cast.mentions:
        while mention.span.start >= sentence.span.end:
            sentence = next(sentences)
        yield mention, sentence


def _uses(document: Document, cast: Cast, lexicon: Names, known: WhoWords) -> list[_Uses]:
    text = document.article.text
    found: dict[int, _Uses] = {}
    for mention, sentence in _located(document, cast):
        start, end = mention.span.start, mention.span.end
        uses = found.get(mention.entity)
        if uses is None:
            uses = found[mention.entity] = _Uses(sentence.index)
        uses.lede += sentence.index < _LEDE
        uses.opens += start - sentence.span.start < _START
        uses.owns += text[end : end + 1] in ("'", "’")
        if text[start - 1] == "(":
            uses.reports = uses.reports or DATELINE.match(text, start - 1) is not None
        uses.given = uses.given or text[start:end].partition(" ")[0].lower() in lexicon.given
        after = lexicon.after.match(text, end)
        word = _last_word(text, start)
        uses.reports = uses.reports or word in known.media
        uses.told += word in known.told
        doing = after.lastgroup if after else None
        uses.describes += doing is None and _describes(text, end, lexicon)
        uses.acts += doing == "acts"
        uses.speaks += doing == "says" or word in lexicon.says
        if word in known.before_source:
            uses.speaks += known.according.search(text, max(0, start - _SOURCE), start) is not None
    for entity in cast.entities:
        for mention in mentions_in(cast, entity.role) if entity.role else ():
            found[mention.entity].in_role += 1
    _add_pronouns(text, cast, found, known)
    return [found[i] for i in range(len(cast.entities))]


def _describes(text: str, end: int, lexicon: Names) -> bool:
    """Whether a noun in small letters follows: "Mesk officers"."""
    word = text[end : end + _START]
    return word[:1] == " " and word[1:2].islower() and word.split(maxsplit=1)[0] not in lexicon.openers


def _last_word(text: str, end: int) -> str:
    before = text[max(0, end - _START) : end].split()
    return before[-1] if before else ""


def _add_pronouns(text: str, cast: Cast, found: dict[int, _Uses], known: WhoWords) -> None:
    """ "She said" counts for the person named last."""
    people = [m for m in cast.mentions if cast.entities[m.entity].kind == "person"]
    starts = [m.span.start for m in people]
    for said in known.pronoun_says.finditer(text):
        if text[said.start() - 1].lower() not in known.pronoun_starts:
            continue
        at = bisect_right(starts, said.start()) - 1
        if at >= 0:
            found[people[at].entity].pronoun += 1


def _add_uses(signs: Signs, entity: Entity, uses: _Uses) -> None:
    whose = "person" if entity.kind == "person" else "body"
    signs["early"] = 1 / (1 + uses.first)
    signs["once" if entity.mentions == 1 else "mentions"] = log(entity.mentions) or 1.0
    if not uses.first:
        signs["first sentence"] = 1.0
    for sign, count in (
        (f"lede, {whose}", uses.lede),
        (f"acts, {whose}", uses.acts),
        ("speaks", uses.speaks),
        ("pronoun speaks", uses.pronoun),
        ("opens", uses.opens),
    ):
        if count:
            signs[sign] = log(1 + count)
    if uses.told and whose == "body":
        signs["told"] = uses.told / entity.mentions
    if uses.in_role:
        signs["in a role"] = uses.in_role / entity.mentions
    if uses.describes:
        signs["describes"] = uses.describes / entity.mentions
    if uses.owns:
        signs["owns"] = uses.owns / entity.mentions
    if uses.given:
        signs["given name"] = 1.0


def _add_name(signs: Signs, entity: Entity, name: str, lexicon: Names) -> None:
    role = entity.role
    if " " in name:
        signs["several words"] = 1.0
    if entity.kind == "person":
        signs["person"] = 1.0
        if role:
            signs["role, person"] = 1.0
            signs["bare title"] = float(role.end - role.start < _SHORT_ROLE)
        elif signs.keys().isdisjoint(("given name", "speaks", "pronoun speaks")):
            signs["only a name"] = 1.0
        return
    if role:
        signs["role, body"] = 1.0
    if named_organisation(tuple(name.lower().split()), lexicon):
        signs["office"] = 1.0
    if is_acronym(name):
        signs["acronym"] = 1.0


def _is_outlet(entity: Entity, article: Article, known: WhoWords) -> bool:
    """Whether an entity only reports: the article's author or source, a known outlet, or one by its role."""
    name = article[entity.name].lower()
    if entity.kind == "person":
        return article.author is not None and name in article.author.lower()
    own = article.source is not None and name in article.source.lower()
    role = article[entity.role].lower().split() if entity.role else []
    return (
        own or name in known.outlets or name.split()[0] in known.outlets or not known.media.isdisjoint(role)
    )
