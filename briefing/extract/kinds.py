"""Person, organisation or place: what the document shows about a name."""

from collections.abc import Sequence

from briefing.extract.runs import Candidate
from briefing.lang.names import Names
from briefing.model import Kind

_INITIALS = 6


def is_acronym(written: str) -> bool:
    """Whether a word is written as letters: "FBI", "U.N.", "AT&T"."""
    return 2 <= len(written) <= _INITIALS and written.isupper()


def named_organisation(words: tuple[str, ...], names: Names) -> bool:
    """Whether the words of a name say by themselves that it is an organisation."""
    if " ".join(words) in names.known:
        return True
    if len(words) == 1:
        return False
    return words[-1] in names.organisations or (
        words[0] in names.org_openers and words[1] in ("of", "for", "on")
    )


def kind_of(text: str, group: Sequence[Candidate], names: Names) -> Kind:
    """What a group of mentions of one name is: titles, given names and ages first, then head words, then use."""
    words = max(group, key=lambda c: len(c.words)).words
    if any(c.title for c in group):
        return "person"
    if named_organisation(words, names):
        return "organisation"
    if " ".join(words) in names.places or words[-1] in names.sites:
        return "place"
    if words[0] in names.given or (len(words) > 1 and len(words[1]) == 2 and words[1][1] == "."):
        return "person"
    return _by_use(text, group, names)


def _by_use(text: str, group: Sequence[Candidate], names: Names) -> Kind:
    first = group[0]
    if len(first.words) == 1 and is_acronym(text[first.start : first.end]):
        return "organisation"
    place = article = person = 0
    for c in group:
        before = text[text.rfind(" ", 0, max(c.start - 1, 0)) + 1 : max(c.start - 1, 0)].lower()
        place += before in names.place_cues
        article += before == "the"
        after = names.after.match(text, c.end)
        person += bool(after) and (after.lastgroup != "says" or len(c.words) > 1) if after else 0
    if person:
        return "person"
    if 2 * place > len(group):
        return "place"
    if 2 * article >= len(group):
        return "organisation"
    return "person" if len(max(group, key=lambda c: len(c.words)).words) > 1 else "organisation"
