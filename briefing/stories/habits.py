"""What is printed with every article: sentences that cleaning did not know and that keep coming back.

Two short reports that end with the same notice share most of their words, and are not the same article.
"""

from collections.abc import Iterable
from zlib import crc32

from briefing.model import Document

HABIT = 4  # different articles in which a sentence must stand to be furniture
LEFT = 12  # words that must be left of a story without it


def habits(documents: Iterable[Document]) -> frozenset[int]:
    """Numbers of the sentences that stand in several articles.

    Versions and reprints of one article are not several articles; they are known by their longest sentence.
    """
    articles: dict[int, tuple[int, ...]] = {}
    for document in documents:
        texts = [document.text(sentence) for sentence in document.sentences]
        longest = _number(max(texts, key=len, default=""))
        for text in texts:
            inside = articles.get(sentence := _number(text), ())
            if longest not in inside and len(inside) < HABIT:
                articles[sentence] = (*inside, longest)
    return frozenset(sentence for sentence, inside in articles.items() if len(inside) >= HABIT)


def own_text(document: Document, repeated: frozenset[int]) -> str:
    """The story in one line without its furniture; all of it when next to nothing else is there."""
    texts = [document.text(sentence) for sentence in document.sentences]
    own = " ".join(text for text in texts if _number(text) not in repeated)
    return own if own.count(" ") >= LEFT else " ".join(texts)


def _number(text: str) -> int:
    return crc32(text.encode())
