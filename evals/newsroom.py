"""Fetch a day of eight invented outlets twice and count what was asked: the second run should get 304s only.

    python evals/newsroom.py [--gap SECONDS]

The outlets run on this machine (`tests/outlets`): 40 articles in RSS, Atom and JSON feeds, three of them with
teasers behind which 25 pages lie, packed, redirected, mislabelled, and one that asks to come back in a second.
Beside it the same without a cache, which is what the second run would cost.
"""

import argparse
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.gather import Network, Tally, articles
from briefing.model import Article
from tests.outlets.newsroom import Newsroom, newsroom

HOSTS = frozenset({"127.0.0.1"})


def row(name: str, room: Newsroom, network: Network) -> str:
    """One run as a row: articles, requests as the outlets saw them, 304s as we did, bytes, seconds."""
    room.forget()
    tally = Tally()
    start = time.perf_counter()
    found = list(articles([str(room.opml)], BytesIO(), network, tally))
    seconds = time.perf_counter() - start
    good = sum(isinstance(item, Article) for item in found)
    same = sum(report.not_modified for report in tally.reports())
    return f"| {name} | {good} | {len(found) - good} | {room.requests()} | {same} | {seconds:.1f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gap", type=float, default=0.5, help="seconds between two requests to one host")
    gap = parser.parse_args().gap
    with tempfile.TemporaryDirectory() as folder, newsroom(Path(folder)) as room:
        cached = Network(fetch=True, hosts=HOSTS, gap=gap, cache=Path(folder) / "cache")
        print("| run | articles | failed | requests | of them 304 | seconds |")
        print("|---|---|---|---|---|---|")
        print(row("first", room, cached))
        print(row("second, nothing changed", room, cached))
        print(row("second, without a cache", room, Network(fetch=True, hosts=HOSTS, gap=gap)))


if __name__ == "__main__":
    main()
