"""Feed broken bytes to read, clean, extract and render for some minutes. Expected: no crash, no hang, no control byte.

    python evals/fuzz.py [--seconds 600] [--engine atheris|mutate] [--seed N]

The first byte says what the carrier calls the rest (a page, a feed, a mail, JSON …). What is read is analysed,
made into a brief, rendered in every format and verified. `atheris` is led by the coverage of `briefing` (pip install
atheris); `mutate`, the default where that is not installed, changes the samples by chance. A hang is more than 5 s.
"""

import argparse
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HANG = 5  # seconds
LARGEST = 6_000  # bytes; what is large and slow is in evals/broken.py
KINDS = (None, "text/plain", "text/html", "application/json", "application/rss+xml", "message/rfc822")
SUFFIXES = {".txt": 1, ".html": 2, ".jsonl": 3, ".json": 3, ".xml": 4, ".eml": 5}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DONE = re.compile(r"Done (\d+) runs")


def harness() -> Callable[[bytes], int]:
    """What is done with each input: how many articles it gave. Raises AssertionError for what may not be."""
    sys.path.insert(0, str(ROOT))
    from briefing.assemble import Plan
    from briefing.model import Article, Findings, Raw
    from briefing.pipeline import Settings, analysed, make_brief
    from briefing.read import read
    from briefing.render import FORMATS, edition
    from briefing.render.check import check

    def one(data: bytes) -> int:
        kind = KINDS[data[0] % len(KINDS)] if data else None
        found = [item for item in read(Raw(data[1:], "fuzz", kind)) if isinstance(item, Article)]
        good = [f for f in analysed(found, Settings()) if isinstance(f, Findings)]
        day = date(2026, 11, 24)
        files = edition(make_brief(good, day, Plan(day)), tuple(FORMATS))
        for name, text in files.items():
            if not name.startswith("sources/"):
                control = CONTROL.search(text)
                assert not control, f"{name}: {control!r}"
        report = check({name: text.encode() for name, text in files.items()})
        assert not report.bad, report.bad[0]
        return len(good)

    return one


def samples() -> Iterator[bytes]:
    """The project's own inputs and the outlets' pages of the tests, each under the kind of its name."""
    for path in sorted([*(ROOT / "inputs").iterdir(), *(ROOT / "tests" / "outlets").rglob("*")]):
        if path.suffix in SUFFIXES and path.stat().st_size < LARGEST:
            yield bytes([SUFFIXES[path.suffix]]) + path.read_bytes()


def changed(data: bytes, other: bytes, rng: random.Random) -> bytes:
    """The bytes with a few of them flipped, cut, doubled, or exchanged for some of another sample."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 2, 4, 16))):
        start = rng.randrange(len(out) or 1)
        end = min(len(out), start + rng.choice((0, 1, 1, 8, 64, 512)))
        piece = rng.randrange(len(other))
        new = (rng.randbytes(1), other[piece : piece + 64], bytes(out[start:end]) * 2, b"\x1b]8;;", b"")
        out[start:end] = rng.choice(new)
    return bytes(out[:LARGEST])


def mutate(seconds: float, seed: int) -> int:
    """Inputs by chance; prints and counts what is wrong."""
    one, rng, pool, wrong, runs, slowest = harness(), random.Random(seed), list(samples()), 0, 0, 0.0
    signal.signal(signal.SIGALRM, _hangs)
    end = time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        data = changed(rng.choice(pool), rng.choice(pool), rng)
        runs += 1
        signal.alarm(HANG)
        try:
            one(data)
        except Exception as error:  # noqa: BLE001 – whatever it is, it is what is looked for
            wrong += 1
            kept = Path(tempfile.gettempdir()) / f"fuzz-{seed}-{runs}"
            kept.write_bytes(data)
            print(f"{kept}: {type(error).__name__}: {error}", file=sys.stderr)
        signal.alarm(0)
        slowest = max(slowest, time.monotonic() - began)
    print(
        f"mutate: {runs:,} inputs from {len(pool)} samples in {seconds:.0f} s, {wrong} wrong, slowest {slowest:.1f} s"
    )
    return wrong


def _hangs(number: int, frame: object) -> None:
    raise TimeoutError(f"more than {HANG} s")


def led(seconds: float, seed: int) -> int:
    """Inputs that coverage leads to; atheris ends its process, so it runs in one of its own."""
    with tempfile.TemporaryDirectory() as place:
        for number, data in enumerate(samples()):
            (Path(place) / str(number)).write_bytes(data)
        options = [
            f"-max_total_time={seconds:.0f}",
            f"-max_len={LARGEST}",
            f"-timeout={HANG}",
            f"-seed={seed}",
        ]
        child = [
            sys.executable,
            __file__,
            "--child",
            *options,
            f"-artifact_prefix={tempfile.gettempdir()}/",
            place,
        ]
        done = subprocess.run(child, capture_output=True, text=True, timeout=seconds + 120)
    runs = DONE.search(done.stderr)
    if done.returncode or not runs:
        print(done.stderr[-4000:], file=sys.stderr)
        return 1
    print(f"atheris: {int(runs[1]):,} inputs led by coverage in {seconds:.0f} s, 0 wrong, none over {HANG} s")
    return 0


def _child(options: list[str]) -> None:
    import atheris

    with atheris.instrument_imports(include=["briefing"]):
        one = harness()
    atheris.Setup([sys.argv[0], *options], lambda data: one(data) and None)
    atheris.Fuzz()


def main() -> int:
    """Fuzz, and say what was found; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--engine", choices=["atheris", "mutate"])
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    engine = asked.engine or ("atheris" if find_spec("atheris") else "mutate")
    return min(1, (led if engine == "atheris" else mutate)(asked.seconds, asked.seed))


if __name__ == "__main__":
    if "--child" in sys.argv:
        _child([option for option in sys.argv[1:] if option != "--child"])
    sys.exit(main())
