"""How the network may be used, what each source gave, and the tally that is kept of it. No network here."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

TIMEOUT = 30.0  # seconds a document may take, all its redirects and attempts together
GAP = 0.5  # seconds between two requests to one host
MOST = 100  # entries of a feed; a longer one is an archive, or would send us to strangers in thousands


class Network(NamedTuple):
    """How the network may be used. An INPUT that is a web address is fetched whatever stands here.

    `fetch`: whether local feeds and lists of feeds lead to the network. `hosts`: hosts without a public
    address that may be asked nevertheless, as `host` or `host:port`. `full_text`: whether the page of an
    entry is fetched when the feed holds only a teaser. `timeout`, `gap`: seconds. `cache`: the folder of
    what was fetched before; without it nothing is kept. `max_items`: entries taken of a feed, newest first.
    `robots`: whether robots.txt is honoured.
    """

    fetch: bool = False
    hosts: frozenset[str] = frozenset()
    full_text: bool = True
    timeout: float = TIMEOUT
    gap: float = GAP
    cache: Path | None = None
    max_items: int = MOST
    robots: bool = True


class Source(NamedTuple):
    """An INPUT word with its own rules; what is `None` is as the network's settings say.

    `name` is the caller's, to know it again.
    """

    word: str
    name: str | None = None
    fetch: bool | None = None
    full_text: bool | None = None
    max_items: int | None = None
    robots: bool | None = None

    def within(self, network: Network) -> Network:
        """The settings for this source alone."""
        own = {name: getattr(self, name) for name in ("fetch", "full_text", "max_items", "robots")}
        return network._replace(**{name: value for name, value in own.items() if value is not None})


class SourceReport(NamedTuple):
    """What one source gave: a feed, a page or a local INPUT, named as it was asked for.

    `requests`: answers that came over the network, `not_modified` of them 304. `articles`: how many it
    yielded; 0 without an error is a source that is silently empty. `left_out`: entries beyond `max_items`.
    `summaries`: entries read from the feed's summary because their page could not be fetched, the first
    reason in `error`. `seconds`: time spent waiting for it, in all threads together.
    """

    source: str
    requests: int = 0
    not_modified: int = 0
    articles: int = 0
    left_out: int = 0
    summaries: int = 0
    seconds: float = 0.0
    error: str | None = None


@dataclass(slots=True)
class Tally:
    """Counts while sources are gathered, from any thread. `watch` is called after every change."""

    watch: Callable[["Tally"], None] | None = None
    asked: int = 0
    answered: int = 0
    _reports: dict[str, SourceReport] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reports(self) -> tuple[SourceReport, ...]:
        """One report a source, in the order in which they were met."""
        return tuple(self._reports.values())

    def add(
        self, source: str, *, requests: int = 0, not_modified: int = 0, articles: int = 0, left_out: int = 0
    ) -> None:
        """Count for a source; a source is also met by counting nothing."""
        with self._lock:
            old = self._reports.setdefault(source, SourceReport(source))
            self._reports[source] = old._replace(
                requests=old.requests + requests,
                not_modified=old.not_modified + not_modified,
                articles=old.articles + articles,
                left_out=old.left_out + left_out,
            )

    def spent(self, source: str, since: float) -> None:
        """One more document of a source has come, or will not; `since` on the monotonic clock."""
        with self._lock:
            old = self._reports.setdefault(source, SourceReport(source))
            self._reports[source] = old._replace(seconds=old.seconds + time.monotonic() - since)
            self.answered += 1
        self._seen()

    def ask(self, source: str) -> None:
        """One more document of a source will be fetched."""
        self.add(source)
        with self._lock:
            self.asked += 1
        self._seen()

    def failed(self, source: str, reason: str, *, summary: bool = False) -> None:
        """A document of a source could not be used, or (`summary`) only what the feed says of it."""
        with self._lock:
            old = self._reports.setdefault(source, SourceReport(source))
            self._reports[source] = old._replace(summaries=old.summaries + summary, error=old.error or reason)

    def _seen(self) -> None:
        if self.watch:
            self.watch(self)
