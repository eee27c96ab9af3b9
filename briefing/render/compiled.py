"""The code that Jinja2 makes of the templates shipped with the program, kept where Python keeps ours.

Compiling the templates anew costs a fifth of a brief of one article. Their code lies in the same
`__pycache__` as this module's and under the same rules: written only where Python would write (never with
`PYTHONDONTWRITEBYTECODE`, never in a folder it may not write to), and used only when it was made from this
very template, by this Jinja2 and this Python, and is whole. A user's template is always compiled.
"""

import marshal
import os
import sys
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

_HASH = sha256().digest_size


class Compiled(BytecodeCache):
    """Compiled templates in a folder; `options` says how their environment compiles."""

    def __init__(self, folder: Path, options: str) -> None:
        self.folder = folder
        self.made_by = f"{jinja2.__version__}|{sys.version}|{options}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file in which a template's code is kept."""
        place = sha256(f"{filename}|{self.made_by}".encode()).hexdigest()[:16]
        return f"{name}.{place}.code"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if there is code of this very template."""
        try:
            kept = (self.folder / bucket.key).read_bytes()
        except OSError:
            return
        seal, code = kept[:_HASH], kept[_HASH:]
        if seal == self._seal(bucket, code):
            bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, unless Python was told to keep none or cannot."""
        if sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        new = self.folder / f"{bucket.key}.{os.getpid()}"
        try:
            new.write_bytes(self._seal(bucket, code) + code)
            new.replace(self.folder / bucket.key)
        except OSError:
            new.unlink(missing_ok=True)

    def _seal(self, bucket: Bucket, code: bytes) -> bytes:
        return sha256(f"{self.made_by}|{bucket.checksum}|".encode() + code).digest()


def beside_ours() -> Path | None:
    """The folder of this module's own compiled code; None where Python keeps none."""
    kept = __spec__.cached if __spec__ else None
    return Path(kept).parent if kept else None
