"""The learner of fit_steps.py: a logistic regression over the signs of each trigger.

A sentence with a gold step is right by at least one of its triggers, and nobody says by which: the one that scores
best after each round is taken for it (multiple-instance learning). Newton's method, ridge penalty.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

RIDGE, ROUNDS, STEPS, LEAST = 3.0, 3, 12, 10
Model = dict[str, float]


class Row(NamedTuple):
    """A trigger of an article's sentence: a step? (None: undecided), its signs, and how much it counts."""

    article: str
    sentence: int
    step: bool | None
    signs: frozenset[str]
    counts: float


def score(model: Mapping[str, float], signs: Iterable[str]) -> float:
    """The log-odds of a trigger."""
    return model["start"] + sum(model.get(sign, 0.0) for sign in signs)


def train(rows: list[Row]) -> Model:
    """Weights by name; what is undecided is left out, and signs of fewer than LEAST triggers."""
    rows = [row for row in rows if row.step is not None]
    count = Counter(sign for row in rows for sign in row.signs)
    index = {name: i + 1 for i, name in enumerate(sorted(n for n, k in count.items() if k >= LEAST))}
    matrix = np.zeros((len(rows), len(index) + 1))
    matrix[:, 0] = 1.0
    for at, row in enumerate(rows):
        matrix[at, [index[sign] for sign in row.signs if sign in index]] = 1.0
    truth = np.array([float(row.step is True) for row in rows])
    counts = np.array([row.counts for row in rows])
    groups: dict[tuple[str, int], list[int]] = {}
    for at, row in enumerate(rows):
        if row.step:
            groups.setdefault((row.article, row.sentence), []).append(at)
    weight = counts.copy()
    for group in groups.values():
        weight[group] = counts[group] / len(group)
    beta = _newton(matrix, truth, weight)
    for _ in range(ROUNDS):
        scores = matrix @ beta
        for group in groups.values():
            weight[group] = 0.0
            best = max(group, key=lambda at: scores[at])
            weight[best] = counts[best]
        beta = _newton(matrix, truth, weight)
    return {"start": float(beta[0]), **{name: float(beta[i]) for name, i in index.items()}}


def _newton(matrix: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    beta = np.zeros(matrix.shape[1])
    penalty = np.full(matrix.shape[1], RIDGE)
    penalty[0] = 1e-6
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-matrix @ beta))
        slope = matrix.T @ (weight * (p - truth)) + penalty * beta
        curve = (matrix * (weight * p * (1 - p))[:, None]).T @ matrix + np.diag(penalty)
        move = np.linalg.solve(curve, slope)
        beta -= move
        if np.abs(move).max() < 1e-6:
            break
    return beta
