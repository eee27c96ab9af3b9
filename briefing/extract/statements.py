"""Who said what: content, cue and source of reported and quoted speech.

The terms are those of PARC and PolNeAR (Newell et al. 2018): a *source* utters a *content*, reported by
a *cue*.
A sentence is read only when it holds a reporting verb or a quotation mark.
"""

from collections.abc import Iterator

from briefing.extract.frames import PAUSE, Frame, frames
from briefing.extract.inherit import inherited
from briefing.extract.nouns import Phrase, is_adverb
from briefing.extract.sources import clause_subject
from briefing.extract.speakers import Speakers
from briefing.extract.words import MARK, Reading, Words, reading
from briefing.lang.speech import Speech, speech
from briefing.model import Cast, Document, Sentence, Statement

_COLON = ":"
# With fewer words behind a colon it is a name or a slogan that is quoted.
_SPEECH = 5
# "said in an interview broadcast on Sunday by the state radio that" is as long as adverbials get.
_ADVERBIAL = 14


def statements(document: Document, code: str, cast: Cast) -> tuple[Statement, ...]:
    """Every attributed sentence in reading order; quotations without a verb inherit their run's speaker."""
    lex = speech(code)
    if lex is None:
        return ()
    read = reading(document, cast)
    speakers = Speakers(read, cast, lex)
    found: list[Statement] = []
    for sentence in document.sentences:
        if not lex.triggers.isdisjoint(read.letters(sentence)):
            found += _in_sentence(read, sentence, lex, speakers)
        if _COLON in read.low(sentence) and not (found and found[-1].span == sentence.span):
            found += _introduced(read, sentence, lex, speakers)
    found += inherited(read, found)
    return tuple(sorted(found, key=lambda s: (s.span.start, (s.cue or s.span).start)))


def _in_sentence(read: Reading, sentence: Sentence, lex: Speech, speakers: Speakers) -> list[Statement]:
    w = read.words(sentence)
    found: list[Statement] = []
    for frame in frames(w, lex):
        content = _content(w, frame, lex)
        if not content:
            continue
        voice = speakers.resolve(sentence, frame.source)
        if voice:
            speakers.spoke[sentence.index] = voice
        spans = tuple(w.span(a, b) for a, b in content)
        found.append(
            Statement(
                sentence.span,
                voice.span if voice else None,
                w.span(*frame.source),
                w.span(frame.verb, frame.verb + (2 if frame.rule == "according to" else 1)),
                spans,
                any(w.quoted[k] for a, b in content for k in range(a, b)),
                frame.rule,
            )
        )
    return found


def _introduced(read: Reading, sentence: Sentence, lex: Speech, speakers: Speakers) -> Iterator[Statement]:
    """`She turned to the crowd: "Go home now."`: a colon reports as a verb does."""
    w = read.words(sentence)
    at = next((k for k in range(1, len(w) - _SPEECH) if w.low[k : k + 2] == [":", MARK]), None)
    source = clause_subject(w, at, lex) if at and not w.quoted[at] else None
    voice = speakers.resolve(sentence, source) if source else None
    if at and source and voice:
        speakers.spoke[sentence.index] = voice
        content = (w.span(*_trim(w, at + 1, len(w))),)
        yield Statement(sentence.span, voice.span, w.span(*source), None, content, True, "colon")


def _content(w: Words, frame: Frame, lex: Speech) -> list[Phrase]:
    """The words reported: what follows the verb, or what stands before it, or both around it."""
    start = min(frame.source[0], frame.verb)
    end = max(frame.source[1] if frame.inverted else 0, frame.verb + 1)
    marked = start >= 2 and w.low[start - 1] == MARK
    fronted = marked or (
        start >= 2 and w.low[start - 1] == "," and (frame.inverted or _pauses(w, frame, end, lex))
    )
    parts = []
    if fronted:
        parts.append(_trim(w, 0, start))
    follows = _after_verb(w, frame, end, lex)
    stop = _relative_end(w, frame, lex)
    if follows is not None and follows < stop and (not fronted or w.quoted[min(follows + 1, len(w) - 1)]):
        if parts and not w.quoted[parts[0][1] - 1]:
            parts.clear()  # "Asked by the coroner, Roe said: 'No.'": what comes first is no speech
        parts.append(_trim(w, follows, stop))
    return [p for p in parts if p[1] > p[0]]


def _relative_end(w: Words, frame: Frame, lex: Speech) -> int:
    """`Roe, who said A, was B`: a relative clause ends at its comma, any other at the end of the sentence."""
    opened = any(w.low[k] in lex.relative and w.low[k - 1] == "," for k in range(frame.source[1], frame.verb))
    if not opened:
        return len(w)
    return next((k for k in range(frame.verb + 4, len(w)) if w.low[k] == "," and not w.quoted[k]), len(w))


def _pauses(w: Words, frame: Frame, at: int, lex: Speech) -> bool:
    """Whether nothing is reported after the verb: the sentence ends, or goes on with an adverbial."""
    if lex.clause.get(w.low[frame.verb]) in lex.listener:
        return not any(low in (lex.that, MARK, ":") for low in w.low[at : at + 6]) and len(w) - at < 5
    while at < len(w) and w.low[at] not in PAUSE and (w.low[at] in lex.skip or w.low[at] in lex.time_lead):
        at += 1
    return at >= len(w) or w.low[at] in (",", ":") or w.low[at] in lex.preposition


def _after_verb(w: Words, frame: Frame, end: int, lex: Speech) -> int | None:
    """The word at which the reported clause or quotation starts."""
    lemma = lex.clause.get(w.low[frame.verb]) or lex.quote.get(w.low[frame.verb], "")
    at = end
    if frame.inverted or frame.rule == "quoting verb":
        for k in range(at, len(w)):
            if w.low[k] == MARK and k + 1 < len(w) and w.quoted[k + 1]:
                return k
        return at if frame.rule == "quoting verb" or frame.rule == "according to" else None
    if lemma in lex.listener:
        at = _over_listener(w, at, lex)
    while at < len(w) and (
        w.low[at] in lex.time_lead or (is_adverb(w.low[at], lex) and w.low[at] not in lex.auxiliary)
    ):
        at += 1
    if at < len(w) and w.low[at] in PAUSE:
        for k in range(at, len(w)):
            if w.low[k] == MARK:
                return k
        return None
    if at < len(w) and (w.low[at] in lex.preposition or _addressed(w, end, lex)):
        return _over_adverbial(w, at, lex)
    return at if _starts_clause(w, at, lemma, lex) else None


def _addressed(w: Words, at: int, lex: Speech) -> bool:
    """`complained to reporters that`, not `claimed to have won`: a listener stands behind the verb."""
    if w.low[at : at + 1] != [lex.to] or at + 1 >= len(w):
        return False
    after = w.low[at + 1]
    return at + 1 in w.name or after in lex.determiner or after in lex.possessive or after in lex.people


def _over_adverbial(w: Words, at: int, lex: Speech) -> int | None:
    """`said in an interview on Tuesday that`: the clause or quotation behind an adverbial."""
    for k in range(at, min(len(w), at + _ADVERBIAL)):
        if w.low[k] in (lex.that, MARK):
            return k
    return None


def _starts_clause(w: Words, at: int, lemma: str, lex: Speech) -> bool:
    if at >= len(w):
        return False
    low = w.low[at]
    if low == lex.that or w.quoted[at]:
        return True
    if lemma in lex.strict:
        return (low in lex.clause_start and low not in lex.determiner) or (
            low in lex.pronoun and low not in lex.possessive
        )
    return (low not in lex.preposition and low not in lex.edge) or low in lex.clause_start


def _over_listener(w: Words, at: int, lex: Speech) -> int:
    for k in range(at, min(len(w), at + 9)):
        if w.low[k] == MARK or w.low[k] == lex.that:
            return k
    return min(at + 1, len(w))


def _trim(w: Words, first: int, stop: int) -> Phrase:
    while first < stop and w.low[first] in PAUSE:
        first += 1
    while stop > first and w.low[stop - 1] in PAUSE:
        stop -= 1
    return (first, stop)
