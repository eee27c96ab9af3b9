"""Who has to act: the addressee of a demand, the subject of everything else, by the name the article gives.

Subjects and pronouns are resolved as those of statements and denials are (`sources`, `speakers`). What is not
somebody – a hearing, a decision – is nobody: a wrong name in front of a next step is worse than none.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from briefing.extract.names import entity_at
from briefing.extract.nouns import Phrase, bare, head_at
from briefing.extract.sights import Sight
from briefing.extract.sources import before
from briefing.extract.speakers import Speakers, remember
from briefing.extract.voices import Voice
from briefing.extract.words import Words, reading
from briefing.lang.speech import Speech, speech
from briefing.model import Cast, Document, Sentence, Span, Statement

_WORD = re.compile(r"[\w’'&.-]+")


@dataclass(frozen=True, slots=True)
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
        if sight.kind == "demand" and sight.target and sight.target[0].lower() not in self.lex.passive:
            return self._addressee(sight, sentence)
        w = self.speakers.reading.words(sentence)
        at = bisect_left(w.start, sentence.span.start + sight.start)
        phrase = self._subject(w, at) if at < len(w) else None
        voice = self.speakers.resolve(sentence, phrase) if phrase else None
        return voice.span if phrase and voice and self._acts(w, phrase, voice) else None

    def _subject(self, w: Words, at: int) -> Phrase | None:
        """The subject of word `at`: in "the firm said it would" the firm, in a quotation nobody by "it"."""
        found = before(w, at, self.lex)
        gender = self.lex.pronoun.get(bare(w.low[found[0]]), "self") if found else "self"
        if found is None or (w.quoted[at] and gender != "self"):
            return None
        if gender != "thing":
            return found
        verb = found[0] - 2 if w.low[found[0] - 1] == self.lex.that else found[0] - 1
        told = verb > 0 and w.low[verb] in self.lex.reporting
        return (before(w, verb, self.lex) if told else None) or found

    def _acts(self, w: Words, phrase: Phrase, voice: Voice) -> bool:
        """Whether it is somebody; "it" and "they" mean no place that happens to be named before."""
        if voice.entity is None:
            return w.low[head_at(w, phrase, self.lex)] in self.lex.people or voice.gender in ("m", "f")
        place = self.speakers.cast.entities[voice.entity].kind == "place"
        return not (place and w.low[phrase[0]] in self.lex.pronoun)

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
        return named.name if named and named.kind != "place" else whole
