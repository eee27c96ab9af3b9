"""Document → named columns of numbers, one number a sentence. Linear in the words: no sentence meets another.

Likeness is taken against the sum of all sentences instead of pair by pair (centroid, Radev et al. 2004).
docs/ranking.md says what each feature means and what it is worth.
"""

import re
from collections import Counter
from itertools import chain
from math import fsum, log, sqrt
from typing import NamedTuple

from briefing.lang.rank import RankWords, rank_words
from briefing.model import Document

Columns = dict[str, list[float]]

_WORD = re.compile(r"\w+")

STEM = 6  # characters kept of a word: a stemmer for every alphabet at no cost
FAR = 1000  # words from the top at which nearness is used up
STEP = 25  # words, about a sentence: nearness falls with the logarithm of steps
LONG = 40  # words
SHORT = 12  # words: with fewer, a line tells less and less
BULLETS = "•·▪‣►"
QUOTES = "\"“«„'‘`"


class Features(NamedTuple):
    """`columns`: feature → its value in each sentence. `terms`: each sentence's stems that carry news."""

    columns: Columns
    terms: list[set[str]]


def features(document: Document, code: str) -> Features:
    """Every feature of every sentence; without words for `code`, those that need words are 0."""
    language = rank_words(code)
    texts = [document.text(sentence) for sentence in document.sentences]
    cased = [_WORD.findall(text) for text in texts]
    words = [list(map(str.lower, row)) for row in cased]
    terms = [_terms(row, language) for row in words]
    title = _terms(_WORD.findall((document.article.title or "").lower()), language)
    columns = (
        _place_and_size(words)
        | _matter(terms, title)
        | _manner(texts, words)
        | _people(cased, words, language)
    )
    return Features(columns, terms)


def _terms(words: list[str], language: RankWords) -> set[str]:
    stop = language.stop
    return {word[:STEM] for word in words if word not in stop and len(word) > 1}


def _place_and_size(words: list[list[str]]) -> Columns:
    """How far down the sentence begins, and how many words it has."""
    scale = log(1 + FAR / STEP)
    near, before = [], 0
    for row in words:
        near.append(1 - log(1 + before / STEP) / scale)
        before += len(row)
    sizes = [len(row) for row in words]
    return {
        "near top": near,
        "top three": [float(i < 3) for i in range(len(words))],
        "length": [min(size / LONG, 1.0) for size in sizes],
        "short": [max(1 - size / SHORT, 0.0) for size in sizes],
    }


def _matter(terms: list[set[str]], title: set[str]) -> Columns:
    """What it is about: the terms of the whole story, and those of the headline."""
    spread = Counter(chain.from_iterable(terms))
    scale = {count: log(1 + count) for count in set(spread.values())}
    weight = {term: scale[count] for term, count in spread.items()}
    # fsum, because the order of a set changes with the hash seed and the last bit of a sum with the order.
    totals = [fsum(map(weight.__getitem__, row)) for row in terms]
    sizes = [len(row) or 1 for row in terms]
    return {
        "central": _share_of_most([total / sqrt(size) for total, size in zip(totals, sizes, strict=True)]),
        "to the point": _share_of_most([total / size for total, size in zip(totals, sizes, strict=True)]),
        "headline": [len(row & title) / sqrt(size) for row, size in zip(terms, sizes, strict=True)],
    }


def _share_of_most(column: list[float]) -> list[float]:
    most = max(column, default=0.0) or 1.0
    return [x / most for x in column]


def _manner(texts: list[str], words: list[list[str]]) -> Columns:
    """How it is told."""
    return {
        "figures": [float(any(map(str.isdigit, [word[0] for word in row]))) for row in words],
        "opens with quote": [float(text[0] in QUOTES) for text in texts],
        "broken quote": [float(_is_broken(text)) for text in texts],
        "opens small": [float(_opens_small(text)) for text in texts],
    }


def _opens_small(text: str) -> bool:
    """Whether a line begins as the rest of another, or as an item of a list."""
    return text[0] in BULLETS or (text[0].islower() and not text[1:2].isupper())


def _is_broken(text: str) -> bool:
    """Whether a quotation begins or ends in another line, so that nobody can tell whose words these are."""
    odd = text.count('"') % 2 or text.count("''") % 2
    return bool(odd) or text.count("“") != text.count("”")


def _people(cased: list[list[str]], words: list[list[str]], language: RankWords) -> Columns:
    """Whom it names, and whether a reader of this line alone knows who is meant."""
    quiet = language.stop | language.calendar
    # The first word has a capital anyway, so it counts as a name only where it has one elsewhere too.
    named = [
        {word for word, low in zip(row[1:], lows[1:], strict=True) if word != low and low not in quiet}
        for row, lows in zip(cased, words, strict=True)
    ]
    often = Counter(chain.from_iterable(named))
    known: set[str] = set()
    introduces = []
    for row in named:
        introduces.append(log(max((often[name] for name in row - known), default=1)))
        known |= row
    nobody = [not names and often.keys().isdisjoint(row[:1]) for names, row in zip(named, cased, strict=True)]
    return {
        "introduces": introduces,
        "leans back": [float(bool(row) and row[0] in language.leaning) for row in words],
        "opens with he": [
            float(n == 0 and not language.pronouns.isdisjoint(row[:1])) for n, row in enumerate(words)
        ],
        "unnamed": [
            float(alone and not language.pronouns.isdisjoint(row))
            for alone, row in zip(nobody, words, strict=True)
        ],
    }
