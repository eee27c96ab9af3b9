"""How a language denies, waves away and stays silent: cues, and what makes them denials."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple, cast

from briefing.lang import known, table
from briefing.lang.patterns import Choices, Late
from briefing.model import Stance


class Cue(NamedTuple):
    """A verb that can deny. `takes`: its objects (any, claim …); `particle`: "off" in "brush off"."""

    stance: Stance
    takes: str
    particle: str


@dataclass(frozen=True, eq=False, repr=False)
class Denials:
    """The `[denials]` table. Patterns read lower-case text and are compiled on first use.

    `claim`: nouns that state something; `assertion`: those that never mean anything else. `gifts`: what is
    given or withheld, no claim. `mere`: words that cancel a "not" ("not only"); `without`: hangs on another
    verb. `deciders`: who rules and does not answer. `things`: what contradicts without denying. `doubtful`:
    modals that make a denial only possible. `needs_person`: what others than people need a request for.
    `requests`: what a party is asked with; `doors`: where that goes, which is nobody. `anaphoric`: words that
    only point at a claim. `which`: what takes up the clause before it; `but`: what sets an answer against it.
    `untruths`: labels that say it is not so; `remarks` are denied by no other.
    `likening`: what a name for the claim follows ("dismissed the reports as fiction"). `idle`: words that
    make an infinitive only possible ("free to deny"). `former`: words for one's own earlier words.
    `unsaid`: words before a participle that nobody says; `standing`: adverbs that make one an adjective.
    `claim_weights`: how much each sign counts for a sentence stating what a later one denies.
    """

    verbs: Mapping[str, tuple[Cue, ...]]
    claim: frozenset[str]
    dismissive: frozenset[str]
    untruths: frozenset[str]
    remarks: frozenset[str]
    assertion: frozenset[str]
    gifts: frozenset[str]
    deciders: frozenset[str]
    things: frozenset[str]
    person: frozenset[str]
    negators: frozenset[str]
    mere: frozenset[str]
    without: frozenset[str]
    doubtful: frozenset[str]
    idle: frozenset[str]
    means: frozenset[str]
    unsaid: frozenset[str]
    standing: frozenset[str]
    former: frozenset[str]
    passive: frozenset[str]
    silent_words: frozenset[str]
    silent_signs: frozenset[str]
    innocent_words: frozenset[str]
    unasked: frozenset[str]
    requests: frozenset[str]
    doors: frozenset[str]
    needs_request: frozenset[str]
    needs_person: frozenset[str]
    anaphoric: frozenset[str]
    which: frozenset[str]
    but: frozenset[str]
    likening: frozenset[str]
    patterns: Mapping[str, str]
    claim_weights: Mapping[str, float]

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Words of which a sentence holds one when it holds a named denial."""
        return self.silent_signs | self.innocent_words | self.verb_words

    @cached_property
    def verb_words(self) -> frozenset[str]:
        """The forms of the verbs: a set is compared with a set far faster than with a mapping."""
        return frozenset(self.verbs)

    @cached_property
    def anonymity(self) -> re.Pattern[str]:
        """What says why a source is not named: boilerplate, no answer to anything."""
        return re.compile(self.patterns["anonymity"])

    @cached_property
    def innocence(self) -> re.Pattern[str]:
        """A plea or assertion of innocence."""
        return re.compile(self.patterns["innocence"])

    @cached_property
    def silent(self) -> Choices:
        """A refusal to comment (`declined`) or an answer that never came (any other name)."""
        return Choices.of_groups(self.patterns["silent"])

    @cached_property
    def silent_heads(self) -> Late:
        """Where a match of `silent` can begin."""
        return Late(self.patterns["silent_heads"])

    @cached_property
    def asked(self) -> re.Pattern[str]:
        """The words of asking in front of the party that was asked."""
        return re.compile(self.patterns["asked"])


def _cues(rows: str) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for row in rows.strip().splitlines():
        stance, takes, particle, *forms = row.split()
        cue = Cue(cast(Stance, stance), takes, "" if particle == "-" else particle)
        for form in forms:
            found[form] = (*found.get(form, ()), cue)
    return found


@cache
def denials(code: str) -> Denials | None:
    """The denial lexicon of a language, or None when it has none."""
    t = table(code, "denials") if code in known() else {}
    if not t:
        return None
    sets = [n for n in Denials.__dataclass_fields__ if n not in ("verbs", "patterns", "claim_weights")]
    patterns = {name: t[name] for name in ("anonymity", "innocence", "silent", "silent_heads", "asked")}
    words = {n: frozenset(t[n].split()) for n in sets}
    return Denials(_cues(t["verbs"]), **words, patterns=patterns, claim_weights=t["claim_weights"])
