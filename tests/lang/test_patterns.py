"""Patterns by first character: never a pattern left out that would have fitted."""

import pytest

from briefing.lang.patterns import NONE, Starts, first_characters


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("read more", "r"),
        ("(?:read|see) more", "rs"),
        ("(?:please )?(?:sign|log) in", "psl"),
        ("©? ?20", None),
        (r"\d{1,2} min", "0123456789"),
        ("(?:a(?:b|c)|d) x", "ad"),
        ("x*y", None),
        ("[a-z]", None),
        (r"\w+", None),
        ("(?!a)b", None),
        ("A", "a"),
    ],
)
def test_what_a_pattern_can_begin_with(pattern: str, first: str | None) -> None:
    """Letters, groups and optional parts are followed; what is not understood may begin with anything."""
    assert first_characters(pattern) == (None if first is None else frozenset(first))


def test_the_first_group_that_fits_wins() -> None:
    """Groups keep their order, and a pattern that may begin with anything is tried everywhere."""
    starts = Starts.of([["sign up"], [r"\w+ up"], ["(?:shut|sign) .*"]])
    assert [starts.first(text, 0, len(text)) for text in ("sign up", "shut up", "sign off", "no")] == [
        0,
        1,
        2,
        NONE,
    ]
