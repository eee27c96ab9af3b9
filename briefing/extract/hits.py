"""A sentence under the denial rules, and what a rule finds in it."""

from bisect import bisect_left
from typing import NamedTuple

from briefing.extract.nouns import Phrase, bare, head_at
from briefing.extract.sources import clause_subject
from briefing.extract.words import MARK, Words
from briefing.lang.denials import Denials
from briefing.lang.speech import Speech
from briefing.model import Stance


class Hit(NamedTuple):
    """A denial cue in one sentence: words `cue`, its source phrase, and the words that say what is denied."""

    cue: Phrase
    source: Phrase
    stance: Stance
    rule: str
    claim: Phrase | None


class Line(NamedTuple):
    """One sentence as the rules see it: its words, its text in lower case, and the lexicons."""

    w: Words
    low: str
    speech: Speech
    lex: Denials

    def at(self, offset: int) -> int:
        """The number of the word at a character offset of `low`."""
        return bisect_left(self.w.start, self.w.start[0] + offset)

    def words(self, phrase: Phrase) -> list[str]:
        """The words of a phrase."""
        return self.w.low[phrase[0] : phrase[1]]

    def can_answer(self, source: Phrase) -> bool:
        """Whether a source is a party: no court, no document, not the journalist's "I", not a clause."""
        words = self.words(source)
        if any(word.endswith("n't") for word in words):
            return False
        if self.speech.pronoun.get(words[0]) == "thing" and len(words) == 1:
            meant = clause_subject(self.w, source[0], self.speech)
            return meant is None or self.can_answer(meant)
        if any(word in self.lex.deciders or word in self.lex.things for word in self._heads(source)):
            return False
        quoted = self.w.quoted[source[0]]
        return quoted or len(words) > 1 or self.speech.pronoun.get(words[0]) != "self"

    def _heads(self, source: Phrase) -> list[str]:
        """The head of a source, what it is a part of, and the title before a name.

        A "Committee Chair Jane Roe" is no committee.
        """
        first = at = head_at(self.w, source, self.speech)
        while first > source[0] and self.w.name.get(first - 1) is self.w.name.get(at, 0):
            first -= 1
        named = [*self.w.low[max(source[0], first - 1) : first], self.w.low[at]]
        part = named[-1] in self.speech.determiner  # "several of his findings"
        described = at > source[0] and named[-1].endswith(self.speech.verbal[0])  # "footage released"
        return named + self.w.low[source[1] - 1 : source[1]] * part + self.w.low[at - 1 : at] * described

    def heard(self, at: int, source: Phrase) -> bool:
        """Outside quotation marks anybody is, and where they only open; inside only "I", "we" and a name."""
        if not self.w.quoted[at]:
            return True
        if not self.w.quoted[source[0]] and self.w.low[at - 1] == MARK:
            return True  # `the firm "has no comment"`: the sentence goes on inside the marks
        first = bare(self.w.low[source[0]])
        named = source[1] - 1 in self.w.name
        return self.w.quoted[source[0]] and (named or self.speech.pronoun.get(first) == "self")
