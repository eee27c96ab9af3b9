"""The titles and roles written with capitals before a name, inside one run of capitalised words."""

from briefing.extract.capitals import Word
from briefing.lang.names import Names

# So many words that end in a role are a title ("Mass Communication Specialist"), no name.
_LONG_TITLE = 3


def is_title_only(low: list[str], names: Names) -> bool:
    """Whether no name follows the title: "the Culture Secretary"."""
    title = low[-1] in names.titles and low[-1] not in names.surnames_too
    title = title or (len(low) >= _LONG_TITLE and low[-1] in names.roles)  # no "Aneta Cook"
    return title and low[0] not in names.given


def before_title(title: list[Word], names: Names) -> list[Word]:
    """The words of a title that stand before its first title word, unless they only describe."""
    before: list[Word] = []
    for word in title[:-1]:
        if word.lower in names.offices:
            break
        described = word.lower in names.adjectives & names.title_modifiers  # not "New", "Second"
        if before or not described:  # "Interim FBI Director" names the FBI
            before.append(word)
    describes = all(w.lower in names.peoples or w.lower in names.adjectives for w in before)
    return [] if describes else before


def office(run: list[Word], low: list[str], doubt: str, names: Names) -> int:
    """How many words of the run are the title or role of the person named after them."""
    if len(run) == 1 or low[-1] in names.organisations:
        return 0
    linked = len(run) > 2 and [low[i] for i, w in enumerate(run[1:]) if w.joint == "of"]
    if linked and not names.org_openers.isdisjoint([low[0], *linked]):
        return 0
    cut = 0 if names.offices.isdisjoint(low[:-1]) else _titled(run, names)
    if not cut and not names.given.isdisjoint(low[1:-1]):
        cut = _member(run, names)
    if not cut and len(run) >= _LONG_TITLE and low[0] in names.nationals:  # "Frenchman Luc Roe"
        return 1
    return cut or int(doubt == "opens" and names.roles.issuperset(low[0].split("-")))


def _titled(run: list[Word], names: Names) -> int:
    """Up to the last title word that still leaves a name."""
    cut = 0
    person_first = run[0].lower in names.given and run[0].lower not in names.titles
    if run[0].lower in names.places and run[1].lower in names.offices:  # "Virginia Governor"
        person_first = False
    for i, word in enumerate(run[:-1]):
        lower = word.lower
        if lower in names.offices:
            if cut and lower in names.given:  # "Rep. Earl Roe"
                break
            doubtful = person_first or (lower in names.surnames_too and not _seat(run[i - 1].lower, names))
            if cut == i or not doubtful:
                cut = i + 1
        elif cut == i and cut and (word.joint == "of" or lower in names.portfolios):
            cut = i + 1
    return cut


def _seat(lower: str, names: Names) -> bool:
    """Whether a word names a body or a people, so that a title may follow: "Supreme Court" Justice."""
    if lower in names.organisations or lower in names.peoples or lower in names.places:
        return True
    return lower in names.sites or lower in names.roles


def _member(run: list[Word], names: Names) -> int:
    """Words before a given name that say where the person belongs: "Republican" Ana Ruiz."""
    for i, word in enumerate(run[:-1]):
        if word.lower in names.given:
            return i if any([_seat(w.lower, names) for w in run[:i]]) else 0
    return 0
