"""The role printed next to a name: before it, in apposition to it, or announcing it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.extract.kinds import is_acronym, named_organisation
from briefing.extract.phrases import may_open, noun_phrase, reach, tokens
from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Document, Kind, Span

# Mentions looked at for a role: who is introduced late is introduced near the first mention.
_MENTIONS = 12
_REACH_WORD = 24
_REACH_TITLE = 80
_REACH_LEFT = 120
_REACH_RIGHT = 160
_PARTY = re.compile(r", ([A-Z]-[A-Z][\w.]*(?: [A-Z]\w+)?)|\s\(([A-Z]-[A-Z][\w.]*(?: [A-Z]\w+)?)\)")
# The end of what stands before an announcement: a mark, with a closing quotation mark after it, or a dash.
_ENDS = re.compile('[,;:”"][\'’”"]*$|^[—–-]$')
_AGE = re.compile(r"\d{1,3}, ")

# How much a role tells, by where it stands: phrases tell more than titles, titles more than parties.
_PHRASE, _NOUN, _OFFICE, _TITLE, _PARTY_OF, _STATED, _BELONGS = 3.0, 2.5, 2.8, 2.0, 1.5, 1.2, 1.0


class Found(NamedTuple):
    """A role, the span that shows it with the name, and how much it tells.

    `body`: what it says is what an organisation is ("airline"), not what a person is.
    """

    worth: float
    role: Span
    shows: Span
    body: bool = False


class Roles:
    """Looks for roles in one document."""

    def __init__(self, document: Document, found: Sequence[Candidate], names: Names) -> None:
        self._text = document.article.text
        self._sentences = document.sentences
        self._leads = {c.lead: c for c in found}
        self._names = names

    def of(self, members: Sequence[Candidate], kind: Kind | None) -> Found | None:
        """The most telling role printed beside a mention, the earliest of equals.

        `kind`: what is known to be named, if anything is.
        """
        found: list[Found] = []
        for c in members[:_MENTIONS]:
            if c.doubt != "headline":
                found += self._beside(c)
        if kind:
            found = [f for f in found if f.body is (kind == "organisation")]
        return max(found, key=lambda f: (f.worth, -f.shows.start), default=None)

    def _beside(self, c: Candidate) -> list[Found]:
        full = len(c.words) > 1
        found = [self._before(c)] if c.title or self._role_precedes(c.lead) else []
        end = c.end
        if full and self._text[end : end + 1] == " ":
            end = self._origin(c)
            found.append(self._linked(c))
        mark = self._text[end : end + 1]
        if mark == "," or self._text[end : end + 2] == " (":
            found.append(self._after(c, end))
            if full:
                found.append(self._linked(c))
        if self._text[c.lead - 2 : c.lead] == ", ":
            found.append(self._announced(c))
        return [f for f in found if f]

    def _found(self, worth: float, role: Span, shows: Span, head: str) -> Found | None:
        person = head in self._names.roles or head in self._names.titles
        if self._text[role.start : role.end].lower() in self._names.empty_roles:
            return None
        return Found(worth, role, shows, not person and head in self._names.bodies)

    def _role_precedes(self, end: int) -> bool:
        """A cheap look at the word before `end`: most names have no role there."""
        before = self._text[max(0, end - _REACH_WORD) : end].split()
        word = before[-1].lower() if before else ""
        return word in self._names.heads or word in self._names.portfolios

    def _before(self, c: Candidate) -> Found | None:
        """ "Kremlin spokesperson" Dmitry Peskov, "panel Chairman Rep." Jason Chaffetz."""
        names = self._names
        office = [w for w in c.title if w not in names.courtesy]
        lead, text = c.lead, self._text
        floor = max(self._sentences[c.sentence].span.start, lead - _REACH_TITLE)
        if office:
            if names.heads.isdisjoint(office):
                return None
            head, end = office[-1], self._office_end(c)
            if self._supposed(c):
                return None
            start = reach(text, floor, lead, names.title_modifiers, names)
        else:
            head, lead, end = self._noun_before(floor, lead)
            if not head:
                return None
            start = reach(text, floor, lead, None, names)
        if start >= end:
            return None
        several = " " in self._text[start:end]
        worth = (_OFFICE if several else _TITLE) if office else (_PHRASE if several else _NOUN)
        return self._found(worth, Span(start, end), Span(start, c.end), head)

    def _office_end(self, c: Candidate) -> int:
        """Where the title of a name ends, a last "Sir" or "Dr." left out."""
        end = self._back(c.start)
        for word in reversed(self._text[c.lead : end].split()):
            if word.rstrip(".").lower() not in self._names.courtesy:
                break
            end = self._back(end - len(word))
        return end

    def _supposed(self, c: Candidate) -> bool:
        """Whether somebody only might hold an office: "a President Roe"."""
        before = self._text[max(0, c.lead - _REACH_WORD) : c.lead].split()
        return len(c.title) == 1 and bool(before) and before[-1].lower() in self._names.indefinite

    def _noun_before(self, floor: int, lead: int) -> tuple[str, int, int]:
        """The noun that ends before `lead`, where it ends, and where the role does ("secretary" of State)."""
        names = self._names
        words = self._text[floor:lead].split()[-3:]
        end = back = self._back(lead)
        if len(words) > 2 and words[-2].lower() == names.genitive and words[-1].lower() in names.portfolios:
            back = self._text.rindex(words[0], floor, end) + len(words[0])
            words = words[:1]
        word = words[-1] if words else ""
        head = word.lower()
        named = word[:1].isupper() and head not in names.roles
        return (head if head in names.heads and not named else ""), back, end

    def _back(self, end: int) -> int:
        while self._text[end - 1].isspace():
            end -= 1
        return end

    def _origin(self, c: Candidate) -> int:
        """The end of the name with "of Kentucky" after it."""
        link = f" {self._names.genitive} "
        other = self._leads.get(c.end + len(link)) if self._text.startswith(link, c.end) else None
        return other.end if other and not other.title else c.end

    def _after(self, c: Candidate, end: int) -> Found | None:
        """Jane Roe, "a lawyer for the company"; John McCain, "R-Ariz."; John McCain ("R-Ariz.")."""
        text = self._text
        party = _PARTY.match(text, end)
        if party:
            role = Span(*party.span(party.lastindex or 0))
            return Found(_PARTY_OF, role, Span(c.start, role.end))
        age = _AGE.match(text, end + 2)
        start = age.end() if age else end + 2
        if text[end] != "," or not may_open(text, start, self._names):
            return None
        other = self._leads.get(start)
        if other and other.title and not text.startswith(self._names.possessives[:2], other.end):
            return None
        stop = self._stop(start, c)
        found = noun_phrase(text, start, stop, self._names)
        if not found or (found[1] in self._names.roles and self._in_place(c)):
            return None
        worth = _PHRASE if " " in text[found[0].start : found[0].end] else _NOUN
        return self._found(worth, found[0], Span(c.start, found[0].end), found[1])

    def _in_place(self, c: Candidate) -> bool:
        """Whether something happens in what is named: "in Harrow, the owner of the club said"."""
        before = self._text[max(0, c.lead - _REACH_WORD) : c.lead].split()
        return bool(before) and before[-1].lower() in self._names.place_cues

    def _stop(self, start: int, c: Candidate) -> int:
        limit = min(self._sentences[c.sentence].span.end, start + _REACH_RIGHT)
        match = self._names.role_end.search(self._text, start, limit)
        stop = match.start() if match else limit
        return start + len(self._text[start:stop].rstrip(" .!?"))

    def _linked(self, c: Candidate) -> Found | None:
        """Mujtaba Rahman "of the Eurasia Group"; Jane Roe, who is "chairman of the panel"."""
        match = self._names.copula.match(self._text, c.end)
        if match:
            found = noun_phrase(self._text, match.end(), self._stop(match.end(), c), self._names)
            if found and found[1] in self._names.heads:
                return self._found(_STATED, found[0], Span(c.start, c.end), found[1])
            return None
        match = self._names.belongs.match(self._text, c.end)
        other = self._leads.get(match.end()) if match else None
        if not match or not other or other.title or " ".join(other.words) in self._names.places:
            return None
        loose = match[2] and self._closes(other.end)
        if loose or named_organisation(other.words, self._names) or self._is_letters(other):
            role = Span(match.start(1), other.end)
            return Found(_BELONGS, role, Span(c.start, other.end))
        return None

    def _is_letters(self, c: Candidate) -> bool:
        return is_acronym(self._text[c.start : c.end])

    def _closes(self, end: int) -> bool:
        """Whether a phrase ends at `end`: with a mark, or before a verb of saying."""
        after = self._text[end : end + 24].split()
        return bool(after) and (not after[0][0].isalpha() or after[0] in self._names.role_verbs)

    def _announced(self, c: Candidate) -> Found | None:
        """ "A Twitter spokesman", Christopher Abboud, …; "An attorney for the firm", Ann Lee, …."""
        names, text = self._names, self._text
        if text[c.end : c.end + 1] not in (",", ".", ";", ")"):
            return None
        stop = c.lead - 2
        floor = max(self._sentences[c.sentence].span.start, stop - _REACH_LEFT)
        if not any([self._opens(w) for w in text[floor:stop].split()]):
            return None
        words = tokens(text, floor, stop)
        ends = (i + 1 for i, w in enumerate(words) if _ENDS.search(w.written))
        opening = max(ends, default=0)
        for i in range(opening, len(words)):
            if not self._opens(words[i].written):
                continue
            owned = words[i].low not in names.determiners
            while (
                words[i].written.endswith(self._names.possessives)
                and i > opening
                and words[i - 1].written[0].isupper()
            ):
                i -= 1
            found = noun_phrase(text, words[i].start, stop, names)
            if found and (len(c.words) > 1 or owned):
                return self._found(_PHRASE, found[0], Span(found[0].start, c.end), found[1])
        return None

    def _opens(self, word: str) -> bool:
        """Whether a word may open the announcement of a name: an article, an owner, a possessive."""
        low = word.lower()
        return (
            low in self._names.determiners
            or low in self._names.owners
            or word.endswith(self._names.possessives)
        )
