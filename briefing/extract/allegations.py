"""Claims against a named party that call for an answer, and the answers the article holds.

"No answer in this article" is the worst line to get wrong, so an allegation without an answer is listed only
when nothing at all is said, done or refused on the party's side; in any doubt it is left out.
"""

from briefing.extract.accusations import Charge
from briefing.extract.words import Reading
from briefing.model import Allegation, Cast, Denial, Span, Statement

# A party that is named once is a passer-by, not somebody the story has to hear.
_MENTIONS = 2


def allegations(
    read: Reading, cast: Cast, charges: list[Charge], denials: list[Denial], said: tuple[Statement, ...]
) -> tuple[Allegation, ...]:
    """One allegation a party, at the sentence that first lays it, with the denials that answer it."""
    voices = _voices(read, cast, said)
    found: list[Allegation] = []
    seen: set[int] = set()
    for charge in charges:
        for party in charge.about:
            entity = cast.entities[party]
            if party in seen or entity.kind == "place" or not charge.strong:
                continue
            answers = tuple(k for k, d in enumerate(denials) if _answers(read, cast, d, party, charge))
            doubt = (
                entity.mentions < _MENTIONS or party in voices or _unclear(read, denials) or not charge.sure
            )
            if doubt and not answers:
                continue
            seen.add(party)
            by = cast.entities[charge.by].name if charge.by is not None else None
            evidence = (charge.cue,)
            found.append(Allegation(charge.sentence.span, entity.name, by, answers, charge.rule, evidence))
    return tuple(found)


def _voices(read: Reading, cast: Cast, said: tuple[Statement, ...]) -> set[int]:
    """Everybody who says anything, and everybody in whose name or beside whose name something is said."""
    voices: set[int] = set()
    for s in said:
        for place in (s.speaker, s.source):
            if place is not None:
                voices |= {m.entity for m in read.inside(place)}
        number = read.numbers.get(s.speaker) if s.speaker else None
        if number is not None:
            role = cast.entities[number].role
            voices |= {number} | ({m.entity for m in read.inside(role)} if role else set())
        if s.source is not None:
            voices |= {
                m.entity for m in read.inside(Span(s.source.start, min(s.span.end, s.source.end + 60)))
            }
    return voices


def _answers(read: Reading, cast: Cast, denial: Denial, party: int, charge: Charge) -> bool:
    if (
        denial.claim is not None
        and denial.claim.overlaps(charge.sentence.span)
        and denial.span != charge.sentence.span
    ):
        return True
    if denial.speaker is None:
        return False
    if denial.speaker == cast.entities[party].name:
        return True
    return any(m.entity == party for m in read.inside(denial.speaker))


def _unclear(read: Reading, denials: list[Denial]) -> bool:
    """Whether somebody without a name answers something: nobody we know, "the suspects", "their lawyers"."""
    return any(d.speaker is None or not read.inside(d.speaker) for d in denials)
