"""Turns, gaps and pauses, on a clock of our own."""

import threading
from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.polite import AT_ONCE, LONGEST, Polite, retry_after

NOW = datetime(2026, 11, 24, 6, 40, tzinfo=UTC).timestamp()


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self.sent: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Let time pass, and note when the sleeper wakes."""
        self.time += seconds
        self.sent.append(self.time)


@given(st.integers(1, 12), st.floats(0, 3))
def test_requests_to_a_host_keep_their_gap(requests: int, gap: float) -> None:
    """However many ask, each is sent at least a gap after the one before."""
    clock = Clock()
    polite = Polite(gap, clock.sleep, lambda: clock.time)
    for _ in range(requests):
        polite.enter("a")
        polite.leave("a")
    assert all(later - before >= gap - 1e-9 for before, later in pairwise(clock.sent))


def test_hosts_do_not_wait_for_each_other() -> None:
    """A gap and a pause are one host's alone."""
    clock = Clock()
    polite = Polite(5, clock.sleep, lambda: clock.time)
    polite.pause("a", 9)
    polite.enter("b")
    assert clock.sent == [0]
    polite.enter("a")
    assert clock.sent == [0, 9]


def test_what_robots_txt_asks_for_widens_the_gap_within_reason() -> None:
    """A Crawl-delay counts up to the longest pause; a day's worth is not waited for."""
    clock = Clock()
    polite = Polite(1, clock.sleep, lambda: clock.time)
    polite.enter("a")
    polite.widen("a", 86_400)
    polite.enter("a")
    assert clock.sent == [0, LONGEST - 1]


def test_two_at_a_time_ask_a_host() -> None:
    """A third request waits until one of the two is over."""
    polite = Polite(0)
    for _ in range(AT_ONCE):
        polite.enter("a")
    third = threading.Thread(target=polite.enter, args=("a",), daemon=True)
    third.start()
    third.join(0.1)
    assert third.is_alive()
    polite.leave("a")
    third.join(5)
    assert not third.is_alive()


def test_retry_after_is_seconds_or_a_date() -> None:
    """RFC 9110's two forms are read, what is past is now, and what is neither is nothing."""
    assert retry_after("120", NOW) == 120
    assert retry_after("Tue, 24 Nov 2026 06:41:00 GMT", NOW) == 60
    assert retry_after("Mon, 01 Jan 2024 00:00:00 GMT", NOW) == 0
    for nothing in (None, "", "soon", "-5", "1.5", "²", "9999999-99"):
        assert retry_after(nothing, NOW) is None
