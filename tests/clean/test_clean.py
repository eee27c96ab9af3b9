"""Cleaning as a whole: nothing lost, nothing edited, titles, captions in running text, the safety net."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.clean import clean
from briefing.model import Article, Document, Furniture, Raw, Span
from briefing.read import READERS

LONG = (
    "The council voted on Monday to build the bridge, and work will start in June, the mayor told reporters."
)


def story(document: Document) -> list[str]:
    """The sentences of the story, as words."""
    return [document.text(sentence) for sentence in document.sentences]


def cut(document: Document) -> list[tuple[str, str]]:
    """What was set aside: rule and words."""
    return [(piece.rule, document.article[piece.span]) for piece in document.furniture]


def test_a_repeated_title_is_set_aside() -> None:
    """A first line that repeats the title, but for its marks, is no sentence of the story."""
    article = Article(
        id="a", title="Council votes for ‘long’ bridge", text=f"Council votes for 'long' bridge.\n\n{LONG}"
    )
    assert cut(clean(article, "en")) == [("title", "Council votes for 'long' bridge.")]
    joined = Article(id="a", title="Bridge approved", text=f"Bridge approved. {LONG}")
    assert cut(clean(joined, "en")) == [("title", "Bridge approved.")]


def test_a_title_pasted_twice_is_set_aside_twice() -> None:
    """A page's title and its heading: neither is a line of the brief."""
    text = f"Council votes for long bridge\n\nCouncil votes for long bridge.\n\n{LONG}"
    (article,) = READERS["plain"](Raw(text.encode(), "a.txt"))
    assert isinstance(article, Article)
    assert [rule for rule, _ in cut(clean(article, "en"))] == ["title", "title"]


@pytest.mark.parametrize(
    "dateline",
    [
        "(CNN)",
        "Port Ellery, Ostria (CNN)",
        "PORT ELLERY (AP) —",
        "PORT ELLERY, Sept 3 (Reuters) -",
        "PORT ELLERY, Nov 24 (Coastwire) -",
        "PORT ELLERY -",
        "ELLERY, Miss. --",
    ],
)
def test_a_dateline_is_set_aside_and_its_sentence_kept(dateline: str) -> None:
    """The story opens with its first word, not with its town and its agency."""
    document = clean(Article(id="a", text=f"{dateline} {LONG}\n\n{LONG[:-1]} twice."), "en")
    assert cut(document) == [("dateline", dateline)]
    assert story(document)[0] == LONG


def test_a_credit_that_touches_the_first_word_is_set_aside() -> None:
    """ "(Harbour Stone)The bridge": whoever pasted the page lost the line between them."""
    document = clean(Article(id="a", text=f"(Harbour Stone){LONG}\n\n{LONG[:-1]} twice."), "en")
    assert (cut(document), story(document)[0]) == ([("dateline", "(Harbour Stone)")], LONG)


@pytest.mark.parametrize(
    "opening", ["IBM - after years - said", "The network (CNN) said", "UNESCO on Monday"]
)
def test_what_only_looks_like_a_dateline_stays(opening: str) -> None:
    """A name in capitals, or an agency in brackets that the sentence needs."""
    text = f"{opening} that the bridge will be built."
    assert story(clean(Article(id="a", text=text), "en")) == [text]


def test_a_sentence_that_only_begins_like_the_title_stays() -> None:
    """`Bridge approved` is no title in `Bridge approved by council …`."""
    article = Article(id="a", title="Bridge approved", text="Bridge approved by council after a row.")
    assert not clean(article, "en").furniture


def test_what_the_reader_set_aside_stays_aside() -> None:
    """The reader's pieces and the place of the title pass through, and cut no sentence short."""
    text = f"Title: Bridge\n\nBridge\n\n{LONG}"
    article = Article(
        id="a",
        title="Bridge",
        text=text,
        title_span=Span(15, 21),
        head=(Furniture(Span(0, 13), "front_matter"),),
    )
    document = clean(article, "en")
    assert cut(document) == [("front_matter", "Title: Bridge"), ("title", "Bridge")]
    assert story(document) == [LONG]


def test_a_joined_header_is_set_aside() -> None:
    """Byline and stamps that stand in pieces before the story go, piece by piece."""
    header = (
        "By . Quay Times Reporter . PUBLISHED: . 09:41 EST, 18 February 2013 . | . UPDATED: . 10:02 EST ."
    )
    text = f"{header} {LONG} {LONG[:-1]} again."
    document = clean(Article(id="a", text=text), "en")
    assert story(document)[0] == LONG
    assert [rule for rule, _ in cut(document)] == ["byline", "stamp", "separator", "stamp"]


def test_captions_in_running_text_are_told_by_their_labels() -> None:
    """Pages that label their pictures lose the labels' sentences and keep what was said after a colon."""
    text = (
        "A Brackwater pilot was honoured for saving nine people. Brave: Jan Lo at the quay with his mother. "
        "Mr Lo jumped into the sea three times. Scroll down for video. He told the Courier: 'I was cold.' "
        "Rescue: The boat which Mr Lo used that night. The mayor thanked him on Monday. On the mend? The "
        "pilot is home. Mr Lo greets his neighbours outside the town hall. He will receive a medal in June."
    )
    document = clean(Article(id="a", text=text), "en")
    assert story(document) == [
        "A Brackwater pilot was honoured for saving nine people.",
        "Mr Lo jumped into the sea three times.",
        "He told the Courier: 'I was cold.'",
        "The mayor thanked him on Monday.",
        "He will receive a medal in June.",
    ]


def test_a_pulled_quotation_goes_with_its_signature() -> None:
    """A quotation signed with a dash stands beside the story, and so does its signature."""
    text = f"{LONG} 'We had to do it. Nobody helped us!' - Jan Lo, harbour pilot. Work starts in June."
    assert story(clean(Article(id="a", text=text), "en")) == [LONG, "Work starts in June."]


def test_one_label_is_no_habit() -> None:
    """A single sentence with a colon is the story's own."""
    text = f"{LONG} The result: Ferries will stop. Nobody was asked about it, the fishermen said on Tuesday."
    assert not clean(Article(id="a", text=text), "en").furniture


def test_an_interview_keeps_its_speakers() -> None:
    """A label that comes back again and again names who speaks."""
    text = f"{LONG} " + " ".join(f"Marsh: We asked {n} times. Courier: Why was that so?" for n in range(3))
    assert not clean(Article(id="a", text=text), "en").furniture


def test_a_sentence_said_again_is_set_aside_once() -> None:
    """In joined text a sentence that repeats an earlier one is its caption."""
    text = f"{LONG} The fishermen went home. {LONG} Nobody was asked."
    document = clean(Article(id="a", text=text), "en")
    assert cut(document) == [("repeat", LONG)]
    assert story(document)[0] == LONG


def test_links_that_lost_their_line_are_told_by_the_space_before_the_stop() -> None:
    """`Opinion: … .` between sentences was a link; a long sentence that ends so was not."""
    late = "The harbour company has yet to answer questions sent to it on Monday morning . It may."
    text = f"{LONG} Why the bridge matters . Nobody was asked. {late}"
    assert cut(clean(Article(id="a", text=text), "en")) == [("related", "Why the bridge matters .")]


def test_a_story_never_loses_its_body() -> None:
    """A rule that would take most of an article takes nothing of it."""
    text = "\n\n".join(
        ["Council votes for bridge today"]
        + [f"Read more: Part {n} of our long report about it." for n in range(9)]
    )
    document = clean(Article(id="a", text=text), "en")
    assert len(story(document)) == 10


def test_a_language_without_rules_loses_only_its_title() -> None:
    """Unknown languages keep everything but the title."""
    article = Article(
        id="a", title="Pont voté", text="Pont voté\n\nRead more: Le pont.\n\nLe conseil a voté."
    )
    document = clean(article, "xx")
    assert cut(document) == [("title", "Pont voté")]
    assert story(document) == ["Read more: Le pont.", "Le conseil a voté."]


LINES = [
    "Read more: X",
    "By Jan Lo",
    "Scroll down for video",
    "“Never!” he said.",
    "It ended.The next began",
    "Support us!",
    "We need your help to keep our journalism free.",
    "Brave: Jan (left) waves.",
    "He said: 'No.' . | .",
    "PUBLISHED: . 09:41 EST .",
    "İstanbul’da Read more .",
    "Correction: No.",
    "© 2012 AP / AP",
    "x",
    "\t\u2028",
    "",
]
lines = st.sampled_from(LINES)
pages = st.lists(lines, max_size=12)
texts = st.one_of(st.text(max_size=80), pages.map("\n\n".join), pages.map(" ".join))


@given(text=texts, title=st.one_of(st.none(), lines, st.text(max_size=10)))
@pytest.mark.parametrize("code", ["en", "xx"])
def test_nothing_is_lost(code: str, text: str, title: str | None) -> None:
    """Sentences and furniture are disjoint and hold every character that is not white space, in order."""
    document = clean(Article(id="a", text=text, title=title), code)
    spans = sorted([s.span for s in document.sentences] + [piece.span for piece in document.furniture])
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))


@pytest.mark.parametrize(
    "piece", ["a", ".", "A: B. ", "We support you. ", "A (left) / AP\n\n", '"', "By A. ", "Aa, left, and B. "]
)
def test_no_page_is_slow(piece: str) -> None:
    """Cost grows with length only."""
    begin = time.process_time()
    clean(Article(id="a", text=piece * (100_000 // len(piece)), title="a" * 1000), "en")
    assert time.process_time() - begin < 5
