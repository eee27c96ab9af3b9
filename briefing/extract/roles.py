"""The role printed next to a name: before it, in apposition to it, or announcing it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.extract.kinds import is_acronym, named_organisation
from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Document, Kind, Span

# Mentions looked at for a role: who is introduced late is introduced near the first mention.
_MENTIONS = 8
_REACH_LEFT = 120
_REACH_RIGHT = 160
_LONGEST = 16
_MODIFIERS = 5
# The suffixes of who does something: lobbyist, organiser, physician, assistant, employee.
_AGENT = re.compile(r"(?:[^aeiou]ist|er|or|[cgt]ian|ant|eer|man|woman|[dtvy]ee)$")
_PARTY = re.compile(r", ([A-Z]-[A-Z][\w.]*)|\s\(([A-Z]-[A-Z][\w.]*)\)")
_AGE = re.compile(r"\d{1,3}, ")
_TOKEN = re.compile(r"\S+")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_MARKS = frozenset(',;:!?"“”()[]—')


class Found(NamedTuple):
    """A role, the span that shows it with the name, and how much it tells.

    `body`: what it says is what an organisation is ("airline"), not what a person is.
    """

    worth: float
    role: Span
    shows: Span
    body: bool


class Roles:
    """Looks for roles in one document."""

    def __init__(self, document: Document, found: Sequence[Candidate], names: Names) -> None:
        self._text = document.article.text
        self._sentences = document.sentences
        self._leads = {c.lead: c for c in found}
        self._names = names

    def of(self, members: Sequence[Candidate], kind: Kind | None) -> Found | None:
        """The most telling role printed beside a mention; the earliest of equals. `kind`: what is known to be named."""
        found = [f for c in members[:_MENTIONS] if c.doubt != "headline" for f in self._beside(c)]
        if kind:
            found = [f for f in found if f.body is (kind == "organisation")]
        return max(found, key=lambda f: (f.worth, -f.shows.start), default=None)

    def _beside(self, c: Candidate) -> Iterator[Found]:
        full = len(c.words) > 1
        before = self._before(c)
        if before:
            yield before
        end = self._origin(c) if full else c.end
        if self._text[end : end + 1] == ",":
            yield from self._apposition(c, end)
        if full:
            yield from self._belonging(c)
            yield from self._stated(c)
        if self._text[c.lead - 2 : c.lead] == ", ":
            yield from self._announced(c)

    def _is_head(self, low: str) -> bool:
        return low in self._names.heads

    def _found(self, worth: float, role: Span, shows: Span, head: str) -> Found:
        person = head in self._names.roles or head in self._names.titles
        return Found(worth, role, shows, not person and head in self._names.bodies)

    # Before the name: "Kremlin spokesperson" Dmitry Peskov, "panel Chairman Rep." Jason Chaffetz.

    def _before(self, c: Candidate) -> Found | None:
        office = [w for w in c.title if w not in self._names.courtesy]
        if c.title and not office:
            return None
        lead = c.lead if office else c.start
        if not office and not self._could_be_role(lead):
            return None
        words = self._left(c, lead)
        head = office[-1] if office else words[-1][0].lower() if words else ""
        if not office and len(words) > 2 and words[-2][0] == "of" and head in self._names.portfolios:
            head, words, lead = words[-3][0].lower(), words[:-2], words[-3].end() + 1
        if not office and not self._is_head(head):
            return None
        start = self._reach(words, lead, self._names.title_modifiers if office else None)
        end = len(self._text[: c.start].rstrip())
        if start >= end:
            return None
        several = " " in self._text[start:end]
        worth = (2.8 if several else 2.0) if office else (3.0 if several else 2.5)
        return self._found(worth, Span(start, end), Span(start, c.end), head)

    def _could_be_role(self, end: int) -> bool:
        """A cheap look at the word before `end`, for most names have no role there."""
        word = self._text[self._text.rfind(" ", 0, max(0, end - 1)) + 1 : end].strip().lower()
        return word in self._names.heads or word in self._names.portfolios

    def _left(self, c: Candidate, end: int) -> list[re.Match[str]]:
        floor = max(self._sentences[c.sentence].span.start, end - _REACH_LEFT)
        return list(_TOKEN.finditer(self._text, floor, end))

    def _reach(self, words: list[re.Match[str]], lead: int, small: frozenset[str] | None) -> int:
        """How far the role goes left: over its modifiers, up to a determiner, a preposition or a verb.

        `small`: the only words in small letters that may modify it, None for any.
        """
        start, lower_words = lead, 0
        for i in range(len(words) - 1, -1, -1):
            word = words[i][0]
            low = word.lower()
            if low in self._names.owners:
                return words[i].start()
            if low == "of" and 0 < i < len(words) - 1 and words[i - 1][0].lower() in self._names.org_openers:
                continue
            if low == "and" and start < lead and i and self._is_head(words[i - 1][0].lower()):
                continue
            lower_words += word[0].islower()
            foreign = small is not None and word[0].islower() and low not in small and not self._is_head(low)
            if foreign or lower_words > _MODIFIERS or not self._modifies(word, low):
                verb = low in self._names.verb_markers and i + 1 < len(words) and words[i + 1][0][0].islower()
                return words[i + 1].end() + 1 if verb and start == words[i + 1].start() else start
            start = words[i].start()
        return start

    def _modifies(self, word: str, low: str) -> bool:
        names = self._names
        if (
            not word[0].isalnum()
            or not _MARKS.isdisjoint(word)
            or low in names.role_stops
            or low in names.determiners
        ):
            return False
        abbreviated = "." in word[:-1] or low[:-1] in names.abbreviated or low[:-1] in names.places
        if low in names.openers or (word[-1] == "." and not abbreviated):
            return False
        if word[0].isupper():
            return True
        if low in names.role_participles or low in names.plural_modifiers or "-" in low:
            return True
        return not low.endswith(("ed", "ing", "ly", "s"))

    # After the name: Jane Roe, "a lawyer for the company"; John McCain, "R-Ariz.".

    def _origin(self, c: Candidate) -> int:
        """The end of the name with "of Kentucky" after it."""
        other = self._leads.get(c.end + 4) if self._text.startswith(" of ", c.end) else None
        return other.end if other and not other.title else c.end

    def _apposition(self, c: Candidate, end: int) -> Iterator[Found]:
        party = _PARTY.match(self._text, end)
        if party:
            role = Span(*party.span(1))
            yield Found(1.5, role, Span(c.start, role.end), False)
            return
        age = _AGE.match(self._text, end + 2)
        start = age.end() if age else end + 2
        stop = self._stop(start, c)
        other = self._leads.get(start)
        if other and other.title and not self._text.startswith(_POSSESSIVE[:2], other.end):
            return
        found = self._noun_phrase(start, stop)
        if found:
            yield self._found(
                3.0 if " " in self._text[start:stop] else 2.5, found[0], Span(c.start, stop), found[1]
            )

    def _noun_phrase(self, start: int, stop: int) -> tuple[Span, str] | None:
        """`[start, stop)` without its article when it names a role: a head noun and what is linked to it."""
        names = self._names
        words = list(_TOKEN.finditer(self._text, start, stop))
        low = [w[0].lower() for w in words]
        if not words or len(words) > _LONGEST or not names.role_verbs.isdisjoint(low):
            return None
        if low[0] in names.role_links or (low[0] in names.openers and not self._marks(low[0])):
            return None
        article = low[0] in names.determiners
        if article and len(words) == 1:
            return None
        marked = article or low[0] in names.owners or words[0][0].endswith(_POSSESSIVE)
        link = next((i for i, w in enumerate(low) if w in names.role_links and i), len(low))
        head = self._head(low[article:link], marked)
        if head in names.bodies and not marked and words[low.index(head)][0][0].isupper():
            return None
        return (Span(words[article].start(), stop), head) if head else None

    def _marks(self, low: str) -> bool:
        return low in self._names.determiners or low in self._names.owners

    def _head(self, low: list[str], marked: bool) -> str:
        """The noun that says what somebody is: the last word before a link or a participle."""
        for i in range(1, len(low)):
            if (
                low[i].endswith(("ed", "ing"))
                and low[i] not in self._names.role_participles
                and self._is_head(low[i - 1])
            ):
                low = low[:i]
                break
        if not low or (not marked and len(low) > _MODIFIERS):
            return ""
        if self._is_head(low[-1]):
            return low[-1]
        agent = marked and _AGENT.search(low[-1]) and low[-1] not in self._names.no_agents
        return low[-1] if agent else ""

    def _belonging(self, c: Candidate) -> Iterator[Found]:
        """Mujtaba Rahman "of the Eurasia Group", Graeme Wood, "with The Atlantic"."""
        match = self._names.belongs.match(self._text, c.end)
        other = self._leads.get(match.end()) if match else None
        if match and other and not other.title and " ".join(other.words) not in self._names.places:
            named = named_organisation(other.words, self._names)
            loose = match[2] and self._closes(other.end)
            if loose or named or is_acronym(self._text[other.start : other.end]):
                role = Span(match.start(1), other.end)
                yield Found(1.0, role, Span(c.start, other.end), False)

    def _closes(self, end: int) -> bool:
        """Whether a phrase ends at `end`: with a mark, or before a verb of saying."""
        after = _TOKEN.search(self._text, end)
        return bool(after) and (not after[0][0].isalpha() or after[0] in self._names.role_verbs)

    def _stated(self, c: Candidate) -> Iterator[Found]:
        """Jane Roe, who is "chairman of the panel"; Acme is "the national oil company"."""
        match = self._names.copula.match(self._text, c.end)
        if match:
            found = self._noun_phrase(match.end(), self._stop(match.end(), c))
            if found and self._is_head(found[1]):
                yield self._found(1.2, found[0], Span(c.start, c.end), found[1])

    def _stop(self, start: int, c: Candidate) -> int:
        limit = min(self._sentences[c.sentence].span.end, start + _REACH_RIGHT)
        match = self._names.role_end.search(self._text, start, limit)
        stop = match.start() if match else limit
        return start + len(self._text[start:stop].rstrip(" .!?"))

    # Before a comma before the name: "A Twitter spokesman", Christopher Abboud, …

    def _announced(self, c: Candidate) -> Iterator[Found]:
        names, text = self._names, self._text
        if text[c.end : c.end + 1] not in (",", ".", ";", ")"):
            return
        stop = c.lead - 2
        words = self._left(c, stop)
        opening = max((i + 1 for i, w in enumerate(words) if w[0][-1] in ',;:”"' or w[0] in "—–-"), default=0)
        for i in range(opening, len(words)):
            word = words[i][0]
            low = word.lower()
            owned = low in names.owners or word.endswith(_POSSESSIVE)
            if not owned and low not in names.determiners:
                continue
            while word.endswith(_POSSESSIVE) and i > opening and words[i - 1][0][0].isupper():
                i -= 1
            found = self._noun_phrase(words[i].start(), stop)
            if found and (len(c.words) > 1 or owned):
                yield self._found(3.0, found[0], Span(found[0].start, c.end), found[1])
                return
