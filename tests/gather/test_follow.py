"""From lists of feeds to feeds to pages, in the inputs' order, and nothing hidden on the way."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.gather import Network, Source, Tally, articles
from briefing.gather.follow import filled
from briefing.model import Article, Pointer
from tests.press import Answer, Press, page, press

LONG = "The council of Lower Quell voted on Monday to mend the bridge. Work begins in March, said the mayor. "
STORY = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"


def story(title: str, times: int = 4) -> str:
    """A page with one article."""
    paragraphs = "".join(f"<p>{title}, part {n}. {LONG * 3}</p>" for n in range(times))
    return STORY.format(title, paragraphs)


def rss(*items: tuple[str, str, str], title: str = "Quell Post") -> str:
    """A feed of teasers: title, address, and day of November."""
    entries = "".join(
        f'<item><title>{name}</title><link>{url}</link><guid isPermaLink="false">{name}</guid>'
        f"<pubDate>{day} Nov 2026 08:00:00 +0000</pubDate><description>{name}: in short.</description></item>"
        for name, url, day in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'


def opml(*feeds: str) -> str:
    """A list of feeds."""
    lines = "".join(f'<outline type="rss" text="x" xmlUrl="{url}"/>' for url in feeds)
    return f'<?xml version="1.0"?><opml version="2.0"><body>{lines}</body></opml>'


XML = "application/rss+xml"


def gathered(*inputs: str | Source, tally: Tally | None = None, **how: object) -> list[Article | InputError]:
    """What comes of INPUTs when this machine may be asked."""
    network = Network(**({"hosts": frozenset({"127.0.0.1"}), "gap": 0, "timeout": 3} | how))  # type: ignore[arg-type]
    return list(articles(inputs, BytesIO(), network, tally))


def titles(found: Sequence[Article | InputError]) -> list[str]:
    """Titles of articles, reasons of failures."""
    return [item.reason if isinstance(item, InputError) else item.title or "" for item in found]


def with_feed(paper: Press, *names: str, day: str = "23") -> str:
    """Give a press a feed of teasers and their pages; the feed's address."""
    paper.routes["/feed"] = page(rss(*((n, f"{paper.url}/{n}", day) for n in names)), XML)
    for name in names:
        paper.routes[f"/{name}"] = page(story(name))
    return f"{paper.url}/feed"


def test_a_page_named_as_an_input_is_an_article() -> None:
    """An address gives the article there, with the address as its url and origin."""
    with press({"/a": page(story("Bridge to be mended"))}) as paper:
        (article,) = gathered(f"{paper.url}/a")
    assert isinstance(article, Article)
    assert (article.title, article.url) == ("Bridge to be mended", f"{paper.url}/a")


def test_a_feed_leads_to_its_pages() -> None:
    """Teasers are replaced by the text of their pages; outlet, id and time stay the feed's."""
    with press({}) as paper:
        found = gathered(with_feed(paper, "Bridge", "Ferry"))
    assert titles(found) == ["Bridge", "Ferry"]
    article = found[0]
    assert isinstance(article, Article)
    assert (article.source, article.id) == ("Quell Post", "Bridge")
    assert article.published == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert "part 3" in article.text


def test_without_full_text_teasers_are_enough() -> None:
    """Pages are not asked for when the source says so, or the run."""
    with press({}) as paper:
        feed = with_feed(paper, "Bridge")
        for found in (gathered(feed, full_text=False), gathered(Source(feed, full_text=False))):
            assert "in short" in found[0].text  # type: ignore[union-attr]
        assert paper.paths() == ["/feed", "/feed"]


def test_a_list_of_feeds_leads_through_feeds_to_pages(tmp_path: Path) -> None:
    """A local list is followed with fetch, and the order is the list's however long each outlet takes."""
    with press({}) as one, press({}) as two:
        first, second = with_feed(one, "Bridge"), with_feed(two, "Ferry", "Dam")
        (tmp_path / "feeds.opml").write_text(opml(first, second))
        found = gathered(str(tmp_path / "feeds.opml"), fetch=True)
        assert titles(found) == ["Bridge", "Ferry", "Dam"]
        one.asked.clear()
        (refused, _) = gathered(str(tmp_path / "feeds.opml"))
        assert "--fetch" in titles([refused])[0]
        assert one.asked == []


def test_a_local_feed_leads_to_the_network_only_with_fetch(tmp_path: Path) -> None:
    """Named as a file a feed opens no connection unless --fetch says so."""
    with press({}) as paper:
        with_feed(paper, "Bridge")
        (tmp_path / "feed.xml").write_text(rss(("Bridge", f"{paper.url}/Bridge", "23")))
        (short,) = gathered(str(tmp_path / "feed.xml"))
        assert paper.asked == []
        (long,) = gathered(str(tmp_path / "feed.xml"), fetch=True)
    assert "in short" in short.text  # type: ignore[union-attr]
    assert "part 3" in long.text  # type: ignore[union-attr]


def test_one_dead_source_stops_nobody() -> None:
    """Of several sources the dead, the wrong and the silent fail in their places, the rest is read."""
    with press({}) as gone:
        dead = f"{gone.url}/feed"
    with press({}) as paper:
        feed = with_feed(paper, "Bridge")
        paper.routes["/picture"] = page("GIF89a", "image/gif")
        paper.routes["/none"] = page(rss(), XML)
        found = gathered(dead, feed, f"{paper.url}/404", f"{paper.url}/picture", f"{paper.url}/none")
    assert [type(item).__name__ for item in found] == ["InputError", "Article"] + ["InputError"] * 3
    reasons = titles(found)
    assert "cannot be reached" in reasons[0]
    assert "404 Not Found" in reasons[2]
    assert "GIF" in reasons[3]
    assert "no entry" in reasons[4]


def test_a_page_that_fails_leaves_the_summary_and_is_told_once() -> None:
    """Entries whose page cannot be had are read from the feed, and their source has failed in part."""
    tally = Tally()
    with press({}) as paper:
        feed = with_feed(paper, "Bridge", "Ferry", "Dam")
        paper.routes["/Ferry"] = lambda asked: Answer(403)
        paper.routes["/Dam"] = lambda asked: Answer(404)
        *found, partly = gathered(feed, tally=tally)
    assert titles(found) == ["Bridge", "Ferry", "Dam"]
    notes = found[1].notes  # type: ignore[union-attr]
    assert [note for note in notes if "403 Forbidden" in note]
    assert isinstance(partly, InputError)
    assert partly.origin == feed
    assert partly.reason.startswith("2 of its pages could not be fetched")
    (report,) = tally.reports()
    assert (report.articles, report.summaries, report.requests) == (3, 2, 5)


def test_an_entry_without_words_fails_with_its_page() -> None:
    """When there is not even a summary the page's failure is the entry's."""
    feed = '<rss version="2.0"><channel><title>x</title><item><link>{}/gone</link></item></channel></rss>'
    with press({}) as paper:
        paper.routes["/feed"] = page(feed.format(paper.url), XML)
        (failed,) = gathered(f"{paper.url}/feed", full_text=False)
    assert isinstance(failed, InputError)
    assert "404" in failed.reason


def test_links_to_this_machine_and_its_neighbours_are_never_asked() -> None:
    """An outlet that is allowed cannot lead us to hosts that are not: each entry stays its summary."""
    links = [
        "http://[::1]:{0}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://2130706433:{0}/",
        "http://[::ffff:127.0.0.1]:{0}/",
        "http://user:pw@127.0.0.1:{0}/",
        "http://127.0.0.1:22/",
        "http://0x7f000001:{0}/",
        "http://127.1:{0}/",
    ]
    with press({}) as paper:
        items = [(f"n{n}", link.format(paper.port), "23") for n, link in enumerate(links)]
        paper.routes["/feed"] = page(rss(*items), XML)
        *found, partly = gathered(f"{paper.url}/feed")
        assert paper.paths() == ["/feed"]
    assert len(found) == len(links)
    assert isinstance(partly, InputError)


def test_the_newest_entries_are_taken() -> None:
    """max_items takes the newest, and what is left out is counted."""
    tally = Tally()
    with press({}) as paper:
        names = [("old", "1"), ("new", "23"), ("newer", "24"), ("older", "02")]
        paper.routes["/feed"] = page(rss(*((n, f"{paper.url}/{n}", day) for n, day in names)), XML)
        for name, _ in names:
            paper.routes[f"/{name}"] = page(story(name))
        found = gathered(Source(f"{paper.url}/feed", max_items=2), tally=tally)
        assert titles(found) == ["newer", "new"]
        assert sorted(paper.paths()) == ["/feed", "/new", "/newer"]
    assert tally.reports()[0].left_out == 2


FRONT = """<html><head><title>Quell Post</title><link rel="alternate" type="{}" href="/feed"></head>
<body><h1>Quell Post</h1><ul><li><a href="/a">Bridge to be mended in March</a></li></ul></body></html>"""


@pytest.mark.parametrize("kind", ["application/rss+xml", "application/atom+xml; charset=utf-8"])
def test_a_front_page_leads_to_its_feed(kind: str) -> None:
    """A page that is no article but declares a feed stands for the feed."""
    with press({}) as paper:
        with_feed(paper, "Bridge", "Ferry")
        paper.routes["/"] = page(FRONT.format(kind))
        paper.routes["/news"] = page(FRONT.format(kind))
        assert titles(gathered(f"{paper.url}/")) == ["Bridge", "Ferry"]
        assert titles(gathered(f"{paper.url}/news")) == ["Bridge", "Ferry"]


def test_an_article_that_declares_its_sites_feed_stays_an_article() -> None:
    """Most articles declare a feed; only a front page is exchanged for it."""
    head = '<head><link rel="alternate" type="application/rss+xml" href="/feed"><title>'
    with press({}) as paper:
        with_feed(paper, "Ferry")
        paper.routes["/2026/bridge"] = page(story("Bridge").replace("<head><title>", head))
        assert titles(gathered(f"{paper.url}/2026/bridge")) == ["Bridge"]


def test_feeds_that_lead_in_circles_come_to_an_end() -> None:
    """A feed whose entries are feeds, and a list that lists itself, stop by rule and not by luck."""
    with press({}) as paper:
        paper.routes["/feed"] = page(rss(("self", f"{paper.url}/feed", "23")), XML)
        paper.routes["/list"] = page(opml(f"{paper.url}/list"), "text/x-opml")
        summary, partly = gathered(f"{paper.url}/feed")
        assert "in short" in summary.text  # type: ignore[union-attr]
        assert isinstance(partly, InputError)
        (circle,) = gathered(f"{paper.url}/list")
        assert "no feed but a list" in circle.reason  # type: ignore[union-attr]
        assert len(paper.paths()) == 4


def test_the_feed_fills_what_the_page_does_not_say() -> None:
    """The page's own title and day stay unless only the feed knows the hour."""
    hour = datetime(2026, 11, 23, 8, tzinfo=UTC)
    known = Pointer(
        "u", "f", id="g", source="Post", title="Feed", author="Ann", published=hour, language="en"
    )
    both = filled(Article("x", "text", title="Page", source="post.example", published=hour.date()), known)
    assert (both.id, both.title, both.source) == ("g", "Page", "Post")
    assert (both.author, both.published, both.language) == ("Ann", hour, "en")
    later = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert filled(Article("x", "text", published=later), known).published == later


def test_a_source_that_yields_nothing_is_reported() -> None:
    """Every source has a report, also one that gives neither an article nor an error."""
    tally = Tally()
    with press({}) as paper:
        feed = with_feed(paper, "Bridge")
        gathered(feed, tally=tally)
        (report,) = tally.reports()
    assert (report.source, report.articles, report.requests, report.not_modified) == (feed, 1, 3, 0)
    assert report.seconds > 0
