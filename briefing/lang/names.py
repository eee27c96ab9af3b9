"""`[names]`: the words by which a language shows who is named: titles, roles, organisation heads, places."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.lang import known, table
from briefing.lang.regex import MARKS

Words = frozenset[str]

# Scripts with capitals: Latin and its extensions, Greek, Cyrillic, Armenian, Latin Additional.
_CASED = (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x590), *range(0x1E00, 0x1F00))


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # never compared or shown: 1 ms less
class Names:
    """Lexicon of names. Words are lower-case; what may stand inside a name, before it and after it.

    `word`: one capitalised word. `gaps`: what may stand between two words of one name → the kind of joint.
    `after`: evidence right after a name, by group (`age`, `who`, `says`, `acts`). `role_end`: where an
    apposition ends. `belongs`: the link between a person and a body, in group 1. `copula`: what links a name
    to what it is said to be. `alone_nothing`: words that are no name by themselves; `starters`: nor the start
    of one; `never_alone`: nor without more words; `smallest`: written small in a headline too. `offices`:
    titles, courtesies included. `heads`: the nouns of roles. `particles` of last names; `prefixes`: each with
    a blank. `never`: no names, those of the `calendar` no part of a role either. `nationals`: nouns for one
    of a people. `short_forms`: a short first name → the full one. `day_parts`: after a day they begin the
    name of a programme ("Sunday Night Rugby"). `dropped_ends`: last words of bodies that are often left out.
    `places` and `known` (bodies no head word gives away) hold names of several words too.
    """

    genitive: str
    people_endings: tuple[str, ...]
    participles: tuple[str, ...]
    no_modifiers: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    possessives: tuple[str, ...]
    agent: re.Pattern[str]
    word: re.Pattern[str]
    gaps: Mapping[str, str]
    after: re.Pattern[str]
    role_end: re.Pattern[str]
    belongs: re.Pattern[str]
    copula: re.Pattern[str]
    alone_nothing: Words
    starters: Words
    smallest: Words
    heads: Words
    offices: Words
    never_alone: Words
    prefixes: Words
    particles: Words
    elided: Words
    links: Words
    definite: Words
    indefinite: Words
    conjunctions: Words
    given: Words
    short_forms: Mapping[str, str]
    day_parts: Words
    numerals: Words
    dropped_ends: Words
    places: Words
    known: Words
    openers: Words
    adjectives: Words
    calendar: Words
    never: Words
    also_names: Words
    things: Words
    thing_openers: Words
    tails: Words
    place_nouns: Words
    place_openers: Words
    sites: Words
    peoples: Words
    nationals: Words
    courtesy: Words
    male: Words
    female: Words
    male_titles: Words
    female_titles: Words
    titles: Words
    surnames_too: Words
    portfolios: Words
    roles: Words
    half_titles: Words
    empty_roles: Words
    pronouns: Words
    role_stops: Words
    organisations: Words
    org_openers: Words
    possessors: Words
    powers: Words
    compound_heads: Words
    compounds: Words
    contractions: Words
    suffixes: Words
    abbreviated: Words
    place_cues: Words
    weak_place_cues: Words
    place_kinds: Words
    says: Words
    bodies: Words
    determiners: Words
    owners: Words
    role_links: Words
    role_verbs: Words
    role_participles: Words
    verb_markers: Words
    title_modifiers: Words
    plural_modifiers: Words
    company_endings: Words
    no_agents: Words


_COMPILED = (
    "genitive",
    "people_endings",
    "participles",
    "no_modifiers",
    "adverb_endings",
    "possessives",
    "agent",
    "alone_nothing",
    "starters",
    "smallest",
    "heads",
    "offices",
    "never_alone",
    "prefixes",
    "particles",
    "never",
    "word",
    "gaps",
    "after",
    "role_end",
    "belongs",
    "copula",
    "given",
    "short_forms",
    "places",
    "known",
)
_PLAIN_SETS = tuple(key for key in Names.__slots__ if key not in _COMPILED)


def _words(data: dict[str, Any], *keys: str) -> Words:
    return frozenset(word for key in keys for word in data[key].split())


def _phrases(data: dict[str, Any], *keys: str) -> Words:
    return frozenset(word.replace("_", " ") for word in _words(data, *keys))


def _capitalised() -> re.Pattern[str]:
    """A capital and what belongs to its word; what stands before it is looked at afterwards, for speed."""
    up = "".join(chr(n) for n in _CASED if chr(n).isupper())
    on = rf"[\w{MARKS}]"
    return re.compile(
        rf"[{up}](?<![\w{MARKS}@#/&.].)(?:\.(?:[{up}]\.)*(?:[{up}](?!\w))?"
        rf"|{on}*(?:['’](?=[{up}]|\w{{3}}|[aeiou]\b){on}+|[-‑]{on}+|&[{up}]{on}*)*)(?!@|\.com)"
    )


def _gaps(data: dict[str, Any]) -> dict[str, str]:
    return {gap: joint for joint, gaps in data["joints"].items() for gap in gaps.split("|")}


def _short_forms(lines: str) -> dict[str, str]:
    return {short: line.split()[0] for line in lines.splitlines() for short in line.split()[1:]}


def _after(data: dict[str, Any]) -> re.Pattern[str]:
    verbs, between = ("|".join(data[key].split()) for key in ("says", "before_says"))
    return re.compile(
        rf"(?P<age>, \d{{1,3}}(?=[,.;)]| ?{data['relative']}))|(?P<who>,? {data['relative']}\b)"
        rf"|(?P<says>,? (?:(?:{between}) )?(?:{verbs})\b)"
        rf"|(?P<acts> (?:(?:{'|'.join(data['auxiliaries'].split())})\b|[a-z]+ed\b))"
    )


def _role_end(data: dict[str, Any]) -> re.Pattern[str]:
    ends = "|".join(data["role_ends"].split())
    return re.compile(rf"[,;:()\"“”—–]| -+ |--|''|\s(?:{ends})\b|\n")


@cache
def names(code: str) -> Names | None:
    """The lexicon of names of language `code`, `None` when its file has no `[names]`."""
    data = table(code, "names") if code in known() else {}
    if not data:
        return None
    return Names(
        genitive=data["genitive"],
        people_endings=tuple(data["people_endings"].split()),
        participles=tuple(data["participles"].split()),
        no_modifiers=tuple(data["no_modifiers"].split()),
        adverb_endings=tuple(data["adverb_endings"].split()),
        possessives=tuple(data["possessives"].split()),
        agent=re.compile(data["agent"]),
        word=_capitalised(),
        gaps=_gaps(data),
        after=_after(data),
        role_end=_role_end(data),
        belongs=re.compile(data["belongs"]),
        copula=re.compile(data["copula"]),
        alone_nothing=_words(
            data, "openers", "crowds", "calendar", "never", "titles", "peoples", "portfolios", "courtesy"
        ),
        never=_words(data, "calendar", "never"),
        starters=_words(data, "openers", "calendar", "never") - _words(data, "also_names"),
        smallest=_words(data, "openers") - _words(data, "role_verbs", "says"),
        never_alone=_words(data, "peoples", "organisations", "org_openers", "abbreviated", "things"),
        offices=_words(data, "titles", "courtesy"),
        heads=_words(data, "roles", "bodies") | (_words(data, "titles") - _words(data, "half_titles")),
        prefixes=frozenset(f"{word} " for word in data["particles"].split()),
        particles=_words(data, "particles"),
        given=_words(data, "male", "female"),
        short_forms=_short_forms(data["short_forms"]),
        places=_phrases(data, "countries", "regions", "cities"),
        known=_phrases(data, "known"),
        **{key: _words(data, key) for key in _PLAIN_SETS},
    )
