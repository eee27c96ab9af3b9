"""What goes to stderr: one line a message, and the failed inputs of a stream as they come."""

import sys
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from briefing.errors import InputError
from briefing.pipeline import nothing_usable

T = TypeVar("T")


def say(message: str) -> None:
    """One line to stderr, control characters made visible."""
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in message)
    print(f"briefing: {line}", file=sys.stderr)


class Watched(Generic[T]):
    """A stream without its failures: each is said on stderr and kept in `failed`.

    With `strict`, the first failure ends the stream with that InputError, after all have been said.
    """

    def __init__(self, stream: Iterable[T | InputError], strict: bool) -> None:
        self.stream, self.strict = stream, strict
        self.failed: list[InputError] = []
        self.used = 0

    def __iter__(self) -> Iterator[T]:
        for item in self.stream:
            if isinstance(item, InputError):
                say(str(item))
                self.failed.append(item)
            else:
                self.used += 1
                yield item
        if self.strict and self.failed:
            raise InputError("--strict", f"{len(self.failed)} input(s) failed, nothing was written")

    def check_some_used(self) -> None:
        """Raise InputError (MissingInput when none exists) unless some input was used."""
        if not self.used:
            raise nothing_usable(self.failed)
