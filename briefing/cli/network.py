"""What the options about the network mean, and what is said while and after it is used."""

from collections.abc import Iterator

from briefing import pipeline
from briefing.cli.progress import progress
from briefing.cli.say import noted, say
from briefing.gather import Network
from briefing.gather.cache import cache_folder


def network(fetch: bool, hosts: list[str] | None, full_text: bool, timeout: int) -> Network:
    """The settings that the options name, with the cache where caches lie."""
    names = frozenset(host.lower().rstrip(".").strip("[]") for host in hosts or ())
    return Network(fetch, names, full_text, float(timeout), cache=cache_folder())


def gathered(inputs: list[str], how: Network, quiet: bool = False) -> Iterator[pipeline.Gathered]:
    """The articles of INPUT words; notes about them, and what was left out, go to stderr."""
    tally = pipeline.tally(progress(quiet))
    yield from noted(pipeline.gathered(inputs, how, tally))
    for report in tally.reports():
        if report.left_out:
            say(f"{report.source}: {report.left_out} older entries were left out, {how.max_items} were read")
