"""Quotations: which marks hold somebody's words, and which are apostrophes."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.text import quotations

CASES = [
    ('He said, "I am here," and left. "You," she added, "are not."', ["I am here,", "You,", "are not."]),
    ("“We left. We did not look back,” he said.", ["We left. We did not look back,"]),
    ("``We left,'' he said. ''Never.''", ["We left,", "Never."]),
    ("„Das ist gut“, sagte er. »Ja«, « non ».", ["Das ist gut", "Ja", " non "]),
    ("'I can't go,' said Marsh. 'It's the dogs' bowl,' she said.", ["I can't go,", "It's the dogs' bowl,"]),
    ("‘Mr Lo’s phone, which he used,’ he said.", ["Mr Lo’s phone, which he used,"]),
    ("He called it a 'dog whistle' in the '90s, 'til the fans' club closed.", ["dog whistle"]),
    ("“They wear no badges that say, ‘I’m a spy,’” he said.", ["They wear no badges that say, ‘I’m a spy,’"]),
    ("'She shouted, \"Get back! Don’t look!\"'", ['She shouted, "Get back! Don’t look!"']),
    ('"I wanted this. "And then that," Lo said.', ["I wanted this.", "And then that,"]),
    ("“An unclosed one runs to the end.", ["An unclosed one runs to the end."]),
    ("'An unclosed British one.", ["An unclosed British one."]),
    ("It ended.\"The next\" began.", ["The next"]),
    ("A “mistyped“ end, and the” rest.", ["mistyped"]),
    ("He's 6'2\" tall, the Lo's boat is 20' long, and it's rock 'n' roll.", []),
    ("No marks at all.", []),
    ("“”", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), CASES)
def test_words_inside_marks_are_found(text: str, said: list[str]) -> None:
    """Outermost quotations, without their marks, whatever marks an outlet uses."""
    assert [text[s.start : s.end] for s in quotations(text, Span(0, len(text)))] == said


def test_a_block_bounds_its_quotations() -> None:
    """An open quotation ends with its block, and marks outside the block do not matter."""
    text = '"One. "Two.\n\n"Three," he said.'
    assert [text[s.start : s.end] for s in quotations(text, Span(0, 11))] == ["One.", "Two."]
    assert [text[s.start : s.end] for s in quotations(text, Span(13, len(text)))] == ["Three,"]


@given(st.text(alphabet="aB s.'\"“”‘’«»„`,\n", max_size=60))
def test_quotations_are_in_order_and_disjoint(text: str) -> None:
    """No text makes quotations overlap, run backwards or leave their block."""
    spans = quotations(text, Span(0, len(text)))
    assert all(0 < s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", ['"', "“", "'", "‘", ' "a', "'a ", "'s ", "''"])
def test_no_marks_are_slow(piece: str) -> None:
    """200 kB of marks take well under a second."""
    text = piece * (200_000 // len(piece))
    begin = time.process_time()
    quotations(text, Span(0, len(text)))
    assert time.process_time() - begin < 2
