"""Where the time of a run goes: each moment counts for the innermost stage that is at work."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Stopwatch:
    """`seconds` of each stage so far, without those that stages inside it took for themselves."""

    seconds: dict[str, float] = field(default_factory=dict)
    _stages: list[str] = field(default_factory=list)
    _since: float = field(default_factory=perf_counter)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What is done inside counts for this stage."""
        self._credit()
        self._stages.append(name)
        try:
            yield
        finally:
            self._credit()
            self._stages.pop()

    def through(self, name: str, stream: Iterable[T]) -> Iterator[T]:
        """The stream as it is; what it takes to give the next item counts for this stage."""
        items = iter(stream)
        while True:
            with self.stage(name):
                try:
                    item = next(items)
                except StopIteration:
                    return
            yield item

    def _credit(self) -> None:
        now = perf_counter()
        if self._stages:
            self.seconds[self._stages[-1]] = self.seconds.get(self._stages[-1], 0.0) + now - self._since
        self._since = now
