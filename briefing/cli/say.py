"""What goes to stderr: one line a message, and the failed inputs of a stream as they come."""

import sys
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from briefing.deliver.stdout import to_stdout
from briefing.deliver.target import Written
from briefing.errors import InputError
from briefing.model import Brief
from briefing.pipeline import Gathered, nothing_usable
from briefing.render.budget import KILOBYTE

T = TypeVar("T")


def say(message: str) -> None:
    """One line to stderr, control characters made visible."""
    line = "".join(c if c.isprintable() else repr(c)[1:-1] for c in message)
    if sys.stderr is not None:  # print(file=None) would go to stdout
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""  # the progress that may stand there
        print(f"{clear}briefing: {line}", file=sys.stderr)


def say_size(written: Written, kilobytes: int) -> None:
    """What was done to keep the mail small, and whether it was enough."""
    if written.moved:
        stories = "1 story is" if written.moved == 1 else f"{written.moved} stories are"
        say(f"{stories} only listed, to keep the mail under {kilobytes} kB (--max-email-kb)")
    if written.too_large:
        size = -(-written.too_large // KILOBYTE)
        say(f"the mail has {size} kB, not {kilobytes}: no story is cut; ask for fewer --lines or stories")


def say_kept_back(brief: Brief) -> None:
    """Say what is not in the brief by somebody else's wish."""
    for dropped in brief.dropped:
        say(f"{dropped.input}: {dropped.rule}, left out")
    if brief.held:
        say(f"{brief.held} embargoed or withheld, not printed; --allow-embargoed prints them")


def noted(stream: Iterable[Gathered]) -> Iterator[Gathered]:
    """The stream as it is; what a reader had to decide about an article is said on stderr."""
    for item in stream:
        for note in () if isinstance(item, InputError) else item.notes:
            say(f"{item.origin}: {note}")
        yield item


class Watched(Generic[T]):
    """A stream as it is, but each failure in it is said on stderr and kept in `failed`.

    With `strict` a failure ends the run once the stream is through, by an InputError.
    """

    def __init__(self, stream: Iterable[T | InputError], strict: bool) -> None:
        self.stream, self.strict = stream, strict
        self.failed: list[InputError] = []

    def __iter__(self) -> Iterator[T | InputError]:
        for item in self.stream:
            if isinstance(item, InputError):
                say(str(item))
                self.failed.append(item)
            yield item
        if self.strict and self.failed:
            raise InputError("--strict", f"{len(self.failed)} input(s) failed, nothing was written")

    def print_good(self) -> None:
        """Print the good items as they come (with `strict` only once all were good).

        Raises InputError, MissingInput when none of the inputs exists, if nothing was good.
        """
        printed = 0
        for item in list(self) if self.strict else self:
            if not isinstance(item, InputError):
                to_stdout(f"{item}\n")
                printed += 1
        if not printed:
            raise nothing_usable(self.failed)
