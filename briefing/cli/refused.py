"""What the parser of the command line refuses, on one line like every other message."""

import errno

from briefing.deliver.stdout import leave
from briefing.errors import BriefingError, OutputError, UsageError

_OUTPUT = (errno.ENOSPC, errno.EIO)


def refused(error: Exception) -> BriefingError | None:
    """The error as one of ours, when the parser raised it or could not print its help; None for a bug.

    Its exceptions are told by what they have: their classes have no public name in every version of Typer.
    """
    if isinstance(error, OSError) and error.filename is None and error.errno in _OUTPUT:
        leave()
        return OutputError(f"standard output cannot be written: {error.strerror}")
    message = getattr(error, "format_message", None)
    if message is None:
        return None
    command = getattr(getattr(error, "ctx", None), "command_path", "briefing")
    what = " ".join(str(message()).split()).removesuffix(".") or "a command is missing"
    return UsageError(f"{what} – see {command} --help")
