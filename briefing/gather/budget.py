"""How many seconds a document may take: on the network, not while it waits for its turn."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

# When (on the monotonic clock) what this thread does on the network must be over. httpcore's timeouts are
# for each read alone: a server that sends a byte every few seconds would hold us for ever.
deadline: ContextVar[float] = ContextVar("deadline")


@dataclass(slots=True)
class Trip:
    """The way to one document: what was asked, for which source, and the seconds that are left of it."""

    asked: str
    source: str
    left: float

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time spent within counts, and nothing on the network goes on when none is left."""
        since = time.monotonic()
        mark = deadline.set(since + self.left)
        try:
            yield
        finally:
            deadline.reset(mark)
            self.left -= time.monotonic() - since
