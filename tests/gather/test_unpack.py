"""A body is unpacked whole, or refused; never more of it than may be held."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.gather.unpack import Damaged, unpacked


def raw_deflate(data: bytes) -> bytes:
    """Deflate without zlib's header, as some servers send it."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate, identity": raw_deflate,
    "br": brotli.compress,
    "zstd": zstd.compress,
    "": bytes,
}
TEXT = b"The harbour office denied the report on Monday. " * 400


def pieces(data: bytes, size: int) -> list[bytes]:
    """`data` as it may arrive."""
    return [data[at : at + size] for at in range(0, len(data), size)]


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=3000), st.sampled_from(sorted(PACKERS)), st.integers(1, 700))
def test_a_body_comes_back_as_it_was_packed(data: bytes, encoding: str, size: int) -> None:
    """Every encoding gives back its bytes, in whatever pieces they arrive."""
    assert unpacked(pieces(PACKERS[encoding](data), size), encoding, 10_000) == data


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_bomb_is_stopped_at_the_limit(encoding: str) -> None:
    """Of a body that would unpack to 40 MB hardly more than the limit is ever held."""
    bomb = PACKERS[encoding](bytes(40_000_000))
    tracemalloc.start()
    assert unpacked([bomb], encoding, 1_000_000) is None
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_cut_body_is_damaged(encoding: str) -> None:
    """A body that ends early is refused rather than read as far as it goes."""
    with pytest.raises(Damaged):
        unpacked([PACKERS[encoding](TEXT)[:-5]], encoding, 100_000)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_is_not_what_it_says_is_damaged(encoding: str) -> None:
    """Plain text under an encoding's name is refused."""
    with pytest.raises(Damaged):
        unpacked([b"\xff\xfe plain words that nobody packed"], encoding, 100_000)


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br, gzip", "compress", "x"])
def test_an_encoding_that_nobody_asked_for_is_refused(encoding: str) -> None:
    """Unknown and stacked encodings are refused: nothing honest sends them."""
    with pytest.raises(Damaged, match="not one of"):
        unpacked([b"x"], encoding, 10)


def test_a_body_is_read_to_its_last_byte() -> None:
    """What feeds the decoder is exhausted, since a cache keeps only what was read whole."""
    for encoding, pack in PACKERS.items():
        chunks = iter(pieces(pack(TEXT), 100))
        assert unpacked(chunks, encoding, 100_000) == TEXT
        assert next(chunks, None) is None


def test_the_limit_counts_the_bytes_that_come_out() -> None:
    """A body of exactly the limit is whole, one byte more is too large."""
    assert unpacked([b"12345"], "", 5) == b"12345"
    assert unpacked([b"123456"], "", 5) is None
