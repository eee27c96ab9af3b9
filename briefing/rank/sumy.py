"""sumy's eight algorithms: the same choices as sumy makes with the same words and stemmer, offline.

sumy, nltk and numpy are imported when one of them is asked for (half a second of CPU), never before.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.errors import InputError
from briefing.lang.rank import rank_words
from briefing.model import Document, Lead

if TYPE_CHECKING:
    from sumy.models.dom import ObjectDocumentModel

# As sumy's own tokenizer: letters, with apostrophes and hyphens inside.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*")

# name → module, class, most sentences it may be given: five seconds on one core (docs/performance.md)
ALGORITHMS = {
    "lexrank": ("lex_rank", "LexRankSummarizer", 700),
    "textrank": ("text_rank", "TextRankSummarizer", 1500),
    "lsa": ("lsa", "LsaSummarizer", 500),
    "luhn": ("luhn", "LuhnSummarizer", 3000),
    "kl": ("kl", "KLSummarizer", 180),
    "sumbasic": ("sum_basic", "SumBasicSummarizer", 2500),
    "reduction": ("reduction", "ReductionSummarizer", 900),
    "edmundson": ("edmundson", "EdmundsonSummarizer", 5000),
}
MOST_WORDS = 400  # in one sentence: several algorithms compare sentences word by word


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

    summarizer(dom(document), note)
    missing = set(range(len(document.sentences))) - {order for _, order in rated}
    rated.extend((0.0, order) for order in missing)  # a text without a word: sumy rates nothing
    best = sorted(rated, key=lambda r: (-r[0], r[1]))
    return tuple(Lead(document.sentences[i].span, rating, ((name, rating),)) for rating, i in best)


def _number(rating: float) -> float:
    # NaN when no sentence holds a word. Rounded: sums over sets differ in the last bits from run to run.
    return round(float(rating), 9) if rating == rating else 0.0


def _check(document: Document, name: str, cap: int) -> None:
    found = document.sentences
    long = next((s for s in found if len(_WORD.findall(document.text(s))) > MOST_WORDS), None)
    if len(found) <= cap and long is None:
        return
    fault = f"{len(found):,} sentences, and it takes at most {cap:,}"
    if len(found) <= cap and long is not None:
        fault = f"a sentence of more than {MOST_WORDS:,} words"
    origin = document.article.origin or document.article.id
    raise InputError(origin, f"too long for the ranker {name!r}: {fault}; use another ranker, such as 'news'")


def dom(document: Document) -> "ObjectDocumentModel":
    """The document as sumy's object model: its title is a heading, its paragraphs are ours."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    words = Words()
    blocks: dict[int, list[SumySentence]] = {}
    for sentence in document.sentences:
        blocks.setdefault(sentence.paragraph, []).append(SumySentence(document.text(sentence), words))
    title = document.article.title
    heading = [Paragraph([SumySentence(title, words, is_heading=True)])] if title else []
    return ObjectDocumentModel([*heading, *(Paragraph(block) for block in blocks.values())])


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
