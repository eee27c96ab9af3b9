"""The other design for next steps: a logistic regression over readable signs of each trigger.

A sentence with a gold step is right by at least one of its triggers, and nobody says by which: the one that scores
best after each round is taken for it (multiple-instance learning). Newton's method, ridge penalty.
"""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256

import numpy as np

RIDGE, ROUNDS, STEPS, LEAST = 2.0, 4, 25, 4
Model = dict[str, float]


def folds(reads: list, label: Callable, threshold: float, n: int = 8) -> list[list]:
    """What each article's own fold, left out of the fit, predicts."""
    fold = [int(sha256(one.gold["id"].encode()).hexdigest(), 16) % n for one in reads]
    models = [train([r for r, f in zip(reads, fold, strict=True) if f != k], label) for k in range(n)]
    return [predict(models[f], one, threshold) for one, f in zip(reads, fold, strict=True)]


def score(model: Model, signs: frozenset[str]) -> float:
    """The log-odds of a trigger."""
    return model["bias"] + sum(model.get(sign, 0.0) for sign in signs)


def predict(model: Model, one, threshold: float) -> list:
    """The sentences in which some trigger scores above the threshold."""
    return sorted({span for span, signs in one.signs if score(model, signs) > threshold})


def train(reads: list, label: Callable) -> Model:
    """Weights by name."""
    found = [
        (one.gold["id"], span, label(one.gold, span), signs) for one in reads for span, signs in one.signs
    ]
    found = [f for f in found if f[2] != "undecided"]
    count = Counter(sign for *_, signs in found for sign in signs)
    names = sorted(sign for sign, n in count.items() if n >= LEAST)
    index = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(found), len(names) + 1))
    matrix[:, -1] = 1.0
    for row, (*_, signs) in enumerate(found):
        matrix[row, [index[s] for s in signs if s in index]] = 1.0
    truth = np.array([float(what == "step") for _, _, what, _ in found])
    groups: dict[tuple, list[int]] = {}
    for row, (i, span, what, _) in enumerate(found):
        if what == "step":
            groups.setdefault((i, span), []).append(row)
    weight = np.ones(len(found))
    for group in groups.values():
        weight[group] = 1 / len(group)
    beta = _newton(matrix, truth, weight)
    for _ in range(ROUNDS):
        scores = matrix @ beta
        for group in groups.values():
            weight[group] = 0.0
            weight[max(group, key=lambda row: scores[row])] = 1.0
        beta = _newton(matrix, truth, weight)
    return {**dict(zip(names, beta, strict=False)), "bias": float(beta[-1])}


def _newton(matrix: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    beta = np.zeros(matrix.shape[1])
    penalty = np.full(matrix.shape[1], RIDGE)
    penalty[-1] = 0.01
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-matrix @ beta))
        slope = matrix.T @ (weight * (p - truth)) + penalty * beta
        curve = (matrix * (weight * p * (1 - p))[:, None]).T @ matrix + np.diag(penalty)
        beta -= np.linalg.solve(curve, slope)
    return beta
