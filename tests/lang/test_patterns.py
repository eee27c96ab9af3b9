"""Patterns by how a text begins: never a pattern left out that would have fitted."""

import pytest

from briefing.lang.patterns import Starts, heads


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("read more", "read m"),
        ("(?:read|see) on", "read o|see on"),
        ("(?:please )?(?:sign|log)s", "please|signs|logs"),
        ("go?", "go|g"),
        (r"\d{1,2} min", "0|1|2|3|4|5|6|7|8|9"),
        ("(?:a(?:b|c)|d) x", "ab x|ac x|d x"),
        ("(?:ab|c)+d", "ab|c"),
        ("(?:[(|]|b)c", ""),
        ("x*y", ""),
        ("[a-z]", ""),
        (r"\w+", ""),
        ("(?!a)b", ""),
        ("A", "a"),
    ],
)
def test_what_a_text_that_fits_begins_with(pattern: str, first: str) -> None:
    """Letters, groups and optional parts are followed; what is not understood may begin with anything."""
    found = heads(pattern, 6)
    assert ("" in found) if not first else found == frozenset(first.split("|"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("sign up", {0, 1, 2}), ("Shut up", {1}), ("sign off", {2}), ("no", set()), ("s", set())],
)
def test_every_group_that_fits_is_found(text: str, numbers: set[int]) -> None:
    """Groups keep their numbers, and a pattern that may begin with anything is tried everywhere."""
    starts = Starts.of([["sign up"], [r"\w+ up"], ["(?:shut|sign) .*"]])
    assert set(starts.fitting(text, text.lower(), 0, len(text))) == numbers
