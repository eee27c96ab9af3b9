"""The default ranker: a weighted sum of named features, then an order in which no line repeats another.

The weights are data (`weights.toml`, written by `evals/fit_ranker.py`).
"""

import tomllib
from functools import cache
from importlib.resources import files
from math import exp

from briefing.model import Document, Lead
from briefing.rank.features import Columns, features

PICKED = 10  # lines put in order with regard to what was taken before; no brief prints more of one article
REPEATS = 2.0  # what a line loses when all its words have been printed already


@cache
def weights() -> dict[str, float]:
    """Feature → weight in log-odds of being a summary line; `bias` belongs to every sentence."""
    found: dict[str, float] = tomllib.loads(files(__package__).joinpath("weights.toml").read_text("utf-8"))
    return found


def news(document: Document, code: str) -> tuple[Lead, ...]:
    """Every sentence, in the order in which a brief should take them; the score is a chance from 0 to 1."""
    return weighted(document, code, weights())


def weighted(document: Document, code: str, by: dict[str, float]) -> tuple[Lead, ...]:
    """As `news`, with other weights; a feature without a weight counts nothing."""
    found = features(document, code)
    totals = [by.get("bias", 0.0)] * len(document.sentences)
    for name, column in found.columns.items():
        weight = by.get(name, 0.0)
        if weight:
            totals = [total + weight * x for total, x in zip(totals, column, strict=True)]
    order = _without_repeats(totals, found.terms)
    return tuple(
        Lead(document.sentences[i].span, round(1 / (1 + exp(-total)), 4), _why(found.columns, by, i))
        for i, total in order
    )


def _without_repeats(totals: list[float], terms: list[set[str]]) -> list[tuple[int, float]]:
    left = sorted(range(len(totals)), key=lambda i: (-round(totals[i], 6), i))
    told: set[str] = set()
    taken: list[tuple[int, float]] = []
    while left and len(taken) < PICKED:
        near = left[: 2 * PICKED]
        worth = {i: totals[i] - REPEATS * len(terms[i] & told) / (len(terms[i]) or 1) for i in near}
        best = min(near, key=lambda i: (-round(worth[i], 6), i))
        left.remove(best)
        taken.append((best, worth[best]))
        told |= terms[best]
    floor = min((worth for _, worth in taken), default=0.0)
    return taken + [(i, min(totals[i], floor)) for i in left]


def _why(columns: Columns, by: dict[str, float], i: int) -> tuple[tuple[str, float], ...]:
    shares = [(name, round(by[name] * column[i], 3)) for name, column in columns.items() if name in by]
    return tuple(sorted((s for s in shares if s[1]), key=lambda share: (-abs(share[1]), share[0])))
