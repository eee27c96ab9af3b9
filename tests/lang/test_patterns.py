"""Patterns by how a text begins: never a pattern left out that would have fitted."""

import re

import pytest

from briefing.lang.patterns import OFTEN, Choices, Late, Starts
from briefing.lang.regex import heads


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
        ("(?:[(&]|b)c", "(c|&c|bc"),
        ("(?:^|[.;] )no", "^|. no|; no"),
        ("x*y", ""),
        ("[a-z]", ""),
        ("[Tt]he", "The|the"),
        (r"\w+", ""),
        ("(?!a)b", ""),
        ("A", "A"),
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


CHOICES = r"""(?x)
  (?P<no> \bdecline[sd]?\sto\s(?:talk | speak) | (?<!we\s)\brefused\b )
| (?P<late> \b(?:has|have)\syet\sto | (?P<who>\bneither\s\w+\s)spoke | \w+\sis\ssilent )
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("declined to speak", "no"),
        ("refused", "no"),
        ("have yet to", "late"),
        ("neither ada spoke", "who"),
        ("osk is silent", "late"),
        ("declined to sing", None),
        ("neither ada sang", None),
    ],
)
def test_choices_find_what_the_whole_pattern_would(text: str, name: str | None) -> None:
    """The first alternative that fits is found, by the name of the group it begins with or stands in."""
    choices = Choices.of_groups(CHOICES)
    found = choices.match(text, 0)
    whole = re.compile(CHOICES).match(text)
    assert (found and found[0]) == name
    assert (found and found[1].span()) == (whole and whole.span())


def test_choices_look_behind_the_place_where_they_begin() -> None:
    """What stands before the place still counts."""
    assert Choices.of_groups(CHOICES).match("we refused", 3) is None
    assert Choices.of_groups(CHOICES).match("he refused", 3) is not None


def test_a_pattern_that_is_no_list_of_named_groups_is_refused() -> None:
    """A mistake in a language's file is no pattern that silently never fits."""
    with pytest.raises(ValueError, match="no named group"):
        Choices.of_groups("declined|refused")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?x) \b(?:did|had)(?:\snot|n't)\s(?P<verb>\w+) | \bnever\b", "she hadn't gone, he did not, never"),
        (r"(?:^|[.;] )no (?=o)", "no one; no other. no use"),
        (r"a(?:ba)?", "ababa"),
        (r"\bis\b", "this is"),
        (r"\w+ly", "sadly, badly"),
    ],
)
def test_every_match_is_found_where_one_can_begin(pattern: str, text: str) -> None:
    """Looking only where a text that fits can begin finds what the pattern finds, in any part of a text."""
    late = Late(pattern)
    for start in [*range(len(text))] * OFTEN:
        found = [m.span() for m in late.finditer(text, start, len(text) - 1)]
        assert found == [m.span() for m in re.compile(pattern).finditer(text, start, len(text) - 1)]
