"""Claims laid at somebody's door: what an article holds that calls for an answer, and whom it is about."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from briefing.extract.nouns import Phrase, owns
from briefing.extract.sources import before
from briefing.extract.speakers import Speakers
from briefing.extract.words import Reading, Words
from briefing.lang.accusations import Accusations
from briefing.lang.speech import Speech
from briefing.model import Sentence, Span

# The accused is named within so many words of the accusing word.
_NEAR = 9
# So many words in front of a charge say whether it is laid.
_GROUP = 4
_PERSONS = frozenset(("m", "f", "many"))


class Charge(NamedTuple):
    """One accusing expression: where, which words, the accused and who says so (as entity numbers).

    `strong`: it lays a charge. `sure`: it does so with a verb ("accused", "sued", "charged with").
    """

    sentence: Sentence
    cue: Span
    about: tuple[int, ...]
    by: int | None
    rule: str
    strong: bool
    sure: bool


def charges(read: Reading, lex: Accusations, words: Speech, speakers: Speakers) -> list[Charge]:
    """Every accusation of the document in reading order."""
    found: list[Charge] = []
    for sentence in read.document.sentences:
        if not lex.trouble.isdisjoint(read.letters(sentence)):
            found += _in_sentence(read, sentence, read.low(sentence), (lex, words, speakers))
    return found


def _in_sentence(
    read: Reading, sentence: Sentence, text: str, with_: tuple[Accusations, Speech, Speakers]
) -> Iterator[Charge]:
    lex, words, speakers = with_
    w = read.words(sentence)
    for found in lex.accused.finditer(text):
        first, stop = _place(w, found)
        if first < len(w):
            subject = before(w, first, words)
            about = _entity(speakers, sentence, subject)
            if subject and found["active"] and not _is_passive(w, first, words):
                about = _accused(w, stop, sentence, words, speakers)
            strong = found["strong"] is not None and _is_laid(w, first, lex)
            yield Charge(sentence, w.span(first, stop), about, None, "accused", strong, strong)
    for found in lex.accuses.finditer(text):
        first, stop = _place(w, found)
        if first < len(w):
            verb = found["verb"] or found["sure"]
            if verb and not _is_active(w, first, stop, words):
                continue
            by = _entity(speakers, sentence, before(w, first, words)) if verb else ()
            about = tuple(x for x in _accused(w, stop, sentence, words, speakers) if x not in by)
            cue, strong = w.span(first, stop), found["strong"] is not None
            yield Charge(sentence, cue, about, by[0] if by else None, "accuses", strong, bool(found["sure"]))


def _place(w: Words, found: re.Match[str]) -> Phrase:
    first = bisect_left(w.start, w.start[0] + found.start())
    return first, max(first + 1, bisect_left(w.start, w.start[0] + found.end()))


def _is_laid(w: Words, at: int, lex: Accusations) -> bool:
    """Whether the charge at word `at` stands, and is not denied, feared or hoped for."""
    near = w.low[max(0, at - _GROUP) : at]
    return lex.unlaid.isdisjoint(near) and not any(low.endswith("n't") for low in near)


def _is_active(w: Words, first: int, stop: int, words: Speech) -> bool:
    """`accused Roe`, but not "was accused", "accused of", "the accused pilot"."""
    before_it = w.low[first - 1] if first else ""
    after_it = w.low[stop] if stop < len(w) else ""
    noun = before_it in words.determiner or before_it in words.governing - {words.to}
    return not noun and after_it not in words.joins_people and not _is_passive(w, first, words)


def _is_passive(w: Words, at: int, words: Speech) -> bool:
    return at > 0 and (w.low[at - 1] in words.auxiliary or w.low[at - 1].endswith("ly"))


def _entity(speakers: Speakers, sentence: Sentence, phrase: Phrase | None) -> tuple[int, ...]:
    voice = speakers.resolve(sentence, phrase) if phrase else None
    return (voice.entity,) if voice and voice.entity is not None else ()


def _accused(w: Words, at: int, sentence: Sentence, words: Speech, speakers: Speakers) -> tuple[int, ...]:
    """Who is named next, or meant by the pronoun that comes first; nobody by "his allies", "Roe's son"."""
    for k in range(at, min(len(w), at + _NEAR)):
        if k in w.name:
            last = max(n for n, mention in w.name.items() if mention is w.name[k])
            theirs = owns(w.low[last]) or not words.people.isdisjoint(w.low[last + 1 : last + 2])
            return () if theirs else (w.name[k].entity,)
        if w.low[k] in words.possessive and w.low[k + 1 : k + 2] and w.low[k + 1] not in words.preposition:
            return ()
        if words.pronoun.get(w.low[k]) in _PERSONS and not w.quoted[k]:
            return _entity(speakers, sentence, (k, k + 1))
    return ()
