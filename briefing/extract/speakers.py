"""Whose words they are: a source phrase resolved to the fullest name the article gives."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.extract.genders import can_be, gender_of, noun_gender
from briefing.extract.nouns import Phrase, bare, head_at, owns
from briefing.extract.roles_of import by_role
from briefing.extract.sources import clause_subject, hangs
from briefing.extract.voices import Voice, agree
from briefing.extract.words import Reading, Words
from briefing.lang.speech import Gender, Speech
from briefing.model import Cast, Document, Mention, Sentence, Span, Statement

# A pronoun looks back over this many sentences.
_REACH = 4
# "He … he … he": so many pronouns are followed back to a name.
_HOPS = 4


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Speakers:
    """Resolves source phrases in reading order, remembering who spoke where."""

    reading: Reading
    cast: Cast
    lex: Speech
    spoke: dict[int, Voice] = field(default_factory=dict)
    described: list[tuple[str, Voice]] = field(default_factory=list)
    _chained: dict[tuple[int, int, int], Voice | None] = field(default_factory=dict)

    def resolve(self, sentence: Sentence, phrase: Phrase) -> Voice | None:
        """The voice behind a source phrase; None when a pronoun points at nobody we know."""
        w = self.reading.words(sentence)
        first, stop = phrase
        if stop - first == 1 and bare(w.low[first]) in self.lex.pronoun:
            return self._pronoun(sentence, w, first)
        return self._named(w, phrase) or (
            self._described(sentence, w, phrase) if self._is_noun(w, phrase) else None
        )

    def _is_noun(self, w: Words, phrase: Phrase) -> bool:
        """Whether a phrase can be somebody: no clause ("I think they") and no adverb ("too")."""
        words = w.low[phrase[0] : phrase[1]]
        if words[0] in self.lex.determiner:
            return len(words) > 1 or words[0] not in self.lex.nobody
        clause = any(x.endswith("n't") or bare(x) in self.lex.subject_pronoun for x in words)
        return not (clause or (len(words) == 1 and words[0] in self.lex.edge))

    def remember(self, sentence: Sentence, speaker: Span) -> None:
        """Note who spoke in a sentence, for pronouns that look back."""
        number = self.reading.numbers.get(speaker)
        if number is not None:
            self.spoke[sentence.index] = self.voice(Mention(speaker, number))
            return
        words = self.reading.document.article[speaker].lower().split()
        several = any(word in self.lex.joins for word in words)
        gender: Gender = "many" if several else noun_gender(words[-1], self.lex)
        self.spoke[sentence.index] = Voice(speaker, None, gender)

    def voice(self, mention: Mention) -> Voice:
        """The voice of a named entity."""
        entity = self.cast.entities[mention.entity]
        return Voice(entity.name, mention.entity, self._gender(mention.entity))

    def _gender(self, number: int) -> Gender:
        known = self.reading.genders.get(number)
        if known is None:
            known = self.reading.genders[number] = gender_of(self.reading, self.cast, number, self.lex)
        return known

    def _named(self, w: Words, phrase: Phrase) -> Voice | None:
        """The name that heads a phrase, or the names it joins; None when its head is a common noun."""
        first = phrase[0]
        head = head_at(w, phrase, self.lex)
        mention = w.name.get(head)
        if mention is None or owns(w.low[head]):
            return self._apposed(w, phrase)
        voice = self.voice(mention)
        joint = min(k for k, m in w.name.items() if m is mention) - 1
        joint -= w.low[joint] in self.lex.definite  # "Roe and the FBI"
        if joint > first and w.low[joint] in self.lex.joins and (joint - 1) in w.name:
            start = min(k for k, m in w.name.items() if m is w.name[joint - 1])
            return Voice(w.span(start, head + 1), voice.entity, "many")
        return voice

    def _apposed(self, w: Words, phrase: Phrase) -> Voice | None:
        """`a spokesman for the firm, Jane Roe,`: the name between a description's comma and the next."""
        comma = phrase[1]
        if comma + 1 >= len(w) or w.low[comma] != ",":
            return None
        end = comma + 1
        while end in w.name or (end + 1 in w.name and w.low[end] in self.lex.joins and end > comma + 1):
            end += 1
        mention = w.name.get(end - 1)
        if mention is None or self.cast.entities[mention.entity].kind != "person":
            return None
        if end < len(w) and w.low[end] not in (",", '"'):
            return None
        voice = self.voice(mention)
        several = w.name.get(comma + 1) is not mention
        return Voice(w.span(comma + 1, end), voice.entity, "many") if several else voice

    def _pronoun(self, sentence: Sentence, w: Words, at: int, hops: int = 0) -> Voice | None:
        gender = self.lex.pronoun[bare(w.low[at])]
        if gender == "self":
            return self.spoke.get(sentence.index) if w.quoted[at] else None
        speaker = self.spoke.get(sentence.index) if w.quoted[at] else None
        meant = self._antecedents(sentence, w, at, hops)
        return next((voice for voice in meant if speaker is None or voice.span != speaker.span), None)

    def _antecedents(self, sentence: Sentence, w: Words, at: int, hops: int) -> Iterator[Voice]:
        """Whom a pronoun can mean, the likeliest first: in its own sentence, then backwards."""
        gender = self.lex.pronoun[bare(w.low[at])]
        own = self._subject(sentence, at, gender, hops) or (self._joint(w, at) if gender == "many" else None)
        if own:
            yield own
        for back in range(1, min(_REACH, sentence.index) + 1):
            earlier = self.reading.document.sentences[sentence.index - back]
            spoken = self.spoke.get(earlier.index)
            if spoken and agree(spoken.gender, gender):
                yield spoken
            found = self._subject(earlier, None, gender, hops)
            if found:
                yield found

    def _chain(self, sentence: Sentence, w: Words, at: int, hops: int) -> Voice | None:
        """Whom the earlier of two pronouns for one person means, found once."""
        key = (sentence.index, at, hops)
        if key not in self._chained:
            self._chained[key] = self._pronoun(sentence, w, at, hops + 1) if hops < _HOPS else None
        return self._chained[key]

    def _joint(self, w: Words, stop: int) -> Voice | None:
        """`Mr Roe and Ms Pike` before word `stop`."""
        for at in range(1, stop - 1):
            one = w.name.get(at - 1) if w.low[at] in self.lex.joins else None
            titled = w.low[at + 1].rstrip(".") in self.lex.gender
            other = w.name.get(at + 2 if titled else at + 1)
            if one and other and one is not other:
                first = min(k for k, m in w.name.items() if m is one)
                last = max(k for k, m in w.name.items() if m is other)
                return Voice(w.span(first, last + 1), other.entity, "many")
        return None

    def _subject(self, sentence: Sentence, stop: int | None, gender: Gender, hops: int = 0) -> Voice | None:
        """The likeliest antecedent in one sentence: its subject, else its first name that agrees."""
        w = self.reading.words(sentence)
        end = len(w) if stop is None else stop
        phrase = clause_subject(w, end, self.lex)
        named = phrase is not None and head_at(w, phrase, self.lex) in w.name
        same = None if named else self._same(w, end, gender)
        if same is not None:
            return self._ahead(w, end, gender) or self._chain(sentence, w, same, hops)
        beside = stop is not None and not named and hangs(w, phrase[0], self.lex) if phrase else False
        if phrase and not beside and (named or can_be(w.low[head_at(w, phrase, self.lex)], gender, self.lex)):
            voice = self.resolve(sentence, phrase)
            if voice and agree(voice.gender, gender):
                return voice
        for at in sorted(w.name):
            if at >= end:
                break
            voice = self.voice(w.name[at])
            if not w.quoted[at] and agree(voice.gender, gender):
                return voice
        return None

    def _same(self, w: Words, end: int, gender: Gender) -> int | None:
        """`He joined the club, but he denies it`: the pronoun before `end` that means the same person."""
        subjects = self.lex.subject_pronoun
        pronouns = [at for at in range(end) if w.low[at] in subjects and not w.quoted[at]]
        return next((at for at in pronouns if self.lex.pronoun[w.low[at]] == gender in ("m", "f")), None)

    def _ahead(self, w: Words, end: int, gender: Gender) -> Voice | None:
        """`When she left, Roe said`: the name to which a pronoun in the clause before it points ahead."""
        comma = w.low.index(",") if "," in w.low[:end] and w.low[0] in self.lex.edge else end
        mention = next((w.name[at] for at in range(comma + 1, min(comma + 3, end)) if at in w.name), None)
        voice = self.voice(mention) if mention else None
        return voice if voice and agree(voice.gender, gender) else None

    def _described(self, sentence: Sentence, w: Words, phrase: Phrase) -> Voice | None:
        first, stop = phrase
        words = w.low[first:stop]
        head = w.low[head_at(w, phrase, self.lex)]
        if head in self.lex.papers:
            return self._writer(sentence, w, phrase)
        gender = self.lex.gender.get(head, "")
        known = self._definite(sentence, words, head, gender) if words[0] in self.lex.definite else None
        if known:
            return known
        voice = Voice(w.span(first, stop), None, noun_gender(head, self.lex))
        if len(words) > 2 or words[0] not in self.lex.definite:
            self.described.append((head, voice))
        return voice

    def _definite(self, sentence: Sentence, words: list[str], head: str, gender: Gender) -> Voice | None:
        """`the former president`, `the spokesman`, `the actor`: somebody already named or described."""
        office = by_role(self.reading.document.article, self.cast, words, head, self.lex)
        if office is not None:
            entity = self.cast.entities[office]
            return Voice(entity.name, office, self._gender(office))
        if len(words) == 2:
            for noun, voice in reversed(self.described):
                if noun == head:
                    return voice
        short = len(words) <= 5 and not any(x in self.lex.preposition for x in words)
        if short and (head in self.lex.epithet or head.endswith(self.lex.age)):
            found = self._last_person(sentence, gender)
            return found if found is None or self._may_be(found, head) else None
        return None

    def _may_be(self, voice: Voice, head: str) -> bool:
        """Whether an office fits somebody: "the governor" is nobody whose printed office is another."""
        role = None if voice.entity is None else self.cast.entities[voice.entity].role
        offices = frozenset(self.lex.title.values())
        if role is None or head not in offices:
            return True
        printed = self.reading.document.article[role].lower()
        return head in printed or offices.isdisjoint(printed.split())

    def _writer(self, sentence: Sentence, w: Words, phrase: Phrase) -> Voice | None:
        for at in range(*phrase):
            if at in w.name and (owns(w.low[at]) or w.low[at - 1] in self.lex.joins_people):
                return self.voice(w.name[at])
        for back in range(1, _REACH):
            spoken = self.spoke.get(sentence.index - back)
            if spoken:
                return spoken
        return Voice(w.span(*phrase), None, "thing")

    def _last_person(self, sentence: Sentence, gender: Gender) -> Voice | None:
        for back in range(1, _REACH):
            if sentence.index < back:
                return None
            spoken = self.spoke.get(sentence.index - back)
            if spoken and spoken.entity is not None and agree(spoken.gender, gender or "person"):
                return spoken
            earlier = self.reading.document.sentences[sentence.index - back]
            found = self._subject(earlier, None, gender or "person")
            if found:
                return found
        return None


def remember(speakers: Speakers, document: Document, said: tuple[Statement, ...]) -> None:
    """Who spoke in which sentence, for pronouns that look back."""
    by_start = {s.span.start: s for s in document.sentences}
    for statement in said:
        if statement.speaker is not None and not statement.rule.startswith("paragraph"):
            speakers.remember(by_start[statement.span.start], statement.speaker)
