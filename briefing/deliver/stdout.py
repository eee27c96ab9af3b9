"""The product on standard output: UTF-8 whatever the locale, and plain about an output that is gone."""

import os
import sys

from briefing.errors import OutputError


def to_stdout(text: str) -> None:
    """Write the text at once. A reader that went away (`| head`) ends the run quietly, with exit 0.

    Raises OutputError when standard output is closed or cannot be written.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed – name a file or folder with -o")
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        leave()
        raise SystemExit(0) from None
    except OSError as error:
        leave()
        raise OutputError(f"standard output cannot be written: {error.strerror}") from None


def leave() -> None:
    """Let nothing that is still buffered be tried again when the interpreter exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
