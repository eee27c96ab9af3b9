"""What a statement says of a claim: the predicates that contradict it, and whose predicates they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.lang.denials import Denials
from briefing.lang.implied import Implied
from briefing.lang.speech import Speech
from briefing.model import Article, Span, Statement

_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_DEEDS = frozenset(("uninvolved", "negated", "proper", "insisted"))
# A subject shows whose it is in its first words.
_SUBJECT = 7


@dataclass(frozen=True, slots=True)
class Predicate:
    """One contradicting predicate. `subject`: self, own, client, claim, nobody, none or other.

    `kind`: a key of `[implied]`, or `state` for a negation in the present. `words`: the predicate's place;
    `clause`: from where its clause begins. `verb`: the word a negation bears on.
    """

    kind: str
    subject: str
    words: Span
    clause: Span
    verb: str
    subject_word: str


def straight(text: str) -> str:
    """Lower case with straight marks, character for character."""
    low = text.lower()
    return (low if len(low) == len(text) else text).translate(_STRAIGHT)


def predicates(
    article: Article, statement: Statement, lex: Implied, denials: Denials, speech: Speech
) -> Iterator[Predicate]:
    """Every contradicting predicate of a statement's content."""
    for content in statement.content:
        if content is statement.content[0] and _insists(article, statement, lex, speech):
            words = straight(article[content]).split()[:4]
            whose = _whose(_words(words, speech), "insisted", lex, denials, speech)
            start = Span(content.start, min(content.end, content.start + 40))
            yield Predicate("insisted", whose, statement.cue or start, content, "", "")
        text = straight(article[content])
        for kind, pattern in lex.predicates:
            for found in pattern.finditer(text):
                begin = _clause(text, found.start(), lex)
                subject = text[begin : found.start()].split()[:_SUBJECT]
                if not _words(subject, speech) and kind in _DEEDS:
                    begin, subject = 0, text.split()[:4]
                words = _words(subject, speech)
                named = "state" if kind == "negated" and found["now"] else kind
                verb = (found["verb"] or found["word"] or "") if kind == "negated" else ""
                yield Predicate(
                    named,
                    _whose(words, kind, lex, denials, speech),
                    Span(content.start + found.start(), content.start + found.end()),
                    Span(content.start + begin, content.start + _clause_end(text, found.end())),
                    verb,
                    words[0].split("'")[0] if words else "",
                )


def _insists(article: Article, statement: Statement, lex: Implied, speech: Speech) -> bool:
    cue = article[statement.cue].lower() if statement.cue else ""
    return speech.clause.get(cue, cue) in lex.answering and statement.rule == "saying verb"


def _clause(text: str, at: int, lex: Implied) -> int:
    begin = 0
    for found in lex.clause.finditer(text, 0, at):
        begin = found.end()
    return begin


def _clause_end(text: str, at: int) -> int:
    ends = [k for k in (text.find(mark, at) for mark in ",.;") if k >= 0]
    return min(ends, default=len(text))


def _words(subject: list[str], speech: Speech) -> list[str]:
    words = [w.strip("\"'[](),") for w in subject]
    return [w for w in words if w and w not in speech.skip and w not in speech.auxiliary and w != speech.that]


def _whose(words: list[str], kind: str, lex: Implied, denials: Denials, speech: Speech) -> str:
    """Whose predicate it is, as far as its subject's words show."""
    if kind == "absent":
        return "nobody"
    if not words:
        return "none"
    first = words[0].split("'")[0]
    if len(words) > 1 and (words[0] in speech.determiner or first in speech.possessive):
        if words[1] in lex.client and (first in speech.possessive or first in speech.definite):
            return "client" if first in speech.possessive else "firm"
        if kind not in _DEEDS and any(w in denials.claim for w in words):
            return "claim"
        if first in speech.definite and first not in lex.they:
            return "other"
    if first in lex.nobody:
        return "nobody"
    gender = speech.pronoun.get(first)
    if first in lex.it and not (kind in _DEEDS and first in lex.they):
        return "claim"
    if gender and first not in speech.possessive:
        return "self" if gender == "self" else "own"
    if first in speech.possessive:
        return "mine" if gender == "self" else "theirs"
    return "other"
