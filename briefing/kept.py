"""What is made of a file that ships with the program, kept where Python keeps our compiled code.

It is under the rules of compiled code: written only where Python would write (never with
`PYTHONDONTWRITEBYTECODE`, never in a folder it may not write to), and used only when it was made from this
very origin by this very Python, and is whole. Without it all is made anew, which only takes longer.
"""

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

_HASH = sha256().digest_size


def beside_ours() -> Path | None:
    """The folder of this module's own compiled code; None where Python keeps none."""
    cached = __spec__.cached if __spec__ else None
    return Path(cached).parent if cached else None


def kept(file: Path, origin: bytes) -> bytes | None:
    """What was made of `origin` and put into a file; None when there is nothing of the kind."""
    try:
        found = file.read_bytes()
    except OSError:
        return None
    seal, made = found[:_HASH], found[_HASH:]
    return made if seal == _seal(origin, made) else None


def keep(file: Path, origin: bytes, made: bytes) -> None:
    """Put what was made of `origin` into a file, unless Python was told to keep nothing or cannot."""
    if sys.dont_write_bytecode:
        return
    new = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        new.write_bytes(_seal(origin, made) + made)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink()


def shipped_toml(file: Path) -> dict[str, Any]:
    """The tables of a TOML file of the program's own; reading a long one takes as long as an article."""
    origin = file.read_bytes()
    folder = beside_ours()
    if folder is None:
        return _parsed(origin)
    place = folder / f"{file.parent.name}.{file.stem}.{sys.implementation.cache_tag}.tables"
    made = kept(place, origin)
    if made is None:
        made = marshal.dumps(_parsed(origin))
        keep(place, origin, made)
    tables: dict[str, Any] = marshal.loads(made)
    return tables


def _parsed(origin: bytes) -> dict[str, Any]:
    import tomllib  # not needed while what was made of the file is kept

    return tomllib.loads(origin.decode("utf-8"))


def _seal(origin: bytes, made: bytes) -> bytes:
    return sha256(b"|".join((sys.version.encode(), sha256(origin).digest(), made))).digest()
