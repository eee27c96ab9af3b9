"""Person, organisation or place: what the document shows about a name."""

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Kind

_INITIALS = 6
# He or she so many characters after a single word, in more than a few places, is that word.
_NEAR = 120
_FEW = 1
_WORD = 16
_ENDS = frozenset(".,;")
# A comma, a shortened state and what closes it.
_STATE = 12
_STATE_ENDS = frozenset((".,", ".;"))
# The mark of an agency or outlet between the place of a report and the report.
DATELINE = re.compile(r" ?\([A-Z][\w /]{1,20}\)(?: ?[–—-]|[A-Z\"“])")


def is_acronym(written: str) -> bool:
    """Whether a word is written as letters: "FBI", "U.N.", "AT&T"."""
    return 2 <= len(written) <= _INITIALS and written.isupper() and written[1:] != "."


@lru_cache(maxsize=4096)  # one name is asked about again and again
def named_organisation(words: tuple[str, ...], names: Names) -> bool:
    """Whether the words of a name say by themselves that it is an organisation."""
    if " ".join(words) in names.known:
        return True
    if len(words) == 1:
        return False
    if "&" in words or words[-1] in names.organisations:
        return True
    link = next((i for i, w in enumerate(words) if w in names.links), 0)
    return bool(link) and (words[link - 1] in names.organisations or words[link - 1] in names.org_openers)


def kind_of(text: str, group: Sequence[Candidate], names: Names) -> tuple[Kind, bool]:
    """What a group of mentions of one name is, and whether that is sure.

    Titles first, the mark of a report ("Mesa (AP) –"), given names, head words, then use.
    """
    if any([c.title for c in group]):
        return "person", True
    if any([text[c.end : c.end + 2] == " (" and DATELINE.match(text, c.end) for c in group]):
        return "place", True
    kind = _by_name(max(group, key=lambda c: len(c.words)).words, names)
    if kind == "person":
        kind = _unlike_person(text, group, names) or kind
    if kind:
        return kind, True
    first = group[0]
    if len(first.words) == 1 and is_acronym(text[first.start : first.end]):
        return "organisation", True
    return _by_use(text, group, names)


def _by_name(words: tuple[str, ...], names: Names) -> Kind | None:
    if " ".join(words) in names.places or (words[0] in names.peoples and " ".join(words[1:]) in names.places):
        return "place"  # "Roman London" as well
    if named_organisation(words, names):
        return "organisation"
    if words[-1] in names.sites or (len(words) > 1 and words[0] in names.place_openers):
        return "place"
    initial = len(words) > 1 and len(words[1]) == 2 and words[1][1] == "."
    return "person" if initial or words[0] in names.given else None


def _by_use(text: str, group: Sequence[Candidate], names: Names) -> tuple[Kind, bool]:
    """By what stands around the mentions: ages, verbs, pronouns, prepositions, the article."""
    words = max(group, key=lambda c: len(c.words)).words
    several = len(words) > 1
    if several and (words[0] in names.peoples or words[0] in names.calendar or _is_known(words[:2], names)):
        return "organisation", False
    place = article = human = 0
    for c in group:
        after = names.after.match(text, c.end)
        evidence = after.lastgroup if after else None
        if evidence in ("age", "who"):
            return "person", True
        before = text[max(0, c.start - _WORD) : c.start].lower().split()[-2:]
        definite = not names.definite.isdisjoint(before[-1:])
        if _is_placed(before, several, names) or _is_located(text, c.end, names):
            place += 1
        elif evidence == "says" and several and not definite:
            return "person", False
        article += definite
        human += not several and not names.pronouns.isdisjoint(text[c.end : c.end + _NEAR].lower().split())
    if 2 * place >= len(group):
        return "place", False
    written = text[group[0].start : group[0].end]
    letters = not written.isupper() and any(map(is_acronym, written.split()))
    alone = human > _FEW and 2 * human >= len(group) and not article
    person = alone or (several and not letters and 2 * article < len(group))
    return ("person" if person else "organisation"), False


def _unlike_person(text: str, group: Sequence[Candidate], names: Names) -> Kind | None:
    """What else a name may be that begins with a given name, by an article before it or a state after it."""
    if any([_in_state(text, c.end, names) for c in group]):
        return "place"
    if any([_takes_article(text, c, names) for c in group if len(c.words) > 1]):
        return "organisation"
    return None


def _takes_article(text: str, c: Candidate, names: Names) -> bool:
    """Whether a full name has "the" before and no noun after, as no person has: "the Chelsea Rovers"."""
    before = text[max(0, c.start - _WORD) : c.start].lower().split()[-1:]
    if names.definite.isdisjoint(before):
        return False
    return text[c.end : c.end + 1] in _ENDS or names.after.match(text, c.end) is not None


def _is_placed(before: list[str], several: bool, names: Names) -> bool:
    """Whether the words before a name put it on the map: "in Mesa", "the town of Mesa"."""
    last = before[-1] if before else ""
    if last == names.genitive:
        return before[0] in names.place_kinds
    return last in names.place_cues or (last in names.weak_place_cues and not several)


def _is_located(text: str, end: int, names: Names) -> bool:
    """Whether a larger place or a place's noun follows: "Mesa, Arizona", "Mesa police"."""
    after = text[end : end + 24].split()
    if not after:
        return False
    if text[end] == ",":
        return len(after) > 1 and after[1].strip(".,;").lower() in names.places
    return text[end] == " " and after[0].strip(".,;") in names.place_nouns


def _in_state(text: str, end: int, names: Names) -> bool:
    """Whether a shortened state follows, by itself: "Ava, Mo., is small"."""
    if text[end : end + 2] != ", ":
        return False
    state = text[end : end + _STATE].split(maxsplit=2)[1:2]
    if not state:
        return False
    written = state[0].rstrip(",;").lower()
    if written not in names.places and written.rstrip(".") not in names.places:
        return False
    return state[0][-2:] in _STATE_ENDS or (state[0][-1] == "." and state[0][1:-1].islower())


def _is_known(words: tuple[str, ...], names: Names) -> bool:
    name = " ".join(words)
    return name in names.places or name in names.known
