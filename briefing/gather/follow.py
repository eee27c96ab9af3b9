"""The loop through pointers: list of feeds → feed → page, fetched side by side, yielded in the inputs' order.

What an INPUT names may be anything. A feed in a list must be a feed, and an entry's page must be an article:
so the loop ends after three steps, whatever the web answers.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.errors import InputError
from briefing.gather.discovery import declared_feed
from briefing.gather.local import documents
from briefing.gather.network import Network, Source, Tally
from briefing.model import Article, Pointer, Raw
from briefing.read import read, unfetched
from briefing.read.html import WHOLE_PAGE

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from briefing.gather.web import Web

STEPS = 3  # list → feed → page
AHEAD = 32  # documents under way or waiting their turn, a step
THREADS = 16
Item = Article | Pointer | InputError
Documents = list[Raw | InputError]


class Found(NamedTuple):
    """Something on its way: for which INPUT and source, under which rules, and what it may be.

    `asked` is the INPUT as given, `source` what is reported: a feed of an INPUT that is a list. `place`:
    `named` by an INPUT, so that it may be anything; else a `feed` or an entry's `page`. `follow`: whether
    its pointers lead to the network.
    """

    item: Item
    asked: Source
    source: str
    rules: Network
    follow: bool
    place: Literal["named", "feed", "page"] = "named"


def follow(stream: Iterator[Found], web: "Web", tally: Tally) -> Iterator[Found]:
    """Every pointer replaced by the articles it leads to, or by what can be had without it."""
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(THREADS, thread_name_prefix="briefing")
    try:
        for _ in range(STEPS):
            stream = _step(stream, web, tally, pool)
        yield from stream
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _step(stream: Iterator[Found], web: "Web", tally: Tally, pool: "ThreadPoolExecutor") -> Iterator[Found]:
    """Each pointer of a stream replaced by what lies there; the stream is read some way ahead meanwhile."""
    waiting: deque[tuple[Found, Future[Documents] | None]] = deque()
    for found in stream:
        fetched = None
        if isinstance(found.item, Pointer) and _wanted(found, found.item):
            tally.ask(found.source)
            fetched = pool.submit(_fetch, web, found, found.item, tally)
        waiting.append((found, fetched))
        if len(waiting) > AHEAD:
            yield from _taken(*waiting.popleft(), tally)
    while waiting:
        yield from _taken(*waiting.popleft(), tally)


def _wanted(found: Found, pointer: Pointer) -> bool:
    """Whether a pointer is followed; an entry without any text is, since nothing can be had without it."""
    return found.follow and (found.place != "page" or found.rules.full_text or pointer.article is None)


def _fetch(web: "Web", found: Found, pointer: Pointer, tally: Tally) -> Documents:
    since = time.monotonic()
    try:
        reply = web.get(pointer.url, found.source, found.rules.robots)
    except InputError as error:
        return [error]
    finally:
        tally.spent(found.source, since)
    return [
        replace(raw, media_type=raw.media_type or reply.media_type, charset=raw.charset or reply.charset)
        if isinstance(raw, Raw)
        else raw
        for raw in documents(BytesIO(reply.data), reply.url)
    ]


def _taken(found: Found, fetched: "Future[Documents] | None", tally: Tally) -> Iterator[Found]:
    if fetched is None or not isinstance(found.item, Pointer):
        yield found
        return
    documents = fetched.result()
    if found.place == "page":
        yield found._replace(item=_page(found, found.item, documents, tally))
        return
    for document in documents:
        yield from opened(document, found, tally)


def opened(document: Raw | InputError, found: Found, tally: Tally) -> Iterator[Found]:
    """What a document holds, the newest entries first when it is a feed that leads to the network."""
    if isinstance(document, InputError):
        yield found._replace(item=document)
        return
    front = declared_feed(document) if found.follow and found.place == "named" else None
    items: Iterable[Item] = [front] if front else read(document)
    for item in _newest(list(items), found, tally) if found.follow else items:
        yield _placed(item, found)


def _placed(item: Item, found: Found) -> Found:
    """An item with the place it has by what led to it; a feed begins a source of its own."""
    if not isinstance(item, Pointer):
        return found._replace(item=item)
    if item.to == "page":
        return found._replace(item=item, place="page")
    if found.place != "named":
        return found._replace(item=InputError(item.url, f"{found.source} is no feed but a list of feeds"))
    return found._replace(item=item, place="feed", source=item.url)


def _newest(items: list[Item], found: Found, tally: Tally) -> list[Item]:
    """The newest entries of a feed, up to `max_items`; feeds in a list are not counted."""
    most = found.rules.max_items
    if any(isinstance(item, Pointer) and item.to == "feed" for item in items):
        return items
    dated = sorted(items, key=_moment, reverse=True)
    tally.add(found.source, left_out=max(0, len(dated) - most))
    return dated[:most]


def _moment(item: Item) -> datetime:
    """When an entry appeared, for order alone: a day is its start, undated is oldest."""
    when: date | None = None if isinstance(item, InputError) else item.published
    if when is None:
        return datetime.min.replace(tzinfo=UTC)
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _page(found: Found, pointer: Pointer, documents: Documents, tally: Tally) -> Article | InputError:
    """The article on an entry's page; the entry's own text where the page gives less."""
    items = [item for raw in documents for item in (read(raw) if isinstance(raw, Raw) else [raw])]
    page = next((item for item in items if isinstance(item, Article)), None)
    if page and not (pointer.article and WHOLE_PAGE in page.notes):
        longer = pointer.article and len(pointer.article.text) > len(page.text)
        return pointer.article if longer and pointer.article else filled(page, pointer)
    error = next((item for item in items if isinstance(item, InputError)), None)
    reason = error.reason if error else WHOLE_PAGE if page else "no article there"
    if pointer.article is None:
        return InputError(pointer.url, reason)
    tally.failed(found.source, reason, summary=True)
    note = f"only the feed's summary was read, not {pointer.url}: {reason}"
    return replace(pointer.article, notes=(*pointer.article.notes, note))


def filled(page: Article, pointer: Pointer) -> Article:
    """A page's article with what only the feed knew, under the id and outlet that the feed gives it."""
    exact = isinstance(pointer.published, datetime) and not isinstance(page.published, datetime)
    return replace(
        page,
        id=pointer.id or page.id,
        source=pointer.source or page.source,
        title=page.title or pointer.title,
        author=page.author or pointer.author,
        language=page.language or pointer.language,
        published=pointer.published if exact else page.published or pointer.published,
    )


def unfollowed(found: Found) -> Article | InputError:
    """What is left of something when nothing more is fetched."""
    return unfetched(found.item) if isinstance(found.item, Pointer) else found.item
