"""INPUT words → articles, lazily and in order; what cannot be used is an InputError in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from briefing.errors import InputError
from briefing.gather.local import local
from briefing.model import Article, Raw
from briefing.read import read
from briefing.read.fields import ID_LENGTH


def gather(inputs: Sequence[str], stdin: BinaryIO) -> Iterator[Raw | InputError]:
    """The documents behind INPUT words: files, folders, globs, `-` for `stdin`."""
    for word in inputs:
        yield from local(word, stdin)


def articles(inputs: Sequence[str], stdin: BinaryIO) -> Iterator[Article | InputError]:
    """Every article behind INPUT words, each read only when it is asked for.

    Two different texts never share an id: a second text under a taken id gets the id with its hash behind.
    The same text under the same id comes again as it is.
    """
    taken: dict[str, str] = {}
    for raw in gather(inputs, stdin):
        for article in read(raw) if isinstance(raw, Raw) else [raw]:
            if isinstance(article, InputError):
                yield article
                continue
            digest = article.sha256
            if taken.setdefault(article.id, digest) != digest:
                article = replace(article, id=f"{article.id}-{digest[:ID_LENGTH]}")
            yield article
