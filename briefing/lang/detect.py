"""Which language a text is in: declared, else certain from its commonest words, else told by py3langid.

py3langid (naive Bayes over byte sequences: Lui & Baldwin 2012; BSD, 4.5 MB) was chosen by measurement
(`evals/language.py`). It needs numpy and half a second to load, so plain English is settled without it.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.lang import known, table
from briefing.model import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

TAG = re.compile(r"([A-Za-z]{2,8})(?:[-_][A-Za-z0-9_.@-]+)?")
WORD = re.compile(r"[^\W\d_]+")
HEAD = 2_000  # characters looked at: the lede and what follows, past any appeal above it
MIN_WORDS = 8
MIN_LETTERS = 20
# Share of these words: English news 17-32 % (all but one of 674 articles), Spanish, French, Italian and
# Vietnamese news 0-2.5 % (191 articles).
CERTAIN_SHARE = 0.12
FOREIGN_SHARE = 0.04
MIN_CONFIDENCE = 0.9  # py3langid's: from 30 letters on, one answer in a thousand above it is wrong
MIN_WORDS_TO_OVERRULE = 60
UNKNOWN = "und"  # ISO 639-2: undetermined


class Marks(NamedTuple):
    """What gives a language away: its commonest words that others lack, and its names in declarations."""

    words: frozenset[str]
    names: frozenset[str]


@cache
def marks(code: str) -> Marks | None:
    """The marks of a language; `None` without a `[detect]` table."""
    found = table(code, "detect")
    return Marks(frozenset(found["words"].split()), frozenset(found["names"].split())) if found else None


def normalise(written: str) -> str | None:
    """`en-GB`, `EN_us`, `eng`, `English` → `en`: the primary subtag (BCP 47), or `None` when it is none."""
    found = TAG.fullmatch(written.strip())
    if found is None:
        return None
    name = found[1].lower()
    for code in known():
        if (given := marks(code)) and name in given.names:
            return code
    return name if len(name) <= 3 and name != UNKNOWN else None


def detect(text: str) -> str | None:
    """The ISO 639 code of the language most of `text` is in, or `None` when that is not sure."""
    start = text[:HEAD]
    words = WORD.findall(start.lower())
    for code in known():
        if len(words) >= MIN_WORDS and share(words, code) >= CERTAIN_SHARE:
            return code
    if sum(map(len, words)) < MIN_LETTERS:
        return None
    code, _ = _identifier().classify(" ".join(words))
    return None if code == UNKNOWN else str(code)


def share(words: list[str], code: str) -> float:
    """How many of the words, from 0 to 1, are among the marks of a language."""
    given = marks(code)
    return sum(map(given.words.__contains__, words)) / len(words) if given and words else 0.0


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True, min_confidence=MIN_CONFIDENCE)


def language_of(article: Article, override: str | None = None) -> str:
    """The code to read an article in: the user's, the declared, the detected, else `und`.

    A declaration is overruled only where the text plainly contradicts it: pages made from a template often
    say `en-US` whatever they hold, and English cue words must not be looked for in a Spanish text.
    """
    if override:
        return override
    if article.language and not _contradicted(article.language, article.text):
        return article.language
    return detect(article.text) or article.language or UNKNOWN


def _contradicted(code: str, text: str) -> bool:
    if code not in known() or marks(code) is None:
        return False
    words = WORD.findall(text[:HEAD].lower())
    return len(words) >= MIN_WORDS_TO_OVERRULE and share(words, code) < FOREIGN_SHARE
