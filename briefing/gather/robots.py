"""robots.txt, by RFC 9309 and protego (wildcards and longest match, which the stdlib's parser lacks)."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.errors import InputError

if TYPE_CHECKING:
    from protego import Protego

AGENT = "briefing"
LARGEST = 500_000  # bytes that are looked at; RFC 9309, 2.5: at least 500 KiB
FORBIDDEN = "robots.txt of {origin} forbids it: set full_text = false or robots = false for this source"
UNREADABLE = "robots.txt of {origin} cannot be read (the server answers {status}), which forbids everything"
Ask = Callable[[str], tuple[int, bytes]]


@dataclass(slots=True)
class _Site:
    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: "Protego | None" = None
    trouble: str = ""


class Robots:
    """What each site allows, asked once a run."""

    def __init__(self) -> None:
        self.sites: dict[str, _Site] = {}
        self.lock = threading.Lock()

    def delay(self, origin: str, url: str, ask: Ask) -> float:
        """Seconds between requests that the site wants; `ask` fetches an address: its status and its bytes.

        Raises InputError when the site forbids `url`, or when its rules cannot be had.
        """
        with self.lock:
            site = self.sites.setdefault(origin, _Site())
        with site.lock:
            if site.rules is None and not site.trouble:
                _learn(site, origin, ask)
        if site.rules is None:
            raise InputError(url, site.trouble)
        if not site.rules.can_fetch(url, AGENT):
            raise InputError(url, FORBIDDEN.format(origin=origin))
        return float(site.rules.crawl_delay(AGENT) or 0.0)


def _learn(site: _Site, origin: str, ask: Ask) -> None:
    from protego import Protego

    try:
        status, data = ask(f"{origin}/robots.txt")
    except InputError as error:  # the site is out of reach, and so is all of it
        site.trouble = error.reason
        return
    if status >= 500:
        site.trouble = UNREADABLE.format(origin=origin, status=status)
    else:  # RFC 9309, 2.3.1.3: what is not there forbids nothing
        site.rules = Protego.parse(data[:LARGEST].decode("utf-8", "replace") if status == 200 else "")
