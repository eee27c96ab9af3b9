"""What the sentence of a denial says itself of what is denied; `earlier` looks for it further up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.extract.accusations import Charge
from briefing.extract.hits import Hit, Line
from briefing.extract.nouns import Phrase
from briefing.extract.words import MARK, Reading, Words, straight
from briefing.model import Sentence, Span

# An object of so few words points back.
_POINTER = 2
# A clause that states a claim has at least so many words.
_CLAUSE = 6
# So few words open the quotation that a claim is waved away with.
_LABEL = 4
# What stands between a statement and the noun or "which" that takes it up.
_ASIDE = frozenset((",", "-", "–", "—", MARK))
_LETTERS = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claims:
    """What an article offers as claims: charges, and sentences in which somebody speaks or asks."""

    read: Reading
    charges: dict[int, tuple[Charge, ...]]
    said_by: dict[int, Span | None]
    stop: frozenset[str]
    trouble: frozenset[str]
    weights: Mapping[str, float]
    _stems: dict[int, frozenset[str]] = field(default_factory=dict)

    def stems(self, sentence: Sentence) -> frozenset[str]:
        """The first letters of a sentence's longer words, looked for once."""
        if sentence.index not in self._stems:
            self._stems[sentence.index] = stems(self.read.document.text(sentence), self.stop)
        return self._stems[sentence.index]


def own_claim(line: Line, hit: Hit) -> Span | None:
    """The object of a denial when it states what is denied, not "the allegations" or "this"."""
    w, speech, lex = line.w, line.speech, line.lex
    if hit.source[0] and w.low[hit.source[0] - 1] in lex.which:
        return _before(w, hit.source[0] - 1)
    if hit.claim is None or hit.claim[1] <= hit.cue[0]:
        return _taken_up(line, hit.source if hit.claim is None else hit.claim)
    words = _first_part(line, line.words(hit.claim), labelled=hit.rule.endswith(" label"))
    if words[0] in speech.pointing and words[0] != speech.that and len(words) < 4:
        return _before(w, hit.source[0] - 1)
    rest = _telling(line, words)
    called = next((k for k, x in enumerate(words) if x in lex.likening), len(words))
    if len(rest) >= 2 and _telling(line, words[:called]):
        label = line.words((hit.claim[0] + called, hit.claim[0] + called + _LABEL))
        scorned = (
            hit.stance == "rejected" and words[0] != speech.that and not lex.dismissive.isdisjoint(label)
        )
        stop = called if scorned else len(words)
        return w.span(hit.claim[0] + _when(line, words), hit.claim[0] + stop)
    but = not rest and w.low[hit.source[0] - 1] in lex.but
    return _before(w, hit.source[0] - 1) if but else None


def _when(line: Line, words: list[str]) -> int:
    """How many words stand before the clause that states a claim: two in `denied on Monday that he lied`."""
    speech = line.speech
    stop = words.index(speech.that) if speech.that in words[: _LABEL + 2] else 0
    nouns = any(x in line.lex.claim for x in words[:stop])
    return 0 if nouns or words[0] in speech.determiner else stop


def _telling(line: Line, words: list[str]) -> list[str]:
    """The words of an object that do more than point at a claim."""
    speech = line.speech
    idle = (speech.determiner, speech.skip, line.lex.anaphoric)
    return [x for x in words if not any(x in words_of for words_of in idle)]


def _first_part(line: Line, words: list[str], labelled: bool) -> list[str]:
    """An object without what is joined to it, and without how it was answered.

    `any wrongdoing and points out that`, `the claim by pointing out that`, `the reports "absurd and fake"`,
    `the charges through a lawyer`, `questions before leaving`, and of a label `the reports absurd`;
    `attacks from Roe and other candidates that he lied` is whole.
    """
    speech = line.speech
    if words[-1] == ")":
        words = words[:-1]
    for k in range(1, len(words)):
        named = labelled and words[k] in line.lex.dismissive
        by_means = words[k] in line.lex.means and not speech.people.isdisjoint(words[k + 1 : k + _LABEL])
        then = words[k] in speech.subordinate and words[min(k + 1, len(words) - 1)].endswith(
            speech.participle
        )
        if named or by_means or then:
            return words[: k - 1] if named and words[k - 1] in speech.determiner else words[:k]
        joined = words[k] in speech.joins and not _told_by(line, words[k:])
        by = words[k] == speech.by and speech.that not in words[:k]
        answered = by and words[k + 1 : k + 2] and words[k + 1].endswith(speech.participle)
        called = words[k] == MARK and not line.lex.dismissive.isdisjoint(words[k + 1 : k + _LABEL])
        if joined or answered or called or words[k] in line.lex.but:
            return words[:k]
    return words


def _told_by(line: Line, words: list[str]) -> bool:
    """Whether those who make a claim come right before the clause that states it."""
    pairs = pairwise(words)
    return any(noun in line.speech.people and that == line.speech.that for noun, that in pairs)


def _taken_up(line: Line, noun: Phrase) -> Span | None:
    """`They said A, a claim (that) Moscow denied`: what the noun after the comma sums up."""
    first, low = noun[0], line.w.low
    summed = first > 0 and low[first - 1] in _ASIDE and not line.lex.claim.isdisjoint(low[first : first + 2])
    return _before(line.w, first) if summed else None


def _before(w: Words, stop: int) -> Span | None:
    """`They said A, which the firm denied`: what stands before word `stop`, when it is long enough."""
    while stop > 0 and w.low[stop - 1] in _ASIDE:
        stop -= 1
    return w.span(0, stop) if stop >= _CLAUSE else None


def points_back(line: Line, hit: Hit) -> bool:
    """`disputed the claim`, `rejected that`: the object is what was said last."""
    words = _first_part(line, line.words(hit.claim), labelled=False) if hit.claim else []
    return 0 < len(words) <= _POINTER and words[0] in line.speech.definite


def stems(text: str, stop: frozenset[str]) -> frozenset[str]:
    """The first letters of the longer words of a text."""
    return frozenset([w[:5] for w in _LETTERS.findall(straight(text)) if w not in stop])
