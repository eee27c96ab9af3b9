"""The only place where a connection is opened: resolve once, check every address, connect to a checked one.

The name is not resolved a second time between the check and the connection, so that a name server that
answers differently the second time (DNS rebinding) gains nothing. The host's name stays in `Host` and in
TLS's SNI, and its certificate is checked against the name.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from ssl import SSLContext
from typing import Any
from weakref import WeakSet

import httpcore

from briefing.errors import InputError
from briefing.gather.addresses import allowed, public
from briefing.gather.budget import deadline

Resolver = Callable[[str, int], Sequence[str]]
SocketOptions = Iterable[tuple[Any, ...]] | None
TRIED = 3  # addresses of one host; a dead one costs the connect timeout


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system has them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Pinned(httpcore.NetworkBackend):
    """Connects to public addresses, and to whatever the `hosts` allowed by name resolve to."""

    def __init__(
        self,
        hosts: frozenset[str] = frozenset(),
        resolver: Resolver = resolve,
        inner: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.hosts, self.resolver = hosts, resolver
        self.inner = inner or httpcore.SyncBackend()
        self.streams: WeakSet[Bounded] = WeakSet()
        self.ended = False
        self.lock = threading.Lock()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions = None,
    ) -> httpcore.NetworkStream:
        """A stream to one checked address of `host`. Raises InputError for an address that is not allowed."""
        if self.ended:
            raise httpcore.ConnectError("the run has ended")
        addresses = self.checked(host, port)[:TRIED]
        for number, address in enumerate(addresses, 1):
            try:
                stream = self.inner.connect_tcp(address, port, _left(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
            else:
                return Bounded(stream, self.keep)
        raise httpcore.ConnectError(f"{host} has no address")

    def hang_up(self) -> None:
        """End every connection at once: a thread that waits for an answer would hold up whoever stops us."""
        with self.lock:
            self.ended = True
            for stream in self.streams:
                stream.hang_up()

    def keep(self, stream: "Bounded") -> None:
        """Know a stream as long as it lives, so that it can be ended."""
        with self.lock:
            self.streams.add(stream)
            if self.ended:
                stream.hang_up()

    def checked(self, host: str, port: int) -> list[str]:
        """The addresses of `host`, all of them allowed; one that is not spoils the others."""
        try:
            addresses = list(self.resolver(host, port))
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        for address in addresses:
            if not public(address) and not allowed(host, port, self.hosts):
                raise InputError(
                    host, f"{host} leads to {address}, no public address; --allow-host {host} allows it"
                )
        return addresses


class Bounded(httpcore.NetworkStream):
    """A stream that ends when the fetch must be over, however slowly the other side sends."""

    def __init__(self, inner: httpcore.NetworkStream, keep: "Callable[[Bounded], None]") -> None:
        self.inner, self.keep = inner, keep
        keep(self)

    def hang_up(self) -> None:
        """End it for both sides, a read that waits included."""
        with suppress(OSError):  # not connected any more
            self.inner.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the stream it holds, within the time that is left."""
        return self.inner.read(max_bytes, _left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As the stream it holds, within the time that is left."""
        self.inner.write(buffer, _left(timeout))

    def close(self) -> None:
        """Close the stream it holds."""
        self.inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same stream under TLS; `server_hostname` is the host's name, not the address."""
        return Bounded(self.inner.start_tls(ssl_context, server_hostname, _left(timeout)), self.keep)

    def get_extra_info(self, info: str) -> Any:
        """As the stream it holds."""
        return self.inner.get_extra_info(info)


def _left(timeout: float | None) -> float:
    """Seconds until the timeout or the deadline, whichever is first. Raises httpcore.ReadTimeout after it."""
    left = deadline.get() - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is up")
    return left if timeout is None else min(left, timeout)
