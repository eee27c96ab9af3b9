"""No host is asked too often: a gap between requests, two at a time, and a pause when it asks for one."""

import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime

AT_ONCE = 2  # requests to one host under way: a third of what a browser does
LONGEST = 10.0  # seconds a host may ask us to wait; beyond that it is not covered today


class Polite:
    """Gives turns to threads that want to ask a host."""

    def __init__(
        self,
        gap: float,
        sleep: Callable[[float], object] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.gap, self.sleep, self.now = gap, sleep, now
        self.next: dict[str, float] = {}
        self.places: dict[str, threading.Semaphore] = {}
        self.lock = threading.Lock()

    def enter(self, host: str) -> None:
        """Wait for a place and for the host's gap; the place is held until `leave`."""
        with self.lock:
            places = self.places.setdefault(host, threading.Semaphore(AT_ONCE))
        places.acquire()
        self.sleep(self._slot(host))

    def leave(self, host: str) -> None:
        """Give the place back."""
        self.places[host].release()

    def _slot(self, host: str) -> float:
        """Seconds until this request may be sent; the next one may follow a gap later."""
        with self.lock:
            now = self.now()
            at = max(now, self.next.get(host, now))
            self.next[host] = at + self.gap
        return at - now

    def widen(self, host: str, gap: float) -> None:
        """Never ask a host sooner than `gap` seconds after the last request, up to the longest pause."""
        self.pause(host, max(0.0, min(gap, LONGEST) - self.gap))

    def pause(self, host: str, seconds: float) -> None:
        """Ask the host nothing more for a while."""
        with self.lock:
            self.next[host] = max(self.next.get(host, 0.0), self.now() + seconds)


def retry_after(written: str | None, now: float) -> float | None:
    """Seconds that a `Retry-After` header asks for (RFC 9110, 10.2.3); `now` in seconds since 1970."""
    if not written:
        return None
    if written.strip().isascii() and written.strip().isdigit():
        return float(written)
    try:
        return max(0.0, parsedate_to_datetime(written).timestamp() - now)
    except (ValueError, OverflowError):
        return None
