"""sumy's eight algorithms: the same choices as sumy makes with the same words and stemmer, offline.

sumy, nltk and numpy are imported when one of them is asked for (half a second of CPU), never before.
"""

import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from briefing.errors import InputError
from briefing.lang.rank import rank_words
from briefing.model import Document, Lead

if TYPE_CHECKING:
    from sumy.models.dom import ObjectDocumentModel

# As sumy's own tokenizer: letters, with apostrophes and hyphens inside.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")

# name → module, class, most sentences it may be given: what three seconds of one core allow
# (benchmarks/growth.py), because all but Edmundson's grow with the square of the text or worse.
ALGORITHMS = {
    "lexrank": ("lex_rank", "LexRankSummarizer", 650),
    "textrank": ("text_rank", "TextRankSummarizer", 900),
    "lsa": ("lsa", "LsaSummarizer", 600),
    "luhn": ("luhn", "LuhnSummarizer", 2500),
    "kl": ("kl", "KLSummarizer", 150),
    "sumbasic": ("sum_basic", "SumBasicSummarizer", 2000),
    "reduction": ("reduction", "ReductionSummarizer", 600),
    "edmundson": ("edmundson", "EdmundsonSummarizer", 5000),
}
MOST_WORDS = 25  # a sentence, on average: several algorithms compare word by word


class Words:
    """What sumy calls a tokenizer. Sentences are already known, so only words are asked for."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence, as written."""
        return tuple(_WORD.findall(sentence))


def by_sumy(document: Document, code: str, name: str) -> tuple[Lead, ...]:
    """Every sentence as rated by the sumy algorithm `name`, best first; equal ones in reading order.

    Words are stemmed by nltk's Snowball stemmer and stop words left out where sumy has them for `code`;
    for other languages words count as they are, as sumy does for Chinese.
    Raises InputError when the article is longer than the algorithm can take.
    """
    module, kind, cap = ALGORITHMS[name]
    _check(document, name, cap)
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)(_stemmer(code))
    _give_words(summarizer, document, code)
    rated: list[tuple[float, int]] = []

    def note(infos: Iterable[Any]) -> Sequence[Any]:
        # Called with (sentence, order, rating); `order`, because equal sentences compare equal.
        rated.extend((_number(info.rating), info.order) for info in infos)
        return ()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of texts with few words, where sumy divides by zero: see _number
        summarizer(dom(document), note)
    missing = set(range(len(document.sentences))) - {order for _, order in rated}
    rated.extend((0.0, order) for order in missing)  # a text without a word: sumy rates nothing
    best = sorted(rated, key=lambda r: (-r[0], r[1]))
    return tuple(Lead(document.sentences[i].span, rating, ((name, rating),)) for rating, i in best)


def _number(rating: float) -> float:
    # NaN when no two sentences share a word. Rounded: sums over sets differ in the last bits from run to run.
    return round(float(rating), 9) if rating == rating else 0.0


def _check(document: Document, name: str, cap: int) -> None:
    found = document.sentences
    words = sum(len(_WORD.findall(document.text(sentence))) for sentence in found)
    if len(found) <= cap and words <= cap * MOST_WORDS:
        return
    origin = document.article.origin or document.article.id
    size = f"{len(found):,} sentences of {words:,} words are too much for the ranker {name!r}"
    limit = f"it takes at most {cap:,} of {cap * MOST_WORDS:,}"
    raise InputError(origin, f"{size}: {limit}; use another, such as 'news'")


def dom(document: Document) -> "ObjectDocumentModel":
    """The document as sumy's object model: our paragraphs, the title as the heading of the first."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    words = Words()
    blocks: list[list[SumySentence]] = []
    for _, block in groupby(document.sentences, key=attrgetter("paragraph")):
        blocks.append([SumySentence(document.text(sentence), words) for sentence in block])
    if blocks and document.article.title:
        blocks[0].insert(0, SumySentence(document.article.title, words, is_heading=True))
    return ObjectDocumentModel(map(Paragraph, blocks))


def _stemmer(code: str) -> Callable[[str], str]:
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    try:
        found: Callable[[str], str] = Stemmer(code)
    except LookupError:  # no stemmer for this language
        found = null_stemmer
    return found


def _stop_words(code: str) -> frozenset[str]:
    from sumy.utils import get_stop_words

    try:
        found: frozenset[str] = get_stop_words(code)
    except LookupError:  # no list for this language
        found = frozenset()
    return found


def _give_words(summarizer: Any, document: Document, code: str) -> None:
    """Stop words; for Edmundson (1969) his three lists.

    Bonus: the words of the title, or of the first sentence when there is none. Stigma: words that point back.
    Null: the stop words.
    """
    from sumy.parsers.parser import DocumentParser
    from sumy.summarizers.edmundson import EdmundsonSummarizer

    stop = _stop_words(code)
    if not isinstance(summarizer, EdmundsonSummarizer):
        summarizer.stop_words = stop
        return
    opening = document.text(document.sentences[0]) if document.sentences else ""
    bonus = [w for w in _WORD.findall(document.article.title or opening) if w.lower() not in stop]
    summarizer.bonus_words = bonus or DocumentParser.SIGNIFICANT_WORDS
    summarizer.stigma_words = rank_words(code).leaning or DocumentParser.STIGMA_WORDS
    summarizer.null_words = stop or {""}
