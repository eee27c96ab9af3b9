"""What a sentence splitter knows of a language: the words that keep their full stop. Table `[text]`."""

from functools import cache
from typing import NamedTuple

from briefing.lang import known, table

Words = frozenset[str]


class Stops(NamedTuple):
    """Words, without their last full stop and in their case, by what a full stop after them means.

    `before_name`: never the end of a sentence. `before_number`: not before a digit. `may_end`: the end only
    before one of the `starters`. `clock`: the end unless one of `after_clock` follows. `speech`: verbs that
    may follow a name after a quoted question. `marked`: names that carry an exclamation mark.
    `kept`: all that keep their stop.
    """

    before_name: Words = frozenset()
    before_number: Words = frozenset()
    may_end: Words = frozenset()
    clock: Words = frozenset()
    after_clock: Words = frozenset()
    starters: Words = frozenset()
    speech: Words = frozenset()
    marked: Words = frozenset()
    kept: Words = frozenset()


@cache
def text(code: str) -> Stops:
    """The stops of a language; without a `[text]` table none, and only digits, initials and case decide."""
    data = table(code, "text") if code in known() else {}
    words = {key: frozenset(value.split()) for key, value in data.items()}
    kept = [words.get(key, frozenset()) for key in ("before_name", "before_number", "may_end", "clock")]
    return Stops(**words, kept=frozenset().union(*kept))
