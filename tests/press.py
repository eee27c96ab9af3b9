"""A loopback web server whose answers are functions of what was asked: the web of the tests."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What a server says: status, headers, and the body whole or piece by piece (then without a length)."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | Iterable[bytes] = b""


@dataclass(frozen=True)
class Asked:
    """One request as the server saw it."""

    path: str
    headers: Mapping[str, str]


Route = Callable[[Asked], Answer]


@dataclass
class Press:
    """A running server: where it is, what it answers, and everything it was asked so far."""

    routes: dict[str, Route]
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        """Where the server is, without a final slash."""
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        """The paths asked, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]


NOT_THERE = Answer(404, {"Content-Type": "text/plain"}, b"not here")


class Quiet(ThreadingHTTPServer):
    """A client that hangs up, as ours does on a bomb, is nothing to talk about."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing."""


@contextmanager
def press(routes: dict[str, Route]) -> Iterator[Press]:
    """Serve `routes` (path → answer) on a port of this machine until the block ends."""
    paper = Press(routes)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def do_GET(self) -> None:
            asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()})
            paper.asked.append(asked)
            self._send(paper.routes.get(self.path, lambda _: NOT_THERE)(asked))

        def _send(self, answer: Answer) -> None:
            whole = isinstance(answer.body, bytes)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if whole and "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.close_connection = not whole or "Content-Length" in answer.headers
            self.end_headers()
            try:
                for piece in [answer.body] if isinstance(answer.body, bytes) else answer.body:
                    self.wfile.write(piece)
                    self.wfile.flush()
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    paper.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield paper
    finally:
        server.shutdown()
        server.server_close()


def page(text: str, kind: str = "text/html; charset=utf-8", **headers: str) -> Route:
    """A route that always gives the same text; `ETag="x"` and the like are headers, `_` for a hyphen."""
    named = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(asked: Asked) -> Answer:
        tag = named.get("ETag")
        if tag and asked.headers.get("if-none-match") == tag:
            return Answer(304, {"ETag": tag})
        return Answer(200, named, text.encode())

    return answer


def moved(to: str, status: int = 302) -> Route:
    """A route that sends elsewhere."""
    return lambda asked: Answer(status, {"Location": to})
