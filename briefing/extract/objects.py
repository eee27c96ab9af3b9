"""What a denial verb takes: whether its object states something that can be denied."""

from briefing.extract.hits import Line
from briefing.extract.nouns import Phrase
from briefing.extract.words import MARK
from briefing.lang.denials import Cue

_ENDS = frozenset(",;—–…")
_BREAKS = frozenset(",;:—–()" + MARK)
# The noun of an object is among its first words.
_HEAD = 9


def object_of(line: Line, at: int) -> Phrase | None:
    """The words after a verb up to the end of its clause."""
    w = line.w
    if at >= len(w):
        return None
    stop = at
    while stop < len(w) and not (w.low[stop] in _ENDS and w.quoted[stop] == w.quoted[at]):
        if w.low[stop] == MARK and w.quoted[at]:
            break
        stop += 1
    return (at, stop) if stop > at else None


def deniable(line: Line, claim: Phrase | None, cue: Cue) -> bool:
    """Whether a verb with this object denies: claims always, gifts and people never, the rest by the verb."""
    if claim is None:
        return cue.takes == "any"
    words = line.words(claim)
    head = noun_words(line, words)
    if cue.takes == "label":
        only_scorned = line.lex.untruths.isdisjoint(words) and not line.lex.remarks.isdisjoint(head)
        named = any(x in line.lex.claim for x in head) and not only_scorned
        return named and not line.lex.dismissive.isdisjoint(words)
    if cue.takes == "assertion":
        return any(x in line.lex.assertion for x in head)
    states = (words[0] == line.speech.that and len(words) > 1) or any(x in line.lex.claim for x in head)
    if states or (cue.takes != "claim" and _points(line, words)):
        return True
    given = any(x in line.lex.gifts for x in head) or claim[0] in line.w.name
    somebody = words[0] in line.lex.person and words[0] not in line.speech.possessive
    return cue.takes == "any" and not given and not somebody


def _points(line: Line, words: list[str]) -> bool:
    """`denied this`: a pronoun that stands for the claim."""
    return words[0] in line.speech.pointing and (len(words) == 1 or words[1] in line.speech.edge)


def noun_words(line: Line, words: list[str]) -> list[str]:
    """The words of the object's own noun phrase, without what hangs on it."""
    head: list[str] = []
    for word in words[:_HEAD]:
        if word in line.speech.preposition or word in _BREAKS or (word in line.speech.edge and head):
            break
        head.append(word)
    return head
