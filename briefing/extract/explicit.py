"""Denials that are named: a cue, an object that states something, and a subject that answers for it.

The cue alone is not the label: in PolNeAR 40 % of the cues are refused offers, rejected bills, court rulings.
What separates them is the object (claim, report, that-clause) and the subject (a party, not a court).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.sources import Phrase, after, bare, before, head_at, is_adverb
from briefing.extract.words import MARK, Words
from briefing.lang.denials import Cue, Denials
from briefing.lang.speech import Speech
from briefing.model import Span, Stance

_CLAUSE_BREAKS = frozenset(",;:—–()" + MARK)


@dataclass(frozen=True, slots=True)
class Hit:
    """A denial cue in one sentence: words `cue`, its source phrase, and the words that say what is denied."""

    cue: Phrase
    source: Phrase | None
    stance: Stance
    rule: str
    claim: Phrase | None


def contradictions(w: Words, speech: Speech, lex: Denials) -> Iterator[Hit]:
    """Verbs that deny, reject or dispute, with an object that can be denied."""
    for at, low in enumerate(w.low):
        if at in w.name or low not in lex.verbs:
            continue
        for cue in lex.verbs[low]:
            hit = _contradiction(w, at, cue, speech, lex)
            if hit:
                yield hit
                break


def _contradiction(w: Words, at: int, cue: Cue, speech: Speech, lex: Denials) -> Hit | None:
    stop = at + 1
    if cue.particle:
        found = [k for k in range(at + 1, min(len(w), at + 4)) if w.low[k] == cue.particle]
        if not found:
            return None
        stop = found[0] + 1
    if at and not w.low[at].endswith(speech.participle) and w.low[at - 1] in speech.governing - {speech.to}:
        return None
    if at and w.low[at - 1] in speech.determiner:
        return None
    group = _verb_group(w, at, speech)
    if any(low in speech.either for low in w.low[max(0, at - 4) : at]):
        return None
    if any(w.low[k] in lex.negators or w.low[k] in lex.doubtful or w.low[k].endswith("n't") for k in group):
        return None
    if any(w.low[k] in lex.passive for k in group) and not w.low[at].endswith("ing"):
        return _passive(w, at, stop, cue, speech, lex)
    if w.low[stop : stop + 1] == [speech.by]:
        return _passive(w, at, stop, cue, speech, lex)
    source = before(w, at, speech)
    if source is None or _cannot_answer(w, source, speech, lex):
        return None
    if w.quoted[at] and not _answers_in_quotes(w, source, speech):
        return None
    claim = _object(w, stop, speech)
    if any(w.low[k] in lex.claim for k in range(at + 1, stop - 1)):
        claim = (at + 1, stop - 1)  # "waved the accusation away"
    if not _deniable(w, claim, cue, speech, lex):
        return None
    return Hit((at, stop), source, cue.stance, f"{w.low[at]} {cue.takes}", claim)


def _verb_group(w: Words, at: int, speech: Speech) -> range:
    """The auxiliaries and adverbs in front of a verb, and the verb a "to" hangs on."""
    first = at
    while first > 0 and w.quoted[first - 1] == w.quoted[at] and (first - 1) not in w.name:
        low = w.low[first - 1]
        if not (is_adverb(low, speech) or low in speech.auxiliary or low.endswith("n't")):
            break
        first -= 1
    if first > 1 and first < at and w.low[first] == speech.to:
        first -= 1
    return range(first, at)


def _cannot_answer(w: Words, source: Phrase, speech: Speech, lex: Denials) -> bool:
    words = w.low[source[0] : source[1]]
    if any(word in lex.deciders or word in lex.things for word in words):
        return True
    return not w.quoted[source[0]] and len(words) == 1 and speech.pronoun.get(words[0]) == "self"


def _answers_in_quotes(w: Words, source: Phrase, speech: Speech) -> bool:
    """Inside quotation marks only "I", "we" and a name can be whose denial it is."""
    return w.quoted[source[0]] and (speech.pronoun.get(bare(w.low[source[0]])) == "self" or source[1] - 1 in w.name)


def _object(w: Words, at: int, speech: Speech) -> Phrase | None:
    """The words after a verb up to the end of its clause."""
    stop = at
    while stop < len(w) and not (w.low[stop] in (",", ";", "—", "–", "…") and w.quoted[stop] == w.quoted[at]):
        if w.low[stop] == MARK and w.quoted[at]:
            break
        stop += 1
    return (at, stop) if stop > at else None


def _deniable(w: Words, claim: Phrase | None, cue: Cue, speech: Speech, lex: Denials) -> bool:
    if claim is None:
        return cue.takes == "any"
    words = w.low[claim[0] : claim[1]]
    head = _head_words(words, speech)
    if words[0] == speech.that and len(words) > 1:
        return True
    if (
        cue.takes != "claim"
        and words[0] in speech.pointing
        and (len(words) == 1 or words[1] in speech.edge | {"."})
    ):
        return True
    if any(x in lex.claim for x in head):
        return True
    if words[0] in lex.person and words[0] not in speech.possessive:
        return False
    if any(x in lex.gifts for x in head) or claim[0] in w.name:
        return False
    return cue.takes == "any"


def _head_words(words: list[str], speech: Speech) -> list[str]:
    """The words of the object's own noun phrase, without what hangs on it."""
    head: list[str] = []
    for word in words[:9]:
        if word in speech.preposition or word in _CLAUSE_BREAKS or (word in speech.edge and head):
            break
        head.append(word)
    return head


def _passive(w: Words, at: int, stop: int, cue: Cue, speech: Speech, lex: Denials) -> Hit | None:
    """`The claim was denied by the firm`: what stands before the verb is the claim, the source follows "by"."""
    subject = before(w, at, speech)
    if subject is None or not any(x in lex.claim for x in w.low[subject[0] : subject[1]]):
        return None
    if w.low[stop : stop + 1] != [speech.by]:
        return None
    source = after(w, stop, speech)
    if source is None or _cannot_answer(w, source, speech, lex):
        return None
    return Hit((at, stop), source, cue.stance, f"{w.low[at]} by", subject)


def innocence(w: Words, text: str, speech: Speech, lex: Denials) -> Iterator[Hit]:
    """Pleas of not guilty and other assertions of innocence."""
    base = w.start[0]
    for found in lex.innocence.finditer(text):
        at = bisect_left(w.start, base + found.start())
        if at >= len(w):
            continue
        stop = bisect_left(w.start, base + found.end())
        source = before(w, at, speech)
        if source and (not w.quoted[at] or _answers_in_quotes(w, source, speech)):
            to = w.low[stop : stop + 1] == [speech.to]
            yield Hit((at, stop), source, "denied", "innocence", _object(w, stop, speech) if to else None)


def silences(w: Words, text: str, speech: Speech, lex: Denials) -> Iterator[Hit]:
    """Refusals to comment and answers that never came."""
    base = w.start[0]
    for head in lex.silent_heads.finditer(text):
        found = lex.silent.match(text, head.start())
        if found is None:
            continue
        at = bisect_left(w.start, base + found.start())
        if at >= len(w):
            continue
        stop = max(at + 1, bisect_left(w.start, base + found.end()))
        stance: Stance = "declined_to_comment" if found["declined"] else "no_response"
        source = _silent_party(w, text, found, at, speech, lex)
        if w.quoted[at] and (source is None or not _answers_in_quotes(w, source, speech)):
            continue
        if source is None or (not found["asker"] and not _asked_for(w, source, stop, stance, speech, lex)):
            continue
        yield Hit((at, stop), source, stance, "declined" if found["declined"] else "unanswered", None)


def _silent_party(
    w: Words, text: str, found: re.Match[str], at: int, speech: Speech, lex: Denials
) -> Phrase | None:
    if found["asker"]:
        return _asked(w, text, found.start(), speech, lex) or _asked(w, text, 0, speech, lex)
    if found["neither"]:
        return at + 1, next(k for k in range(at + 1, len(w)) if w.low[k] in speech.joins)
    return before(w, at, speech)


def _asked(w: Words, text: str, since: int, speech: Speech, lex: Denials) -> Phrase | None:
    """The party of "calls to X were not returned", where the subject is the call."""
    found = lex.asked.search(text, since)
    if not found:
        return None
    first = last = bisect_left(w.start, w.start[0] + found.end())
    while last < len(w) and (last in w.name or not _ends_party(w.low[last], speech)):
        last += 1
    return (first, last) if last > first else None


def _ends_party(low: str, speech: Speech) -> bool:
    return (
        low in speech.edge
        or low in _CLAUSE_BREAKS
        or low in speech.preposition - speech.joins_people
        or low == speech.to
    )


def _asked_for(w: Words, source: Phrase, stop: int, stance: Stance, speech: Speech, lex: Denials) -> bool:
    words = w.low[source[0] : source[1]]
    if w.low[head_at(w, source, speech)] in lex.unasked or _cannot_answer(w, source, speech, lex):
        return False
    if stance == "declined_to_comment":
        return True
    rest = w.low[stop : stop + 12]
    if w.low[stop - 1] in lex.needs_request:
        return any(x in lex.requests for x in rest + words)
    if rest[:1] == [speech.to]:
        return any(x in lex.requests for x in rest)
    return True
