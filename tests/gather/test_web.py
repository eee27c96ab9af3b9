"""Fetching one document from a loopback server: what is given back, what is refused, and what is asked."""

import gzip
import time
from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.gather.network import Network, Tally
from briefing.gather.pinned import Pinned
from briefing.gather.web import LARGEST, Web
from tests.press import Answer, Asked, Route, moved, page, press

HOME = frozenset({"127.0.0.1"})
NOWHERE = frozenset[str]()


def get(url: str, hosts: frozenset[str] = HOME, timeout: float = 5, robots: bool = True) -> bytes:
    """The bytes at an address, asked without any pause."""
    network = Network(hosts=hosts, timeout=timeout, gap=0)
    with Web(network, Tally(), sleep=lambda seconds: None) as web:
        return web.get(url, url, robots).data


def reason(url: str, **how: object) -> str:
    """Why an address gave nothing."""
    with pytest.raises(InputError) as caught:
        get(url, **how)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
    assert caught.value.origin == url
    return caught.value.reason


def test_a_page_comes_with_what_was_declared() -> None:
    """The reply has the bytes as sent, the type and charset as declared, and the address."""
    with (
        press({"/a": page("Grüße", "Text/HTML; charset=iso-8859-1")}) as paper,
        Web(Network(hosts=HOME), Tally()) as web,
    ):
        reply = web.get(f"{paper.url}/a", "x")
    assert (reply.data.decode(), reply.media_type, reply.charset) == ("Grüße", "text/html", "iso-8859-1")
    assert reply.url == f"{paper.url}/a"


def test_we_say_who_we_are_and_keep_no_cookie() -> None:
    """Requests carry an honest User-Agent, the encodings we can unpack, and nothing a site gave us before."""
    with (
        press({"/a": page("x", Set_Cookie="id=7")}) as paper,
        Web(Network(hosts=HOME, gap=0), Tally()) as web,
    ):
        web.get(f"{paper.url}/a", "x")
        web.get(f"{paper.url}/a", "x")
        asked = paper.asked[-1].headers
    assert asked["user-agent"].startswith("briefing/")
    assert asked["accept-encoding"] == "gzip, deflate, br, zstd"
    assert "cookie" not in asked


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://localhost:{port}/",
        "http://localhost.:{port}/",
        "http://0.0.0.0:{port}/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1%25lo]/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://0:{port}/",
        "http://①②⑦.⓪.⓪.①:{port}/",
        "http://user:pw@127.0.0.1:{port}/",
        "http://127.0.0.1\\@x.example/",
        "\\\\evil\\share",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:{port}/",
        "dict://127.0.0.1:11211/stat",
        "javascript:alert(1)",
        "http://127.0.0.1:22/",
        "http://",
        "http://[::1/",
        "",
    ],
)
def test_nothing_that_is_not_public_is_asked(url: str) -> None:
    """However this machine or its neighbours are written, nothing reaches them; the reason is one line."""

    def known(host: str, port: int) -> Sequence[str]:
        return ["::1"] if host.startswith("localhost") else [host.strip("[]")]

    with press({}) as paper:
        with Web(Network(gap=0), Tally(), Pinned(resolver=known)) as web, pytest.raises(InputError) as caught:
            web.get(url.format(port=paper.port), "feed")
        assert paper.asked == []
    assert caught.value.reason


def test_what_is_refused_names_the_way_out() -> None:
    """The reason for a private address says which option allows it."""
    with press({}) as paper:
        assert "--allow-host 127.0.0.1" in reason(f"{paper.url}/", hosts=NOWHERE)


def test_redirects_are_followed_and_the_last_address_is_told() -> None:
    """Relative and absolute redirects of every kind lead to the page; its own address is the reply's."""
    routes = {"/a": moved("b", 301), "/b": moved("/c", 307), "/c": page("there")}
    with press(routes) as paper, Web(Network(hosts=HOME, gap=0), Tally()) as web:
        reply = web.get(f"{paper.url}/a", "x")
        assert (reply.data, reply.url) == (b"there", f"{paper.url}/c")


def test_a_redirect_is_checked_like_the_first_address() -> None:
    """An allowed host cannot send us to one that is not, to another scheme, or to another service."""
    for to in (
        "http://[::1]:{port}/",
        "file:///etc/passwd",
        "http://127.0.0.1:22/",
        "//u:p@127.0.0.1/",
        "http://2130706433/",
    ):
        with press({}) as paper:
            paper.routes["/a"] = moved(to.format(port=paper.port))
            assert reason(f"{paper.url}/a")
            assert paper.paths() == ["/a"]


def test_redirects_come_to_an_end() -> None:
    """A redirect to itself is given up after five."""
    with press({"/a": moved("/a")}) as paper:
        assert reason(f"{paper.url}/a") == "more than 5 redirects"
        assert len(paper.paths()) == 6


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451, 500, 502, 504, 599])
def test_an_error_is_told_once(status: int) -> None:
    """A status that will not change by asking again is not asked again."""
    with press({"/a": lambda asked: Answer(status)}) as paper:
        assert str(status) in reason(f"{paper.url}/a")
        assert paper.paths() == ["/a"]


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    """After 429 with Retry-After the page is asked for again once that time has passed."""
    answers = iter([Answer(429, {"Retry-After": "3"}), Answer(503), Answer(200, {}, b"at last")])
    waits: list[float] = []
    patient = Web(Network(hosts=HOME, gap=0), Tally(), sleep=waits.append)
    with press({"/a": lambda asked: next(answers)}) as paper, patient as web:
        assert web.get(f"{paper.url}/a", "x").data == b"at last"
    assert any(2.5 < wait <= 3 for wait in waits)


def test_a_server_that_stays_busy_is_left_alone() -> None:
    """Three attempts, or a wait that is too long, and the source is not covered today."""
    with press(
        {"/a": lambda asked: Answer(503), "/b": lambda asked: Answer(429, {"Retry-After": "3600"})}
    ) as paper:
        assert "503 Service Unavailable" in reason(f"{paper.url}/a")
        assert "come back in 3600 seconds" in reason(f"{paper.url}/b")
        assert paper.paths() == ["/a", "/a", "/a", "/b"]


def test_nobody_there_is_tried_thrice_and_told() -> None:
    """A port that nobody listens on gives one line, not an exception of some library."""
    with press({}) as paper:
        url = f"{paper.url}/"
    assert "cannot be reached" in reason(url)


def dripping(piece: bytes) -> Iterator[bytes]:
    """Ten seconds of a body."""
    for part in repeat(piece, 200):
        yield part
        time.sleep(0.05)


def test_a_slow_body_is_given_up_in_time() -> None:
    """A server that sends a byte now and then cannot hold us longer than the timeout."""
    start = time.monotonic()
    with press({"/a": lambda asked: Answer(200, {}, dripping(b"x"))}) as paper:
        assert "within 1 seconds" in reason(f"{paper.url}/a", timeout=1)
    assert time.monotonic() - start < 5


def test_a_slow_chain_of_redirects_is_given_up_in_time() -> None:
    """The timeout is for the whole way to the document, not for each step of it."""

    def late(asked: Asked) -> Answer:
        time.sleep(0.4)
        return Answer(302, {"Location": "/a"})

    start = time.monotonic()
    with press({"/a": late}) as paper:
        assert "within 1 seconds" in reason(f"{paper.url}/a", timeout=1)
    assert time.monotonic() - start < 5


def test_an_endless_body_is_stopped_at_the_limit() -> None:
    """A body that never ends is refused as too large, plain or packed."""
    bomb = gzip.compress(bytes(LARGEST + 1))
    routes: dict[str, Route] = {
        "/a": lambda asked: Answer(200, {}, repeat(bytes(65_536))),
        "/b": lambda asked: Answer(200, {"Content-Encoding": "gzip"}, bomb),
    }
    with press(routes) as paper:
        assert reason(f"{paper.url}/a") == "larger than 10 MB"
        assert reason(f"{paper.url}/b") == "larger than 10 MB"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(200, {"Content-Length": "500"}, b"short"),
        Answer(200, {"Transfer-Encoding": "chunked"}, b"zz\r\nnot a chunk"),
        Answer(200, {"Content-Encoding": "br"}, b"not brotli at all, no"),
        Answer(200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 999)[:-9]),
        Answer(200, {"X": "y" * 200_000}, b"x"),
    ],
)
def test_a_broken_answer_is_refused_by_name(answer: Answer) -> None:
    """What is cut, mislabelled or no HTTP is one line, and never read as far as it goes."""
    with press({"/a": lambda asked: answer}) as paper:
        assert "the answer" in reason(f"{paper.url}/a")


def test_robots_txt_is_honoured() -> None:
    """What robots.txt forbids is not asked for, our rules before everybody's; asked once a run."""
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: briefing\nDisallow: /private/\nAllow: /private/but*\n"
    routes = {"/robots.txt": page(rules, "text/plain"), "/news": page("x"), "/private/but-this": page("y")}
    with press(routes) as paper, Web(Network(hosts=HOME, gap=0), Tally()) as web:
        web.get(f"{paper.url}/news", "x")
        web.get(f"{paper.url}/private/but-this", "x")
        with pytest.raises(InputError, match=r"robots\.txt of http://127\.0\.0\.1:\d+ forbids it"):
            web.get(f"{paper.url}/private/it", "x")
        assert [asked.path for asked in paper.asked].count("/robots.txt") == 1
        assert web.get(f"{paper.url}/news", "x", robots=False).data == b"x"


def test_robots_txt_that_fails_forbids_and_that_is_missing_allows() -> None:
    """RFC 9309: 404 allows everything, 500 forbids everything."""
    with press({"/a": page("x")}) as paper:
        assert get(f"{paper.url}/a") == b"x"
        paper.routes["/robots.txt"] = lambda asked: Answer(500)
        assert "cannot be read" in reason(f"{paper.url}/a")
        assert get(f"{paper.url}/a", robots=False) == b"x"


def twice(routes: dict[str, Route], folder: Path) -> tuple[list[bytes], list[Asked], Tally]:
    """The page /a got in two runs with one cache, what was asked in the second, and its tally."""
    found = []
    with press(routes) as paper:
        for _ in range(2):
            paper.asked.clear()
            tally = Tally()
            with Web(Network(hosts=HOME, gap=0, cache=folder), tally) as web:
                found.append(web.get(f"{paper.url}/a", "paper").data)
        return found, paper.asked, tally


def test_what_has_not_changed_comes_from_the_cache(tmp_path: Path) -> None:
    """A second run asks with the ETag, gets 304, and has the body; robots.txt holds for a day."""
    found, asked, tally = twice({"/a": page("the news", ETag='"1"')}, tmp_path)
    assert found == [b"the news", b"the news"]
    assert [(a.path, a.headers.get("if-none-match")) for a in asked] == [("/a", '"1"')]
    (report,) = tally.reports()
    assert (report.requests, report.not_modified) == (1, 1)


def test_a_packed_body_is_kept_packed_and_read_again(tmp_path: Path) -> None:
    """The cache keeps the encoded body and the reply unpacks it, from the network and from the disk."""
    headers = {"ETag": '"1"', "Content-Encoding": "gzip"}

    def packed(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match"):
            return Answer(304, {"ETag": '"1"'})
        return Answer(200, headers, gzip.compress(b"the news"))

    assert twice({"/a": packed}, tmp_path)[0] == [b"the news", b"the news"]


def test_what_the_server_lets_us_keep_is_not_asked_for(tmp_path: Path) -> None:
    """Within Cache-Control: max-age nothing is sent at all."""
    found, asked, tally = twice({"/a": page("the news", Cache_Control="max-age=600")}, tmp_path)
    assert (found[1], asked) == (b"the news", [])
    assert tally.reports()[0].requests == 0


def test_nothing_is_guessed_fresh(tmp_path: Path) -> None:
    """A page that only says it is old is asked for again: a quiet feed may have news today."""
    route = page("the news", Last_Modified="Mon, 01 Jan 2024 00:00:00 GMT")
    _, asked, _ = twice({"/a": route}, tmp_path)
    assert asked[0].headers["if-modified-since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


def test_a_body_that_broke_off_is_not_kept(tmp_path: Path) -> None:
    """What was not read whole is fetched again the next time."""
    answers = iter([Answer(200, {"Content-Length": "99", "ETag": '"1"'}, b"half"), Answer(200, {}, b"whole")])
    with press({"/a": lambda asked: next(answers)}) as paper:
        for expected in (None, b"whole"):
            with Web(Network(hosts=HOME, gap=0, cache=tmp_path), Tally()) as web:
                try:
                    assert web.get(f"{paper.url}/a", "x").data == expected
                except InputError:
                    assert expected is None
        assert "if-none-match" not in paper.asked[-1].headers


@pytest.mark.parametrize("damage", [b"this is no database" * 50, b""])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    """A cache file that cannot be read costs a fetch, not the run."""
    (tmp_path / "http.sqlite3").write_bytes(damage)
    assert twice({"/a": page("the news", ETag='"1"')}, tmp_path)[0] == [b"the news", b"the news"]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where no folder can be made everything is fetched."""
    (tmp_path / "file").write_text("in the way")
    found, asked, _ = twice({"/a": page("the news", ETag='"1"')}, tmp_path / "file" / "cache")
    assert (found, len(asked)) == ([b"the news", b"the news"], 2)
