"""INPUT words → articles, lazily and in order; what cannot be used is an InputError in its place."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from briefing.errors import InputError
from briefing.gather.ids import Ids
from briefing.gather.local import local
from briefing.model import Article, Pointer, Raw
from briefing.read import read, unfetched


def gather(inputs: Sequence[str], stdin: BinaryIO) -> Iterator[Raw | InputError]:
    """The documents behind INPUT words: files, folders, globs, `-` for `stdin`."""
    for word in inputs:
        yield from local(word, stdin)


def articles(inputs: Sequence[str], stdin: BinaryIO) -> Iterator[Article | InputError]:
    """Every article behind INPUT words, each read only when it is asked for; ids are told apart."""
    ids = Ids()
    for raw in gather(inputs, stdin):
        for found in read(raw) if isinstance(raw, Raw) else [raw]:
            article = unfetched(found) if isinstance(found, Pointer) else found
            yield article if isinstance(article, InputError) else ids.apart(article)
