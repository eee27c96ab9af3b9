"""Content-Encoding → bytes, never more than asked for: a megabyte of brotli can hold a terabyte.

httpx decodes each piece that arrives whole, so a bomb would fill the memory before anyone could count.
"""

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterable
from typing import BinaryIO, Protocol, cast

ZSTD_WINDOW = 23  # 8 MB as a power of two: what RFC 8878 lets the web's encoders ask for


class Damaged(Exception):
    """The body is not what its Content-Encoding says, or it is cut short."""


class Reader(Protocol):
    """What a body is read with."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class Chunks(io.RawIOBase):
    """An iterable of bytes as a file, so that a decoder takes from it only what it needs."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self.chunks = iter(chunks)
        self.rest = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Fill the buffer as far as one chunk goes."""
        while not self.rest:
            try:
                self.rest = next(self.chunks)
            except StopIteration:
                return 0
        taken, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)


def _gzip(packed: BinaryIO) -> Reader:
    return gzip.GzipFile(fileobj=packed)


def _zstd(packed: BinaryIO) -> Reader:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    return zstd.ZstdFile(packed, options={zstd.DecompressionParameter.window_log_max: ZSTD_WINDOW})


class _Deflate:
    """`deflate` is zlib's format by the standard, and bare deflate on some servers."""

    def __init__(self, packed: BinaryIO) -> None:
        self.packed, self.first = packed, packed.read(2)
        zlibs = len(self.first) == 2 and self.first[0] & 0x0F == 8 and int.from_bytes(self.first) % 31 == 0
        self.state = zlib.decompressobj(zlib.MAX_WBITS if zlibs else -zlib.MAX_WBITS)

    def read(self, size: int, /) -> bytes:
        while not self.state.eof:
            data = self.first or self.state.unconsumed_tail or self.packed.read(io.DEFAULT_BUFFER_SIZE)
            self.first = b""
            if not data:
                raise EOFError("it ends early")
            if out := self.state.decompress(data, size):
                return out
        return _end(self.packed)


class _Brotli:
    def __init__(self, packed: BinaryIO) -> None:
        from brotli import Decompressor

        self.packed, self.state = packed, Decompressor()

    def read(self, size: int, /) -> bytes:
        while not self.state.is_finished():
            more = self.state.can_accept_more_data()
            data = self.packed.read(io.DEFAULT_BUFFER_SIZE) if more else b""
            if more and not data:
                raise EOFError("it ends early")
            if out := self.state.process(data, output_buffer_limit=size):
                return bytes(out)
        return _end(self.packed)


def _end(packed: BinaryIO) -> bytes:
    """Nothing, which is also read to the last byte: a cache keeps only what was read whole."""
    if packed.read(1):
        raise EOFError("bytes follow after its end")
    return b""


DECODERS: dict[str, Callable[[BinaryIO], Reader]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _Deflate,
    "br": _Brotli,
    "zstd": _zstd,
}
OWN_ERRORS = (("brotli", "error"), ("backports.zstd", "ZstdError"), ("compression.zstd", "ZstdError"))
PIECE = 65_536
ACCEPTED = "gzip, deflate, br, zstd"


def unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes | None:
    """The body, or `None` when it has more than `limit` bytes. Raises Damaged."""
    reader: Reader = cast(Reader, io.BufferedReader(Chunks(chunks)))
    names = [name for part in encoding.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if len(names) > 1 or not set(names) <= set(DECODERS):
        raise Damaged(f"Content-Encoding {encoding!r} is not one of {ACCEPTED}")
    for name in names:
        reader = DECODERS[name](cast(BinaryIO, reader))
    return _read(reader, limit)


def _read(reader: Reader, limit: int) -> bytes | None:
    parts, size = [], 0
    while part := _part(reader, limit + 1 - size):
        parts.append(part)
        size += len(part)
        if size > limit:
            return None
    return b"".join(parts)


def _part(reader: Reader, size: int) -> bytes:
    """The next piece. Raises Damaged for what the decoders say of a body that is not theirs."""
    try:
        return reader.read(min(size, PIECE))
    except _errors() as error:
        raise Damaged(str(error)) from error


def _errors() -> tuple[type[Exception], ...]:
    """The decoders' own errors; those of a decoder that was never loaded cannot have been raised."""
    found: list[type[Exception]] = [EOFError, zlib.error, gzip.BadGzipFile]
    for module, name in OWN_ERRORS:
        if module in sys.modules:
            found.append(getattr(sys.modules[module], name))
    return tuple(found)
