"""Noun phrases without a parser: where the phrase that ends at a word begins, and which word is its head.

Positions are word numbers of a sentence's `Words`; a phrase is `(first, stop)`, stop exclusive.
"""

from briefing.extract.words import MARK, Words
from briefing.lang.speech import Speech

Phrase = tuple[int, int]

# "The Freedonian national has": so long is a noun phrase that opens a sentence at most.
_OPENING = 6
BREAKS = frozenset(",;:—–-()…?!" + MARK)


def noun_phrase(w: Words, last: int, lex: Speech) -> Phrase | None:
    """The noun phrase whose last word is `last`, with "for X" and "of X" after a noun that speaks."""
    if last < 0 or w.low[last] in BREAKS or w.low[last] in lex.edge or w.low[last].isdigit():
        return None
    first = phrase_start(w, last, lex)
    while first >= 2:
        joint, head = w.low[first - 1], w.low[first - 2]
        hangs = joint in lex.joins_people and (head in lex.people or _plain_noun(w, first - 2, lex))
        if not hangs and not (joint in lex.joins and _joins(w, first, lex)):
            break
        start = phrase_start(w, first - 2, lex)
        if hangs and head not in lex.people and start > 0 and w.low[start - 1] not in BREAKS:
            break
        first = start
    return (first, last + 1)


def head_at(w: Words, phrase: Phrase, lex: Speech) -> int:
    """The number of a phrase's head word: its last word before anything that hangs on it."""
    for at in range(phrase[0] + 1, phrase[1]):
        if w.low[at] in lex.joins_people and at not in w.name:
            return at - 1
    return phrase[1] - 1


def head_after(w: Words, end: int, stop: int, lex: Speech) -> int | None:
    """Where the phrase of a name ends: behind "the Roe campaign"; None when another name heads it."""
    last = end
    for at in range(end, min(stop, end + 5)):
        low = w.low[at]
        if at in w.name:
            return None
        if (
            low in BREAKS
            or low in lex.edge
            or low in lex.joins
            or low in lex.preposition
            or low in lex.determiner
            or low in lex.reporting
            or low.endswith(lex.participle)
            or is_adverb(low, lex)
        ):
            break
        if low in lex.people:
            last = at + 1
    return last


def owns(low: str) -> bool:
    """Whether a word is a possessive: "roe's"."""
    return low.endswith("'s") or low.endswith("s'")


def bare(low: str) -> str:
    """A word without its contraction: "i'm" → "i"."""
    return low.partition("'")[0]


def is_adverb(low: str, lex: Speech) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in lex.skip or (low.endswith("ly") and low not in lex.not_adverbs and len(low) > 4)


def phrase_start(w: Words, last: int, lex: Speech) -> int:
    """The first word of the noun phrase whose last word is `last`, without what it hangs on."""
    first = last
    while first > 0:
        low = w.low[first]
        whole = first in w.name and w.name.get(first - 1) is w.name[first]
        counted = w.low[first - 1] in lex.determiner or w.low[first - 1] in lex.alone
        opens = low in lex.determiner and not counted  # "the three defendants", "all three"
        opens = opens or (first == last and low in lex.pronoun and low not in lex.possessive)
        if not whole and (opens or _breaks_left(w, first - 1, w.quoted[last], lex)):
            break
        first -= 1
    return first


def _breaks_left(w: Words, at: int, quoted: bool, lex: Speech) -> bool:
    """Whether word `at` cannot belong to the phrase on its right."""
    low = w.low[at]
    if (
        w.quoted[at] != quoted
        or low in BREAKS
        or low in lex.edge
        or low in lex.preposition
        or low in lex.becoming
        or low in lex.joins
    ):
        return True
    return at not in w.name and (
        low in lex.reporting or is_done(w, at, lex) or (is_adverb(low, lex) and low not in lex.determiner)
    )


def is_done(w: Words, at: int, lex: Speech) -> bool:
    """Whether word `at` is a verb: "has also included members", "delegates supporting Roe"."""
    if not w.low[at].endswith(lex.verbal):
        return False
    if at > 0 and w.low[at - 1] in lex.people and w.low[at].endswith(lex.participle):
        return True
    if at + 1 in w.name and at > 1 and w.low[at].endswith(lex.verbal[0]) and _is_subject_end(w, at - 1, lex):
        return True  # "the player joined Acme", not "the disgraced Roe"
    while at > 1 and is_adverb(w.low[at - 1], lex) and w.low[at - 1] not in lex.auxiliary:
        at -= 1
    return at > 0 and w.low[at - 1] in lex.auxiliary


def _is_subject_end(w: Words, at: int, lex: Speech) -> bool:
    """Whether a noun phrase may end at word `at`: not at "the", "his", "newly" or "for"."""
    low = w.low[at]
    open_ended = low in lex.determiner or low in lex.possessive or low in lex.preposition or owns(low)
    return not open_ended and low not in BREAKS and not is_adverb(low, lex)


def opening_phrase(w: Words, stop: int, lex: Speech, quoted: bool) -> Phrase | None:
    """The determined noun phrase that opens the sentence, up to its first auxiliary."""
    first = next((k for k in range(stop) if w.quoted[k] == quoted and w.low[k] != MARK), stop)
    if first >= stop or w.low[first] not in lex.determiner:
        return None
    last = next((k for k in range(first, stop) if _ends_opening(w, k, k - first, lex)), stop)
    return (first, last) if first < last < stop and last - first <= _OPENING else None


def _ends_opening(w: Words, at: int, length: int, lex: Speech) -> bool:
    low = w.low[at]
    participle = length > 1 and at not in w.name and low.endswith(lex.participle)
    done = low.endswith(lex.verbal) and w.low[at + 1 : at + 2] == [lex.by]  # "visited by"
    return low in lex.auxiliary or low in BREAKS or low in lex.relative or participle or done


def _plain_noun(w: Words, at: int, lex: Speech) -> bool:
    low = w.low[at]
    if low.endswith(lex.verbal) or low in lex.edge or low in BREAKS:
        return False
    return low not in lex.preposition and not is_adverb(low, lex)


def _joins(w: Words, first: int, lex: Speech) -> bool:
    """Whether "and" before word `first` joins two names or nouns, not two clauses."""
    left = w.low[first - 2]
    both_named = first in w.name and (first - 2) in w.name
    clause = bare(w.low[first]) in lex.subject_pronoun  # "asked the office and they"
    return both_named or (left in lex.people and first - 2 >= 0 and not clause) or _opens_pair(w, first, lex)


def _opens_pair(w: Words, first: int, lex: Speech) -> bool:
    """`Roe and his lawyers`: a name that opens its clause, joined to a noun of somebody."""
    name = w.name.get(first - 2)
    if name is None or owns(w.low[first - 2]) or w.low[first] not in lex.determiner | lex.possessive:
        return False
    start = first - 2
    while start > 0 and w.name.get(start - 1) is name:
        start -= 1
    before = w.low[start - 1] if start else MARK
    return before in BREAKS or before in lex.edge or before in lex.reporting or before == lex.that
