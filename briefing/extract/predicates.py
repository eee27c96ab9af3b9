"""What a statement says of a claim: the predicates that contradict it, and whose predicates they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.extract.words import straight
from briefing.lang.denials import Denials
from briefing.lang.implied import Implied
from briefing.lang.speech import Speech
from briefing.model import Article, Span, Statement

_DEEDS = frozenset(("uninvolved", "negated", "state", "proper", "insisted", "doubted", "misquoted"))
# A subject shows whose it is in its first words.
_SUBJECT = 7
# So many characters before a verb hold its auxiliaries.
_GROUP = 24


class Predicate(NamedTuple):
    """One contradicting predicate. `subject`: self, own, client, principal ("the firm"), claim,
    nobody, none or other.

    `kind`: a key of `[implied]`, or `state` for a negation in the present. `words`: the predicate's place;
    `clause`: from where its clause begins. `verb`: the word a negation bears on.
    """

    kind: str
    subject: str
    words: Span
    clause: Span
    verb: str
    subject_word: str


class Lexicons(NamedTuple):
    """The three tables that predicates are read with."""

    implied: Implied
    denials: Denials
    speech: Speech


def predicates(
    article: Article, statement: Statement, letters: frozenset[str], lex: Lexicons
) -> Iterator[Predicate]:
    """Every contradicting predicate of a statement's content; `letters`: the words of its sentence."""
    if _insists(article, statement, lex):
        yield _insisted(article, statement, lex)
    wanted = [(kind, p) for kind, words, p in lex.implied.predicates if not words.isdisjoint(letters)]
    for content in statement.content if wanted else ():
        text = straight(article[content])
        for kind, late in wanted:
            for found in late.finditer(text):
                if not _retold(text[: found.start()], lex):
                    yield _predicate(kind, found, text, content, lex)


def _retold(before: str, lex: Lexicons) -> bool:
    """Whether somebody else says it inside the quotation: "He said he was not involved," Roe testified."""
    words = before.split()[:2]
    told = words[1:] and words[1] in lex.speech.reporting
    return bool(told) and lex.speech.pronoun.get(words[0], "self") != "self"


def _predicate(kind: str, found: re.Match[str], text: str, content: Span, lex: Lexicons) -> Predicate:
    begin = _clause(text, found.start(), lex.implied)
    words = _words(text[begin : found.start()].split()[:_SUBJECT], lex.speech)
    if not words and kind not in _DEEDS and _points(text[:begin].split()[-2:], lex):
        words = [lex.speech.that]  # "but that is not true"
    elif not words:
        begin, words = _elder(kind, text, begin, lex)
    whose = _whose(words, kind, lex)
    if whose == "other" and kind not in _DEEDS and begin:
        opening = _words(text.split()[:_SUBJECT], lex.speech)
        whose = "claim" if _is_claim(opening, lex) else whose
    verb = ""
    if kind == "negated":
        verb = found["verb"] or found["word"] or ""
        kind = "state" if found["now"] else kind
    return Predicate(
        kind,
        whose,
        Span(content.start + found.start(), content.start + found.end()),
        Span(content.start + begin, content.start + _clause_end(text, found.end())),
        verb,
        words[0].split("'")[0] if words else "",
    )


def _points(before: list[str], lex: Lexicons) -> bool:
    """Whether "that" before a predicate is its subject: after "but", "and" or a mark, not after a noun."""
    if before[-1:] != [lex.speech.that] or len(before) < 2:
        return False
    return before[0] in lex.denials.but or before[0] in lex.speech.joins or not before[0][-1].isalpha()


def _elder(kind: str, text: str, begin: int, lex: Lexicons) -> tuple[int, list[str]]:
    """The subject that a clause without one shares: "he used X and never touched Y"."""
    if kind in _DEEDS:
        return 0, _words(text.split()[:4], lex.speech)
    return begin, [lex.speech.that] if text.startswith(lex.speech.that + " ") and begin < 6 else []


def _insists(article: Article, statement: Statement, lex: Lexicons) -> bool:
    if statement.cue is None or statement.rule != "saying verb":
        return False
    cue = article[statement.cue].lower()
    before = straight(article.text[max(0, statement.cue.start - _GROUP) : statement.cue.start]).split()
    negated = any(w in lex.denials.negators or w.endswith("n't") for w in before[-2:])
    return lex.speech.clause.get(cue, cue) in lex.implied.answering and not negated


def _insisted(article: Article, statement: Statement, lex: Lexicons) -> Predicate:
    content = statement.content[0]
    words = _words(straight(article[content]).split()[:4], lex.speech)
    return Predicate("insisted", _whose(words, "insisted", lex), statement.cue or content, content, "", "")


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


def _whose(words: list[str], kind: str, lex: Lexicons) -> str:
    """Whose predicate it is, as far as its subject's words show."""
    if kind in ("absent", "flat"):
        return "nobody"
    if not words:
        return "none"
    first = words[0].partition("'")[0]
    determined = len(words) > 1 and (words[0] in lex.speech.determiner or first in lex.speech.possessive)
    noun = _noun_subject(words, first, kind, lex) if determined else ""
    return noun or _pronoun_subject(first, kind, lex)


def _noun_subject(words: list[str], first: str, kind: str, lex: Lexicons) -> str:
    """`my client`, `the firm`, `these claims`: a determined noun; empty when it shows nothing."""
    own = first in lex.speech.possessive
    if words[1] in lex.implied.client and (own or first in lex.speech.definite):
        return "client" if own else "principal"
    if kind not in _DEEDS and _is_claim(words, lex):
        return "claim"
    return "other" if first in lex.speech.definite and first not in lex.implied.they else ""


def _pronoun_subject(first: str, kind: str, lex: Lexicons) -> str:
    if first in lex.implied.nobody:
        return "nobody"
    if first in lex.implied.charging and kind not in _DEEDS:
        return "claim"  # "linking him to it is unfair"
    if first in lex.implied.it and not (kind in _DEEDS and first in lex.implied.they):
        return "claim"
    gender = lex.speech.pronoun.get(first, "")
    if first in lex.speech.possessive:
        return "mine" if gender == "self" else "theirs"
    return {"": "other", "self": "self"}.get(gender, "own")


def _is_claim(words: list[str], lex: Lexicons) -> bool:
    return any(w in lex.denials.claim for w in words)
