"""Bytes changed at random: a reader yields articles, pointers and errors, and raises nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model import Article, Pointer, Raw
from briefing.read import read
from tests.read.test_feeds import FULL, NITF, RSS, TEASER
from tests.read.test_mail import LETTER, REPLY

GEO = '<item xmlns:gml="http://www.opengis.net/gml"><gml:Point><gml:pos>1 2</gml:pos></gml:Point></item>'
FILES = {
    "a.rss": RSS.format(FULL + TEASER + GEO),
    "a.nitf": NITF.format("", ""),
    "a.opml": '<opml><body><outline text="a" xmlUrl="https://a.example/"/></body></opml>',
    "letter.eml": LETTER,
    "reply.eml": REPLY,
}
PIECES = [
    b"\0",
    b"<",
    b"]]>",
    b"\xff\xfe",
    b"\n\n",
    b"--b\n",
    b"=?utf-8?q?=0A?=",
    b"charset*=utf-8''%00",
    b"(((",
    b"",
]
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES) | st.binary(max_size=2)),
    max_size=12,
)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, deadline=None)
@given(changes=CHANGES)
def test_damage_is_an_error_and_never_an_exception(
    name: str, changes: list[tuple[float, int, bytes]]
) -> None:
    """Whatever is cut out or put in, what comes out is one of the three."""
    data = FILES[name].encode()
    for place, cut, piece in changes:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + cut :]
    assert all(isinstance(item, Article | Pointer | InputError) for item in read(Raw(data, name)))


def test_what_feedparser_raises_is_a_failed_input() -> None:
    """A place of its geography without the element around it is more than feedparser takes."""
    lost = GEO.replace("<gml:Point>", "").replace("</gml:Point>", "")
    (error,) = read(Raw(RSS.format(lost).encode(), "a.rss"))
    assert isinstance(error, InputError)
