"""Where the source of a reporting verb stands: the noun phrase before it, or after it when inverted."""

from briefing.extract.nouns import (
    BREAKS,
    Phrase,
    bare,
    head_after,
    is_adverb,
    is_done,
    noun_phrase,
    opening_phrase,
    owns,
    phrase_start,
)
from briefing.extract.words import MARK, Words
from briefing.lang.speech import Speech

_OPENERS = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-"}
# "for the coalition of eight": so many words hang on a noun that speaks at most.
_HUNG = 7


def before(w: Words, verb: int, lex: Speech) -> Phrase | None:
    """The subject of the verb that starts at word `verb`, when it stands before it."""
    at = _back_over_auxiliaries(w, verb - 1, lex)
    if at < 0:
        return (0, 1) if verb and w.low[0] in lex.alone else None  # "Both denied it"
    low = w.low[at]
    if low in lex.relative or (low == lex.that and at > 0 and w.low[at - 1] not in BREAKS):
        return noun_phrase(w, at - 2 if at and w.low[at - 1] in _OPENERS.values() else at - 1, lex)
    if low in _OPENERS:
        participle = low == "," and w.low[verb].endswith(lex.participle)
        return _before_participle(w, at, lex) if participle else _before_parenthesis(w, at, lex)
    hanging = at not in w.name and low in lex.preposition  # "for reporting", "by refusing"
    ends = hanging or low in lex.joins or low in lex.edge or low == MARK
    found = None if ends else noun_phrase(w, at, lex)
    if found and _is_part(w, found[0], lex):
        return found[0] - 2, found[1]
    if (
        found is None
        or _governed(w, found, lex)
        or _is_object(w, found, verb, lex)
        or _lasts(w, found, verb, lex)
    ):
        return clause_subject(w, at, lex, w.quoted[verb])
    return found


def _is_part(w: Words, first: int, lex: Speech) -> bool:
    """Whether `several of` stands before a phrase and opens a clause."""
    part = first > 1 and w.low[first - 1] == lex.of and w.low[first - 2] in lex.determiner
    return part and (first < 3 or w.low[first - 3] in BREAKS or w.low[first - 3] in lex.edge)


def after(w: Words, verb: int, lex: Speech) -> Phrase | None:
    """The subject of an inverted verb: `," said Jane Roe, a lawyer for the city`."""
    first = verb + 1
    while first < len(w) and is_adverb(w.low[first], lex):
        first += 1
    if first >= len(w) or w.low[first] in BREAKS or w.low[first] in lex.preposition:
        return None
    stop = first
    while stop < len(w) and not _ends_source(w, stop, first, lex):
        stop += 1
    while stop > first and w.low[stop - 1] in lex.joins_people:
        stop -= 1
    return (first, stop) if stop > first else None


def clause_subject(w: Words, stop: int, lex: Speech, quoted: bool = False) -> Phrase | None:
    """The first phrase before word `stop` that can be a subject; one that hangs on a preposition comes last.

    `quoted`: look inside the quotation marks instead of outside.
    """
    hanging: Phrase | None = None
    for at in range(stop):
        if w.quoted[at] != quoted or w.name.get(at, 0) is w.name.get(at - 1, 1):
            continue
        found = _subject_at(w, at, stop, lex, quoted)
        if found is None:
            continue
        if not hangs(w, found[0], lex):
            return found
        hanging = hanging or found
    opening = opening_phrase(w, stop, lex, quoted)
    return opening if opening and hanging and _by(w, hanging, opening, lex) else hanging or opening


def _by(w: Words, hanging: Phrase, opening: Phrase, lex: Speech) -> bool:
    """`The three suspects visited by Roe`: what hangs only says more of what opens the sentence."""
    return opening[1] <= hanging[0] and w.low[hanging[0] - 1] == lex.by


def hangs(w: Words, first: int, lex: Speech) -> bool:
    """Whether a phrase stands beside the main clause: "after Roe was found", "of Roe"."""
    return first > 0 and (w.low[first - 1] in lex.preposition or w.low[first - 1] in lex.subordinate)


def _before_participle(w: Words, comma: int, lex: Speech) -> Phrase | None:
    """`A is B, Roe said, denying C`: who spoke last in the sentence, else the sentence's subject."""
    for at in range(comma - 1, 0, -1):
        if w.low[at] in lex.reporting and not w.quoted[at] and at not in w.name:
            return (after(w, at, lex) if w.low[at - 1] in BREAKS else None) or before(w, at, lex)
    found = clause_subject(w, comma, lex, w.quoted[comma])
    told = found is not None and found[0] > 1 and w.low[found[0] - 1] == lex.that
    return before(w, found[0] - 2, lex) if told and found else found  # "video shows that Roe ran, …"


def _before_parenthesis(w: Words, close: int, lex: Speech) -> Phrase | None:
    opener = _OPENERS[w.low[close]]
    at = close - 1
    while at >= 0 and w.low[at] != opener and w.low[at] != MARK:
        at -= 1
    if at <= 0 or w.low[at] == MARK:
        return clause_subject(w, close, lex, w.quoted[close])
    if (
        w.low[0] in lex.determiner
        and lex.that in w.low[:at]
        and w.name.get(at + 1, 0) is w.name.get(close - 1)
    ):
        return at + 1, close  # "The company that runs the harbour, Roe Mills, denies"
    found = noun_phrase(w, at - 1, lex)
    if found is None:
        return clause_subject(w, at, lex, w.quoted[close])
    return _apposed(w, found, lex)


def _apposed(w: Words, phrase: Phrase, lex: Speech) -> Phrase:
    """`Jane Roe, a lawyer in Columbus` and `Jane Roe, 33, of Columbus` → `Jane Roe`; anything else stays."""
    first = phrase[0]
    while first >= 2:
        comma = first - 2 if w.low[first - 1] in lex.governing else first - 1
        if comma < 1 or w.low[comma] != "," or (first in w.name and comma == first - 1):
            break
        if comma - 1 not in w.name and not w.low[comma - 1].isdigit():
            break
        inner = noun_phrase(w, comma - 1, lex) or (comma - 1, comma)
        phrase, first = inner, inner[0]
    return phrase


def _governed(w: Words, phrase: Phrase, lex: Speech) -> bool:
    """Whether the phrase hangs on a preposition, so that it cannot be a subject ("as Roe said" is none)."""
    first = phrase[0]
    governing = lex.joins_people if first in w.name else lex.governing
    return first > 0 and (
        w.low[first - 1] in governing
        or w.low[first - 1] in lex.becoming
        or w.low[first - 1] == lex.by
        or _backed(w, first, lex)
    )


def _backed(w: Words, first: int, lex: Speech) -> bool:
    """`several delegates supporting Roe`: the name only says which delegates."""
    participle = first > 1 and w.low[first - 1].endswith(lex.participle) and first - 1 not in w.name
    return participle and w.low[first - 2] in lex.people


def _lasts(w: Words, phrase: Phrase, verb: int, lex: Speech) -> bool:
    """`had spent months denying`: a stretch of time is no subject."""
    return w.low[phrase[1] - 1] in lex.stretches and w.low[verb].endswith(lex.participle)


def _is_object(w: Words, phrase: Phrase, verb: int, lex: Speech) -> bool:
    """`did her best to evade`: what stands before "to" and is neither name nor pronoun is no subject."""
    last = phrase[1] - 1
    infinitive = any(w.low[k] == lex.to for k in range(phrase[1], verb))
    seems = w.low[phrase[1]] in lex.skip and w.low[phrase[1]] != lex.to  # "footage appears to"
    return (
        infinitive
        and not seems
        and last not in w.name
        and w.low[last] not in lex.people
        and w.low[last] not in lex.pronoun
    )


def _back_over_auxiliaries(w: Words, at: int, lex: Speech) -> int:
    quoted = w.quoted[at + 1]
    while at >= 0 and w.quoted[at] == quoted:
        low = w.low[at]
        contraction = low.endswith("n't")
        if not contraction and (at in w.name or not is_adverb(low, lex)):
            lead = low in lex.time_lead and (w.low[at + 1] in lex.skip or w.low[at + 1] in lex.lately)
            period = low in lex.periods and at > 1 and w.low[at - 1] in lex.lately
            if at < 1 or not (lead or period):
                break
            at -= period  # "last week"
        at -= 1
    return at


def _subject_at(w: Words, at: int, stop: int, lex: Speech, quoted: bool) -> Phrase | None:
    """The name, pronoun or speaking noun at word `at`, as a phrase; None when it owns what follows."""
    low = w.low[at]
    if at in w.name:
        end = at + 1
        while end < stop and w.name.get(end) is w.name[at]:
            end += 1
        last = None if owns(w.low[end - 1]) else head_after(w, end, stop, lex)
        return (phrase_start(w, end - 1, lex), last) if last else None
    if low in lex.subject_pronoun and lex.pronoun[low] == "thing" and lex.that in w.low[at + 2 : at + 4]:
        return None  # "it appears that"
    if bare(low) in lex.subject_pronoun or (quoted and lex.pronoun.get(bare(low)) == "self"):
        return (at, at + 1)
    compound = not lex.people.isdisjoint(w.low[at + 1 : at + 2])  # "the campaign chairman"
    speaks = (low in lex.people or low in lex.papers) and not compound and not owns(low)
    if speaks and head_after(w, at + 1, stop, lex):
        found = noun_phrase(w, at, lex)
        return found and (found[0], _hung(w, at, stop, lex))
    return None


def _hung(w: Words, at: int, stop: int, lex: Speech) -> int:
    """Where `a spokesman for the coalition` ends whose head is word `at`."""
    end = at + 1
    if end >= stop or w.low[end] not in lex.joins_people:
        return end
    last = end + 1
    while last < min(stop, end + _HUNG) and (last in w.name or not _breaks(w, last, lex)):
        if last > end + 1 and is_done(w, last, lex):
            break
        last += 1
    return last if last > end + 1 else end


def _breaks(w: Words, at: int, lex: Speech) -> bool:
    low = w.low[at]
    ends = low in BREAKS or low in lex.edge or low in lex.relative or low == lex.that or low in lex.joins
    return ends or low in lex.preposition or low in lex.auxiliary or low in lex.reporting or w.quoted[at]


def _ends_source(w: Words, at: int, first: int, lex: Speech) -> bool:
    low = w.low[at]
    if low in BREAKS or w.quoted[at] or low in lex.relative or low == lex.that:
        return True
    if at in w.name:
        return False
    if low in lex.preposition:
        return low not in lex.joins_people or w.low[at - 1] not in lex.people
    return low in lex.edge or (is_adverb(low, lex) and at > first)
