"""Where the source of a reporting verb stands: the noun phrase before it, or after it when inverted.

Positions are word numbers of a sentence's `Words`; a phrase is `(first, stop)`, stop exclusive.
"""

from briefing.extract.words import MARK, Words
from briefing.lang.speech import Speech

Phrase = tuple[int, int]

_BREAKS = frozenset(",;:—–-()…?!" + MARK)
_OPENERS = {",": ",", ")": "(", "—": "—", "–": "–", "-": "-"}


def before(w: Words, verb: int, lex: Speech) -> Phrase | None:
    """The subject of the verb that starts at word `verb`, when it stands before it."""
    at = _back_over_auxiliaries(w, verb - 1, lex)
    if at < 0:
        return None
    low = w.low[at]
    if low in lex.relative or (low == lex.that and at > 0 and w.low[at - 1] not in _BREAKS):
        at = at - 2 if at and w.low[at - 1] == "," else at - 1
        return noun_phrase(w, at, lex) if at >= 0 else None
    if low == "," and w.low[verb].endswith(lex.participle):
        return _before_participle(w, at, lex)
    if low in _OPENERS:
        return _before_parenthesis(w, at, lex)
    if low in lex.joins or low in lex.edge or low == MARK:
        return clause_subject(w, at, lex, w.quoted[verb])
    found = noun_phrase(w, at, lex)
    if found is None or _governed(w, found, lex) or _is_object(w, found, verb, lex):
        return clause_subject(w, at, lex, w.quoted[verb])
    return found


def after(w: Words, verb: int, lex: Speech) -> Phrase | None:
    """The subject of an inverted verb: `," said Jane Roe, a lawyer for the city`."""
    first = verb + 1
    while first < len(w) and is_adverb(w.low[first], lex):
        first += 1
    if first >= len(w) or w.low[first] in _BREAKS or w.low[first] in lex.preposition:
        return None
    stop = first
    while stop < len(w) and not _ends_source(w, stop, first, lex):
        stop += 1
    return (first, stop) if stop > first else None


def noun_phrase(w: Words, last: int, lex: Speech) -> Phrase | None:
    """The noun phrase whose last word is `last`, with "for X" and "of X" after a noun that speaks."""
    if last < 0 or w.low[last] in _BREAKS or w.low[last] in lex.edge or w.low[last].isdigit():
        return None
    first = _phrase_start(w, last, lex)
    while first >= 2:
        joint, head = w.low[first - 1], w.low[first - 2]
        hangs = joint in lex.joins_people and (head in lex.people or _plain_noun(w, first - 2, lex))
        if not hangs and not (joint in lex.joins and _joins(w, first, lex)):
            break
        start = _phrase_start(w, first - 2, lex)
        if hangs and head not in lex.people and start > 0 and w.low[start - 1] not in _BREAKS:
            break
        first = start
    return (first, last + 1)


def is_adverb(low: str, lex: Speech) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in lex.skip or (low.endswith("ly") and low not in lex.not_adverbs and len(low) > 4)


def _before_participle(w: Words, comma: int, lex: Speech) -> Phrase | None:
    """`A is B, Roe said, denying C`: who spoke last in the sentence, else the sentence's subject."""
    for at in range(comma - 1, 0, -1):
        if w.low[at] in lex.reporting and not w.quoted[at] and at not in w.name:
            return after(w, at, lex) if w.low[at - 1] in _BREAKS else before(w, at, lex)
    return clause_subject(w, comma, lex, w.quoted[comma])


def bare(low: str) -> str:
    """A word without its contraction: "i'm" → "i"."""
    return low.partition("'")[0]


def _governed(w: Words, phrase: Phrase, lex: Speech) -> bool:
    """Whether the phrase hangs on a preposition, so that it cannot be a subject."""
    first = phrase[0]
    return first > 0 and first not in w.name and w.low[first - 1] in lex.governing


def _is_object(w: Words, phrase: Phrase, verb: int, lex: Speech) -> bool:
    """`did her best to evade`: what stands before "to" and is neither name nor pronoun is no subject."""
    last = phrase[1] - 1
    infinitive = any(w.low[k] == lex.to for k in range(phrase[1], verb))
    return infinitive and last not in w.name and w.low[last] not in lex.people and w.low[last] not in lex.pronoun


def _back_over_auxiliaries(w: Words, at: int, lex: Speech) -> int:
    quoted = w.quoted[at + 1]
    while at >= 0 and w.quoted[at] == quoted:
        low = w.low[at]
        contraction = low.endswith("n't")
        if not contraction and (at in w.name or not is_adverb(low, lex)):
            if at >= 1 and low in lex.time_lead and w.low[at + 1] in lex.skip:
                at -= 1
                continue
            break
        at -= 1
    return at


def _phrase_start(w: Words, last: int, lex: Speech) -> int:
    first = last
    while first > 0:
        low, before_it = w.low[first], w.low[first - 1]
        if first in w.name and w.name.get(first - 1) is w.name[first]:
            first -= 1
            continue
        if low in lex.determiner or low in lex.pronoun and first == last and low not in lex.possessive:
            break
        if (
            before_it in _BREAKS
            or before_it in lex.edge
            or before_it in lex.preposition
            or before_it in lex.joins
        ):
            break
        if before_it in lex.reporting and first - 1 not in w.name:
            break
        if (is_adverb(before_it, lex) and first - 1 not in w.name) or w.quoted[first - 1] != w.quoted[last]:
            break
        first -= 1
    return first


def _plain_noun(w: Words, at: int, lex: Speech) -> bool:
    low = w.low[at]
    if low.endswith(("ed", "ing")):
        return False
    return (
        low not in lex.edge and low not in _BREAKS and low not in lex.preposition and not is_adverb(low, lex)
    )


def _joins(w: Words, first: int, lex: Speech) -> bool:
    """Whether "and" before word `first` joins two names or nouns, not two clauses."""
    left = w.low[first - 2]
    both_named = first in w.name and (first - 2) in w.name
    return both_named or (left in lex.people and first - 2 >= 0)


def _before_parenthesis(w: Words, close: int, lex: Speech) -> Phrase | None:
    opener = _OPENERS[w.low[close]]
    at = close - 1
    while at >= 0 and w.low[at] != opener and w.low[at] != MARK:
        at -= 1
    if at <= 0 or w.low[at] == MARK:
        return clause_subject(w, close, lex, w.quoted[close])
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
        if found[0] == 0 or w.low[found[0] - 1] not in lex.preposition:
            return found
        hanging = hanging or found
    return hanging or _opening(w, stop, lex, quoted)


def _opening(w: Words, stop: int, lex: Speech, quoted: bool) -> Phrase | None:
    """The determined noun phrase that opens the sentence, up to its first auxiliary: "The Freedonian national has"."""
    first = next((k for k in range(stop) if w.quoted[k] == quoted and w.low[k] != MARK), stop)
    if first >= stop or w.low[first] not in lex.determiner:
        return None
    last = next((k for k in range(first, stop) if w.low[k] in lex.auxiliary or w.low[k] in _BREAKS), stop)
    return (first, last) if first < last < stop and last - first <= 6 else None


def _subject_at(w: Words, at: int, stop: int, lex: Speech, quoted: bool) -> Phrase | None:
    """The name, pronoun or speaking noun at word `at`, as a phrase; None when it owns what follows."""
    low = w.low[at]
    if at in w.name:
        end = at + 1
        while end < stop and w.name.get(end) is w.name[at]:
            end += 1
        last = None if owns(w.low[end - 1]) else _head_after(w, end, stop, lex)
        return (_phrase_start(w, end - 1, lex), last) if last else None
    if bare(low) in lex.subject_pronoun or (quoted and lex.pronoun.get(bare(low)) == "self"):
        return (at, at + 1)
    if (low in lex.people or low in lex.papers) and not owns(low) and _head_after(w, at + 1, stop, lex):
        return noun_phrase(w, at, lex)
    return None


def _head_after(w: Words, end: int, stop: int, lex: Speech) -> int | None:
    """Where the phrase of a name ends: "the Roe campaign" after its noun; None when another name is the head."""
    last = end
    for at in range(end, min(stop, end + 5)):
        low = w.low[at]
        if at in w.name:
            return None
        if low in _BREAKS or low in lex.edge or low in lex.preposition or low in lex.joins or is_adverb(low, lex):
            break
        if low in lex.people:
            last = at + 1
    return last


def head_at(w: Words, phrase: Phrase, lex: Speech) -> int:
    """The number of a phrase's head word: its last word before anything that hangs on it."""
    for at in range(phrase[0] + 1, phrase[1]):
        if w.low[at] in lex.joins_people and at not in w.name:
            return at - 1
    return phrase[1] - 1


def owns(low: str) -> bool:
    """Whether a word is a possessive: "roe's"."""
    return low.endswith("'s") or low.endswith("s'")


def _ends_source(w: Words, at: int, first: int, lex: Speech) -> bool:
    low = w.low[at]
    if low in _BREAKS or w.quoted[at] or low in lex.relative or low == lex.that:
        return True
    if at in w.name:
        return False
    if low in lex.preposition:
        return low not in lex.joins_people or w.low[at - 1] not in lex.people
    return low in lex.edge or (is_adverb(low, lex) and at > first)
