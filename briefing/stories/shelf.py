"""Findings put away small until a story needs them: ten thousand of a day fit into memory.

What was found in an article takes ten times the room of the article's text. Most articles of a large day are
only listed, so each is kept as compressed bytes and made again when it is looked at.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Findings

_FASTEST = 1  # zlib's levels 2 to 9 save another tenth and take twice as long


@dataclass(frozen=True, slots=True)
class Shelf(Sequence[Findings]):
    """A sequence of findings; each look at one makes it anew, so take what is used often into a tuple."""

    packed: tuple[bytes, ...] = ()

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
    if isinstance(found, Shelf):
        return found
    return Shelf(tuple(zlib.compress(pickle.dumps(f, pickle.HIGHEST_PROTOCOL), _FASTEST) for f in found))


def _unpacked(data: bytes) -> Findings:
    found: Findings = pickle.loads(zlib.decompress(data))
    return found
