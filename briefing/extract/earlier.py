"""Which earlier sentence states what is denied: the likeliest by its signs, named when it is likely enough.

The signs are weighed by a conditional logit (McFadden 1974) over the sentences before the denial, fitted by
`evals/fit_claims.py`; a share near one means that no other sentence comes close.
"""

from math import exp
from typing import NamedTuple

from briefing.extract.claims import Claims
from briefing.model import Sentence, Span

REACH = 25  # sentences that are looked back
# The share of all chances from which on a sentence is named; refusals often answer no single sentence.
ENOUGH = 0.5
ENOUGH_SILENT = 0.9
_SHORT, _LONG = 8, 25  # words
_SHARED = 4
_DISTANCES = ((1, "1 back"), (2, "2 back"), (3, "3 back"), (6, "4 back"), (12, "7 back"))


class Answer(NamedTuple):
    """A denial that looks for its claim: whose side it speaks for; `enough`: the share a claim must have.

    `last`: it points at what was said last.
    """

    side: set[int]
    speaker: Span | None
    enough: float
    last: bool = False


def earlier_claim(claims: Claims, sentence: Sentence, answer: Answer) -> Span | None:
    """The sentence before a denial that states what is denied, or None when no one is likely enough."""
    others = claims.read.document.sentences[max(0, sentence.index - REACH) : sentence.index]
    if not others:
        return None
    run = before_run(claims, sentence, answer)
    chances = [exp(_worth(claims, signs(claims, other, sentence, answer, run))) for other in others]
    best = max(range(len(others)), key=chances.__getitem__)
    return others[best].span if chances[best] >= answer.enough * sum(chances) else None


def _worth(claims: Claims, found: set[str]) -> float:
    return sum(claims.weights.get(name, 0.0) for name in found)


def before_run(claims: Claims, sentence: Sentence, answer: Answer) -> int:
    """The last sentence before a denial that its speaker does not say."""
    at = sentence.index - 1
    while at > 0 and _is_own(claims, at, answer):
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
        "said last": answer.last and back == 1,
    }
    found = {name for name, true in facts.items() if true}
    found |= {f"shared {n}" for n in range(1, min(shared, _SHARED) + 1)}
    return found | {next((name for most, name in _DISTANCES if back <= most), "13 back")}
