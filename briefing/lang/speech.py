"""How a language reports speech: its verbs, its pronouns, and the nouns that speak."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.lang import known, table
from briefing.lang.names import names

Gender = str  # "m", "f", "many", "thing", "body" (an unnamed one), "self"; "" when unknown


@dataclass(frozen=True, slots=True, eq=False, repr=False)  # never compared or shown: 1 ms less
class Speech:
    """All in lower case; every verb form maps to its dictionary form.

    `clause`: verbs that take a clause without "that"; `quote`: verbs that report speech only beside
    quotation marks or before "that"; `listener`: verbs whose listener stands before the clause.
    `skip`: words between a subject and its verb. `edge`: words that end a noun phrase on its left.
    `people`: nouns that speak; `papers`: nouns that stand for whoever wrote them. `strict`: verbs that
    report only before "that" or a quotation. `bare`: dictionary forms; `reporting`: all but these.
    `bodies`: nouns that speak and are no person. `stretches`: nouns of time. `nobody`: words that by
    themselves name no speaker.
    """

    clause: Mapping[str, str]
    quote: Mapping[str, str]
    listener: frozenset[str]
    strict: frozenset[str]
    clause_start: frozenset[str]
    bare: frozenset[str]
    reporting: frozenset[str]
    skip: frozenset[str]
    not_adverbs: frozenset[str]
    relative: frozenset[str]
    edge: frozenset[str]
    joins: frozenset[str]
    preposition: frozenset[str]
    joins_people: frozenset[str]
    determiner: frozenset[str]
    pronoun: Mapping[str, Gender]
    gender: Mapping[str, Gender]
    first_name: Mapping[str, Gender]
    people: frozenset[str]
    bodies: frozenset[str]
    stretches: frozenset[str]
    papers: frozenset[str]
    according: tuple[str, ...]
    triggers: frozenset[str]
    auxiliary: frozenset[str]
    that: str
    to: str
    of: str
    by: str
    participle: str
    plural_ending: str
    female_ending: str
    person_ending: tuple[str, ...]
    verbal: tuple[str, ...]
    either: frozenset[str]
    pointing: frozenset[str]
    nobody: frozenset[str]
    passive: frozenset[str]
    plural: frozenset[str]
    definite: frozenset[str]
    alone: frozenset[str]
    age: str
    title: Mapping[str, str]
    governing: frozenset[str]
    becoming: frozenset[str]
    time_lead: frozenset[str]
    lately: frozenset[str]
    subordinate: frozenset[str]
    periods: frozenset[str]
    subject_pronoun: frozenset[str]
    possessive: frozenset[str]
    epithet: frozenset[str]


# What is no plain set of words in the table.
_VERBS = ("clause", "quote", "listener", "strict", "bare", "reporting", "triggers")
_TAGS = ("joins", "pronoun", "gender", "first_name", "title")
_ENDINGS = ("participle", "verbal", "age", "plural_ending", "female_ending", "person_ending")
_WORDS = ("according", "that", "to", "of", "by", *_ENDINGS)
_DERIVED = frozenset((*_VERBS, *_TAGS, *_WORDS))
_SETS = tuple(name for name in Speech.__slots__ if name not in _DERIVED)


def _verbs(rows: list[str]) -> dict[str, str]:
    return {form: row.split()[0] for row in rows for form in row.split()}


def _tagged(words: dict[str, str], **tags: Gender) -> dict[str, Gender]:
    return {word: tag for name, tag in tags.items() for word in words.get(name, "").split()}


def _first_names(code: str) -> dict[str, Gender]:
    known = names(code)
    return {**dict.fromkeys(known.female, "f"), **dict.fromkeys(known.male, "m")} if known else {}


@cache
def speech(code: str) -> Speech | None:
    """The `[speech]` table of a language, or None when it has none."""
    t = table(code, "speech") if code in known() else {}
    if not t:
        return None
    return Speech(
        clause=_verbs(t["clause"]),
        quote=_verbs(t["quote"]),
        listener=frozenset(t["listener"]),
        strict=frozenset(t["strict"]),
        bare=frozenset(row.split()[0] for row in (*t["clause"], *t["quote"])),
        reporting=frozenset(
            f
            for row in (*t["clause"], *t["quote"])
            for f in row.split()[2:]
            if not f.endswith(t["participle"])
        ),
        joins=frozenset(t["and"].split()),
        pronoun=_tagged(t, male="m", female="f", many="many", thing="thing", self="self"),
        gender=_tagged(t, male_words="m", female_words="f"),
        first_name=_first_names(code) | _tagged(t, male_names="m", female_names="f"),
        according=tuple(t["according"]),
        triggers=frozenset([*_verbs(t["clause"]), *_verbs(t["quote"]), t["according"][0]]),
        that=t["that"],
        to=t["to"],
        of=t["of"],
        by=t["by"],
        participle=t["participle"],
        plural_ending=t["plural_ending"],
        female_ending=t["female_ending"],
        person_ending=tuple(t["person_ending"]),
        verbal=tuple(t["verbal"]),
        age=t["age"],
        title=dict(pair.split("=") for pair in t["title"].split()),
        **{name: frozenset(t[name].split()) for name in _SETS},
    )
