"""Reporting verbs in a sentence, each with its source: where a statement can be."""

from typing import NamedTuple

from briefing.extract.nouns import Phrase, is_adverb, owns
from briefing.extract.sources import after, before
from briefing.extract.words import MARK, Words
from briefing.lang.speech import Speech

PAUSE = frozenset(",:" + MARK)


class Frame(NamedTuple):
    """A reporting verb at word `verb` with its source phrase; `inverted`: the source stands after it."""

    verb: int
    source: Phrase
    inverted: bool
    rule: str


def frames(w: Words, lex: Speech) -> list[Frame]:
    """Every reporting verb of a sentence outside quotation marks whose source stands in the sentence."""
    found = []
    for at in [k for k, low in enumerate(w.low) if low in lex.triggers]:
        low = w.low[at]
        if w.quoted[at] or at in w.name:
            continue
        if low in lex.clause or low in lex.quote:
            frame = _verb_frame(w, at, lex)
            if frame:
                found.append(frame)
        elif low == lex.according[0] and w.low[at + 1 : at + 2] == [lex.according[1]]:
            source = after(w, at + 1, lex)
            if source:
                found.append(Frame(at, source, True, "according to"))
    return found


def _verb_frame(w: Words, at: int, lex: Speech) -> Frame | None:
    if not _is_verb(w, at, lex):
        return None
    only_quoting = w.low[at] not in lex.clause
    if only_quoting and not _beside_quote(w, at, lex):
        return None
    if w.low[at - 1 : at] == [MARK] or w.low[max(0, at - 2) : at] == [MARK, ","] or _after_comma(w, at, lex):
        source = after(w, at, lex)
        if source and (w.low[at - 1] == MARK or _closes(w, source[1], lex)):
            return Frame(at, source, True, "inverted")
    source = before(w, at, lex)
    return Frame(at, source, False, "quoting verb" if only_quoting else "saying verb") if source else None


def _is_verb(w: Words, at: int, lex: Speech) -> bool:
    """Whether a form that may also be a noun, a participle or a passive reports speech here."""
    low, previous = w.low[at], w.low[at - 1] if at else MARK
    if low.endswith("ing"):
        return (
            previous in PAUSE
            or previous in lex.auxiliary
            or previous in lex.joins
            or previous in lex.governing
        )
    if previous == lex.to and low in lex.bare:
        return w.low[at - 2] in lex.skip - lex.auxiliary  # "continued to say"
    if previous in lex.determiner or previous in lex.governing or owns(previous):
        return False
    if previous in lex.passive:
        return False
    if low not in lex.bare or at - 1 in w.name or previous in PAUSE:
        return True
    return (
        previous in lex.plural
        or previous.endswith("s")
        or previous in lex.auxiliary
        or is_adverb(previous, lex)
    )


def _after_comma(w: Words, at: int, lex: Speech) -> bool:
    """`the plan failed, said a spokesman`: a comma without quotation marks, and a speaker named next."""
    if w.low[at - 1 : at] != [","] or at + 1 >= len(w) or lex.clause.get(w.low[at]) in lex.listener:
        return False
    if w.low[at].endswith(lex.participle):  # "Roe left, saying the mayor lied"
        return False
    if w.low[at] not in lex.clause:  # "Roe, who leads, mocked Pike for"
        return False
    source = after(w, at, lex)
    named = source and (
        source[0] in w.name
        or w.low[source[1] - 1] in lex.people
        or (w.low[source[0] + 1 : source[0] + 2] and w.low[source[0] + 1] in lex.people)
    )
    return bool(named)


def _closes(w: Words, at: int, lex: Speech) -> bool:
    """Whether a source that ends before word `at` can end there, rather than start a clause with a verb."""
    return at >= len(w) or w.low[at] in PAUSE or w.low[at] in lex.preposition or w.low[at] in lex.relative


def _beside_quote(w: Words, at: int, lex: Speech) -> bool:
    """Whether quoted words, or "that", stand near enough to be what the verb reports."""
    if w.low[at + 1 : at + 2] == [lex.that]:
        return True
    return MARK in w.low[at + 1 : at + 12] or MARK in w.low[max(0, at - 6) : at]
