"""What a statement is judged against: the charges and claims of its article, and the speaker's side."""

from dataclasses import dataclass, field

from briefing.extract.accusations import Charge
from briefing.extract.claims import Claims
from briefing.extract.predicates import Lexicons
from briefing.extract.words import Reading
from briefing.lang.implied import Implied
from briefing.model import Cast, Sentence, Span, Statement

# ", a spokeswoman for the firm" stands within so many characters behind a source.
_APPOSITION = 50


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Scene:
    """What an implied denial is judged against: charges and claims, who is named, who denies by name.

    `denied`: by sentence, the speakers whose denial has been found there; `troubled`: sentences with a
    word of trouble.
    """

    read: Reading
    cast: Cast
    charges: list[Charge]
    lexicons: Lexicons
    claims: Claims
    deniers: frozenset[int]
    denied: dict[int, set[Span | None]]
    troubled: frozenset[int]
    _heard: list[Sentence] = field(default_factory=list)

    @property
    def heard(self) -> list[Sentence]:
        """Sentences that hold what somebody says, asks or charges, and the first two; kept once asked for."""
        if not self._heard:
            known = self.claims.said_by.keys() | self.claims.charges.keys()
            document = self.read.document
            self._heard.extend(
                s for s in document.sentences if s.index < 2 or s.index in known or "?" in document.text(s)
            )
        return self._heard

    @property
    def lex(self) -> Implied:
        """The `[implied]` table."""
        return self.lexicons.implied

    def entity(self, name: Span | None) -> int | None:
        """The number of the entity that is printed under a name."""
        return None if name is None else self.read.numbers.get(name)

    def side(self, statement: Statement) -> tuple[set[int], bool]:
        """The entities the speaker speaks for, and whether by office (spokesman, lawyer)."""
        return _side(self, statement)


def _side(scene: Scene, statement: Statement) -> tuple[set[int], bool]:
    """The entities the speaker speaks for, and whether by office (spokesman, lawyer)."""
    article = scene.read.document.article
    entity = scene.entity(statement.speaker)
    role = scene.cast.entities[entity].role if entity is not None else None
    places = [p for p in (statement.speaker, statement.source, role) if p is not None]
    if statement.source:
        places.append(Span(statement.source.end, min(statement.span.end, statement.source.end + 50)))
    side: set[int] = set() if entity is None else {entity}
    agent = False
    for place in places:
        words = article[place].lower().replace(",", " ").replace(".", " ").split()
        speaks_for = not scene.lex.agents.isdisjoint(words) and scene.lex.officials.isdisjoint(words)
        if speaks_for or place is not places[-1]:
            side |= {m.entity for m in scene.read.inside(place)}
        agent = agent or speaks_for
    return side, agent
