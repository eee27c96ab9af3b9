"""Fetch one document: safely, politely, again where that is safe, from the cache where nothing changed."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Self

import httpcore
import httpx

from briefing.errors import InputError
from briefing.gather.addresses import host_of, refusal
from briefing.gather.budget import Trip
from briefing.gather.cache import cached
from briefing.gather.network import Network, Tally
from briefing.gather.pinned import Pinned
from briefing.gather.polite import LONGEST, Polite, retry_after
from briefing.gather.robots import Robots
from briefing.gather.transport import PinnedTransport, PoliteTransport
from briefing.gather.unpack import ACCEPTED, Damaged, unpacked
from briefing.version import __version__

CONNECT = 10.0  # seconds
LARGEST = 10_000_000  # bytes of a document, unpacked
REDIRECTS = 5
CHUNK, CHUNKS = 4096, 16  # what is read of a redirect
ATTEMPTS = 3
BUSY = (429, 503)
MOVED = (301, 302, 303, 307, 308)
HEADERS = {
    "User-Agent": f"briefing/{__version__} (newsbriefing; reads feeds for a daily brief)",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
LOST = (httpcore.ConnectError, httpcore.ConnectTimeout)  # nothing was asked yet: safe to try again


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address gave. `url`: where it lay at last; `media_type`, `charset`: as declared."""

    url: str
    data: bytes
    media_type: str | None
    charset: str | None


class Web:
    """The web as one run sees it: a context manager whose `get` may be called from threads.

    `backend` opens the connections; another one is for tests. `sleep` is how a thread waits for its turn.
    """

    def __init__(
        self,
        network: Network,
        tally: Tally,
        backend: Pinned | None = None,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self.network, self.tally = network, tally
        self.ended = threading.Event()
        self.polite = Polite(network.gap, sleep or self.ended.wait)
        self.backend = backend or Pinned(network.hosts)
        asked = PoliteTransport(PinnedTransport(self.backend), self.polite)
        self.transport = cached(asked, network.cache, LARGEST) if network.cache else asked
        self.robots = Robots()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.backend.hang_up()
        self.transport.close()

    def get(self, url: str, source: str, robots: bool = True) -> Reply:
        """The document at `url`, counted for `source`. Raises InputError: what, and why in plain words."""
        trip = Trip(url, source, self.network.timeout)
        with self._told(url):
            final, response = self._follow(trip, robots)
            if response.status_code != 200:
                raise InputError(url, _answer(response.status_code))
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return Reply(str(final), self._body(trip, response), kind or None, response.charset_encoding)

    def _robots_txt(self, url: str, source: str) -> tuple[int, bytes]:
        trip = Trip(url, source, self.network.timeout)
        with self._told(url):
            _, response = self._follow(trip, robots=False)
            return response.status_code, self._body(trip, response)

    def _follow(self, trip: Trip, robots: bool) -> tuple[httpx.URL, httpx.Response]:
        """The last answer of a chain of redirects, every address of it checked, and its body not yet read."""
        written, url = trip.asked, httpx.URL(trip.asked)
        for _ in range(REDIRECTS + 1):
            if reason := refusal(written, url):
                raise InputError(trip.asked, f"not fetched: {reason}{_via(trip, url)}")
            if robots:
                ask = partial(self._robots_txt, source=trip.source)
                self.polite.widen(host_of(url), self.robots.delay(_origin(url), str(url), ask))
            response = self._ask(trip, url)
            written = response.headers.get("location", "")
            if response.status_code not in MOVED or not written:
                return url, response
            self._drained(trip, response)
            url = url.join(written)
        raise InputError(trip.asked, f"more than {REDIRECTS} redirects")

    def _ask(self, trip: Trip, url: httpx.URL) -> httpx.Response:
        """An answer, asked for again after a pause where the host was lost or busy."""
        for number in range(1, ATTEMPTS + 1):
            pause = random.uniform(0.5, 1.0) * 2 ** (number - 1)
            try:
                response = self._send(trip, url)
            except LOST:
                if number == ATTEMPTS:
                    raise
            else:
                if response.status_code not in BUSY or number == ATTEMPTS:
                    return response
                asked = retry_after(response.headers.get("retry-after"), time.time())
                response.close()
                pause = pause if asked is None else asked
                if pause > LONGEST:
                    raise InputError(
                        trip.asked, f"{_answer(response.status_code)}: come back in {pause:.0f} seconds"
                    )
            self.polite.pause(host_of(url), pause)
        raise AssertionError("the last attempt returns or raises")

    def _send(self, trip: Trip, url: httpx.URL) -> httpx.Response:
        limit = {"connect": CONNECT, "read": trip.left, "write": trip.left, "pool": trip.left}
        request = httpx.Request("GET", url, headers=HEADERS, extensions={"timeout": limit, "trip": trip})
        response = self.transport.handle_request(request)
        status = response.extensions.get("caching", {})
        again = bool(status.get("revalidated"))
        from_cache = bool(status.get("from_cache"))
        self.tally.add(trip.source, requests=again or not from_cache, not_modified=again and from_cache)
        return response

    def _body(self, trip: Trip, response: httpx.Response) -> bytes:
        packed = response.headers.get("content-encoding", "")
        try:
            with trip.running():
                data = unpacked(response.iter_raw(), packed, LARGEST)
        finally:
            response.close()
        if data is None:
            raise InputError(trip.asked, f"larger than {LARGEST // 1_000_000} MB")
        return data

    def _drained(self, trip: Trip, response: httpx.Response) -> None:
        """Read a redirect to its end, for only then the cache keeps it; a long one is not worth it."""
        with trip.running(), closing(response):
            for _ in zip(response.iter_raw(CHUNK), range(CHUNKS), strict=False):
                pass

    @contextmanager
    def _told(self, url: str) -> Iterator[None]:
        """What the libraries raise, as an InputError about `url`."""
        try:
            yield
        except InputError as error:
            raise InputError(url, error.reason) from error
        except (httpx.InvalidURL, UnicodeError) as error:
            raise InputError(url, f"not a web address: {error}") from error
        except (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise InputError(url, self._lost(error)) from error
        except Damaged as error:
            raise InputError(url, f"the answer is damaged: {error}") from error

    def _lost(self, error: Exception) -> str:
        if isinstance(error, httpcore.ConnectTimeout):
            return f"no connection within {min(CONNECT, self.network.timeout):.0f} seconds"
        if isinstance(error, httpcore.TimeoutException):
            return f"no whole answer within {self.network.timeout:.0f} seconds (--timeout)"
        if isinstance(error, httpcore.ConnectError):
            return f"cannot be reached: {error}"
        return f"the answer broke off, or is not HTTP: {error}"


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _via(trip: Trip, url: httpx.URL) -> str:
    return "" if str(url) == str(httpx.URL(trip.asked)) else f" (redirected to {url})"


def _answer(status: int) -> str:
    """A status as the server says it, and in words where they are known."""
    known = {known.value: known.phrase for known in HTTPStatus}
    return f"the server answers {status}" + (f" {known[status]}" if status in known else "")
