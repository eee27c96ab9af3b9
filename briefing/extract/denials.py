"""Denials and non-responses, the claims they answer, and allegations that nobody answers."""

import re
from collections.abc import Iterator

from briefing.extract.explicit import Hit, contradictions, innocence, silences
from briefing.extract.speakers import Speakers
from briefing.extract.words import Reading, reading
from briefing.lang import denials as lexicon
from briefing.lang.speech import Speech, speech
from briefing.model import Allegation, Cast, Denial, Document, Sentence, Statement

_LETTERS = re.compile(r"[a-z]+")


def denials(
    document: Document, code: str, cast: Cast, said: tuple[Statement, ...]
) -> tuple[tuple[Denial, ...], tuple[Allegation, ...]]:
    """Denials in reading order, and the allegations with the indices of their answers."""
    lex, words = lexicon.denials(code), speech(code)
    if lex is None or words is None:
        return (), ()
    read = reading(document, cast)
    speakers = Speakers(read, cast, words)
    found: list[Denial] = []
    for sentence in document.sentences:
        text = document.text(sentence)
        if lex.triggers.isdisjoint(_LETTERS.findall(text.lower())):
            continue
        hits = list(_explicit(read, sentence, text, words, lex))
        if hits:
            found.append(_denial(read, sentence, hits[0], speakers))
    return tuple(found), ()


def _explicit(
    read: Reading, sentence: Sentence, text: str, words: Speech, lex: lexicon.Denials
) -> Iterator[Hit]:
    w = read.words(sentence)
    yield from contradictions(w, words, lex)
    yield from innocence(w, text, words, lex)
    yield from silences(w, text, words, lex)


def _denial(read: Reading, sentence: Sentence, hit: Hit, speakers: Speakers) -> Denial:
    w = read.words(sentence)
    voice = speakers.resolve(sentence, hit.source) if hit.source else None
    cue = w.span(*hit.cue)
    claim = w.span(*hit.claim) if hit.claim else None
    evidence = (cue,) if hit.claim is None else (cue, w.span(*hit.claim))
    return Denial(
        sentence.span, voice.span if voice else None, hit.stance, "explicit", cue, claim, hit.rule, evidence
    )
