"""Files, folders, globs and standard input → Raw, within bounds; no network."""

import glob
import gzip
import io
import json
import os
import zlib
from collections.abc import Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from briefing.errors import InputError, MissingInput
from briefing.gather.mailbox import MESSAGE, begins_mailbox, is_letter, is_maildir, letters, messages
from briefing.model import Raw
from briefing.read import SUFFIXES

MAX_BYTES = 20_000_000
TOO_LARGE = f"larger than {MAX_BYTES // 1_000_000} MB: split it"
GZIP = b"\x1f\x8b"
UTF16 = (b"\xff\xfe", b"\xfe\xff")  # its line ends are not single bytes
BLANK = b"\xef\xbb\xbf \t\r\n"
JSON_LINES = (".jsonl", ".ndjson")
Found = Iterator[Raw | InputError]


def local(word: str, stdin: BinaryIO) -> Found:
    """The documents behind one INPUT word."""
    if word == "-":
        yield from documents(stdin, "-")
    elif os.path.isdir(word):
        yield from _folder(word)
    elif os.path.lexists(word):
        yield from _file(word)
    elif "://" in word:
        yield InputError(word, "only http and https addresses are fetched: name a file by its path")
    elif glob.has_magic(word):
        yield from _pattern(word)
    else:
        yield MissingInput(word, "no such file or folder")


def leads_to(word: str, file: Path) -> bool:
    """Whether an INPUT word names an existing file, or a folder or pattern that holds it."""
    names = [word] if os.path.lexists(word) else glob.glob(word, recursive=True)
    for name in names:
        paths = _walk(Path(name), frozenset()) if os.path.isdir(name) else [Path(name)]
        if any(isinstance(path, Path) and path.exists() and path.samefile(file) for path in paths):
            return True
    return False


def _pattern(word: str) -> Found:
    names = sorted(glob.glob(word, recursive=True))
    if not names:
        yield MissingInput(word, "no file matches this pattern")
    for name in names:
        yield from _folder(name) if os.path.isdir(name) else _file(name)


def _folder(name: str) -> Found:
    paths = list(_walk(Path(name), frozenset()))
    if not paths:
        yield InputError(name, f"no article in this folder (looked for {', '.join(SUFFIXES)}, also .gz)")
    for path in paths:
        if isinstance(path, InputError):
            yield path
        else:
            yield from _file(str(path))


def _walk(folder: Path, above: frozenset[tuple[int, int]]) -> Iterator[Path | InputError]:
    """Readable files, sorted. Not entered: what is hidden, a brief's own folder, a folder inside itself."""
    try:
        mail = is_maildir(folder)
        entries = letters(folder) if mail else sorted(folder.iterdir())
        status = folder.stat()
    except OSError as error:
        yield InputError(str(folder), f"cannot be read: {error.strerror}")
        return
    here = (status.st_dev, status.st_ino)
    if here in above or _is_product(folder):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, above | {here})
        elif mail or (entry.is_file() and _is_readable(entry.name)):
            yield entry


def _is_readable(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(tuple(SUFFIXES))


def _is_product(folder: Path) -> bool:
    """Whether this program wrote a folder: a brief's, or the site beside `latest`."""
    site = folder.name == "site" and (folder.parent / "latest").exists()
    return site or (folder / "brief.json").is_file()


def _file(name: str) -> Found:
    origin = os.fsencode(name).decode(errors="replace")  # a name need not be Unicode, what is printed must
    try:
        with open(name, "rb") as stream:
            yield from documents(stream, origin, MESSAGE if is_letter(Path(name)) else None)
    except OSError as error:
        yield InputError(origin, f"cannot be read: {error.strerror}")


def documents(stream: BinaryIO, origin: str, media_type: str | None = None) -> Found:
    """What a stream holds, unpacked when it is gzip, whatever its name."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream))
    try:
        packed = buffered.peek(2)[:2] == GZIP
        plain = cast(BinaryIO, gzip.GzipFile(fileobj=buffered) if packed else buffered)
        yield from _split(plain, origin, media_type)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield InputError(origin, f"damaged gzip data: {error}")
    finally:
        buffered.detach()


def _split(stream: BinaryIO, origin: str, media_type: str | None) -> Found:
    """One document or many: a mailbox, or JSON lines, told by their name or their first line."""
    first = stream.readline(MAX_BYTES + 1)
    if begins_mailbox(first):
        yield from _messages(stream, origin)
        return
    lines = origin.lower().removesuffix(".gz").endswith(JSON_LINES) and not first.startswith(UTF16)
    second = stream.readline(MAX_BYTES + 1) if lines or _is_record(first) else b""
    if lines or second.strip():
        yield from _lines(stream, (first, second), origin)
        return
    data = first + second + stream.read(MAX_BYTES + 1 - len(first))
    if len(data) > MAX_BYTES:
        yield InputError(origin, TOO_LARGE)
    elif not data.strip():
        yield InputError(origin, "empty")
    else:
        yield Raw(data, origin, media_type)


def _messages(stream: BinaryIO, origin: str) -> Found:
    for number, message in enumerate(messages(stream, MAX_BYTES), 1):
        where = f"{origin}:{number}"
        yield InputError(where, TOO_LARGE) if message is None else Raw(message, where, MESSAGE)


def _is_record(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _lines(stream: BinaryIO, first: tuple[bytes, bytes], origin: str) -> Found:
    found = False
    rest = iter(partial(stream.readline, MAX_BYTES + 1), b"")
    for number, line in enumerate(chain(first, rest), 1):
        if len(line) > MAX_BYTES:
            yield InputError(f"{origin}:{number}", TOO_LARGE)
            return
        if line.strip(BLANK):
            found = True
            yield Raw(line, f"{origin}:{number}", media_type="application/json")
    if not found:
        yield InputError(origin, "empty")
