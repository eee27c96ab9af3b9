"""Who has to act: the addressee of a demand, the subject of everything else, by the name the article gives.

Subjects and pronouns are resolved as those of statements and denials are (`sources`, `speakers`). What is not
somebody – a hearing, a decision – is nobody: a wrong name in front of a next step is worse than none.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from briefing.extract.names import entity_at
from briefing.extract.nouns import BREAKS, Phrase, bare
from briefing.extract.sights import Sight
from briefing.extract.sources import before
from briefing.extract.speakers import Speakers, remember
from briefing.extract.step_signs import done
from briefing.extract.voices import Voice
from briefing.extract.words import Words, reading
from briefing.lang.speech import Speech, speech
from briefing.model import Cast, Document, Sentence, Span, Statement

_WORD = re.compile(r"[\w’'&.-]+")
# Words before "it" among which is the verb that says who it is.
_TOLD = 8


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Actors:
    """Finds who acts in the next steps of one article; `said` tells whom "I" and "he" mean."""

    speakers: Speakers
    lex: Speech

    @classmethod
    def of(cls, document: Document, code: str, cast: Cast, said: tuple[Statement, ...]) -> "Actors | None":
        """None for a language whose speech is not known."""
        lex = speech(code)
        if lex is None:
            return None
        speakers = Speakers(reading(document, cast), cast, lex)
        remember(speakers, document, said)
        return cls(speakers, lex)

    def actor(self, sight: Sight, sentence: Sentence) -> Span | None:
        """The fullest name the article gives, else the noun phrase as printed, else nothing."""
        if sight.kind == "demand" and self._names_addressee(sight):
            return self._addressee(sight, sentence)
        w = self.speakers.reading.words(sentence)
        at = bisect_left(w.start, sentence.span.start + sight.start)
        phrase = self._subject(w, at) if at < len(w) else None
        if phrase is None:
            return None
        teller = self._teller(sentence, w, phrase)
        voice = teller or self.speakers.resolve(sentence, phrase)
        named = teller is not None and teller.entity is not None
        if voice and (named or self._acts(w, phrase, voice, sight)):
            return self._pair(w, phrase) or voice.span
        return None

    def _names_addressee(self, sight: Sight) -> bool:
        """Whether the words between the verb and its "to" are who is asked: not in "told by the court to"."""
        first = [word.lower() for word in sight.target[:1]]
        return bool(first) and first[0] not in self.lex.passive and first[0] != self.lex.by

    def _pair(self, w: Words, phrase: Phrase) -> Span | None:
        """`Roe and his lawyer`, where they open a clause."""
        first = phrase[0]
        joined = first > 1 and w.low[first] in self.lex.possessive and w.low[first - 1] in self.lex.joins
        mention = w.name.get(first - 2) if joined else None
        if mention is None:
            return None
        start = min(at for at, named in w.name.items() if named is mention)
        opens = start == 0 or w.low[start - 1] in BREAKS or w.low[start - 1] in self.lex.edge
        return w.span(start, phrase[1]) if opens else None

    def _subject(self, w: Words, at: int) -> Phrase | None:
        """The subject of word `at`; in a quotation "it" and "they" are nobody."""
        found = before(w, at, self.lex)
        gender = self.lex.pronoun.get(bare(w.low[found[0]]), "self") if found else "self"
        if found is None or (w.quoted[at] and gender != "self"):
            return None
        if w.low[at - 1] not in self.lex.relative and self._hangs(w, found[0]):
            return None  # "architects from Italy will": the noun that it hangs on is the subject
        return found

    def _teller(self, sentence: Sentence, w: Words, phrase: Phrase) -> Voice | None:
        """In "the firm said it would" the firm; a person is no "it"."""
        if self.lex.pronoun.get(bare(w.low[phrase[0]])) != "thing":
            return None
        told = self._told(w, phrase[0])
        found = before(w, told, self.lex) if told else None
        voice = self.speakers.resolve(sentence, found) if found else None
        return voice if voice and voice.gender not in ("m", "f") else None

    def _told(self, w: Words, pronoun: int) -> int:
        """The word that reports, near before "it": `said it`, `told reporters on Monday that it`."""
        for at in range(pronoun - 1, max(0, pronoun - _TOLD), -1):
            if w.low[at] in self.lex.clause:
                return at
            if w.low[at] in BREAKS or w.low[at] in self.lex.joins:
                break
        return 0

    def _hangs(self, w: Words, first: int) -> bool:
        """Whether a phrase hangs on a preposition; "an outside firm" is none."""
        hangs = first > 0 and w.low[first - 1] in self.lex.preposition
        return hangs and (first < 2 or w.low[first - 2] not in self.lex.determiner)

    def _acts(self, w: Words, phrase: Phrase, voice: Voice, sight: Sight) -> bool:
        """Whether it is somebody; "it" and "some of them" mean no place that happens to be named before."""
        if voice.entity is None:
            head = [self._head(voice.span)]
            one = self.lex.pronoun.get(w.low[phrase[1] - 1]) in ("m", "f")  # "he" is no group
            group = not one and (sight.among("agents", head) or sight.among("bodies", head))
            return group or head[0] in self.lex.people or voice.gender in ("m", "f")
        place = self.speakers.cast.entities[voice.entity].kind == "place"
        return not (place and w.low[phrase[1] - 1] in self.lex.pronoun)

    def _head(self, span: Span) -> str:
        """The head word of a description: `the lawyer` in "the lawyer for the city"."""
        words = self.speakers.reading.document.article[span].lower().split()
        return next((one for one, then in pairwise(words) if then in self.lex.joins_people), words[-1])

    def _addressee(self, sight: Sight, sentence: Sentence) -> Span | None:
        base = sentence.span.start
        words = list(_WORD.finditer(sight.words, sight.start, sight.end))[1:-1]
        low = [w[0].lower() for w in words]
        drop = next((i for i, w in enumerate(low) if w not in sight.steps.words["particles"]), len(low))
        last = len(words) - (low[-1:] != [] and low[-1] in sight.steps.words["not"])  # "asked them not to"
        words, low = words[drop:last], low[drop:last]
        if not words:
            return None
        whole = Span(base + words[0].start(), base + words[-1].end())
        if len(words) == 1 and low[-1] in sight.steps.words["pronouns"]:
            w = self.speakers.reading.words(sentence)
            at = bisect_left(w.start, whole.start)
            voice = self.speakers.resolve(sentence, (at, at + 1))
            return voice.span if voice else None
        named = entity_at(self.speakers.cast, whole)
        if named and named.kind != "place":
            return named.name
        return None if sight.copula and done(sight) else whole  # "called for the matter to be dropped"
