"""Where in briefing.toml a key stands: tomllib does not tell, and an error should."""

import re

_HEADER = re.compile(r"\s*\[{1,2}\s*(?P<name>[\w.\-\"' ]+?)\s*\]{1,2}\s*(?:#.*)?")
_KEY = re.compile(r"\s*[\"']?(?P<name>[\w\-]+)[\"']?\s*(?:\.\s*[\w\-\"']+\s*)*=")
_FENCE = re.compile(r"\"\"\"|'''")


def line_of(text: str, table: str, number: int = 0, key: str | None = None) -> int | None:
    """The line (from 1) of a table's key, or of its header; `number` counts tables of one name from 0."""
    inside, count, string, header = "", -1, False, None
    for at, line in enumerate(text.split("\n"), 1):
        within, string = string, string ^ bool(len(_FENCE.findall(line)) % 2)
        if within:
            continue
        found = _HEADER.fullmatch(line)
        if found:
            inside = found["name"].strip("\"' ")
            count += inside == table
            header = at if (inside, count) == (table, number) else header
        pair = _KEY.match(line)
        if pair and pair["name"] == key and inside == table and (not table or count == number):
            return at
    return header
