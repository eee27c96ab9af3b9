"""Sentences: what ends one, what does not, and that nothing is lost. `¦` marks the expected boundaries."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.errors import UnknownName
from briefing.model import Span
from briefing.text import SPLITTERS, paragraphs, sentences

ONE = [
    "U.S. Presidential spokesperson Orla Venn denied it.",
    "They met before the Nov. 2016 elections in Harrowgate.",
    "Sen. Ida Marsh, R-Ariz., said the bill was dead.",
    "Marlow (VNN)Gov. Ida Marsh said the bill was dead.",
    "In the April issue of the Tide, Pres. Marsh admits as much.",
    "J. R. Halloway and George W. Pemberton signed it.",
    "He lives at No. 10 and came in as the No. 2 seed.",
    "Prices rose 3.5 percent to $1.2 billion.",
    "“Are you going?” she asked.",
    "'Never!' he shouted at the ferry.",
    '"Who paid for it?" Marsh asked on Friday.',
    "“Is that all?” Ida B. Marsh said.",
    "The council meets at 7 p.m. Monday in Brackwater.",
    "Well … perhaps not, he said... and left.",
    "Wait . . . there is more to come.",
    "The Washington, D.C. Council voted.",
    "Marlow Corp. Chief Executive Jan Ostrow resigned.",
    "Mr. and Mrs. Hale, of 12 Main St. Brackwater, won.",
    "Dr. Ann Lo v. St. Mary's Hospital is pending.",
    "(CNN)Brackwater's police chief is gone.",
    "NORTHAM, Vt. (AP) — The mayor resigned.",
    "1. Wash your hands.",
    "It was shown on Jeopardy! Tuesday night.",
    "The so-called ‘harbour five’ were freed.",
    "The e.g. Smith exception, i.e. Jones, stands.",
    "Apps such as Yahoo! Mail were down.",
    "Voters, not donors, decide",
    "“It is a long game.” – Ida Marsh",
]
SEVERAL = [
    "The bridge is closed.¦The next one is open.",
    "It ended.¦The next began.",
    "He was found in Brackwater, D.C. ¦The search is over.",
    "They left the U.S. ¦He stayed in the U.K. ¦But she did not.",
    "The vote was at 10 p.m. ¦Police counted until dawn.",
    "He asked for a yes. ¦She said no. ¦Both left.",
    "They finished in 2015. ¦Nobody paid.",
    "It has vitamin C. ¦The rest is sugar.",
    "“We left. ¦We did not look back,” he said. ¦Nobody followed.",
    '"We have nothing to add. ¦It is their affair," she said.',
    "He said “no.” ¦She said “yes.” ¦The end.",
    "He was 'tired.' ¦So was she.",
    "She left (he stayed.) ¦Then it rained.",
    "Was it you? ¦No! ¦Yes…",
    "He paused ... ¦The room was silent.",
    "It grew by 4 per cent to 12.5. ¦1,200 jobs went.",
    "Ships sail Nov. 4. ¦The port closes Dec. ¦After that, nothing.",
    "The iPhone was his. ¦iPhones are banned now.",
    "It is over. ¦“Go home,” he said.",
    "Ask the D.C. Image bureau. ¦Image: Harbour Desk.",
    "It was ‘a farce.’ ” ¦The hall laughed.",
    "They won 3-0. ¦€400 was spent.",
    "The ship sank! ¦(It was old.)",
    "By . ¦Harbour Courier Reporter . ¦PUBLISHED: . ¦09:41 EST, 18 February 2013 .",
    "He ate at Yum! Brands. ¦É tarde, he said.",
]


def split(text: str, splitter: str = "rule") -> list[str]:
    """The sentences of a text, as words."""
    found = [s for block in paragraphs(text) for s in sentences(text, block, "en", splitter)]
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_whole(text: str) -> None:
    """An abbreviation, an initial, a number, an ellipsis or a quoted question ends no sentence."""
    assert split(text) == [text]


@pytest.mark.parametrize("text", SEVERAL)
def test_sentences_are_told_apart(text: str) -> None:
    """A full stop that ends a sentence does, also after an abbreviation or inside a quotation."""
    assert split(text.replace("¦", "")) == [part.strip() for part in text.split("¦")]


@pytest.mark.parametrize(
    "text",
    [
        "市長は辞任した。¦議会は驚いた！¦次は？",
        "他说：“不。”¦然后走了。",
        "कोई नहीं आया। ¦वह गया।",
        "ماذا حدث؟ ¦لا شيء.",
    ],
)
def test_other_scripts_are_split_at_their_own_marks(text: str) -> None:
    """Full stops of Chinese, Japanese, Hindi and Arabic end sentences too."""
    plain = text.replace("¦", "")
    found = sentences(plain, Span(0, len(plain)), "xx")
    assert [plain[s.start : s.end] for s in found] == [part.strip() for part in text.split("¦")]


def test_headline_and_bullets_stand_alone() -> None:
    """Short lines without a full stop are sentences of their own."""
    text = "Harbour vote delayed again\nBy Ida Marsh\n- New cranes\n- New pilots\n• Lower fees"
    assert split(text) == text.split("\n")


def test_wrapped_lines_are_joined() -> None:
    """A line end inside hard-wrapped prose is white space, not a break."""
    text = (
        "The harbour authority said on Tuesday that the northern quay,\n"
        "closed since the storm in March, would not open before winter,\n"
        "because the Rotterdam yard had not delivered the new cranes.\n"
        "Fishermen protested."
    )
    assert len(split(text)) == 2
    assert len(split(text.replace("\n", "\r\n"))) == 2


def test_a_short_wrapped_paragraph_is_joined() -> None:
    """Two wrapped lines that end as a sentence does are one."""
    assert (
        len(split("The authority said on Tuesday that it would not open the northern\nquay before winter."))
        == 1
    )


def test_paragraph_lines_are_breaks() -> None:
    """One paragraph a line: a line end is a break even where the full stop is missing."""
    long = "The authority said that " + "it would look into every single complaint and " * 5 + "answer"
    assert split(f"{long}\nNobody else spoke\n{long}") == [long, "Nobody else spoke", long]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_blank_lines_part_paragraphs(newline: str) -> None:
    """A blank line parts paragraphs under every convention, and a single line end does not."""
    text = f"  One.{newline} {newline}{newline}Two.{newline}Three. {newline}"
    found = [text[b.start : b.end] for b in paragraphs(text)]
    assert found == ["One.", f"Two.{newline}Three."]


def test_unknown_splitter_is_refused() -> None:
    """A splitter that is not registered is named in the error, with those that are."""
    with pytest.raises(UnknownName, match="punkt, rule"):
        sentences("A.", Span(0, 2), "en", "punct")


def test_punkt_runs_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """NLTK's Punkt is selectable and needs no data files."""
    monkeypatch.setenv("NLTK_DATA", "/nonexistent")
    assert split("Mr. Hale left at No. 10. He came back.", "punkt") == [
        "Mr. Hale left at No. 10.",
        "He came back.",
    ]


def test_a_language_without_data_is_split_by_form() -> None:
    """Without abbreviations, digits, initials and case still decide."""
    text = "Il a payé 3.5 euros à J. Dupont. Puis il est parti."
    assert len(sentences(text, Span(0, len(text)), "xx")) == 2


pieces = st.lists(
    st.sampled_from(
        [*" \n\r\t.!?…\"'“”‘’()«»-•", "Mr", "U.S", "the", "The", "A", "7", "é", "İ", "\u2028", "\x85", "\x1c"]
    ),
    max_size=40,
)


@pytest.mark.parametrize("splitter", sorted(SPLITTERS))
@given(text=st.one_of(st.text(max_size=60), pieces.map("".join)))
@example(text=". \x1f0")
def test_nothing_is_lost(splitter: str, text: str) -> None:
    """Sentences are ordered, disjoint, trimmed, and hold every character that is not white space."""
    found = [s for block in paragraphs(text) for s in sentences(text, block, "en", splitter)]
    assert all(a.end <= b.start for a, b in pairwise(found))
    words = [text[s.start : s.end] for s in found]
    assert all(w and w == w.strip() for w in words)
    assert re.sub(r"\s", "", "".join(words)) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "piece",
    ["a", ".", "؟", "。", "(", '"', "“", "'", "a.", ". ", '?" ', "A. ", "\n", "a\n", ".…", "”.", "Aa. "],
)
def test_no_text_is_slow(piece: str) -> None:
    """Time grows with length only: 200 kB of anything take well under a second."""
    text = piece * (200_000 // len(piece))
    begin = time.process_time()
    split(text)
    assert time.process_time() - begin < 2
