"""Which earlier sentence states what is denied: the likeliest by its signs, named when it is likely enough.

The signs are weighed by a conditional logit (McFadden 1974) over the sentences before the denial, fitted by
`evals/fit_claims.py`; a share near one means that no other sentence comes close.
"""

from math import exp
from typing import NamedTuple

from briefing.extract.claims import Claims
from briefing.model import Sentence, Span

REACH = 25  # sentences that are looked back
ENOUGH = 0.4  # the share of all chances from which on a sentence is named
NONE = "none of them"  # what its weight says: how likely it is that no sentence before the denial states it
_SHORT, _LONG = 8, 25  # words
_SHARED = 4
_DISTANCES = ((1, "1 back"), (2, "2 back"), (3, "3 back"), (6, "4 back"), (12, "7 back"))


class Answer(NamedTuple):
    """A denial that looks for its claim: whose side it speaks for; `last`: it points at what came last."""

    side: set[int]
    speaker: Span | None
    last: bool = False


def earlier_claim(claims: Claims, sentence: Sentence, answer: Answer) -> Span | None:
    """The sentence before a denial that states what is denied, or None when no one is likely enough."""
    others = claims.read.document.sentences[max(0, sentence.index - REACH) : sentence.index]
    if not others:
        return None
    run = before_run(claims, sentence, answer)
    worth = [signs(claims, other, sentence, answer, run) for other in others]
    chances = [exp(sum([claims.weights.get(name, 0.0) for name in found])) for found in worth]
    best = max(range(len(others)), key=chances.__getitem__)
    likely = chances[best] >= ENOUGH * (sum(chances) + exp(claims.weights[NONE]))
    return others[best].span if likely else None


def before_run(claims: Claims, sentence: Sentence, answer: Answer) -> int:
    """The last sentence before a denial that its speaker does not say, within reach."""
    at, last = sentence.index - 1, max(0, sentence.index - REACH)
    while at > last and _is_own(claims, at, answer):
        at -= 1
    return at


def _is_own(claims: Claims, index: int, answer: Answer) -> bool:
    return answer.speaker is not None and claims.said_by.get(index) == answer.speaker


def signs(claims: Claims, other: Sentence, sentence: Sentence, answer: Answer, run: int) -> set[str]:
    """The named signs of a sentence for its stating what is denied in another; `run` as in `before_run`."""
    read, side = claims.read, answer.side
    charges = claims.charges.get(other.index, ())
    letters, text = read.letters(other), read.low(other)
    own = _is_own(claims, other.index, answer)
    named = any(m.entity in side for m in read.inside(other.span))
    told = other.index in claims.said_by and not own
    trouble = len(claims.trouble & letters)
    shared = len(claims.stems(sentence) & claims.stems(other))
    back = sentence.index - other.index
    length = text.count(" ") + 1
    facts = {
        "about": any(side & set(c.about) for c in charges),
        "strong about": any(c.strong and side & set(c.about) for c in charges),
        "charge": bool(charges),
        "by other": told,
        "own": own,
        "names side": named,
        "first": other.index == 0,
        "lede": other.index < 2,
        "before the run": other.index == run,
        "run behind": other.index < run,
        "trouble": trouble >= 1,
        "trouble 2": trouble >= 2,
        "asks": "?" in text,
        "short": length < _SHORT,
        "long": length > _LONG,
        "by other, names side": told and named,
        "before the run, names side": other.index == run and named,
        "trouble, names side": trouble >= 1 and named,
        "said last": answer.last and back == 1 and (told or bool(charges)),
    }
    found = {name for name, true in facts.items() if true}
    found |= {f"shared {n}" for n in range(1, min(shared, _SHARED) + 1)}
    return found | {next((name for most, name in _DISTANCES if back <= most), "13 back")}
