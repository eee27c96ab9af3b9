"""The JSON Schema of briefing.toml, for editors: `briefing init --schema` prints it."""

from typing import Any

from briefing.config.keys import Key, keys
from briefing.config.tables import KINDS, REPEATED, TABLES

NAMES = {str: "string", int: "integer", bool: "boolean", tuple: "array"}


def schema() -> dict[str, Any]:
    """The schema, JSON Schema 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "briefing.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _table(name, table) for name, table in TABLES.items()},
    }


def _table(name: str, table: type) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "description": (table.__doc__ or "").strip(),
        "additionalProperties": False,
        "properties": {key.name: _key(key) for key in keys(table)},
        "required": [key.name for key in keys(table) if key.required],
    }
    if name == "source":
        made["oneOf"] = [{"required": [kind]} for kind in KINDS]
    return {"type": "array", "items": made} if name in REPEATED else made


def _key(key: Key) -> dict[str, Any]:
    made: dict[str, Any] = {"type": NAMES[key.kind], "description": key.says.meaning}
    words = {"enum": list(key.says.choices)} if key.says.choices else {}
    if key.kind is tuple:
        made["items"] = {"type": "string", **words}
    else:
        made |= words
    if key.says.least is not None:
        made["minimum"] = key.says.least
    if key.default is not None:
        made["default"] = list(key.default) if isinstance(key.default, tuple) else key.default
    return made
