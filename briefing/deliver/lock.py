"""One writer at a time in a folder. The kernel lets go of the lock when its holder dies, however it dies."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.deliver.file import refusing
from briefing.errors import TryAgain

PAUSE = 0.1  # seconds between two tries; the kernel offers no wait that ends
# NFS cannot lock a folder. Two writers at once may fail there, but neither leaves half a brief.
_CANNOT_LOCK = {errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS}


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """Wait for the folder's lock and hold it; False when the file system cannot lock folders.

    No file is left behind: the folder itself is what is locked.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield _lock(handle)
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in _CANNOT_LOCK:
            raise
        return False
    return True


@contextmanager
def alone(file: Path, wait: float = 0) -> Iterator[None]:
    """Hold a lock file for as long as the work takes; wait for it so many seconds at most.

    The file stays, its lock goes with its holder. Raises TryAgain when somebody else holds it, OutputError
    when it cannot be made.
    """
    until = time.monotonic() + wait
    with refusing(file):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        while not _try(handle):
            if time.monotonic() >= until:
                raise TryAgain(f"{file}: another run holds this lock; try again later, or --wait SECONDS")
            time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)


def _try(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            return False
        raise
    return True
