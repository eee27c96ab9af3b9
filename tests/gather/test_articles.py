"""INPUT words to articles: files, folders, globs, standard input."""

import gzip
import io
import itertools
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import InputError, MissingInput
from briefing.gather import articles
from briefing.gather.local import MAX_BYTES
from briefing.model import Article

LEDE = "The harbour authority denied on Monday that it had paid for the cranes.\n"
STORY = f"Cranes that never came\n\n{LEDE}"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def gathered(*words: str, stdin: bytes = b"") -> list[str]:
    """Titles of articles and texts of errors, in order."""
    found = articles(words, io.BytesIO(stdin))
    return [item.title or item.text if isinstance(item, Article) else str(item) for item in found]


def test_a_folder_is_read_in_order_and_depth(desk: Path) -> None:
    """Files of a folder come sorted, those in folders below too; hidden and foreign files do not."""
    for name in ("b.txt", "a.md", "sub/c.txt.gz", ".hidden.txt", "photo.jpg", ".git/x.txt"):
        path = desk / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = f"Headline {name} of the day\n\n{LEDE}".encode()
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert gathered("in") == [f"Headline {name} of the day" for name in ("a.md", "b.txt", "sub/c.txt.gz")]


def test_a_brief_in_the_folder_is_not_read_again(desk: Path) -> None:
    """What the program wrote is no input: a brief's folder and the site beside it."""
    (desk / "a.txt").write_text(STORY)
    day = desk / "outputs" / "2026-03-04"
    (day / "sources").mkdir(parents=True)
    (day / "brief.json").write_text("{}")
    (day / "sources" / "0.txt").write_text(STORY)
    (desk / "outputs" / "site").mkdir()
    (desk / "outputs" / "site" / "index.html").write_text(STORY)
    (desk / "outputs" / "latest").symlink_to(day)
    assert gathered(".") == ["Cranes that never came"]


def test_a_folder_that_holds_itself_ends(desk: Path) -> None:
    """A loop of symbolic links is entered once."""
    (desk / "in" / "sub").mkdir(parents=True)
    (desk / "in" / "a.txt").write_text(STORY)
    (desk / "in" / "sub" / "up").symlink_to(desk / "in")
    assert gathered("in") == ["Cranes that never came"]


def test_globs_are_expanded_in_order(desk: Path) -> None:
    """A quoted pattern works as the shell's would, and a file of that very name comes first."""
    for name in ("b.txt", "a.txt", "[ab].txt"):
        (desk / name).write_text(f"The headline of {name} today\n\n{LEDE}")
    assert gathered("?.txt") == ["The headline of a.txt today", "The headline of b.txt today"]
    assert gathered("[ab].txt") == ["The headline of [ab].txt today"]


def test_standard_input_is_told_by_its_content() -> None:
    """Text, JSON lines and gzip arrive through `-`."""
    assert gathered("-", stdin=STORY.encode()) == ["Cranes that never came"]
    lines = b'{"text": "One."}\n{"text": "Two."}\n'
    assert gathered("-", stdin=lines) == ["One.", "Two."]
    assert gathered("-", stdin=gzip.compress(lines)) == ["One.", "Two."]
    assert gathered("-", stdin=b'{"text": "One."}') == ["One."]
    assert gathered("-", stdin=b'[\n{"text": "One."}]') == ["One."]


@pytest.mark.parametrize("word", ["nowhere", "nowhere/*.txt", "nowhere/x.html"])
def test_what_does_not_exist_is_missing(desk: Path, word: str) -> None:
    """A name that nothing answers to is a MissingInput."""
    (found,) = articles([word], io.BytesIO())
    assert isinstance(found, MissingInput)


def test_a_failure_stops_nobody_else(desk: Path) -> None:
    """Each failed input is one line in its place; the others are read."""
    (desk / "a.txt").write_text(STORY)
    (desk / "b.html").write_bytes(b"")
    (desk / "c.txt").write_bytes(b"\x00\x01\x02")
    (desk / "d.txt.gz").write_bytes(gzip.compress(STORY.encode())[:40])
    (desk / "e.md").write_bytes(b"%PDF-1.7")
    (desk / "empty").mkdir()
    (desk / "f.txt").symlink_to(desk / "gone")
    found = gathered(
        "nowhere",
        "a.txt",
        "b.html",
        "c.txt",
        "d.txt.gz",
        "e.md",
        "empty",
        "f.txt",
        "gopher://x.example/",
        "a.txt",
    )
    assert found[1] == found[-1] == "Cranes that never came"
    reasons = [
        "no such file",
        "empty",
        "NUL",
        "damaged gzip",
        "PDF",
        "no article in this folder",
        "cannot be read",
    ]
    for message, reason in zip([found[0], *found[2:8]], reasons, strict=True):
        assert reason in message
        assert "\n" not in message
    assert "only http and https" in found[8]


def test_an_unreadable_file_is_named(desk: Path) -> None:
    """A file that the system will not open is a failure with the system's reason."""
    (desk / "a.txt").symlink_to("a.txt")
    assert gathered("a.txt") == ["a.txt: cannot be read: Too many levels of symbolic links"]


def test_articles_stream(desk: Path) -> None:
    """JSON lines are read one by one, as they are asked for."""

    def endless() -> Iterator[bytes]:
        yield from (b'{"id": "%d", "text": "Words."}\n' % n for n in itertools.count())

    class Tap(io.RawIOBase):
        def __init__(self) -> None:
            self.lines, self.left = endless(), b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            part = self.left or next(self.lines)
            size = min(len(buffer), len(part))
            buffer[:size], self.left = part[:size], part[size:]
            return size

    found = itertools.islice(articles(["-"], io.BufferedReader(Tap())), 5000)
    assert [item.id for item in found if isinstance(item, Article)] == [str(n) for n in range(5000)]


def test_size_is_bounded(desk: Path) -> None:
    """A document beyond the limit is refused, also one that only grows when it is unpacked."""
    (desk / "bomb.html.gz").write_bytes(gzip.compress(b"<p>" + bytes(MAX_BYTES), 1))
    (desk / "line.jsonl.gz").write_bytes(gzip.compress(b'{"text": "' + b"a" * MAX_BYTES, 1))
    (found,) = gathered("bomb.html.gz")
    assert "larger than 20 MB" in found
    (found,) = gathered("line.jsonl.gz")
    assert found.startswith("line.jsonl.gz:1: larger than 20 MB")


def test_different_texts_never_share_an_id() -> None:
    """A taken id gets the hash of the other text behind it; the same text keeps its id."""
    lines = b'{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n{"id": "a", "text": "One."}\n'
    ids = [item.id for item in articles(["-"], io.BytesIO(lines)) if isinstance(item, Article)]
    assert ids[0] == ids[2] == "a"
    assert ids[1].startswith("a-")


def test_no_socket_is_opened(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Local inputs never lead to the network, links in a page neither."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "__init__", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    link = '<link rel="canonical" href="http://x.example/">'
    page = f"<html><head>{link}</head><body><p>{STORY * 5}</p></body></html>"
    (desk / "a.html").write_text(page)
    (found,) = articles(["a.html"], io.BytesIO())
    assert not isinstance(found, InputError)
    assert found.url == "http://x.example/"
