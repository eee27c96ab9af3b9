"""Run a function over a stream in several processes: results in order, memory bounded."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 32  # articles a message: a few ms of work each, so that pickling stays in the noise
AHEAD = 3  # chunks a process may wait with; the stream is never read further than that


def ordered_map(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """`map(function, items)` in `jobs` processes; `function` must be importable, items picklable."""
    if jobs == 1:
        yield from map(function, items)
        return
    from concurrent.futures import ProcessPoolExecutor  # a tenth of the start-up, for one process in vain

    stream = iter(items)
    waiting: deque[Future[list[R]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        while chunk := list(islice(stream, CHUNK)):
            waiting.append(pool.submit(_chunk, function, chunk))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunk(function: Callable[[T], R], items: list[T]) -> list[R]:
    return [function(item) for item in items]
