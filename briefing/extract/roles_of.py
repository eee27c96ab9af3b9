"""Which named person a description means: "the former president" is not the nearest name."""

from briefing.lang.speech import Speech
from briefing.model import Article, Cast


def by_role(article: Article, cast: Cast, words: list[str], head: str, lex: Speech) -> int | None:
    """The one person whose printed role holds the head of a description, and most of its other words.

    None when nobody's role holds the head, or when two fit equally well.
    """
    wanted = {w for w in words[1:] if w not in lex.preposition and w not in lex.determiner}
    best: list[tuple[int, int]] = []
    for number, entity in enumerate(cast.entities):
        if entity.kind != "person" or entity.role is None:
            continue
        plain = article[entity.role].lower().replace(".", " ").replace("-", " ")
        role = [lex.title.get(w, w) for w in plain.split()]
        if head in role and _is_head(role, role.index(head), lex):
            best.append((len(wanted & set(role)), number))
    best.sort(key=lambda hit: (-hit[0], hit[1]))
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1] if best[0][0] * 2 >= len(wanted) else None


def _is_head(role: list[str], at: int, lex: Speech) -> bool:
    """`president` heads `president of Freedonia`, not `president watcher`, nor `aide to the president`."""
    hangs = not lex.preposition.isdisjoint(role[:at])
    return not hangs and (at + 1 == len(role) or role[at + 1] in lex.preposition)
