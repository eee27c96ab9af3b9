"""Somebody who speaks, and what a pronoun or a title says of who it can be."""

from typing import NamedTuple

from briefing.lang.speech import Gender
from briefing.model import Span


class Voice(NamedTuple):
    """Somebody who speaks: where the fullest name stands, which entity it is (if named), and the gender."""

    span: Span
    entity: int | None
    gender: Gender


def agree(have: Gender, want: Gender) -> bool:
    """Whether a pronoun of gender `want` can mean a voice of gender `have`."""
    if want == "person":
        return have not in ("thing", "many", "body")
    if want in ("m", "f"):
        return have in ("", want)
    if want == "many":
        return have in ("many", "thing", "body")
    return have == "thing"
