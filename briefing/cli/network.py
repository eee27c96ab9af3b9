"""What the options about the network mean, and what is said while and after it is used."""

import sys
from collections.abc import Callable, Iterator

from briefing import pipeline
from briefing.cli.say import noted, say
from briefing.gather import Network, Tally
from briefing.gather.cache import cache_folder


def network(fetch: bool, hosts: list[str] | None, full_text: bool, timeout: int) -> Network:
    """The settings that the options name, with the cache where caches lie."""
    names = frozenset(host.lower().rstrip(".").strip("[]") for host in hosts or ())
    return Network(fetch, names, full_text, float(timeout), cache=cache_folder())


def gathered(inputs: list[str], how: Network) -> Iterator[pipeline.Gathered]:
    """The articles of INPUT words; notes about them, and what was left out, go to stderr."""
    tally = Tally(_watching())
    yield from noted(pipeline.gathered(inputs, how, tally))
    for report in tally.reports():
        if report.left_out:
            say(f"{report.source}: {report.left_out} older entries were left out, {how.max_items} were read")


def _watching() -> Callable[[Tally], None] | None:
    """What shows a terminal how far the fetching is; nothing where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show(tally: Tally) -> None:
        done = tally.answered == tally.asked
        text = "" if done else f"fetched {tally.answered} of {tally.asked} …"
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)

    return show
