"""Denials that are said, not named: what is said contradicts a claim about the speaker's side.

Two designs share the readable evidence of `evidence.py`: points given by hand, and a logistic model that
starts from those points and is fitted by evals/fit_implied.py. The model is what runs; its weights are data
(`[implied.weights]`), and docs/quality.md holds the numbers of both.
"""

from typing import NamedTuple

from briefing.extract.evidence import evidence
from briefing.extract.predicates import Predicate
from briefing.extract.scene import Scene
from briefing.model import Sentence, Statement

# Log-odds above which a contradiction is printed; swept on cross-validated folds, see docs/quality.md.
THRESHOLD = 0.3


class Contradiction(NamedTuple):
    """A statement that contradicts a claim: the predicate, the log-odds of its being a denial, and why."""

    statement: Statement
    sentence: Sentence
    predicate: Predicate
    score: float
    why: tuple[str, ...]


def contradiction(scene: Scene, statement: Statement, sentence: Sentence) -> Contradiction | None:
    """The likeliest contradiction in a statement, or None when none is likely enough."""
    best: Contradiction | None = None
    for predicate, why in evidence(scene, statement, sentence):
        score = round(scene.lex.weights["start"] + sum(scene.lex.weights.get(name, 0.0) for name in why), 4)
        if score > THRESHOLD and (best is None or score > best.score):
            ordered = sorted(why, key=lambda name: (-scene.lex.weights.get(name, 0.0), name))
            best = Contradiction(statement, sentence, predicate, score, tuple(ordered))
    return best
