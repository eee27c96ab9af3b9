"""The default ranker: a weighted sum of named features, then an order in which no line repeats another.

The weights are data: `weights.toml`, written by `evals/fit_ranker.py`, explained in docs/ranking.md.
"""

from functools import cache
from heapq import heapify, heappop, heapreplace
from math import exp
from pathlib import Path

from briefing.kept import shipped_toml
from briefing.model import Document, Lead
from briefing.rank.features import Columns, features

PICKED = 10  # lines that are ordered by what was taken before them, and explained; a brief prints fewer
REPEATS = 2.0  # log-odds a line loses when all its words were said in lines taken before it …
STEEP = 2  # … times its share of such words to this power: sharing some is normal, sharing most is a repeat


@cache
def weights() -> dict[str, float]:
    """Feature → weight in log-odds of being a summary line; `bias` belongs to every sentence."""
    found = shipped_toml(Path(__file__).with_name("weights.toml"))
    merged: dict[str, float] = {"bias": found["bias"]} | found["fitted"] | found["editor"]
    return merged


def news(document: Document, code: str) -> tuple[Lead, ...]:
    """Every sentence, in the order in which a brief should take them; the score is a chance from 0 to 1."""
    return weighted(document, code, weights())


def weighted(document: Document, code: str, by: dict[str, float]) -> tuple[Lead, ...]:
    """As `news`, with other weights; a feature without a weight counts nothing.

    `why` is given for the first PICKED lines: shares of the log-odds, to which `repeats` belongs too.
    """
    found = features(document, code)
    totals = [by.get("bias", 0.0)] * len(document.sentences)
    for name, column in found.columns.items():
        weight = by.get(name, 0.0)
        if weight:
            totals = [total + weight * x for total, x in zip(totals, column, strict=True)]
    leads = []
    for place, (i, worth) in enumerate(_without_repeats(totals, found.terms)):
        why = _why(found.columns, by, i, worth - totals[i]) if place < PICKED else ()
        leads.append(Lead(document.sentences[i].span, round(1 / (1 + exp(-worth)), 4), why))
    return tuple(leads)


def _without_repeats(totals: list[float], terms: list[set[str]]) -> list[tuple[int, float]]:
    """Sentence and worth, best first. What was told only grows, so a worth once looked at can only fall."""
    queue = [(-round(total, 6), i) for i, total in enumerate(totals)]
    heapify(queue)
    told: set[str] = set()
    taken: list[tuple[int, float]] = []
    while queue and len(taken) < PICKED:
        stale, i = queue[0]
        repeated = len(terms[i] & told) / (len(terms[i]) or 1)
        fresh = -round(totals[i] - REPEATS * repeated**STEEP, 6)
        if fresh > stale:
            heapreplace(queue, (fresh, i))
            continue
        heappop(queue)
        taken.append((i, -fresh))
        told |= terms[i]
    floor = taken[-1][1] if taken else 0.0
    return taken + [(i, min(-stale, floor)) for stale, i in sorted(queue)]


def _why(columns: Columns, by: dict[str, float], i: int, repeats: float) -> tuple[tuple[str, float], ...]:
    shares = [
        (name, round(by[name] * column[i], 3)) for name, column in columns.items() if column[i] and name in by
    ]
    if lost := round(repeats, 3):
        shares.append(("repeats", lost))
    shares.sort(key=_largest_first)
    return tuple(shares)


def _largest_first(share: tuple[str, float]) -> tuple[float, str]:
    return -abs(share[1]), share[0]
