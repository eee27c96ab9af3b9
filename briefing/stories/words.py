"""The words of a story by number: the same word has the same number in every article, process and run."""

import re
from functools import lru_cache
from zlib import crc32

# Scripts that write no spaces give one word a character; all others are cut at what is no letter or digit.
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[^\W{_UNSPACED}]+|[{_UNSPACED}]")


def words(text: str) -> list[str]:
    """Lower-case words, in order."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=1 << 16)
def number(word: str) -> int:
    """32 bits for a word."""
    return crc32(word.encode()) * 0x9E3779B1 & 0xFFFFFFFF


def pair(before: int, word: int) -> int:
    """32 bits for two neighbouring words."""
    return (before ^ word >> 3) * 0x85EBCA6B >> 7 & 0xFFFFFFFF
