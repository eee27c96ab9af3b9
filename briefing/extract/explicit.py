"""Denials that are named: a cue, an object that states something, and a subject that answers for it.

The cue alone is not the label: in PolNeAR 40 % of the cues are refused offers, rejected bills, court rulings.
What separates them is the object (claim, report, that-clause) and the subject (a party, not a court).
"""

from collections.abc import Iterator

from briefing.extract.hits import Hit, Line
from briefing.extract.nouns import BREAKS, Phrase, is_adverb
from briefing.extract.objects import deniable, noun_words, object_of
from briefing.extract.sources import after, before
from briefing.lang.denials import Cue

# "shrug the criticism off": so far from its verb a particle may stand.
_PARTICLE = 4
# So long is a subject before a passive at most.
_SUBJECT = 9
# So many words before an infinitive say whether it is more than possible.
_TO = 3
# What these take is claim enough in the passive; other verbs need a noun that only ever claims.
_PLAIN_OBJECTS = frozenset(("any", "claim", "account"))


def contradictions(line: Line) -> Iterator[Hit]:
    """Verbs that deny, reject or dispute, with an object that can be denied."""
    verbs = line.lex.verbs
    for at, low in [(k, low) for k, low in enumerate(line.w.low) if low in verbs]:
        if at in line.w.name or not _asserted(line, at):
            continue
        found = (_contradiction(line, at, cue) for cue in verbs[low])
        hit = next((h for h in found if h is not None), None)
        if hit is not None:
            yield hit


def innocence(line: Line) -> Iterator[Hit]:
    """Pleas of not guilty and other assertions of innocence."""
    for found in line.lex.innocence.finditer(line.low):
        at, stop = line.at(found.start()), line.at(found.end())
        source = before(line.w, at, line.speech) if at < len(line.w) else None
        if source is not None and line.heard(at, source):
            charge = object_of(line, stop) if line.words((stop, stop + 1)) == [line.speech.to] else None
            yield Hit((at, stop), source, "denied", "innocence", charge)


def _asserted(line: Line, at: int) -> bool:
    """Whether the word is a verb that is meant: no noun, not negated, not only possible."""
    low, previous = line.w.low, line.w.low[at - 1] if at else ""
    if previous in line.speech.determiner and not _stands_alone(line, at):
        return False
    if _hangs(line, at):
        return False
    if any(word in line.speech.either for word in low[max(0, at - 4) : at]):
        return False
    group = [low[k] for k in _verb_group(line, at) if low[k + 1] not in line.lex.mere]
    near = low[max(0, at - _TO) : at]
    wished = line.speech.to in near and not line.lex.idle.isdisjoint(near)
    joined = previous in line.speech.joins and _is_idle_too(line, at)
    if wished or joined or (line.w.quoted[at] and line.speech.to in group):
        return False
    return not any(x in line.lex.negators or x in line.lex.doubtful or x.endswith("n't") for x in group)


def _stands_alone(line: Line, at: int) -> bool:
    """`all three denied the charges`, not `several disputed claims`: a number that is the subject."""
    low, after = line.w.low, line.words((at + 1, at + 2))
    alone = low[at - 1] in line.speech.alone and not low[at].endswith(line.speech.plural_ending)
    return alone and not line.speech.determiner.isdisjoint(after)


def _hangs(line: Line, at: int) -> bool:
    """Whether the word hangs on another: "of reports", "rather than denying", "long discounted theories"."""
    low, lex = line.w.low, line.lex
    before = [x for x in low[max(0, at - 2) : at] if x in lex.unsaid or not is_adverb(x, line.speech)][-1:]
    if low[at].endswith(line.speech.participle):
        return not lex.unsaid.isdisjoint(before)
    if at and low[at - 1] in lex.standing:
        return at < 2 or low[at - 2] not in line.speech.auxiliary
    return at > 0 and low[at - 1] in line.speech.governing - {line.speech.to}


def _verb_group(line: Line, at: int) -> range:
    """The auxiliaries and adverbs in front of a verb, and the verb a "to" hangs on."""
    w, speech = line.w, line.speech
    first = at
    while first > 0 and w.quoted[first - 1] == w.quoted[at] and (first - 1) not in w.name:
        low = w.low[first - 1]
        if not (is_adverb(low, speech) or low in speech.auxiliary or low.endswith("n't")):
            break
        first -= 1
    return range(first - 1 if 1 < first < at and w.low[first] == speech.to else first, at)


def _is_idle_too(line: Line, at: int) -> bool:
    """`allows him to wait and deny it`: an infinitive joined to another that only may happen."""
    low, speech = line.w.low, line.speech
    if low[at].endswith(("s", *speech.verbal)):
        return False
    to = next((k for k in range(at - 2, 0, -1) if low[k] == speech.to or low[k] in BREAKS), 0)
    return low[to] == speech.to and low[to - 1] not in speech.skip


def _contradiction(line: Line, at: int, cue: Cue) -> Hit | None:
    stop = _cue_end(line, at, cue)
    if stop is None:
        return None
    low = line.w.low
    passive = any(low[k] in line.lex.passive for k in _verb_group(line, at))
    if (passive and not low[at].endswith(line.speech.participle)) or line.words((stop, stop + 1)) == [
        line.speech.by
    ]:
        return _passive(line, at, stop, cue)
    source = before(line.w, at, line.speech)
    if source is None or not line.can_answer(source) or not line.heard(at, source):
        return None
    claim = _between(line, at, stop) or _taken_up(line, source, stop) or object_of(line, stop)
    if claim and (_own_words(line, claim) or (cue.particle and _describes(line, source, claim))):
        return None
    return (
        Hit((at, stop), source, cue.stance, f"{low[at]} {cue.takes}", claim)
        if deniable(line, claim, cue)
        else None
    )


def _own_words(line: Line, claim: Phrase) -> bool:
    """`contradicted his earlier remarks`: somebody changed his mind."""
    first = line.words((claim[0], claim[0] + 2))
    return first[0] in line.speech.possessive and first[-1] in line.lex.former


def _describes(line: Line, source: Phrase, claim: Phrase) -> bool:
    """`people that I disagree with that I admire`: the clause describes what stands before it."""
    return (
        line.words((source[0] - 1, source[0])) == [line.speech.that] == line.words((claim[0], claim[0] + 1))
    )


def _cue_end(line: Line, at: int, cue: Cue) -> int | None:
    """The word after the cue with its particle; None when the particle is missing."""
    if not cue.particle:
        return at + 1
    return next(
        (k + 1 for k in range(at + 1, min(len(line.w), at + _PARTICLE)) if line.w.low[k] == cue.particle),
        None,
    )


def _between(line: Line, at: int, stop: int) -> Phrase | None:
    """`waved the accusation away`: the claim between a verb and its particle."""
    inner = (at + 1, stop - 1)
    if line.w.low[stop - 1] in line.speech.preposition:
        return None  # "push stories on readers"
    return inner if any(x in line.lex.claim for x in line.words(inner)) else None


def _taken_up(line: Line, source: Phrase, stop: int) -> Phrase | None:
    """`a claim (that) the firm denies`: the noun in front of the source, with its article.

    `the idea that graduates shrug off their prospects` is none: the verb has an object of its own.
    """
    that = line.words((source[0] - 1, source[0])) == [line.speech.that]
    if that and object_of(line, stop):
        return None
    at = source[0] - 2 if that else source[0] - 1
    if at < 1 or at in line.w.name or line.w.low[at] not in line.lex.claim:
        return None
    return (at - 1 if line.w.low[at - 1] in line.speech.determiner else at, source[0])


def _passive(line: Line, at: int, stop: int, cue: Cue) -> Hit | None:
    """`The claim was denied by the firm`: the claim stands before the verb, the source follows "by"."""
    nouns = line.lex.claim if cue.takes in _PLAIN_OBJECTS else line.lex.assertion
    nearest = before(line.w, at, line.speech)
    claim = next((p for p in (nearest, _opening(line, at)) if p and _heads(line, p, nouns)), None)
    if claim is None:
        return None
    source = after(line.w, stop, line.speech) if line.words((stop, stop + 1)) == [line.speech.by] else None
    if source is None or line.w.low[source[1] - 1] in line.speech.determiner or not line.can_answer(source):
        return None
    return Hit((at, stop), source, cue.stance, f"{line.w.low[at]} by", claim)


def _opening(line: Line, at: int) -> Phrase | None:
    """`The claims about Roe were denied`: the whole of a short clause before the verb."""
    first = at
    while (
        first > 0
        and line.w.low[first - 1] not in BREAKS
        and line.w.low[first - 1] not in line.speech.reporting
    ):
        first -= 1
        if at - first > _SUBJECT:
            return None
    return (first, at) if first < at else None


def _heads(line: Line, phrase: Phrase, nouns: frozenset[str]) -> bool:
    return any(x in nouns for x in noun_words(line, line.words(phrase)))
