"""What a linguist would edit: one TOML file a language, one module a kind of knowledge.

`table` hands a language's TOML table to the module of the same name here
(`lang/furniture.py` compiles `[furniture]`, and so on), which turns it into a
frozen dataclass once a process. Other rooms ask those modules, never `table`.
"""

from functools import cache
from pathlib import Path
from typing import Any

from briefing.errors import UnknownName
from briefing.kept import shipped_toml

_HERE = Path(__file__).parent  # importlib.resources costs 20 ms at start-up


@cache
def known() -> tuple[str, ...]:
    """Codes of the languages that have a file here."""
    return tuple(sorted(file.stem for file in _HERE.glob("*.toml")))


@cache
def _load(code: str) -> dict[str, Any]:
    if code not in known():
        raise UnknownName("language", code, known())
    return shipped_toml(_HERE / f"{code}.toml")


def table(code: str, name: str) -> dict[str, Any]:
    """One table of a language's file; empty when the language has none.

    Raises UnknownName when no file exists for `code`.
    """
    found: dict[str, Any] = _load(code).get(name, {})
    return found


def has_lexicon(code: str) -> bool:
    """Whether findings (who, denials, next steps) can be made in this language."""
    return code in known() and bool(table(code, "denials"))
