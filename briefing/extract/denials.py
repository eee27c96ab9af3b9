"""Denials and non-responses, the claims they answer, and allegations that nobody answers.

Explicit denials are found sentence by sentence (`explicit`, `silence`); implied ones among the statements,
against what the article holds to be answered (`implied`). Each is paired with its claim (`claims`); what is
left of the charges becomes allegations (`allegations`).
"""

from collections.abc import Iterator

from briefing.extract.accusations import Charge, charges
from briefing.extract.allegations import allegations
from briefing.extract.claims import Claims, own_claim, points_back
from briefing.extract.earlier import Answer, earlier_claim
from briefing.extract.explicit import contradictions, innocence
from briefing.extract.hits import Hit, Line
from briefing.extract.implied import Contradiction, contradiction
from briefing.extract.predicates import Lexicons
from briefing.extract.scene import Scene
from briefing.extract.silence import silences
from briefing.extract.speakers import Speakers, remember
from briefing.extract.words import Reading, is_headline, reading
from briefing.lang import accusations as accusing
from briefing.lang import denials as denying
from briefing.lang import implied as implying
from briefing.lang.rank import rank_words
from briefing.lang.speech import Speech, speech
from briefing.model import Allegation, Cast, Denial, Document, Sentence, Span, Stance, Statement

_SILENT = frozenset(("declined_to_comment", "no_response"))
_STANCES: dict[str, Stance] = {
    "absurd": "rejected",
    "mistaken": "disputed",
    "misquoted": "disputed",
    "insisted": "disputed",
    "plain": "disputed",
}


def denials(
    document: Document, code: str, cast: Cast, said: tuple[Statement, ...]
) -> tuple[tuple[Denial, ...], tuple[Allegation, ...]]:
    """Denials in reading order, and the allegations with the indices of their answers."""
    scene, found = scene_of(document, code, cast, said)
    if scene is None:
        return (), ()
    taken = {d.span for d in found}
    found += [_implied_denial(scene, c) for c in _contradictions(scene, said) if c.sentence.span not in taken]
    found.sort(key=lambda d: d.span)
    laid = allegations(scene.read, cast, scene.charges, found, said)
    return tuple(found), tuple(a for a in laid if a.answers or not _owned(document, a, code))


def _owned(document: Document, allegation: Allegation, code: str) -> bool:
    """Whether a charge is owned up to or decided where it is laid, so that nothing is left to answer."""
    accuse = accusing.accusations(code)
    return accuse is not None and bool(accuse.owned.search(document.article[allegation.span].lower()))


def scene_of(
    document: Document, code: str, cast: Cast, said: tuple[Statement, ...]
) -> tuple[Scene | None, list[Denial]]:
    """What implied denials are judged against, and the named denials; no scene without a lexicon."""
    lex, words = denying.denials(code), speech(code)
    accuse, imply = accusing.accusations(code), implying.implied(code)
    if lex is None or words is None or accuse is None or imply is None:
        return None, []
    read = reading(document, cast)
    speakers = Speakers(read, cast, words)
    remember(speakers, document, said)
    laid = charges(read, accuse, words, speakers)
    said_by, stop = _said_by(document, said), rank_words(code).stop
    claims = Claims(read, _by_sentence(laid), said_by, stop, imply.trouble, lex.claim_weights)
    each = (_named_denial(claims, speakers, *named) for named in _explicit(read, words, lex))
    found = [d for d in each if d is not None]
    deniers = frozenset(k for k, e in enumerate(cast.entities) if any(d.speaker == e.name for d in found))
    by_start = {s.span.start: s.index for s in document.sentences}
    denied: dict[int, set[Span | None]] = {
        by_start[d.span.start]: {d.speaker} for d in found if d.speaker and d.stance not in _SILENT
    }
    return Scene(
        read, cast, laid, Lexicons(imply, lex, words), claims, deniers, denied, _troubled(read, imply)
    ), found


def _troubled(read: Reading, lex: implying.Implied) -> frozenset[int]:
    return frozenset(s.index for s in read.document.sentences if not lex.trouble.isdisjoint(read.letters(s)))


def _said_by(document: Document, said: tuple[Statement, ...]) -> dict[int, Span | None]:
    by_start = {s.span.start: s.index for s in document.sentences}
    return {by_start[s.span.start]: s.speaker for s in said}


def _by_sentence(laid: list[Charge]) -> dict[int, tuple[Charge, ...]]:
    found: dict[int, tuple[Charge, ...]] = {}
    for charge in laid:
        found[charge.sentence.index] = (*found.get(charge.sentence.index, ()), charge)
    return found


def _explicit(read: Reading, words: Speech, lex: denying.Denials) -> Iterator[tuple[Sentence, Line, Hit]]:
    """The first named denial of each sentence."""
    for sentence in read.document.sentences:
        letters = read.letters(sentence)
        if letters.isdisjoint(lex.triggers):
            continue
        line = Line(read.words(sentence), read.low(sentence), words, lex)
        hit = next(_hits(line, letters), None)
        if hit is not None and not is_headline(read.document.text(sentence)):
            yield sentence, line, hit


def _hits(line: Line, letters: frozenset[str]) -> Iterator[Hit]:
    """Every rule behind its trigger: words without which it cannot match."""
    if not letters.isdisjoint(line.lex.verb_words):
        yield from contradictions(line)
    if not letters.isdisjoint(line.lex.innocent_words):
        yield from innocence(line)
    if not letters.isdisjoint(line.lex.silent_words) and not letters.isdisjoint(line.lex.silent_signs):
        yield from silences(line)


def _named_denial(
    claims: Claims, speakers: Speakers, sentence: Sentence, line: Line, hit: Hit
) -> Denial | None:
    voice = speakers.resolve(sentence, hit.source)
    if voice is None and line.w.quoted[hit.cue[0]]:
        return None
    speaker = voice.span if voice else None
    places = [p for p in (speaker, line.w.span(*hit.source)) if p]
    side = {m.entity for place in places for m in claims.read.inside(place)}
    claim = own_claim(line, hit)
    if claim is None and hit.stance not in _SILENT:  # a refusal mostly answers no single sentence
        claim = earlier_claim(claims, sentence, Answer(side, speaker, points_back(line, hit)))
    cue = line.w.span(*hit.cue)
    evidence = (cue,) if hit.claim is None else (cue, line.w.span(*hit.claim))
    return Denial(sentence.span, speaker, hit.stance, "explicit", cue, claim, hit.rule, evidence)


def _contradictions(scene: Scene, said: tuple[Statement, ...]) -> Iterator[Contradiction]:
    """The likeliest implied denial of each sentence whose speaker is known.

    What is found shows where the same speaker may go on denying: the sentences around are read again.
    """
    by_start = {s.span.start: s for s in scene.read.document.sentences}
    each = [(s, by_start[s.span.start]) for s in said if s.speaker is not None]
    best = _best(scene, each)
    around: set[int] = set()
    for index, found in best.items():
        scene.denied.setdefault(index, set()).add(found.statement.speaker)
        around |= {index - 1, index + 1, index + 2}
    yield from (best | _best(scene, [(s, at) for s, at in each if at.index in around])).values()


def _best(scene: Scene, each: list[tuple[Statement, Sentence]]) -> dict[int, Contradiction]:
    best: dict[int, Contradiction] = {}
    for statement, sentence in each:
        found = contradiction(scene, statement, sentence)
        if found and (sentence.index not in best or found.score > best[sentence.index].score):
            best[sentence.index] = found
    return best


def _implied_denial(scene: Scene, found: Contradiction) -> Denial:
    p, statement = found.predicate, found.statement
    side = scene.side(statement)[0]
    claim = earlier_claim(scene.claims, found.sentence, Answer(side, statement.speaker))
    rule = f"said: {', '.join(found.why[:3])}"
    stance = _STANCES.get(p.kind, "denied")
    return Denial(
        statement.span, statement.speaker, stance, "implied", p.words, claim, rule, (p.clause, p.words)
    )
