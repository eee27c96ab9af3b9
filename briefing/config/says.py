"""What a key of briefing.toml may hold, said once: checks, the JSON Schema and the docs all read it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """The meaning of a key, and what is not in its type.

    `key`: its name in the file, where Python does not allow it. `least`: for a number. `choices`: the words
    allowed. `check` returns what is wrong with a value, or None. `path`: relative to the file.
    """

    meaning: str
    key: str | None = None
    least: int | None = None
    choices: tuple[str, ...] = ()
    check: Callable[[str], str | None] | None = None
    path: bool = False
