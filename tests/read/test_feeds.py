"""Feeds, lists of feeds and other XML: what is read of them, and what is refused."""

import time
from datetime import UTC, date, datetime

import pytest

from briefing.errors import InputError
from briefing.model import Article, Pointer, Raw
from briefing.read import read, unfetched
from briefing.read.feed import Entry, teaser

STORY = (
    "<p>The mayor of Quell denied on Monday that the quay was sold.</p>"
    + "<p>Ada Lund will speak on Friday.</p>" * 30
)
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quell Courier</title><language>en-gb</language>{}
</channel></rss>"""
FULL = f"""<item><title>Mayor denies &amp;amp; sale</title><link>https://courier.example/1</link>
<guid isPermaLink="false">q-1</guid><dc:creator>Ola Brandt</dc:creator>
<pubDate>Tue, 24 Nov 2026 07:00:00 +0100</pubDate><description>The mayor denied it.</description>
<content:encoded><![CDATA[{STORY}]]></content:encoded></item>"""
TEASER = """<item><title>Ferry stops</title><link>https://courier.example/2</link>
<description>The ferry to Osk stops in May, its owner said. Read more</description></item>"""


def found(text: str | bytes, name: str = "feed.xml") -> list[Article | Pointer | InputError]:
    """Everything that is read of a file."""
    return list(read(Raw(text if isinstance(text, bytes) else text.encode(), name)))


def test_an_entry_with_its_text_is_an_article() -> None:
    """The content goes before the summary; the feed answers for what an entry does not say of itself."""
    (article,) = found(RSS.format(FULL))
    assert isinstance(article, Article)
    assert article.text.startswith("The mayor of Quell denied on Monday that the quay was sold.\n\nAda Lund")
    assert (article.id, article.title, article.author) == ("q-1", "Mayor denies & sale", "Ola Brandt")
    assert (article.source, article.language, article.url) == (
        "Quell Courier",
        "en",
        "https://courier.example/1",
    )
    assert isinstance(article.published, datetime)
    assert article.published.isoformat() == "2026-11-24T07:00:00+01:00"
    assert article.notes == ()


def test_a_teaser_is_a_pointer_that_can_stand_for_its_article() -> None:
    """It keeps what the feed knows, and where nothing is fetched it is a short article with a note."""
    _, pointer = found(RSS.format(FULL + TEASER))
    assert isinstance(pointer, Pointer)
    assert (pointer.url, pointer.to, pointer.title) == ("https://courier.example/2", "page", "Ferry stops")
    assert (pointer.source, pointer.origin) == ("Quell Courier", "feed.xml:2")
    article = unfetched(pointer)
    assert isinstance(article, Article)
    assert article.text == "The ferry to Osk stops in May, its owner said. Read more"
    assert article.notes == ("only the feed's teaser: the page was not read",)


def test_a_link_without_a_word_needs_the_network() -> None:
    """An entry of title and link is a pointer without text, and unfetched it says what to do."""
    (pointer,) = found(
        RSS.format("<item><title>Ferry stops</title><link>https://courier.example/2</link></item>")
    )
    assert isinstance(pointer, Pointer)
    assert pointer.article is None
    assert "--fetch" in str(unfetched(pointer))


@pytest.mark.parametrize("link", ["", "<link>javascript:alert(1)</link>", "<link>file:///etc/passwd</link>"])
def test_an_entry_with_neither_text_nor_address_is_an_error(link: str) -> None:
    """The others are read; only web addresses count."""
    first, second = found(RSS.format(f"<item><title>Nothing</title>{link}</item>{FULL}"))
    assert "feed.xml:1: an entry with neither text nor a web address" in str(first)
    assert isinstance(second, Article)


@pytest.mark.parametrize(
    ("text", "full", "leads_on"),
    [
        ("word " * 200, False, False),
        ("word " * 60, False, True),
        ("word " * 60, True, False),
        ("word " * 20, True, True),
        ("word " * 200 + "[…]", True, True),
        ("word " * 200 + "Continue reading “The ferry stops”", False, True),
        ("слово " * 200 + "«конец»", False, False),
    ],
)
def test_a_teaser_is_short_or_breaks_off_or_leads_on(text: str, full: bool, leads_on: bool) -> None:
    """What calls itself the content may be shorter than a summary."""
    assert teaser(Entry("", text.strip(), full, None, None, None, None, None, None)) == leads_on


def test_atom_and_rss_1_are_feeds() -> None:
    """Told by their first element, whatever the name of the file; plain content is kept as it is."""
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Quai</title><entry>
<id>tag:1</id><title>Le quai vendu</title><link href="https://quai.example/1"/><updated>2026-11-24T07:00Z</updated>
<content type="text">{"Le maire a démenti la vente du quai. " * 20}</content></entry></feed>"""
    (article,) = found(atom, "download")
    assert isinstance(article, Article)
    assert (article.language, article.source, article.id) == ("fr", "Le Quai", "tag:1")
    assert article.published == datetime(2026, 11, 24, 7, tzinfo=UTC)
    rdf = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Osk Post</title></channel><item><title>Ferry</title><link>https://osk.example/1</link>
<description>{"The ferry was late again, its captain said. " * 20}</description></item></rdf:RDF>"""
    (article,) = found(rdf, "-")
    assert isinstance(article, Article)
    assert article.source == "Osk Post"


def test_a_date_in_another_form_is_understood_or_named() -> None:
    """Asctime is read; a word for a day is left out with a note."""
    dates = ("Tue Nov 24 07:00:00 2026", "yesterday")
    items = "".join(FULL.replace("Tue, 24 Nov 2026 07:00:00 +0100", d).replace("q-1", d) for d in dates)
    first, second = found(RSS.format(items))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.published is not None
    assert first.published.isoformat()[:16] == "2026-11-24T07:00"
    assert second.published is None
    assert second.notes == ("date not understood, left out: 'yesterday'",)


def test_a_link_is_found_from_where_the_feed_is() -> None:
    """Relative addresses of a fetched feed are whole ones; the XML's extensions may be broken."""
    item = "<item><title>Ferry</title><link>/news/2</link></item>"
    (pointer,) = found(RSS.format(item), "https://courier.example/feed.xml")
    assert isinstance(pointer, Pointer)
    assert pointer.url == "https://courier.example/news/2"
    lost = '<item xmlns:gml="http://www.opengis.net/gml"><gml:pos>1 2</gml:pos></item>'
    assert all(isinstance(error, InputError) for error in found(RSS.format(lost)))


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    """What stands before the break is read, with a note that names the line."""
    (article, *_) = found(RSS.format(FULL + "<item><title>cut").removesuffix("\n</channel></rss>"))
    assert isinstance(article, Article)
    assert "read as far as it goes" in article.notes[0]
    assert "line" in article.notes[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            '<!DOCTYPE r [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + RSS.format("").split("?>")[1],
            "entities of its own",
        ),
        (
            '<!DOCTYPE r [<!ELEMENT a ANY><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel/></rss>',
            "entities",
        ),
        ('<!-- <a> --><!DOCTYPE r [<!ENTITY a "b">]><rss><channel/></rss>', "entities of its own"),
        (RSS.format("<item>" + "<b>" * 600 + "x" + "</b>" * 600 + "</item>"), "inside each other"),
        ("<rss version='2.0'><channel><title>t</title></channel></rss>", "a feed with no entry"),
        ("<rss", "not well-formed XML"),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "XML of the kind <urlset> is not read"),
        ("<nitf><body><body.content/></body></nitf>", "without a paragraph"),
        ("<opml><body/></opml>", "no feed in it"),
        ("<opml><body>", "not well-formed XML"),
    ],
)
def test_xml_that_cannot_be_used_is_refused(text: str, reason: str) -> None:
    """Bombs, what reaches for files, and what holds nothing: one line that says why."""
    (error,) = found(text)
    assert isinstance(error, InputError)
    assert reason in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    "text",
    [
        "<?xml version='1.0'?>" + " " * 3_000,
        " \n" * 5_000 + "x",
        "<!--" * 3_000,
        "<!DOCTYPE r [" + "<!ELEMENT a>" * 3_000,
        "<rss>" + "<item>" * 100_000,
        "<rss>" + "<![CDATA[" * 50_000,
        "<rss>" + "<" * 200_000,
    ],
    ids=["blanks", "lines", "comments", "types", "deep", "sections", "marks"],
)
def test_hostile_xml_takes_no_time(text: str) -> None:
    """No pattern goes back and forth, whatever stands above the first element."""
    start = time.process_time()
    assert found(text, "x.rss")
    assert time.process_time() - start < 3


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32-be", "cp1251", "utf-8-sig"])
def test_a_feed_is_known_in_any_encoding(encoding: str) -> None:
    """By a mark, by its zeros, or by what the XML declaration says."""
    text = RSS.format(FULL.replace("Ada Lund will speak", "Слушания пройдут, сказала она"))
    text = text.replace('version="1.0"', f'version="1.0" encoding="{encoding.removesuffix("-sig")}"', 1)
    (article,) = found(text.encode(encoding))
    assert isinstance(article, Article)
    assert "Слушания пройдут, сказала она" in article.text


def test_a_list_of_feeds_is_a_pointer_to_each() -> None:
    """Nested groups are followed, an address listed twice counts once, one that is none is an error."""
    opml = """<opml version="2.0"><head><title>Coast</title></head><body><outline text="Papers">
<outline text="Quell Courier" type="rss" xmlUrl="https://courier.example/feed"/>
<outline text="Again" xmlUrl="https://courier.example/feed"/></outline>
<outline text="Files" xmlUrl="file:///etc/passwd"/><outline title="Osk Post" xmlurl="http://osk.example/a?b=1&amp;c=2"/>
</body></opml>"""
    first, bad, second = found(opml, "coast.opml")
    assert first == Pointer("https://courier.example/feed", "coast.opml", "feed", source="Quell Courier")
    assert second == Pointer("http://osk.example/a?b=1&c=2", "coast.opml", "feed", source="Osk Post")
    assert "which is no web address" in str(bad)
    assert isinstance(first, Pointer)
    assert "names a feed at https://courier.example/feed" in str(unfetched(first))


NITF = """<?xml version="1.0" encoding="utf-8"?><nitf><head><title>Wire</title><docdata {}>
<doc-id id-string="W-9"/><date.issue norm="20261123T193000+0000"/>{}</docdata></head><body>
<body.head><hedline><hl1>Bridge shut</hl1></hedline><byline>By Ada Lund</byline>
<distributor>Coast Wire</distributor></body.head>
<body.content><p>The bridge was <em>shut</em> on Monday.</p><p>Repairs begin on Friday.</p>
<ul><li><p>A ferry runs.</p></li></ul></body.content></body></nitf>"""


@pytest.mark.parametrize(
    ("status", "date_release", "release", "embargo"),
    [
        ("", "", "usable", None),
        ('management-status="usable"', "20261125T060000+0100", "usable", "2026-11-25T06:00:00+01:00"),
        ('management-status="embargoed"', "20261125T060000Z", "usable", "2026-11-25T06:00:00+00:00"),
        ('management-status="embargoed"', "", "withheld", None),
        ('management-status="withheld"', "", "withheld", None),
        ('management-status="canceled"', "", "withdrawn", None),
        ('management-status="strange"', "", "withheld", None),
        ('management-status="usable"', "soon", "withheld", None),
    ],
)
def test_nitf_says_when_it_may_be_published(
    status: str, date_release: str, release: str, embargo: str | None
) -> None:
    """The fields of an agency's document are those of its ninjs: released, held or withdrawn."""
    element = f'<date.release norm="{date_release}"/>' if date_release else ""
    (article,) = found(NITF.format(status, element))
    assert isinstance(article, Article)
    assert (article.release, article.embargo and article.embargo.isoformat()) == (release, embargo)
    assert article.text == "The bridge was shut on Monday.\n\nRepairs begin on Friday.\n\nA ferry runs."
    assert (article.id, article.title, article.source) == ("W-9", "Bridge shut", "Coast Wire")
    assert article.published is not None
    assert date(2026, 11, 23) == date(*article.published.timetuple()[:3])
