"""httpx over a pool of pinned connections. No proxy is asked: one would resolve names itself, unchecked."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

import httpcore
import httpx

from briefing.gather.addresses import host_of
from briefing.gather.pinned import Pinned
from briefing.gather.polite import Polite

CONNECTIONS = 32
IDLE = 8
KEEP = 10.0  # seconds an idle connection is kept
PERMANENT = (301, 308)
FRESH = frozenset({"cache-control", "expires"})


class PinnedTransport(httpx.BaseTransport):
    """Sends what httpx asks through `backend`, and lets what it raises (httpcore's errors) pass."""

    def __init__(self, backend: Pinned) -> None:
        self.pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=CONNECTIONS,
            max_keepalive_connections=IDLE,
            keepalive_expiry=KEEP,
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not yet read."""
        url = request.url
        sent = httpcore.Request(
            method=request.method,
            url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=b"",
            extensions=request.extensions,
        )
        response = self.pool.handle_request(sent)
        assert isinstance(response.stream, Iterable)  # the pool is not an async one
        return httpx.Response(
            response.status, headers=_unguessed(response, url.path), stream=_Body(response.stream)
        )

    def close(self) -> None:
        """Close every connection."""
        self.pool.close()


class PoliteTransport(httpx.BaseTransport):
    """Asks through `inner` when it is the host's turn, and holds its place until the answer is closed.

    It stands below the cache: what is answered from there costs no turn.
    """

    def __init__(self, inner: httpx.BaseTransport, polite: Polite) -> None:
        self.inner, self.polite = inner, polite

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not yet read; the request's `trip` pays for the time."""
        host, trip = host_of(request.url), request.extensions["trip"]
        self.polite.enter(host)
        with ExitStack() as until:
            until.callback(self.polite.leave, host)
            with trip.running():
                response = self.inner.handle_request(request)
            assert isinstance(response.stream, httpx.SyncByteStream)
            response.stream = _Held(response.stream, until.pop_all())
        return response

    def close(self) -> None:
        """Close what it asks through."""
        self.inner.close()


class _Held(httpx.SyncByteStream):
    def __init__(self, stream: httpx.SyncByteStream, until: ExitStack) -> None:
        self.stream, self.until = stream, until

    def __iter__(self) -> Iterator[bytes]:
        yield from self.stream

    def close(self) -> None:
        with self.until:
            self.stream.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Iterable[bytes]) -> None:
        self.stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self.stream

    def close(self) -> None:
        if hasattr(self.stream, "close"):
            self.stream.close()


def _unguessed(response: httpcore.Response, path: str) -> list[tuple[bytes, bytes]]:
    """Where the server does not say how long its answer holds, ask again each time, or each day.

    RFC 9111 lets a cache guess a tenth of the document's age: a feed that was quiet for ten days would then
    not be looked at on the day of the news. RFC 9309, 2.4, lets robots.txt hold for a day; so does a
    permanent redirect.
    """
    headers = list(response.headers)
    if FRESH & {name.decode("latin-1").lower() for name, _ in headers}:
        return headers
    holds = response.status in PERMANENT or (path == "/robots.txt" and response.status < 500)
    return [*headers, (b"Cache-Control", b"max-age=86400" if holds else b"no-cache")]
