"""Fit the weights that choose which earlier sentence states what is denied.

usage: python evals/fit_claims.py [--data ../shared/data] [--write]

A conditional logit: of the sentences before a denial, the chances of those that a reader named add up to as much as
possible; "none of them" is a choice as well. Learnt from every labelled denial, found by us or not: the development
two thirds of the shared gold and the development batches of evals/labels. Without --write it prints, for eight folds by
article, how often the likeliest sentence is one that a reader named, beside the sentence before and the nearest
charge, and what naming only the likely ones gives. `--write` puts the weights into lang/en.toml.
"""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from fit_implied import DENIALS, READ, ROOT, TOML, articles, batches, case, held_out, lines, others

from briefing.extract import earlier
from briefing.extract.earlier import ENOUGH, NONE, Answer
from briefing.model import Article, Sentence

FOLDS = 8
RIDGE = 2.0
SHARES = (0.2, 0.3, ENOUGH, 0.5, 0.6, 0.7)
SILENT = frozenset(("declined_to_comment", "no_response"))
BY_HAND = {"said last": 1.5}  # the labels do not tell what a denial points at


@dataclass(frozen=True, slots=True)
class Choice:
    """A labelled denial: the signs of each sentence before it, which of them state what is denied, and none."""

    article: str
    signs: list[set[str]]
    right: list[bool]
    charged: list[bool]


def labelled(data: Path) -> Iterator[tuple[Article, dict]]:
    """Articles with the denials of their readers, each article once."""
    texts = articles(data / "gold" / "articles.jsonl")
    yield from (
        (texts[row["id"]], row) for row in lines(data / "gold" / "gold.jsonl") if not held_out(row["id"])
    )
    known = others(data)
    yield from ((known[row["id"]], row) for row in batches(READ, DENIALS) if row["id"] in known)


def choices(article: Article, row: dict) -> Iterator[Choice]:
    """What a reader's denials of one article had to choose from."""
    wanted = [d for d in row["denials"] if d.get("scope", "core") == "core" and d.get("claims")]
    wanted = [d for d in wanted if d["stance"] not in SILENT]
    if not wanted:
        return
    one = case(article, {}, "whole")
    sentences = sorted(one.sentences.values(), key=lambda s: s.index)
    for denial in wanted:
        index = _at(sentences, denial)
        if index:
            claims = [_at(sentences, claim) for claim in denial["claims"]]
            speaker = next(
                (s.speaker for s in one.said if s.span == sentences[index].span and s.speaker), None
            )
            side = next((one.scene.side(s)[0] for s in one.said if s.speaker == speaker and speaker), set())
            answer = Answer(side, speaker)
            before = sentences[max(0, index - earlier.REACH) : index]
            run = earlier.before_run(one.scene.claims, sentences[index], answer)
            signs = [earlier.signs(one.scene.claims, o, sentences[index], answer, run) for o in before]
            right = [o.index in claims for o in before]
            charged = ["about" in found for found in signs]
            yield Choice(article.id, [*signs, {NONE}], [*right, not any(right)], [*charged, False])


def _at(sentences: list[Sentence], place: dict) -> int | None:
    return next(
        (s.index for s in sentences if s.span.start < place["end"] and place["start"] < s.span.end), None
    )


def matrices(all_of_them: list[Choice], names: list[str]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """A row a sentence, a column a sign; and which rows are right."""
    column = {name: k for k, name in enumerate(names)}
    found = []
    for one in all_of_them:
        x = np.zeros((len(one.signs), len(names)))
        for k, signs in enumerate(one.signs):
            x[k, [column[name] for name in signs]] = 1
        found.append(x)
    return found, [np.array(one.right) for one in all_of_them]


def fit(xs: list[np.ndarray], ys: list[np.ndarray]) -> np.ndarray:
    """Weights of a conditional logit by Newton's method, drawn to nought by a ridge."""
    w = np.zeros(xs[0].shape[1])
    for _ in range(200):
        slope, bend = -RIDGE * w, RIDGE * np.eye(len(w))
        for x, y in zip(xs, ys, strict=True):
            if y.any():
                p = shares(x @ w)
                right = p * y / (p * y).sum()
                slope += x.T @ (right - p)
                bend += (x * p[:, None]).T @ x - np.outer(x.T @ p, x.T @ p)
        step = np.linalg.solve(bend, slope)
        w = w + 0.7 * step
        if np.abs(step).max() < 1e-5:
            break
    return w


def shares(worth: np.ndarray) -> np.ndarray:
    """The share of each sentence in all chances."""
    chances = np.exp(worth - worth.max())
    return chances / chances.sum()


def report(all_of_them: list[Choice], xs: list[np.ndarray], ys: list[np.ndarray]) -> None:
    """What folds give, beside two rules."""
    fold = np.array([int(sha256(one.article.encode()).hexdigest()[8:12], 16) % FOLDS for one in all_of_them])
    said = []
    for k in range(FOLDS):
        rest = [i for i in range(len(xs)) if fold[i] != k]
        w = fit([xs[i] for i in rest], [ys[i] for i in rest])
        for i in np.flatnonzero(fold == k):
            p = shares(xs[i] @ w)[:-1]
            said.append((p.max(), bool(ys[i][p.argmax()]), not ys[i][-1]))
    elsewhere = [one for one in all_of_them if not one.right[-1]]
    total = len(elsewhere)
    before = sum(one.right[-2] for one in elsewhere)
    charged = sum(_nearest(one) for one in elsewhere)
    print(f"{len(all_of_them)} denials, of {total} the claim is in an earlier sentence")
    print(f"the sentence before     {100 * before / total:.1f} % of these")
    print(f"the nearest charge      {100 * charged / total:.1f} %")
    print(f"the likeliest sentence  {100 * sum(hit for _, hit, _ in said) / total:.1f} %")
    for share in SHARES:
        named = [hit for p, hit, _ in said if p >= share]
        print(
            f"share {share:.1f}: named {len(named)} of {len(said)}, right {100 * sum(named) / max(1, len(named)):.0f} %"
        )


def _nearest(one: Choice) -> bool:
    last = next((k for k in range(len(one.right) - 1, -1, -1) if one.charged[k]), None)
    return last is not None and one.right[last]


def write(weights: dict[str, float]) -> None:
    """Put the weights into the language file, in place."""
    body = "".join(f'"{name}" = {value:.2f}\n' for name, value in sorted(weights.items()))
    text = TOML.read_text("utf-8")
    old = re.compile(r'(\[denials\.claim_weights\]\n(?:#[^\n]*\n)*)(?:"[^\n]*" = [^\n]*\n)*')
    TOML.write_text(old.sub(lambda m: m[1] + body, text), "utf-8")


def main() -> None:
    """Print what folds give; with --write, fit on everything and store the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not options.data.exists():
        print(f"fit_claims: {options.data} is absent, and with it what is learnt from")
        return
    found = [choice for article, row in labelled(options.data) for choice in choices(article, row)]
    names = sorted({name for one in found for signs in one.signs for name in signs} - set(BY_HAND))
    xs, ys = matrices(found, names)
    report(found, xs, ys)
    if options.write:
        write(dict(zip(names, fit(xs, ys), strict=True)) | BY_HAND)


if __name__ == "__main__":
    main()
