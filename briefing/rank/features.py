"""Document → named columns of numbers, one number a sentence. Linear in the words: no sentence meets another.

Similarities are taken against running sums of term weights instead of pair by pair: the directed centrality
of Zheng & Lapata 2019 ("Sentence Centrality Revisited for Unsupervised Summarization") in prefix sums.
"""

import re
from collections import Counter
from dataclasses import dataclass
from math import log, sqrt

from briefing.lang.rank import RankWords, rank_words
from briefing.model import Document

Columns = dict[str, list[float]]

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w'’-]+")  # a capital that does not come from opening a sentence
_OPEN_QUOTE = re.compile(r"[\"“«„]|(?<!\w)['‘]")

STEM = 6  # characters kept of a word: a stemmer for every alphabet at no cost
SHORT, LONG = 8, 40  # words
QUOTES = "\"“«„'‘`"


@dataclass(frozen=True, slots=True)
class Features:
    """`columns`: feature → its value in each sentence. `terms`: each sentence's stems that carry news."""

    columns: Columns
    terms: list[set[str]]


def features(document: Document, code: str) -> Features:
    """Every feature of every sentence; without words for `code`, those that need words are 0."""
    language = rank_words(code)
    texts = [document.text(sentence) for sentence in document.sentences]
    words = [_WORD.findall(text.lower()) for text in texts]
    terms = [_terms(row, language) for row in words]
    title = document.article.title or ""
    columns = (
        _place(document)
        | _shape(texts, words)
        | _matter(terms, _terms(_WORD.findall(title.lower()), language))
        | _manner(words, language)
        | _people(texts)
    )
    return Features(columns, terms)


def _terms(words: list[str], language: RankWords) -> set[str]:
    stop = language.stop
    return {word[:STEM] for word in words if word not in stop and len(word) > 1}


def _place(document: Document) -> Columns:
    """Where the sentence stands."""
    found = document.sentences
    count = len(found)
    opens = [float(i == 0 or s.paragraph != found[i - 1].paragraph) for i, s in enumerate(found)]
    return {
        "first": [float(i == 0) for i in range(count)],
        "second": [float(i == 1) for i in range(count)],
        "third": [float(i == 2) for i in range(count)],
        "top six": [float(i < 6) for i in range(count)],
        "near top": [1 / (1 + i) for i in range(count)],
        "depth": [i / count for i in range(count)],
        "opens paragraph": opens,
    }


def _shape(texts: list[str], words: list[list[str]]) -> Columns:
    """How it is built: length, figures, quotation, question."""
    sizes = [len(row) for row in words]
    return {
        "length": [min(size, LONG) / LONG for size in sizes],
        "short": [max(0.0, 1 - size / SHORT) for size in sizes],
        "long": [max(0.0, min(1.0, size / LONG - 1)) for size in sizes],
        "figures": [float(any(w[0].isdigit() for w in row)) for row in words],
        "opens with quote": [float(text[0] in QUOTES) for text in texts],
        "quotes": [float(_OPEN_QUOTE.search(text, 1) is not None) for text in texts],
        "question": [float("?" in text) for text in texts],
    }


def _matter(terms: list[set[str]], title: set[str]) -> Columns:
    """What it is about, against the whole story, what came before, the first sentence and the headline."""
    spread: Counter[str] = Counter(term for row in terms for term in row)
    weight = {term: log(1 + count) for term, count in spread.items()}
    seen: Counter[str] = Counter()
    top = terms[0] if terms else set()
    central, before, fresh, lede, headline = [], [], [], [], []
    for row in terms:
        norm = sqrt(len(row)) or 1.0
        central.append(sum(weight[t] for t in row) / norm)
        before.append(sum(1 for t in row if t in seen) / (len(row) or 1))
        fresh.append(sum(weight[t] for t in row if t not in seen) / norm)
        lede.append(len(row & top) / norm if row is not top else 0.0)
        headline.append(len(row & title) / norm)
        seen.update(row)
    scale = max(central, default=0.0) or 1.0
    return {
        "central": [c / scale for c in central],
        "told before": before,
        "news": [f / scale for f in fresh],
        "like the first": lede,
        "headline": headline,
    }


def _manner(words: list[list[str]], language: RankWords) -> Columns:
    """What its words say of it: it leans on the line before, reports speech, tells an event …"""
    found = [frozenset(row) for row in words]
    return {
        "leans back": [float(bool(row) and row[0] in language.leaning) for row in words],
        "reports": [float(not row.isdisjoint(language.reporting)) for row in found],
        "event": [float(not row.isdisjoint(language.events)) for row in found],
        "personal": [float(not row.isdisjoint(language.personal)) for row in found],
        "day": [float(not row.isdisjoint(language.days)) for row in found],
    }


def _people(texts: list[str]) -> Columns:
    """Names: how many, and how often the story names them."""
    named = [set(_NAME.findall(text)) for text in texts]
    often = Counter(name for row in named for name in row)
    return {
        "names": [min(len(row), 5) / 5 for row in named],
        "main names": [max((log(often[n]) for n in row), default=0.0) for row in named],
    }
