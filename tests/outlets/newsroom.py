"""Eight invented outlets on loopback ports, and one day of theirs: 40 articles that tell 12 stories.

`python -m tests.outlets.newsroom FOLDER` writes FOLDER/newsroom.opml and serves until it is interrupted.
"""

import gzip
import json
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import brotli
from backports import zstd

from tests.press import Answer, Asked, Press, Route, moved, press

HERE = Path(__file__).parent
LIMITED = "northern_ledger"  # refuses the first request for its feed


@dataclass(frozen=True)
class Item:
    """One article of an outlet, and where its page lies."""

    slug: str
    at: datetime
    title: str
    author: str
    paragraphs: tuple[str, ...]
    outlet: str
    url: str

    @property
    def body(self) -> str:
        """The paragraphs as HTML."""
        return "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in self.paragraphs)

    @property
    def key(self) -> str:
        """What the feed calls the article, the same wherever it is served."""
        return f"tag:{self.outlet.lower().replace(' ', '-')}.example,2026:{self.slug}"


@dataclass(frozen=True)
class Newsroom:
    """The running outlets, by the name of their file, and the list of their feeds."""

    papers: dict[str, Press]
    opml: Path

    def requests(self) -> int:
        """How many requests all outlets have had."""
        return sum(len(paper.asked) for paper in self.papers.values())

    def forget(self) -> None:
        """Count from nothing again."""
        for paper in self.papers.values():
            paper.asked.clear()


def _day(name: str, url: str) -> tuple[str, str, list[Item]]:
    """An outlet's title, the kind of its feed, and its articles."""
    told = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    road = "go" if name == "valley_record" else "news"
    items = [
        Item(
            slug=entry["slug"],
            at=datetime.fromisoformat(entry["at"]),
            title=entry["title"],
            author=entry["author"],
            paragraphs=tuple(entry["body"].strip().split("\n\n")),
            outlet=told["name"],
            url=f"{url}/{road}/{entry['slug']}",
        )
        for entry in told["article"]
    ]
    return told["name"], told["feed"], items


def _page(item: Item) -> str:
    """An article as a site shows it, with all that is not the article."""
    where = item.url.replace("/go/", "/news/")
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{escape(item.title)} | {item.outlet}</title> <meta
property="og:type" content="article"><meta property="og:site_name" content="{item.outlet}"> <meta
property="og:title" content="{escape(item.title)}"> <meta property="article:published_time"
content="{item.at.isoformat()}"> <meta name="author" content="{item.author}"><link rel="canonical"
href="{where}"> <link rel="alternate" type="application/rss+xml" href="/feed"></head> <body><header><nav><a
href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav></header>
<main><article><h1>{escape(item.title)}</h1><p class="byline">By {item.author}</p> {item.body} <p>Sign up
for our morning newsletter.</p></article> <aside><h2>Most read</h2><ul><li><a href="/news/x">Ten walks along
the Lodde</a></li></ul></aside></main>
<footer><p>© 2026 {item.outlet}. All rights reserved.</p></footer></body></html>"""


def _front(title: str, items: list[Item]) -> str:
    links = "\n".join(f'<li><a href="{item.url}">{escape(item.title)}</a></li>' for item in items)
    return f"""<!doctype html><html lang="en"><head><title>{title}</title>
<link rel="alternate" type="application/rss+xml" title="News" href="/feed"></head>
<body><h1>{title}</h1><ul>{links}</ul></body></html>"""


def _rss(title: str, url: str, items: list[Item], full: bool = False) -> str:
    def entry(item: Item) -> str:
        content = f"<content:encoded><![CDATA[{item.body}]]></content:encoded>" if full else ""
        return (
            f"<item><title>{escape(item.title)}</title><link>{item.url}</link>"
            f'<guid isPermaLink="false">{item.key}</guid><dc:creator>{item.author}</dc:creator>'
            f"<pubDate>{format_datetime(item.at)}</pubDate>"
            f"<description>{escape(item.paragraphs[0])}</description>{content}</item>"
        )

    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>{title}</title><link>{url}</link><language>en</language>"
        f"{''.join(map(entry, items))}</channel></rss>"
    )


def _atom(title: str, url: str, items: list[Item], full: bool) -> str:
    def entry(item: Item) -> str:
        text = escape(item.body if full else item.paragraphs[0])
        tag = "content" if full else "summary"
        return (
            f"<entry><title>{escape(item.title)}</title><id>{item.key}</id>"
            f'<link rel="alternate" href="{item.url}"/><author><name>{item.author}</name></author>'
            f"<published>{item.at.isoformat()}</published><updated>{item.at.isoformat()}</updated>"
            f'<{tag} type="html">{text}</{tag}></entry>'
        )

    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        f"<title>{title}</title><id>{url}</id>{''.join(map(entry, items))}</feed>"
    )


def _json(title: str, url: str, items: list[Item]) -> str:
    entries = [
        {
            "id": item.key,
            "url": item.url,
            "title": item.title,
            "content_html": item.body,
            "date_published": item.at.isoformat(),
            "authors": [{"name": item.author}],
        }
        for item in items
    ]
    version = "https://jsonfeed.org/version/1.1"
    return json.dumps({"version": version, "title": title, "language": "en", "items": entries})


FEEDS: dict[str, tuple[str, Callable[[str, str, list[Item]], str]]] = {
    "rss": ("application/rss+xml", _rss),
    "rss-full": ("application/rss+xml", lambda title, url, items: _rss(title, url, items, full=True)),
    "atom": ("application/atom+xml", lambda title, url, items: _atom(title, url, items, full=True)),
    "atom-teaser": ("text/xml", lambda title, url, items: _atom(title, url, items, full=False)),
    "json": ("application/json", _json),
}
PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "tarnholm_herald": ("gzip", gzip.compress),
    "harbour_post": ("br", brotli.compress),
    "ostmere_press_agency": ("zstd", zstd.compress),
}


def _served(body: bytes, kind: str, packing: tuple[str, Callable[[bytes], bytes]] | None) -> Route:
    """A document with a validator, packed where the outlet packs."""
    tag = f'"{sha256(body).hexdigest()[:8]}"'
    headers = {"Content-Type": kind, "ETag": tag}
    if packing:
        headers["Content-Encoding"] = packing[0]
    sent = packing[1](body) if packing else body

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == tag:
            return Answer(304, {"ETag": tag})
        return Answer(200, headers, sent)

    return answer


def _limited(route: Route) -> Route:
    """A route that refuses the first request and asks to come back in a second."""
    refused = []

    def answer(asked: Asked) -> Answer:
        if not refused:
            refused.append(asked)
            return Answer(429, {"Retry-After": "1"})
        return route(asked)

    return answer


def open_outlet(name: str, paper: Press) -> str:
    """Give a running server the routes of an outlet; its title."""
    title, feed, items = _day(name, paper.url)
    kind, made = FEEDS[feed]
    packing = PACKED.get(name)
    feed_route = _served(made(title, paper.url, items).encode(), kind, packing)
    paper.routes["/feed"] = _limited(feed_route) if name == LIMITED else feed_route
    paper.routes["/"] = _served(_front(title, items).encode(), "text/html; charset=utf-8", packing)
    paper.routes["/robots.txt"] = _served(b"User-agent: *\nDisallow: /private/\n", "text/plain", None)
    charset = "latin-1" if name == "valley_record" else "utf-8"
    for item in items:
        page = _page(item).encode(charset, "xmlcharrefreplace")
        paper.routes[f"/news/{item.slug}"] = _served(page, "text/html; charset=utf-8", packing)
        paper.routes[f"/go/{item.slug}"] = moved(f"/news/{item.slug}", 301)
    return title


def outlets() -> list[str]:
    """The names of the eight."""
    return sorted(path.stem for path in HERE.glob("*.toml"))


@contextmanager
def newsroom(folder: Path) -> Iterator[Newsroom]:
    """Run the eight outlets; the list of their feeds is FOLDER/newsroom.opml."""
    with ExitStack() as stack:
        papers: dict[str, Press] = {}
        lines = []
        for name in outlets():
            papers[name] = stack.enter_context(press({}))
            title = open_outlet(name, papers[name])
            lines.append(f'<outline type="rss" text="{title}" xmlUrl="{papers[name].url}/feed"/>')
        opml = folder / "newsroom.opml"
        body = f'<outline text="Ostmere">{"".join(lines)}</outline>'
        opml.write_text(f'<opml version="2.0"><head><title>Newsroom</title></head><body>{body}</body></opml>')
        yield Newsroom(papers, opml)


def _serve(arguments: list[str]) -> Any:
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with newsroom(folder) as room:
        print(room.opml, flush=True)
        time.sleep(float(arguments[1]) if len(arguments) > 1 else 600)


if __name__ == "__main__":
    _serve(sys.argv[1:])
