"""A parsed briefing.toml → Config: every key is known, every value what its table says, or ConfigError."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefing.config.keys import Key, Value, keys
from briefing.config.lines import line_of
from briefing.config.tables import (
    KINDS,
    OPTIONAL,
    REPEATED,
    TABLES,
    BriefTable,
    Config,
    EditionTable,
    OutputTable,
    SourceTable,
)
from briefing.errors import BriefingError, ConfigError
from briefing.render.templates import theme, themes

KINDS_OF = {str: "a text", int: "a whole number", bool: "true or false", tuple: "a list of texts"}
SECRET = ("password", "secret", "token", "api_key")
Raw = Mapping[str, Any]  # what tomllib gives; it goes no further than this module


@dataclass(frozen=True, slots=True)
class _Place:
    """A table of the file that is being read."""

    file: Path
    text: str
    table: str = ""
    number: int = 0

    def wrong(self, message: str, key: str | None = None) -> ConfigError:
        line = line_of(self.text, self.table, self.number, key)
        where = f"{self.file}:{line}" if line else str(self.file)
        shown = "".join(
            c if c.isprintable() else repr(c)[1:-1] for c in message
        )  # a key may hold a line break
        return ConfigError(f"{where}: {shown}")


def build(raw: Raw, text: str, file: Path) -> Config:
    """The configuration that a parsed file holds. Raises ConfigError with file and line."""
    root = _Place(file, text)
    for name, value in raw.items():
        _check_table(root, name, value)
    made: dict[str, Any] = {
        name: _table(_Place(file, text, name), table, raw.get(name, {}))
        for name, table in TABLES.items()
        if name not in REPEATED and (name in raw or name not in OPTIONAL)
    }
    rows = [(_Place(file, text, "source", n), row) for n, row in enumerate(raw.get("source", []))]
    sources = tuple(_source(at, row) for at, row in rows)
    editions = tuple(
        _edition(_Place(file, text, "edition", n), row, raw.get("brief", {}))
        for n, row in enumerate(raw.get("edition", []))
    )
    for place, named in (("source", [s.label for s in sources]), ("edition", [e.name for e in editions])):
        _check_twice(_Place(file, text, place), named)
    output: OutputTable = made["output"]
    made["output"] = replace(output, template=_template(_Place(file, text, "output"), output.template))
    return Config(file=file, sources=sources, editions=editions, **made)


def _template(at: _Place, named: str | None) -> str | None:
    """A theme by its name; else a place beside this file, as everywhere in it."""
    if named is None or named in themes():
        return named
    place = str(at.file.parent / Path(named).expanduser())
    try:
        theme(place)
    except BriefingError as error:
        raise at.wrong(str(error), "template") from None
    return place


def _check_table(root: _Place, name: str, value: object) -> None:
    if name not in TABLES:
        at = _Place(root.file, root.text, name if isinstance(value, dict | list) else "")
        raise at.wrong(f"unknown table [{name}]{_near(name, TABLES)}", name)
    wanted = list if name in REPEATED else dict
    rows = value if isinstance(value, list) else [value]
    if not isinstance(value, wanted) or not all(isinstance(row, dict) for row in rows):
        shown = f"[[{name}]]" if name in REPEATED else f"[{name}]"
        raise _Place(root.file, root.text, name).wrong(f"{name} is written as a table {shown}", name)


def _near(name: str, known: Mapping[str, object] | list[str]) -> str:
    near = get_close_matches(name, list(known), n=1)
    return f" – did you mean {near[0]}?" if near else f" (known: {', '.join(known)})"


def _table(at: _Place, table: type, raw: Raw) -> Any:
    """The table's noun. mypy cannot follow `keys`, which has read names and types off its fields."""
    known = {key.name: key for key in keys(table)}
    for name in raw:
        if name not in known:
            raise at.wrong(f"{_unknown(at, name)}{_near(name, known)}", name)
    for key in known.values():
        if key.required and key.name not in raw:
            raise at.wrong(f"[{at.table}] needs {key.name}")
    given = {key.name: key.default for key in known.values() if key.says.path and key.default} | dict(raw)
    return table(**{known[name].field: _value(at, known[name], value) for name, value in given.items()})


def _unknown(at: _Place, name: str) -> str:
    if name in SECRET:
        return f"a secret is not written into this file: {name}"
    return f"unknown key {name} in [{at.table}]"


def _value(at: _Place, key: Key, value: object) -> Value:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = tuple(value)
    if not isinstance(value, str | int | tuple) or type(value) is not key.kind:
        raise at.wrong(f"{key.name} must be {KINDS_OF[key.kind]}, not {value!r}", key.name)
    for item in value if isinstance(value, tuple) else (value,):
        _check(at, key, item)
    if key.says.path and isinstance(value, str) and "://" not in value:
        return str(at.file.parent / Path(value).expanduser())
    return value


def _check(at: _Place, key: Key, value: object) -> None:
    says = key.says
    if isinstance(value, int) and says.least is not None and value < says.least:
        raise at.wrong(f"{key.name} must be {says.least} at least, not {value}", key.name)
    if not isinstance(value, str):
        return
    if says.choices and value not in says.choices:
        raise at.wrong(f"unknown {value!r} in {key.name}{_near(value, list(says.choices))}", key.name)
    if says.check and (wrong := says.check(value)):
        raise at.wrong(f"{key.name}: {value!r} {wrong}", key.name)
    if "\0" in value:
        raise at.wrong(f"{key.name} holds a NUL character", key.name)


def _source(at: _Place, raw: Raw) -> SourceTable:
    made: SourceTable = _table(at, SourceTable, raw)
    named = [kind for kind in KINDS if kind in raw]
    if len(named) != 1:
        found = f"it has {' and '.join(named)}" if named else "it has none"
        raise at.wrong(f"a [[source]] has one of {', '.join(KINDS)}; {found}", named[-1] if named else None)
    return made


def _edition(at: _Place, raw: Raw, brief: Raw) -> EditionTable:
    """An edition says only what it has otherwise than [brief]."""
    known = {key.name: key for key in keys(EditionTable)}
    for name in raw:
        if name not in known:
            raise at.wrong(f"{_unknown(at, name)}{_near(name, known)}", name)
    if "name" not in raw:
        raise at.wrong("an [[edition]] needs a name")
    own = {name: _value(at, known[name], raw[name]) for name in ("name", "to") if name in raw}
    changed = {name: value for name, value in raw.items() if name not in own}
    made: dict[str, Any] = dict(own)
    return EditionTable(brief=_table(at, BriefTable, {**brief, **changed}), **made)


def _check_twice(at: _Place, names: list[str]) -> None:
    for number, name in enumerate(names):
        if name in names[:number]:
            again = _Place(at.file, at.text, at.table, number)
            raise again.wrong(f"there are two [[{at.table}]] called {name!r}", "name")
