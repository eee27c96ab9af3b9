"""One file, written whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.errors import OutputError

ASIDE = ".tmp"
_ADVICE = {
    errno.ENOSPC: "free some space or choose another place with -o",
    errno.EDQUOT: "free some space or choose another place with -o",
    errno.EROFS: "choose a place that can be written with -o",
    errno.EACCES: "choose a place you may write with -o, or change its permissions",
    errno.EPERM: "choose a place you may write with -o, or change its permissions",
    errno.ENOENT: "make the folder above it first",
    errno.ENOTDIR: "something above it is a file, not a folder",
    errno.EISDIR: "it is a folder; name a file",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def refused(path: Path, error: OSError) -> OutputError:
    """The error for a place that could not be written: what, where, what to do."""
    advice = _ADVICE.get(error.errno or 0, "choose another place with -o")
    return OutputError(f"{path}: cannot be written: {error.strerror or error} – {advice}")


def write_file(path: Path, data: str | bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part.

    A text is written as UTF-8 with its own line ends. A symbolic link is replaced, not followed;
    a device or a pipe (`/dev/stdout`) is written to. Raises OutputError.
    """
    content = data.encode() if isinstance(data, str) else data
    with refusing(path):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        beside = aside(path)
        try:
            write_through(beside, content)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(path.parent)


def aside(path: Path, kind: str = "new") -> Path:
    """A hidden name beside `path`, for what is not in its place yet or no longer."""
    return path.with_name(f".{path.name[:200]}.{os.urandom(4).hex()}.{kind}{ASIDE}")


def write_through(path: Path, content: bytes) -> None:
    """Write a new file down to the disk; never through a link that lies there already."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
    with open(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(handle)


def sync_folder(path: Path) -> None:
    """Bring a folder's list of names down to the disk."""
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses about `path` into OutputError."""
    try:
        yield
    except OSError as error:
        raise refused(path, error) from error
