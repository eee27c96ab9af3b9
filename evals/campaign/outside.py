"""Mail servers in eight moods, and sources that are down, slow, or lie."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from evals.campaign.office import Result, call, days, half_written, mailed, news, one_outcome_each
from tests.edition.newsroom import Newsroom

FIRST = "2026-11-01"
SOME_FAILED = 3
#      mood: exit, mails of that day by itself, with the next run, and after `send --resend`
MOODS = {
    "ok": (0, 1, 1, 1),
    "slow": (0, 1, 1, 1),
    "reject": (69, 0, 0, 1),
    "greylist": (75, 0, 1, 1),
    "tempfail": (75, 0, 1, 1),
    "drop-at-data": (75, 0, 1, 1),
    "drop-mid-data": (75, 0, 0, 1),
    "drop-data": (75, 1, 1, 2),  # taken, and its answer lost: the one repeat, asked for, under the same id
}
LIES = {
    "/down": (b"", "text/html", 500),
    "/gone": (b"", "text/html", 404),
    "/empty": (b"", "text/html", 200),
    "/packed": (b"\x1f\x8b no gzip", "text/html", 200),
    "/binary": (bytes(range(256)) * 40, "text/html", 200),
    "/feed": (b"<rss><channel><item><title>Cut", "application/rss+xml", 200),
    "/json": (b'{"items": [', "application/json", 200),
    "/escape": (b"<html><body><p>" + b"\x1b]8;;x\x07 The harbour said no. " * 40, "text/html", 200),
    "/inside": (b"http://169.254.169.254/latest/meta-data/", "", 302),
    "/round": (b"/round", "", 302),
}
SLOW = ("/slow", "/cut", "/endless")


def moods(place: Path) -> Result:
    """Each mood for a day, then a day of a good server, then --resend."""
    result = Result(f"{len(MOODS)} moods: " + ", ".join(MOODS))
    for mood, expected in MOODS.items():
        on = days(FIRST, 3)
        with mailed(place / mood) as (room, desk):
            room.carry(news(on[0]))
            call(room, "run", "--date", on[0])
            room.carry([article for day in on[:2] for article in news(day)])
            desk.mode = mood
            first = call(room, "run", "--date", on[1]).code
            counts = [_mails(desk.kept, on[1])]
            desk.mode = "ok"
            for words in (("run", "--date", on[2]), ("send", "--date", on[2], "--resend")):
                done = call(room, *words)
                result.expect(done.code == 0, f"{mood}, {words[0]}: exit {done.code}: {done.said}")
                counts.append(_mails(desk.kept, on[1]))
            result.expect((first, *counts) == expected, f"{mood}: {(first, *counts)}, not {expected}")
            result.expect(len(_ids(desk.kept, on[1])) == 1, f"{mood}: {_ids(desk.kept, on[1])}")
    return result


def _ids(kept: list[bytes], day: str) -> Counter[str]:
    ids = (str(message_from_bytes(mail)["Message-ID"]) for mail in kept)
    return Counter(one for one in ids if day in one)


def _mails(kept: list[bytes], day: str) -> int:
    return _ids(kept, day).total()


def sources(place: Path) -> Result:
    """One source is good; the other is down, slow or lies. The brief is made, and what failed is named once."""
    addresses = ["http://127.0.0.1:1/"]
    result, codes = Result(), Counter[int]()
    with _web() as web:
        addresses += [web + path for path in (*LIES, *SLOW)]
        for number, address in enumerate(addresses):
            more = f'[network]\nallow_hosts = ["127.0.0.1"]\ntimeout = 2\n[[source]]\nurl = "{address}"\n'
            room = Newsroom(place / f"room{number}", more)
            room.carry(news(FIRST))
            done = call(room, "run", "--date", FIRST)
            codes[done.code] += 1
            result.expect(done.code in (0, SOME_FAILED), f"{address}: exit {done.code}: {done.said}")
            lines = done.said.splitlines()
            result.expect(len(lines) == (done.code == SOME_FAILED), f"{address}: said {lines}")
            result.expect(all(line.isprintable() for line in lines), f"{address}: said {lines}")
            half_written(room, result, address)
            one_outcome_each(room, news(FIRST), result)
    met = ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))
    result.did = f"{len(addresses)} sources down, slow or lying, each beside a good one; exits {met}"
    return result


class _Liar(BaseHTTPRequestHandler):
    """Answers as its path says."""

    def do_GET(self) -> None:
        """One of LIES, or one of the slow ones."""
        body, kind, code = LIES.get(self.path, (b"x", "text/html", 404))
        if self.path in SLOW:
            return self._slowly()
        self.send_response(code)
        for name, value in (("Location", body.decode()),) if code == 302 else (("Content-Type", kind),):
            self.send_header(name, value)
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)
        return None

    def _slowly(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000000000" if self.path == "/endless" else "5000")
        self.end_headers()
        try:
            if self.path == "/slow":
                stopped.wait(20)
            for _ in range(40_000 if self.path == "/endless" else 1):
                self.wfile.write(b"<p>" + b"harbour " * 500)
        except OSError:
            pass  # the reader has had enough

    def log_message(self, *args: object) -> None:
        """Say nothing."""


stopped = threading.Event()


@contextmanager
def _web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Liar)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        stopped.set()
        server.shutdown()
        server.server_close()
