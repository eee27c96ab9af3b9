"""Mailboxes on disk: mbox and Maildir."""

import io
import itertools
from pathlib import Path

from briefing.gather import articles
from briefing.gather.local import MAX_BYTES
from briefing.gather.mailbox import messages
from briefing.model import Article


def message(number: int, body: str = "The mayor of Quell denied it on Monday.") -> str:
    """A short message."""
    return (
        f"From: Courier <a@courier.example>\nSubject: Letter {number}\nMessage-ID: <{number}@x>\n\n{body}\n"
    )


def mbox(*written: str) -> bytes:
    """An mbox of these messages."""
    return "".join(f"From a@x.example Tue Nov 24 07:00:00 2026\n{text}\n" for text in written).encode()


def titles(*words: str, stdin: bytes = b"") -> list[str | None]:
    """Titles, and texts of errors."""
    found = articles(words, io.BytesIO(stdin))
    return [item.title if isinstance(item, Article) else str(item) for item in found]


def test_an_mbox_is_its_messages(tmp_path: Path) -> None:
    """Each message is an article, told by the first line, under any name and from standard input."""
    data = mbox(message(1), message(2), message(3))
    for name in ("a.mbox", "Inbox"):
        (tmp_path / name).write_bytes(data)
        assert titles(str(tmp_path / name)) == ["Letter 1", "Letter 2", "Letter 3"]
    assert titles("-", stdin=data) == ["Letter 1", "Letter 2", "Letter 3"]


def test_only_a_separator_separates() -> None:
    """A sentence that begins with From stays; the mark that mbox puts before one is taken off again."""
    body = "It was far.\n\nFrom the harbour it is a day.\n\n>From Osk it is two, he said."
    (article,) = articles(["-"], io.BytesIO(mbox(message(1, body))))
    assert isinstance(article, Article)
    assert article.text == body.replace(">From", "From")


def test_an_mbox_is_read_message_by_message() -> None:
    """The second message is not looked at before the first is used."""

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            part = mbox(message(1))[: len(buffer)]
            buffer[: len(part)] = part
            return len(part)

    found = articles(["-"], io.BufferedReader(Endless(), 400))
    assert len(list(itertools.islice(found, 50))) == 50


def test_a_message_that_is_too_large_is_skipped() -> None:
    """It is not held in memory, and the next one is read."""
    data = mbox(message(1), message(2, "x " * 3_000), message(3))
    stream = io.BytesIO(data)
    stream.readline()
    assert [m and m.count(b"Subject") for m in messages(stream, 2_000)] == [1, None, 1]


def test_a_maildir_is_its_messages_in_order(tmp_path: Path) -> None:
    """New and seen messages come as they were delivered, whatever their names end with."""
    for folder in ("new", "cur", "tmp"):
        (tmp_path / "in" / folder).mkdir(parents=True)
    (tmp_path / "in/cur/1000.a.host:2,S").write_text(message(1))
    (tmp_path / "in/new/1002.c.host").write_text(message(3))
    (tmp_path / "in/cur/1001.b.host:2,").write_text(message(2))
    (tmp_path / "in/tmp/1003.d.host").write_text(message(4))
    (tmp_path / "in/dovecot.index").write_bytes(b"\x00")
    (tmp_path / "a.txt").write_text("The quay was sold today\n\nThe mayor of Quell denied it on Monday.\n")
    assert titles(str(tmp_path)) == ["The quay was sold today", "Letter 1", "Letter 2", "Letter 3"]
    assert titles(str(tmp_path / "in" / "cur" / "1000.a.host:2,S")) == ["Letter 1"]


def test_a_bad_message_stops_nobody_else(tmp_path: Path) -> None:
    """It is named with its number in the mailbox."""
    (tmp_path / "a.mbox").write_bytes(
        mbox(message(1), "Subject: x\nContent-Type: image/png\n\nabc\n", message(3))
    )
    first, second, third = titles(str(tmp_path / "a.mbox"))
    assert (first, third) == ("Letter 1", "Letter 3")
    assert second is not None
    assert second.endswith("a.mbox:2: a message without text (image/png)")


def test_the_size_of_a_message_is_bounded() -> None:
    """One beyond the limit of a document is an error in its place."""
    large, second = articles(["-"], io.BytesIO(mbox(message(1, "x\n" * (MAX_BYTES // 2)), message(2))))
    assert str(large) == "-:1: larger than 20 MB: split it"
    assert isinstance(second, Article)
