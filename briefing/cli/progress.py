"""How far a command has come, in one line that comes and goes on a terminal; nothing where nobody watches."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from briefing.pipeline import Progress

T = TypeVar("T")
EVERY = 0.1  # seconds between two pictures: more is a flicker, and costs more than the work


def progress(quiet: bool = False) -> Progress | None:
    """What shows a terminal how much is done; None when stderr is no terminal, or nobody wants to see it."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        return None
    drawn = monotonic()  # what is over in a moment shows nothing

    def show(what: str, done: int, of: int | None) -> None:
        nonlocal drawn
        now = monotonic()
        if done == of:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        elif now - drawn >= EVERY:
            drawn = now
            text = f"{what} {done:,} of {of:,} …" if of else f"{what} {done:,} …"
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    return show


def counted(stream: Iterable[T], what: str, show: Progress | None) -> Iterator[T]:
    """The stream as it is, each item shown as it comes; how many there will be is not known."""
    done = 0
    for done, item in enumerate(stream, 1):
        yield item
        if show:
            show(what, done, None)
    if show:
        show(what, done, done)
