"""Mailboxes on disk: the messages of an mbox file, one by one, and the files of a Maildir."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

MESSAGE = "message/rfc822"
_FOLDERS = ("new", "cur")
# A line of RFC 4155: who and when, in asctime's form. "From the harbour it is a day" separates nothing.
_SEPARATOR = re.compile(rb"From [^\r\n]{0,300}\b\d{1,2}:\d\d[^\r\n]{0,40}\b(?:19|20)\d\d\b")
_QUOTED = re.compile(rb">+From ")


def begins_mailbox(line: bytes) -> bool:
    """Whether a file's first line is that of an mbox."""
    return bool(_SEPARATOR.match(line))


def messages(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Each message behind an mbox's first line; `None` for one of more than `most` bytes, which is not held.

    A line that begins `>From ` had its mark from the program that wrote it (mboxrd) and loses one.
    """
    held: list[bytes] = []
    size, blank = 0, False
    while line := stream.readline(most + 1):
        if blank and _SEPARATOR.match(line):
            yield b"".join(held) if size <= most else None
            held, size, blank = [], 0, False
            continue
        blank = not line.strip()
        size += len(line)
        if size <= most:
            held.append(line[1:] if _QUOTED.match(line) else line)
    yield b"".join(held) if size <= most else None


def is_maildir(folder: Path) -> bool:
    """Whether a folder is a Maildir: it has the three folders that its deliveries need."""
    return all((folder / name).is_dir() for name in (*_FOLDERS, "tmp"))


def letters(folder: Path) -> list[Path]:
    """The messages of a Maildir in the order of their delivery, as their names tell it."""
    found = (entry for name in _FOLDERS for entry in (folder / name).iterdir())
    return sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)


def is_letter(path: Path) -> bool:
    """Whether a file is a message of a Maildir."""
    return path.parent.name in _FOLDERS and is_maildir(path.parent.parent)
