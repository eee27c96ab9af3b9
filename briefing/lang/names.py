"""`[names]`: the words by which a language shows who is named: titles, roles, organisation heads, places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.lang import table

# Scripts with capitals: Latin and its extensions, Greek, Cyrillic, Armenian, Latin Additional.
_CASED = (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x590), *range(0x1E00, 0x1F00))


@dataclass(frozen=True, slots=True)
class Names:
    """Lexicon of names. All words are lower-case; sets hold single words unless said otherwise.

    `word`: one capitalised word, with groups `cut` (a contraction: no name) and `tail` (a lower-case
    compound: "Oslo-based"). `gaps`: what may stand between two words of one name → the kind of joint.
    `places` and `known` also hold names of several words, joined by one blank.
    """

    word: re.Pattern[str]
    gaps: Mapping[str, str]
    openers: frozenset[str]
    never: frozenset[str]
    peoples: frozenset[str]
    courtesy: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    titles: frozenset[str]
    surnames_too: frozenset[str]
    portfolios: frozenset[str]
    roles: frozenset[str]
    role_stops: frozenset[str]
    organisations: frozenset[str]
    org_openers: frozenset[str]
    known: frozenset[str]
    possessors: frozenset[str]
    compounds: frozenset[str]
    suffixes: frozenset[str]
    abbreviated: frozenset[str]
    place_cues: frozenset[str]
    places: frozenset[str]
    says: frozenset[str]


def _words(data: dict[str, Any], *keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in data[key].split())


def _phrases(data: dict[str, Any], *keys: str) -> frozenset[str]:
    return frozenset(word.replace("-", " ") for word in _words(data, *keys))


def _capitalised() -> re.Pattern[str]:
    up = "".join(chr(n) for n in _CASED if chr(n).isupper())
    return re.compile(
        rf"(?<![\w@#/&.\-'’])(?:(?:[{up}]\.)+(?:[{up}](?!\w))?"
        rf"|(?:[Aa]l-|[Ee]l-|d['’])?[{up}]\w*(?:['’](?=[{up}]|\w{{3}})\w+|[-‑][{up}]\w*|&[{up}]\w*)*)"
        r"(?P<tail>[-‑][^\W\d]\w+)?(?P<cut>['’](?:t|re|ll|ve|m|d)\b)?"
    )


def _gaps(data: dict[str, Any]) -> dict[str, str]:
    found = dict.fromkeys(data["particles"].split("|"), "particle")
    return found | {gap: gap.split()[0] for gap in data["joiners"].split("|")}


@cache
def names(code: str) -> Names | None:
    """The lexicon of names of language `code`, `None` when its file has no `[names]`."""
    data = table(code, "names")
    if not data:
        return None
    sets = {
        key: _words(data, key) for key in Names.__slots__ if key not in ("word", "gaps", "places", "known")
    }
    return Names(
        word=_capitalised(),
        gaps=_gaps(data),
        places=_phrases(data, "countries", "regions", "cities"),
        known=_phrases(data, "known"),
        **sets,
    )
