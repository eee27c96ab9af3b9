"""Whose words they are: a source phrase resolved to the fullest name the article gives."""

from dataclasses import dataclass, field

from briefing.extract.sources import Phrase, owns
from briefing.extract.words import Reading, Words
from briefing.lang.speech import Gender, Speech
from briefing.model import Cast, Mention, Sentence, Span

# A pronoun looks back over this many sentences.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: where the fullest name stands, which entity it is (if named), and the gender."""

    span: Span
    entity: int | None
    gender: Gender


@dataclass(frozen=True, slots=True)
class Speakers:
    """Resolves source phrases in reading order, remembering who spoke where."""

    reading: Reading
    cast: Cast
    lex: Speech
    spoke: dict[int, Voice] = field(default_factory=dict)
    described: list[tuple[str, Voice]] = field(default_factory=list)
    _gender: dict[int, Gender] = field(default_factory=dict)

    def resolve(self, sentence: Sentence, phrase: Phrase) -> Voice | None:
        """The voice behind a source phrase; None when a pronoun points at nobody we know."""
        w = self.reading.words(sentence)
        first, stop = phrase
        if stop - first == 1 and w.low[first] in self.lex.pronoun:
            return self._pronoun(sentence, w, first)
        named = self._named(w, phrase)
        if named is not None:
            return self.voice(named)
        return self._described(sentence, w, phrase)

    def voice(self, mention: Mention) -> Voice:
        """The voice of a named entity."""
        entity = self.cast.entities[mention.entity]
        return Voice(entity.name, mention.entity, self.gender(mention))

    def gender(self, mention: Mention) -> Gender:
        """What titles, first names and describing nouns say of an entity."""
        known = self._gender.get(mention.entity)
        if known is None:
            known = self._gender[mention.entity] = self._find_gender(mention.entity)
        return known

    def _find_gender(self, number: int) -> Gender:
        entity = self.cast.entities[number]
        if entity.kind != "person":
            return "thing"
        text = self.reading.document.article.text
        for m in self.cast.mentions:
            if m.entity != number:
                continue
            before = text[max(0, m.span.start - 24) : m.span.start].lower().replace(".", " ").split()
            inside = text[m.span.start : m.span.end].lower().replace(".", " ").split()
            for word in (*before[-1:], *inside[:-1]):
                if word in self.lex.gender:
                    return self.lex.gender[word]
        first = text[entity.name.start : entity.name.end].lower().split()
        for word in first[:-1]:
            if word in self.lex.first_name:
                return self.lex.first_name[word]
        return ""

    def _named(self, w: Words, phrase: Phrase) -> Mention | None:
        """The name that heads a phrase: the last one that owns nothing and hangs on no preposition."""
        first, stop = phrase
        found = None
        hangs = False
        for at in range(first, stop):
            if w.low[at] in self.lex.joins_people:
                hangs = True
            mention = w.name.get(at)
            last = mention is not None and w.name.get(at + 1) is not mention
            if mention and last and not hangs and not owns(w.low[at]) and not self._modifies(w, at, stop):
                if found and w.low[w_before(w, mention)] in self.lex.joins:
                    continue
                found = mention
        if found:
            return found
        return self._apposed(w, phrase)

    def _modifies(self, w: Words, at: int, stop: int) -> bool:
        """Whether a lower-case noun follows in the phrase: "the Roe campaign", "a Roe spokesman"."""
        return any(w.low[k] in self.lex.people and k not in w.name for k in range(at + 1, stop))

    def _apposed(self, w: Words, phrase: Phrase) -> Mention | None:
        """`a spokesman for the firm, Jane Roe,`: a person's name between a description's comma and the next."""
        comma = phrase[1]
        if comma + 1 >= len(w) or w.low[comma] != ",":
            return None
        mention = w.name.get(comma + 1)
        if mention is None or self.cast.entities[mention.entity].kind != "person":
            return None
        end = comma + 1
        while w.name.get(end) is mention:
            end += 1
        return mention if end >= len(w) or w.low[end] in (",", '"') else None

    def _pronoun(self, sentence: Sentence, w: Words, at: int) -> Voice | None:
        gender = self.lex.pronoun[w.low[at]]
        if gender == "self":
            return None
        own = self._subject(w, at, gender)
        if own:
            return own
        for back in range(1, _REACH + 1):
            if sentence.index < back:
                break
            earlier = self.reading.document.sentences[sentence.index - back]
            spoken = self.spoke.get(earlier.index)
            if spoken and _agree(spoken.gender, gender):
                return spoken
            found = self._subject(self.reading.words(earlier), None, gender)
            if found:
                return found
        return None

    def _subject(self, w: Words, stop: int | None, gender: Gender) -> Voice | None:
        """The likeliest antecedent in one sentence: its first name in subject position, else its first name."""
        fallback = None
        seen: Mention | None = None
        for at in sorted(w.name):
            if stop is not None and at >= stop:
                break
            mention = w.name[at]
            if mention is seen or w.quoted[at]:
                continue
            seen = mention
            voice = self.voice(mention)
            if not _agree(voice.gender, gender):
                continue
            end = at
            while w.name.get(end + 1) is mention:
                end += 1
            governed = at > 0 and w.low[at - 1] in self.lex.preposition
            if not governed and not owns(w.low[end]):
                return voice
            fallback = fallback or voice
        return fallback

    def _described(self, sentence: Sentence, w: Words, phrase: Phrase) -> Voice | None:
        first, stop = phrase
        words = [w.low[k] for k in range(first, stop)]
        head = _head(words, self.lex)
        if head in self.lex.papers:
            return self._writer(sentence, w, phrase)
        by_role = self._by_role(words)
        if by_role:
            return by_role
        gender = self.lex.gender.get(head, "")
        definite = words[0] in self.lex.definite
        if definite and len(words) <= 3:
            for noun, voice in reversed(self.described):
                if noun == head and voice.span != w.span(first, stop):
                    return voice
            if head in self.lex.epithet or head.endswith(self.lex.age):
                found = self._last_person(sentence, gender)
                if found:
                    return found
        voice = Voice(w.span(first, stop), None, gender or ("many" if head.endswith("s") else ""))
        if len(words) > 2 or not definite:
            self.described.append((head, voice))
        return voice

    def _writer(self, sentence: Sentence, w: Words, phrase: Phrase) -> Voice | None:
        for at in range(*phrase):
            if at in w.name and (owns(w.low[at]) or w.low[at - 1] in self.lex.joins_people):
                return self.voice(w.name[at])
        for back in range(1, _REACH):
            spoken = self.spoke.get(sentence.index - back)
            if spoken:
                return spoken
        return Voice(w.span(*phrase), None, "thing")

    def _by_role(self, words: list[str]) -> Voice | None:
        """The one entity whose printed role holds every word of "the former president"."""
        if words[0] not in self.lex.definite:
            return None
        wanted = {x for x in words[1:] if x not in self.lex.joins_people and x not in self.lex.determiner}
        article = self.reading.document.article
        hits = [
            k
            for k, e in enumerate(self.cast.entities)
            if wanted
            and e.role
            and e.kind == "person"
            and wanted <= set(article[e.role].lower().replace("-", " ").split())
        ]
        if len(hits) != 1:
            return None
        entity = self.cast.entities[hits[0]]
        return Voice(entity.name, hits[0], self.gender(Mention(entity.name, hits[0])))

    def _last_person(self, sentence: Sentence, gender: Gender) -> Voice | None:
        for back in range(1, _REACH):
            if sentence.index < back:
                return None
            spoken = self.spoke.get(sentence.index - back)
            if spoken and spoken.entity is not None and _agree(spoken.gender, gender or "person"):
                return spoken
            earlier = self.reading.document.sentences[sentence.index - back]
            found = self._subject(self.reading.words(earlier), None, gender or "person")
            if found:
                return found
        return None


def w_before(w: Words, mention: Mention) -> int:
    """The number of the word before a mention (0 when it stands first)."""
    first = min(k for k, m in w.name.items() if m is mention)
    return max(0, first - 1)


def _agree(have: Gender, want: Gender) -> bool:
    if want == "person":
        return have != "thing"
    if want in ("m", "f"):
        return have in ("", want)
    if want == "many":
        return have in ("many", "thing")
    return have == "thing"


def _head(words: list[str], lex: Speech) -> str:
    for at, word in enumerate(words):
        if word in lex.joins_people and at:
            return words[at - 1]
    return words[-1]
