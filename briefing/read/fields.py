"""What an article says of itself, brought to one shape: names of fields, web addresses, languages, ids."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit

from briefing.errors import InputError
from briefing.lang.detect import normalise
from briefing.model import Article
from briefing.read.embargo import declared, written
from briefing.read.published import published

SURROGATE = re.compile("[\ud800-\udfff]")
ID_LENGTH = 12


def described(article: Article, fields: Mapping[str, str | None]) -> Article:
    """`article` with `title`, `source`, `url`, `author`, `published`, `language` read from strings.

    So is what says that it may not be published yet: `pubstatus`, `embargoed`, and a line above the text.
    What is empty stays `None`; what cannot be understood stays `None` with a note.
    """
    given = {key: value.strip() for key, value in fields.items() if value and value.strip()}
    when, when_note = _when(given.get("published"))
    url, url_note = _web(given.get("url"))
    language, language_note = _language(given.get("language"))
    notes = tuple(note for note in (when_note, url_note, language_note) if note)
    article = written(declared(article, given.get("pubstatus"), given.get("embargoed")))
    return replace(
        article,
        title=given.get("title"),
        source=given.get("source"),
        author=given.get("author"),
        url=url,
        published=when,
        language=language,
        notes=article.notes + notes,
    )


def _when(written: str | None) -> tuple[date | None, str]:
    when = published(written) if written else None
    return when, f"date not understood, left out: {written!r}" if written and when is None else ""


def _web(written: str | None) -> tuple[str | None, str]:
    if written is None:
        return None, ""
    try:
        parts = urlsplit(written)
    except ValueError:
        return None, f"not a web address, left out: {written!r}"
    if parts.scheme in ("http", "https") and parts.hostname:
        return written, ""
    return None, f"not a web address, left out: {written!r}"


def _language(written: str | None) -> tuple[str | None, str]:
    code = normalise(written) if written else None
    return code, f"not a language code, left out: {written!r}" if written and code is None else ""


def identified(article: Article) -> Article:
    """`article` with an id when it has none: from its URL, else from its source and text.

    Raises InputError for no text, and for what is not Unicode (RFC 8259 lets JSON hold lone surrogates).
    """
    for value in (article.text, article.title, article.source, article.author, article.url, article.id):
        if value and (found := SURROGATE.search(value)):
            code = f"U+{ord(found[0]):04X}"
            raise InputError(
                article.origin, f"holds half a character (lone surrogate {code}): not Unicode text"
            )
    if not re.search(r"\w", article.text):
        raise InputError(article.origin, "no words in it")
    if "\0" in article.text:
        raise InputError(article.origin, "holds NUL characters: damaged text")
    if article.id:
        return article
    key = article.url.partition("#")[0] if article.url else f"{article.source or ''}\n{article.text}"
    return replace(article, id=sha256(key.encode()).hexdigest()[:ID_LENGTH])
