"""A connection goes to an address that was checked, and to no other."""

import ssl
import time
from collections.abc import Iterator, Sequence

import httpcore
import pytest

from briefing.errors import InputError
from briefing.gather.budget import deadline
from briefing.gather.pinned import Pinned


class Recorder(httpcore.NetworkBackend):
    """Answers every connection with the same bytes and notes where it went and under which name TLS began."""

    def __init__(self, dead: Sequence[str] = ()) -> None:
        self.connected: list[tuple[str, int]] = []
        self.names: list[str | None] = []
        self.dead = dead

    def connect_tcp(self, host: str, port: int, *_: object, **__: object) -> httpcore.NetworkStream:
        """A stream that answers at once, or an error for a dead host."""
        self.connected.append((host, port))
        if host in self.dead:
            raise httpcore.ConnectError("dead")
        return Recorded(self)


class Recorded(httpcore.NetworkStream):
    """One answer, and then the end."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.answer = [b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"]

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The answer, once."""
        return self.answer.pop() if self.answer else b""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Take it and forget it."""

    def close(self) -> None:
        """There is nothing to close."""

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Note the name, and go on in the clear."""
        self.recorder.names.append(server_hostname)
        return self


class Turning:
    """A name server that answers differently each time it is asked."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked = 0

    def __call__(self, host: str, port: int) -> Sequence[str]:
        """The next answer, at last always the same."""
        self.asked += 1
        return self.answers[min(self.asked, len(self.answers)) - 1]


@pytest.fixture(autouse=True)
def _time_enough() -> Iterator[None]:
    mark = deadline.set(time.monotonic() + 10)
    yield
    deadline.reset(mark)


def test_the_checked_address_is_the_one_connected_to() -> None:
    """A name that leads to a public address first and to this machine next is asked once and pinned."""
    inner, resolver = Recorder(), Turning(["93.184.216.34"], ["127.0.0.1"])
    Pinned(resolver=resolver, inner=inner).connect_tcp("rebind.example", 80)
    assert (inner.connected, resolver.asked) == ([("93.184.216.34", 80)], 1)


def test_a_second_connection_is_checked_anew() -> None:
    """When the name server turns, the next connection is refused and none is opened."""
    inner = Recorder()
    backend = Pinned(resolver=Turning(["93.184.216.34"], ["127.0.0.1"]), inner=inner)
    backend.connect_tcp("rebind.example", 80)
    with pytest.raises(InputError, match=r"leads to 127\.0\.0\.1, no public address"):
        backend.connect_tcp("rebind.example", 80)
    assert inner.connected == [("93.184.216.34", 80)]


def test_one_private_address_among_public_ones_spoils_them() -> None:
    """A name with a public and a private address is refused: which one is taken is not left to chance."""
    inner = Recorder()
    with pytest.raises(InputError, match=r"10\.0\.0\.5"):
        Pinned(resolver=Turning(["93.184.216.34", "10.0.0.5"]), inner=inner).connect_tcp("both.example", 80)
    assert inner.connected == []


def test_an_allowed_host_may_lead_anywhere() -> None:
    """`hosts` are trusted by name, so an intranet's private address is connected to."""
    inner = Recorder()
    backend = Pinned(frozenset({"wiki.corp"}), Turning(["10.0.0.5"]), inner)
    backend.connect_tcp("wiki.corp", 80)
    assert inner.connected == [("10.0.0.5", 80)]


def test_tls_keeps_the_name_of_the_host() -> None:
    """The certificate is checked against the host's name although the connection goes to an address."""
    inner = Recorder()
    pool = httpcore.ConnectionPool(network_backend=Pinned(resolver=Turning(["93.184.216.34"]), inner=inner))
    assert pool.request("GET", "https://news.example/").status == 200
    assert (inner.connected, inner.names) == ([("93.184.216.34", 443)], ["news.example"])


def test_a_dead_address_gives_way_to_the_next() -> None:
    """Of several addresses the first that answers is used, and when none does the failure is told."""
    two = Turning(["93.184.216.34", "93.184.216.35"])
    inner = Recorder(dead=["93.184.216.34"])
    Pinned(resolver=two, inner=inner).connect_tcp("two.example", 80)
    assert [host for host, _ in inner.connected] == ["93.184.216.34", "93.184.216.35"]
    with pytest.raises(httpcore.ConnectError):
        Pinned(resolver=two, inner=Recorder(dead=["93.184.216.34", "93.184.216.35"])).connect_tcp(
            "two.example", 80
        )


def test_a_name_without_an_address_is_a_connection_that_fails() -> None:
    """Neither an empty answer, nor an error, nor a name that is none raises anything else."""

    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("unknown")

    def unwritable(host: str, port: int) -> Sequence[str]:
        raise UnicodeError("label too long")

    for resolver in (Turning([]), unknown, unwritable):
        with pytest.raises(httpcore.ConnectError, match="no address"):
            Pinned(resolver=resolver, inner=Recorder()).connect_tcp("gone.example", 80)


def test_nothing_is_read_when_the_time_is_up() -> None:
    """After the deadline every operation on a stream ends, whatever its own timeout says."""
    stream = Pinned(resolver=Turning(["93.184.216.34"]), inner=Recorder()).connect_tcp("slow.example", 80)
    mark = deadline.set(time.monotonic() - 1)
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(1, timeout=60)
    deadline.reset(mark)
