"""INPUT words → articles, lazily and in order; what cannot be used is an InputError in its place."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from briefing.errors import InputError
from briefing.gather.follow import Found, follow, opened, unfollowed
from briefing.gather.ids import Ids
from briefing.gather.local import local
from briefing.gather.network import Network, Source, Tally
from briefing.model import Article, Pointer, Raw

__all__ = ["OFFLINE", "Network", "Source", "Tally", "articles", "gather", "sourced"]

OFFLINE = Network()
WEB = ("http://", "https://")
PARTLY = "{} of its pages could not be fetched, only the feed's summaries were read: {}"


def gather(inputs: Sequence[str], stdin: BinaryIO) -> Iterator[Raw | InputError]:
    """The documents behind INPUT words on this machine: files, folders, globs, `-` for `stdin`."""
    for word in inputs:
        yield from local(word, stdin)


def articles(
    inputs: Sequence[str | Source],
    stdin: BinaryIO,
    network: Network = OFFLINE,
    tally: Tally | None = None,
) -> Iterator[Article | InputError]:
    """Every article behind INPUT words, each read only when it is asked for; ids are told apart.

    `tally` is told what each source gave.
    """
    ids = Ids()
    for _, found in sourced(inputs, stdin, network, tally):
        yield found if isinstance(found, InputError) else ids.apart(found)


def sourced(
    inputs: Sequence[str | Source],
    stdin: BinaryIO,
    network: Network = OFFLINE,
    tally: Tally | None = None,
) -> Iterator[tuple[Source, Article | InputError]]:
    """As `articles`, each with the INPUT it came from, and ids as they were given.

    A source that gave only summaries has failed in part, which is said once at the end.
    """
    tally = tally or Tally()
    asked: dict[str, Source] = {}
    for found in _everything(inputs, stdin, network, tally):
        asked[found.source] = found.asked
        item = unfollowed(found)
        if isinstance(item, InputError):
            tally.failed(found.source, item.reason)
        else:
            tally.add(found.source, articles=1)
        yield found.asked, item
    for report in tally.reports():
        if report.summaries and report.source in asked:
            reason = PARTLY.format(report.summaries, report.error)
            yield asked[report.source], InputError(report.source, reason)


def _everything(
    inputs: Sequence[str | Source], stdin: BinaryIO, network: Network, tally: Tally
) -> Iterator[Found]:
    sources = [Source(word) if isinstance(word, str) else word for word in inputs]
    stream = (found for source in sources for found in _begun(source, stdin, network, tally))
    if any(source.word.lower().startswith(WEB) or source.within(network).fetch for source in sources):
        return _fetched(stream, network, tally)
    return stream


def _begun(source: Source, stdin: BinaryIO, network: Network, tally: Tally) -> Iterator[Found]:
    """What an INPUT word gives without the network."""
    rules = source.within(network)
    tally.add(source.word)
    if source.word.lower().startswith(WEB):
        yield Found(Pointer(source.word, source.word), source, source.word, rules, follow=True)
        return
    for raw in local(source.word, stdin):
        begun = InputError(source.word, "nothing read yet") if isinstance(raw, Raw) else raw
        yield from opened(raw, Found(begun, source, source.word, rules, rules.fetch), tally)


def _fetched(stream: Iterator[Found], network: Network, tally: Tally) -> Iterator[Found]:
    from briefing.gather.web import Web

    with Web(network, tally) as web:
        yield from follow(stream, web, tally)
