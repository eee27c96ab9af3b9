"""Fetch every hostile input there is from a server of our own and count what becomes of it.

    python evals/hostile_web.py [--data ../shared/data/hostile] [--big] [--list]

The inputs that make_bad.py writes (`--big`: its bombs too), feedparser's broken feeds, and bodies of 1 GB packed to
a megabyte or less. Only this one server is allowed; a connection to anything else, a traceback, or more than 5 s is
a fault. Names in links are asked of the system's name server.
"""

import argparse
import gzip
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import brotli

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.errors import InputError
from briefing.gather import Network, articles
from tests.press import Answer, Asked, Press, Route, press

SHARED = Path(__file__).resolve().parents[2] / "shared/data/hostile"
LIMIT = 5.0
KINDS = {".xml": "application/rss+xml", ".html": "text/html", ".txt": "text/plain", ".eml": "message/rfc822"}
ELSEWHERE: list[object] = []


def inputs(data: Path, made: Path, big: bool) -> Iterator[Path]:
    """All files to serve."""
    script = data / "make_bad.py"
    if not script.exists():
        print(f"{script} is not there: only the packed bodies are tried (--data names the folder)")
        return
    subprocess.run([sys.executable, script, made, *["--big"] * big], check=True, capture_output=True)
    yield from sorted(path for path in made.iterdir() if path.name != "EXPECTED.json")
    yield from sorted(
        path for path in (data / "feeds").rglob("*") if path.is_file() and path.suffix == ".xml"
    )


def packed() -> Iterator[tuple[str, str, bytes]]:
    """A gigabyte of nothing, as gzip (twice, since gzip packs a thousandfold at most) and as brotli."""
    chunk = bytes(1_000_000)
    packer = brotli.Compressor(quality=1)
    body = b"".join(packer.process(chunk) for _ in range(1000)) + packer.finish()
    yield "1 GB as br", "br", body
    yield "1 GB as gzip", "gzip", gzip.compress(chunk * 100) * 10


def served(body: bytes, kind: str, encoding: str | None = None) -> Route:
    """A route with one body."""
    headers = {"Content-Type": kind} | ({"Content-Encoding": encoding} if encoding else {})

    def answer(asked: Asked) -> Answer:
        return Answer(200, headers, body)

    return answer


def watch(paper: Press) -> None:
    """Note every connection that goes anywhere but to the server."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.connect" and arguments[1] not in (("127.0.0.1", paper.port),):
            ELSEWHERE.append(arguments[1])

    sys.addaudithook(hook)


def tried(paper: Press, path: str) -> tuple[str, float]:
    """What became of one input, and the seconds it took."""
    network = Network(fetch=True, hosts=frozenset({f"127.0.0.1:{paper.port}"}), gap=0, timeout=LIMIT)
    start = time.perf_counter()
    try:
        found = list(articles([f"{paper.url}{path}"], BytesIO(), network))
    except Exception as error:  # noqa: BLE001 - what is looked for
        return f"TRACEBACK {type(error).__name__}: {error}", time.perf_counter() - start
    good = [item for item in found if not isinstance(item, InputError)]
    reasons = [item.reason for item in found if isinstance(item, InputError)]
    return f"{len(good)} read; {'; '.join(reasons)[:300]}", time.perf_counter() - start


def main() -> None:
    """Print the counts, and with --list a line an input."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--big", action="store_true")
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    slow, broken, count = [], [], 0
    with tempfile.TemporaryDirectory() as folder, press({}) as paper:
        watch(paper)
        routes = [(path.name, served(path.read_bytes(), KINDS.get(path.suffix, "text/html")))
                  for path in inputs(asked.data, Path(folder), asked.big)]  # fmt: skip
        routes += [(name, served(body, "text/html", encoding)) for name, encoding, body in packed()]
        for number, (name, route) in enumerate(routes):
            paper.routes[f"/{number}"] = route
            said, seconds = tried(paper, f"/{number}")
            count += 1
            slow += [name] * (seconds > LIMIT)
            broken += [f"{name}: {said}"] * said.startswith("TRACEBACK")
            if asked.list:
                print(f"{seconds:5.2f} s  {name}: {said}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    print(f"{count} inputs: {len(broken)} tracebacks, {len(slow)} over {LIMIT:.0f} s, "
          f"{len(ELSEWHERE)} connections elsewhere; at most {memory} MB in memory, the server's bodies included")  # fmt: skip
    for line in (*broken, *slow, *map(str, ELSEWHERE)):
        print(line)
    sys.exit(1 if broken or slow or ELSEWHERE else 0)


if __name__ == "__main__":
    main()
