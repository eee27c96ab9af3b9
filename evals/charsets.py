"""Encoding detection: ours beside chardet and charset-normalizer alone.

    python evals/charsets.py

Our own sentences in many languages, in the encodings those languages were written in, at several lengths,
bare and inside markup. `wrong` is the number that matters: text that looks right and is not.
"""

from collections import Counter
from collections.abc import Callable, Iterator

import chardet
import charset_normalizer
from samples import SAMPLES

from briefing.read.decode import WRITTEN_IN, detected

SIZES = (25, 60, 150, 600, 3_000)
STARTS = (0, 26, 52)
PAGE = '<!doctype html><html><head><title>x</title></head><body><div class="a"><p>{}</p></div></body></html>'
Detector = Callable[[bytes], str | None]


def with_chardet(data: bytes) -> str | None:
    """The text as chardet guesses it."""
    return _decoded(data, chardet.detect(data)["encoding"])


def with_normalizer(data: bytes) -> str | None:
    """The text as charset-normalizer guesses it."""
    best = charset_normalizer.from_bytes(data).best()
    return str(best) if best else None


def ours(data: bytes) -> str | None:
    """The text as our reader accepts it."""
    found = detected(data)
    return found[0] if found else None


def _decoded(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None


def cases() -> Iterator[tuple[int, str, bytes]]:
    """Size, text and bytes of every sample that is not valid UTF-8."""
    for encoding, languages in WRITTEN_IN.items():
        for language in languages.split():
            for text in _cuts(SAMPLES.get(language, "")):
                for form in (text, PAGE.format(text)):
                    data = form.encode(encoding, "ignore")
                    if _decoded(data, "utf-8") is None:
                        yield len(text), data.decode(encoding), data


def _cuts(text: str) -> Iterator[str]:
    long = f"{text} " * (3_000 // (len(text) + 1) + 2)
    yield from (long[start : start + size] for size in SIZES for start in STARTS if text)


SYSTEMS: dict[str, Detector] = {
    "briefing": ours,
    "chardet": with_chardet,
    "charset-normalizer": with_normalizer,
}


def main() -> None:
    """Print right, refused and wrong by length."""
    found = list(cases())
    for name, detector in SYSTEMS.items():
        counts: Counter[tuple[int, str]] = Counter()
        for size, text, data in found:
            guess = detector(data)
            counts[size, "refused" if guess is None else "right" if guess == text else "wrong"] += 1
        print(name)
        for size in SIZES:
            row = "  ".join(f"{what} {counts[size, what]:>4}" for what in ("right", "refused", "wrong"))
            print(f"  {size:>5} characters: {row}")


if __name__ == "__main__":
    main()
