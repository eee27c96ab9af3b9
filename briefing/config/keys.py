"""A table's keys, read off its dataclass: name, type, default and what `Says` says."""

from dataclasses import MISSING, dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, get_args, get_origin, get_type_hints

from briefing.config.says import Says
from briefing.config.tables import BriefTable, EditionTable

Value = str | int | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Key:
    """One key: `field` is its name in Python, `name` in the file; `kind` is str, int, bool or tuple."""

    field: str
    name: str
    kind: type
    says: Says
    default: Value
    required: bool


@cache
def keys(table: type) -> tuple[Key, ...]:
    """The keys of a table, in order; an edition takes those of [brief] as well."""
    hints = get_type_hints(table, include_extras=True)
    own = tuple(
        _key(f.name, hints[f.name], None if f.default is MISSING else f.default, f.default is MISSING)
        for f in fields(table)
        if get_origin(hints[f.name]) is Annotated
    )
    return (*own, *keys(BriefTable)) if table is EditionTable else own


def _key(name: str, hint: object, default: Value, required: bool) -> Key:
    kind, says = get_args(hint)
    return Key(name, says.key or name, _plain(kind), says, default, required)


def _plain(kind: type) -> type:
    """`str | None` → str, `tuple[str, ...]` → tuple."""
    if isinstance(kind, UnionType):
        kind = next(part for part in get_args(kind) if part is not NoneType)
    return get_origin(kind) or kind
