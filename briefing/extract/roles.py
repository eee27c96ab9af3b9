"""The role printed next to a name: before it, in apposition to it, or as a title."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.extract.kinds import is_acronym, named_organisation
from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Document, Span

# Mentions looked at for a role: who is introduced late is introduced near the first mention.
_MENTIONS = 8
_REACH_LEFT = 120
_REACH_RIGHT = 160
_LONGEST = 16
_LOWER_MODIFIERS = 5
_AGENT = re.compile(r"(?:[^aeiou]ist|er|or|[cgt]ian|ant|eer|man|woman|[dtvy]ee)$")
_PARTY = re.compile(r", ([A-Z]-[A-Z][\w.]*)|\s\(([A-Z]-[A-Z][\w.]*)\)")
_AGE = re.compile(r"\d{1,3}, ")
_TOKEN = re.compile(r"\S+")
_FINAL = ".,;:!?"


class Found(NamedTuple):
    """A role, the span that shows it with the name, and how much it tells."""

    worth: float
    role: Span
    shows: Span


class Roles:
    """Looks for roles in one document."""

    def __init__(self, document: Document, found: Sequence[Candidate], names: Names) -> None:
        self._text = document.article.text
        self._ends = [s.span.end for s in document.sentences]
        self._starts = [s.span.start for s in document.sentences]
        self._leads = {c.lead: c for c in found}
        self._names = names
        self._heads = names.roles | names.titles

    def of(self, members: Sequence[Candidate], body: bool) -> tuple[Span | None, Span | None]:
        """The most telling role printed beside a mention, the earliest of equals; and the span that shows both.

        `body`: the name is an organisation's.
        """
        heads = self._names.bodies if body else self._heads
        found = [f for c in members[:_MENTIONS] if not c.doubt == "headline" for f in self._beside(c, heads)]
        best = max(found, key=lambda f: (f.worth, -f.shows.start), default=None)
        return (best.role, best.shows) if best else (None, None)

    def _beside(self, c: Candidate, heads: frozenset[str]) -> Iterator[Found]:
        before = self._before(c, heads)
        if before:
            yield before
        if self._text[c.end : c.end + 1] == ",":
            yield from self._apposition(c, heads)
        elif len(c.words) > 1:
            yield from self._belonging(c)
        if len(c.words) > 1 and self._text[c.lead - 2 : c.lead] == ", ":
            yield from self._announced(c, heads)

    def _before(self, c: Candidate, heads: frozenset[str]) -> Found | None:
        """ "Kremlin spokesperson" Dmitry Peskov, "panel Chairman Rep." Jason Chaffetz."""
        office = [w for w in c.title if w not in self._names.courtesy]
        lead = c.lead if office else c.start
        if c.title and not office:
            return None
        floor = max(self._starts[c.sentence], lead - _REACH_LEFT)
        words = list(_TOKEN.finditer(self._text, floor, lead))
        if not office and (not words or words[-1][0].lower() not in heads):
            return None
        start = self._reach(words, lead)
        end = len(self._text[: c.start].rstrip())
        worth = 3.0 if len(self._text[start:end].split()) > 1 else 2.0 if office else 2.5
        return Found(worth, Span(start, end), Span(start, c.end))

    def _reach(self, words: list[re.Match[str]], lead: int) -> int:
        """How far the role goes left: over its modifiers, up to a determiner, a preposition or a verb."""
        start, lower_words = lead, 0
        for i in range(len(words) - 1, -1, -1):
            word = words[i][0]
            low = word.lower()
            if low in self._names.owners:
                return words[i].start()
            if low == "and" and i and words[i - 1][0].lower() in self._heads:
                continue
            if not self._modifies(word, low):
                break
            lower_words += word[0].islower()
            if lower_words > _LOWER_MODIFIERS:
                break
            start = words[i].start()
        return start

    def _modifies(self, word: str, low: str) -> bool:
        names = self._names
        if not word[0].isalnum() or low in names.role_stops or low in names.determiners:
            return False
        if word[-1] in _FINAL and not (
            "." in word[:-1] or low[:-1] in names.abbreviated or low[:-1] in names.places
        ):
            return False
        if word[0].isupper():
            return low not in names.openers
        if low.endswith(("ed", "ing")):
            return low in names.role_participles or "-" in low
        return low not in names.openers and not low.endswith("ly")

    def _apposition(self, c: Candidate, heads: frozenset[str]) -> Iterator[Found]:
        """Jane Roe", a lawyer for the company,"; John McCain", R-Ariz.,"."""
        text = self._text
        party = _PARTY.match(text, c.end)
        if party:
            role = Span(*party.span(1))
            yield Found(1.5, role, Span(c.start, role.end))
            return
        start = c.end + 2
        age = _AGE.match(text, start)
        start = age.end() if age else start
        stop = self._stop(start, self._ends[c.sentence])
        other = self._leads.get(start)
        if other and other.title:
            return
        role = self._noun_phrase(start, stop, heads)
        if role:
            yield Found(3.0 if role.end - role.start > 12 else 2.5, role, Span(c.start, role.end))

    def _stop(self, start: int, end: int) -> int:
        match = self._names.role_end.search(self._text, start, min(end, start + _REACH_RIGHT))
        stop = match.start() if match else min(end, start + _REACH_RIGHT)
        return start + len(self._text[start:stop].rstrip(" .!?'’”\""))

    def _noun_phrase(self, start: int, stop: int, heads: frozenset[str]) -> Span | None:
        """`[start, stop)` without its article when it is a role: a head noun, and what a link adds to it."""
        names = self._names
        words = list(_TOKEN.finditer(self._text, start, stop))
        if not words or len(words) > _LONGEST:
            return None
        low = [w[0].lower() for w in words]
        if not names.role_verbs.isdisjoint(low):
            return None
        article = low[0] in names.determiners
        owned = low[0] in names.owners or words[0][0].endswith(("'s", "’s"))
        link = next((i for i, w in enumerate(low) if w in names.role_links and i), len(low))
        if not self._has_head(low[article:link], heads, article or owned):
            return None
        first = words[1 if article and len(words) > 1 else 0].start()
        return Span(first, words[-1].end())

    def _has_head(self, low: list[str], heads: frozenset[str], marked: bool) -> bool:
        while low and low[-1].endswith(("ed", "based")) and low[-1] not in heads:
            low = low[:-1]
        if not low:
            return False
        if low[-1] in heads:
            return marked or len(low) <= _LOWER_MODIFIERS
        return marked and bool(_AGENT.search(low[-1])) and low[-1] not in self._names.no_agents

    def _belonging(self, c: Candidate) -> Iterator[Found]:
        """Mujtaba Rahman "of the Eurasia Group"."""
        match = re.compile(r" (?:of|from|with|at) (?:the )?").match(self._text, c.end)
        other = self._leads.get(match.end()) if match else None
        if match and other and not other.title:
            named = named_organisation(other.words, self._names)
            if named or is_acronym(self._text[other.start : other.end]):
                role = Span(c.end + 1, other.end)
                yield Found(1.0, role, Span(c.start, other.end))

    def _announced(self, c: Candidate, heads: frozenset[str]) -> Iterator[Found]:
        """ "A Twitter spokesman", Christopher Abboud, …; "An attorney for the firm", Ann Lee, …."""
        names, text = self._names, self._text
        if text[c.end : c.end + 1] not in (",", ".", ";", ")"):
            return
        floor = max(self._starts[c.sentence], c.lead - _REACH_LEFT)
        stop = c.lead - 2
        opening = max(text.rfind(mark, floor, stop) for mark in (",", ";", ":", "“", '"', "—"))
        words = list(_TOKEN.finditer(text, max(floor, opening + 1), stop))
        for i, word in enumerate(words):
            low = word[0].lower()
            if low in names.determiners or low in names.owners or word[0].endswith(("'s", "’s")):
                start = words[i].start()
                role = self._noun_phrase(self._owner(words, i) if low.endswith("s") else start, stop, heads)
                if role:
                    yield Found(3.0, role, Span(role.start, c.end))
                    return

    @staticmethod
    def _owner(words: list[re.Match[str]], i: int) -> int:
        """Where the capitalised words begin that a possessive ends: "Mrs. Clinton's"."""
        while i and words[i - 1][0][0].isupper():
            i -= 1
        return words[i].start()
