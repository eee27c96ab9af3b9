"""Somebody who speaks, and what a pronoun or a title says of who it can be."""

from typing import NamedTuple

from briefing.lang.speech import Gender
from briefing.model import Span

# Letters of a title that is written short, with its full stop.
_ABBREVIATED = 5


class Voice(NamedTuple):
    """Somebody who speaks: where the fullest name stands, which entity it is (if named), and the gender."""

    span: Span
    entity: int | None
    gender: Gender


def title_words(before: str) -> list[str]:
    """The words before a name in its own sentence: a full stop behind more than "Mr" or "Sen" ends one."""
    words = before.rpartition("\n")[2].lower().split()
    if words and words[-1].endswith(".") and len(words[-1]) > _ABBREVIATED:
        return []
    return [word.rstrip(".") for word in words]


def agree(have: Gender, want: Gender) -> bool:
    """Whether a pronoun of gender `want` can mean a voice of gender `have`."""
    if want == "person":
        return have not in ("thing", "many", "body")
    if want in ("m", "f"):
        return have in ("", want)
    if want == "many":
        return have in ("many", "thing", "body")
    return have == "thing"
