"""Findings put away small until a story needs them: ten thousand of a day fit into memory.

What was found in an article takes ten times the room of the article's text. Most articles of a large day are
only listed, so what was found in each is kept as compressed bytes and made again when it is looked at. The
articles stay as they are: whoever gathered them, and the brief that quotes them, hold the same ones.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.model import Article, Findings

_NOBODYS = Article(id="", text="")  # stands for the article in what is compressed
_FASTEST = 1  # zlib's levels 2 to 9 save another tenth and take twice as long


class _Packed(NamedTuple):
    """An article, and everything found in it as compressed bytes."""

    article: Article
    found: bytes


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Shelf(Sequence[Findings]):
    """A sequence of findings; each look at one makes it anew, so take what is used often into a tuple."""

    packed: tuple[_Packed, ...] = ()

    def __len__(self) -> int:
        return len(self.packed)

    def __iter__(self) -> Iterator[Findings]:
        return map(_unpacked, self.packed)

    def __getitem__(self, place):  # type: ignore[no-untyped-def]
        return _unpacked(self.packed[place])

    def pick(self, places: Iterable[int]) -> "Shelf":
        """Some of them, in this order."""
        return Shelf(tuple(self.packed[place] for place in places))


def shelved(found: Iterable[Findings]) -> Shelf:
    """Put findings away, one by one as they come."""
    return found if isinstance(found, Shelf) else Shelf(tuple(map(_pack, found)))


def _pack(found: Findings) -> _Packed:
    bare = replace(found, document=replace(found.document, article=_NOBODYS))
    return _Packed(found.article, zlib.compress(pickle.dumps(bare, pickle.HIGHEST_PROTOCOL), _FASTEST))


def _unpacked(packed: _Packed) -> Findings:
    bare: Findings = pickle.loads(zlib.decompress(packed.found))
    return replace(bare, document=replace(bare.document, article=packed.article))
