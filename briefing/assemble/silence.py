"""Whether anybody in a story answers an allegation. The worst line to get wrong: any doubt is an answer.

Inside its own article an allegation without an answer was already looked at from all sides
(`extract.allegations`); here the other articles of the story are.
"""

import re
from collections.abc import Iterator

from briefing.assemble.accusations import may_react
from briefing.assemble.names import Name, Roll, name_at
from briefing.lang.answers import answer_words
from briefing.lang.rank import rank_words
from briefing.model import Allegation, Findings, Group, Span, Statement
from briefing.stories.words import words

TELLING = 4  # letters from which on one word of a party's name may stand for it: "the Authority"


def silent(story: Group, names: Roll, f: Findings, charge: Allegation) -> bool:
    """Whether the accused is surely meant, and no other article of the story may hold an answer of theirs."""
    party = charge.about
    full = names.find(f, party)
    if full is None:
        return len(story) == 1
    if not _is_meant(f, charge, full):
        return False
    called = _called(f, party, full)
    others = [g for g in story if g is not f]
    if any(not g.lexicon or _may_answer(g, called) or _reacts(g, called, full) for g in others):
        return False
    gone = (copy.article[span] for copy in story.copies for span in copy.gone)
    return not any(called & {*words(text)} for text in gone)


def _is_meant(f: Findings, charge: Allegation, full: Name) -> bool:
    """Whether the sentence names the accused, and not somebody of theirs.

    Of "accused the Aldmere water chief" it is not Aldmere, of "accused Roe allies" not Roe. Only a person may
    be meant by a pronoun, or by the last name alone.
    """
    sentence, stop = f.article[charge.span], rank_words(f.language).stop
    name = f.article[charge.about]
    person = full.kind == "person"
    places = list(re.finditer(rf"{re.escape(name.split()[-1] if person else name)}(?:\s+(\w+))?", sentence))
    behind = [place[1] for place in places if place[1]]
    return bool(person or places) and all(word in stop or not word.islower() for word in behind)


def _called(f: Findings, party: Span, full: Name) -> frozenset[str]:
    stop = rank_words(f.language).stop
    row = {*full.words, *words(f.article[party])}
    return frozenset(w for w in row if w not in stop and (len(w) >= TELLING or len(row) == 1)) or frozenset(
        row
    )


def _may_answer(g: Findings, called: frozenset[str]) -> bool:
    text = {*words(g.article.text)}
    if not called & text:
        return False
    if answer_words(g.language).sides & text:
        return True
    if any(d.speaker is None or called & {*words(g.article[d.speaker])} for d in g.denials):
        return True
    return any(_on_side(g, s, called) for s in g.statements)


def _reacts(g: Findings, called: frozenset[str], party: Name) -> bool:
    texts = (g.document.text(s) for s in g.document.sentences)
    return any(may_react(g, text, party) for text in texts if called & {*words(text)})


def _on_side(g: Findings, s: Statement, called: frozenset[str]) -> bool:
    """Whether a statement may be the party's: it is named beside it, or nobody is."""
    beside = {word for text in _beside(g, s) for word in words(text)}
    if called & beside:
        return True
    named = s.speaker is not None and name_at(g, s.speaker) is not None
    return not named and not answer_words(g.language).bystanders & beside


def _beside(g: Findings, s: Statement) -> Iterator[str]:
    """What stands around the spoken words, and the speaker's role."""
    at = s.span.start
    for part in sorted(s.content):
        yield g.article.text[at : part.start]
        at = max(at, part.end)
    yield g.article.text[at : s.span.end]
    for place in (s.speaker, s.source):
        if place:
            yield g.article[place]
    yield from (g.article[e.role] for e in g.who if e.role and e.name == s.speaker)
