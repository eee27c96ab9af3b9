"""The code that Jinja2 makes of the templates shipped with the program, kept beside our own.

Compiling the templates anew costs a fifth of a brief of one article. A user's template is always compiled.
"""

import marshal
import sys
from hashlib import sha256
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from briefing.kept import keep, kept


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
        code = kept(self.folder / bucket.key, self._origin(bucket))
        if code is not None:
            bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        keep(self.folder / bucket.key, self._origin(bucket), marshal.dumps(bucket.code))

    def _origin(self, bucket: Bucket) -> bytes:
        return f"{self.made_by}|{bucket.checksum}".encode()
