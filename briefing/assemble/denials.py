"""Who answered what in all articles of a story: one line a speaker and stance, and what nobody answers."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from briefing.assemble.accusations import laid_elsewhere, states_a_charge
from briefing.assemble.names import Name, Roll, roll
from briefing.assemble.silence import silent
from briefing.lang.rank import rank_words
from briefing.model import Denial, Findings, Group, Line, Quote, Span
from briefing.stories.words import words

NON_RESPONSES = ("declined_to_comment", "no_response")
STATED = 2  # words that carry news; a claim of fewer ("the report") states nothing

Party = Quote | tuple[str, str]


class _Said(NamedTuple):
    """A denial, the place of its article in the story, and who made it; `name` is None for a description."""

    article: int
    f: Findings
    d: Denial
    name: Name | None

    @property
    def party(self) -> Party:
        """One value for one speaker: the fullest name in the story, or a description in one article."""
        f, speaker = self.f, self.d.speaker
        if self.name:
            return self.name.quote
        return f.article.id, f.article[speaker] if speaker else f"?{self.d.span.start}"

    @property
    def silence(self) -> bool:
        """Whether it is no answer at all."""
        return self.d.stance in NON_RESPONSES

    @property
    def plainness(self) -> tuple[bool, bool, bool, int, Span]:
        """Sorts the plainest first: by kind, then as in the story."""
        return *self.kind, self.article, self.d.span

    @property
    def kind(self) -> tuple[bool, bool, bool]:
        """An answer before a silence, explicit before implied, a refusal before no reply."""
        return self.silence, self.d.certainty == "implied", self.d.stance == "no_response"


def denials(story: Group) -> list[Line]:
    """One line a speaker and stance, the plainest; then what nobody in the story answers."""
    names = roll(story)
    said = [
        _Said(i, f, d, names.find(f, d.speaker) if d.speaker else None)
        for i, f in enumerate(story)
        for d in f.denials
    ]
    accused = {party for f in story for a in f.allegations if (party := names.find(f, a.about))}
    positions = sorted(_positions(said), key=lambda same: (*same[0].kind, same[0].name not in accused))
    answers = [_line(story, names, same) for same in positions]
    return answers + list(_unanswered(story, names, {s.party for s in said}))


def _positions(said: list[_Said]) -> list[list[_Said]]:
    """The denials by speaker and stance, plainest first; a silence counts where nothing is plainly said."""
    answered = {s.party for s in said if not s.silence and s.d.certainty == "explicit"}
    same: dict[tuple[Party, str], list[_Said]] = defaultdict(list)
    for s in sorted(said, key=lambda s: s.plainness):
        if not s.silence:
            same[s.party, s.d.stance].append(s)
        elif s.party not in answered:
            same[s.party, "silence"].append(s)
    return sorted(same.values(), key=lambda row: row[0].plainness)


def _line(story: Group, names: Roll, same: list[_Said]) -> Line:
    best = same[0]
    f, d = best.f, best.d
    elsewhere = {s.article: s for s in reversed(same) if s.d.stance == d.stance and s.article != best.article}
    speaker = best.name.quote if best.name else _maybe(f, d.speaker)
    return Line(
        Quote(f.article.id, d.span),
        d.rule or "denial",
        speaker=speaker,
        stance=d.stance,
        certainty=d.certainty,
        claim=_claim(story, names, best),
        also=tuple(Quote(s.f.article.id, s.d.span) for _, s in sorted(elsewhere.items())),
    )


def _maybe(f: Findings, span: Span | None) -> Quote | None:
    return Quote(f.article.id, span) if span else None


def _claim(story: Group, names: Roll, said: _Said) -> Quote | None:
    """The claim its own article pairs it with, else what another article accuses the speaker of.

    An earlier sentence that accuses nobody is a guess of the pairing; an accusation elsewhere is better.
    """
    f, claim = said.f, said.d.claim
    own = _maybe(f, claim if claim != said.d.span else None)
    if said.silence or (claim and _states(said, claim)):
        return own
    accused = [name for name in names.people() if _answers_for(said, name)]
    laid = (laid_elsewhere(story, names, f, name) for name in accused)
    return next((quote for quote in laid if quote), own)


def _states(said: _Said, claim: Span) -> bool:
    """Whether a claim is stated by the denial itself, or is an accusation."""
    f = said.f
    if claim not in said.d.span:
        return states_a_charge(f, claim)
    stop = rank_words(f.language).stop
    return sum(word not in stop for word in words(f.article[claim])) >= STATED


def _answers_for(said: _Said, accused: Name) -> bool:
    """Whether the speaker is the accused, or is named by it: "a spokesman for Quell Water"."""
    if said.d.speaker is None:
        return False
    speaker = words(said.f.article[said.d.speaker])
    return said.name == accused or (said.name is None and set(accused.words) <= set(speaker))


def _unanswered(story: Group, names: Roll, heard: set[Party]) -> Iterator[Line]:
    told: set[Quote] = set()
    for f in story:
        for a in f.allegations:
            party = names.find(f, a.about)
            key = party.quote if party else Quote(f.article.id, a.about)
            if a.answers or key in heard or key in told or not silent(story, names, f, a):
                continue
            told.add(key)
            rule = a.rule or "allegation"
            yield Line(Quote(f.article.id, a.span), rule, name=key, unanswered=True)
