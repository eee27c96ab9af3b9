"""Read every broken and hostile file there is and count what becomes of it. Expected: no traceback, none slow.

    python evals/broken.py [--data ../shared/data/hostile] [--big] [--list] [--parsers]

feedparser's 101 broken feeds, the message files of the running Python's own tests, the inputs that make_bad.py
writes (`--big`: its bombs too), each as a file and, for feeds and mails, as its kind is declared. Each is read in
a process of its own, so that one that hangs can be stopped; the bar is 5 s. `--parsers`: the feeds by feedparser
and, where installed, fastfeedparser alone.
"""

import argparse
import multiprocessing
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from briefing.analyse import analyse
from briefing.errors import InputError
from briefing.gather import gather
from briefing.lang.detect import language_of
from briefing.model import Pointer, Raw
from briefing.read import read, unfetched

SHARED = Path(__file__).resolve().parents[2] / "shared/data/hostile"
LIMIT = 5.0
CONTROL = frozenset(map(chr, (*range(9), *range(11, 32), *range(127, 160), 0x2028, 0x2029)))
Case = tuple[str, Path, str | None]


def messages() -> Iterator[Path]:
    """The message files of the running Python's own test package, where it has one."""
    try:
        import test.test_email as package
    except ImportError:
        return
    yield from sorted((Path(package.__file__).parent / "data").glob("*.txt"))


def cases(data: Path, made: Path) -> Iterator[Case]:
    """Every file with the collection it is of and its declared kind."""
    for path in sorted((data / "feeds").rglob("*.xml")):
        yield "feedparser's feeds", path, None
        yield "feedparser's feeds, declared", path, "application/rss+xml"
    for path in messages():
        yield "Python's messages, declared", path, "message/rfc822"
        yield "Python's messages", path, None
    for path in sorted(made.iterdir()):
        if path.name != "EXPECTED.json":
            yield "make_bad.py", path, None


def outcome(case: Case) -> tuple[str, str]:
    """What becomes of a file, read and analysed as `briefing findings` would: a word for it, and the first reason."""
    _, path, kind = case
    raws = [Raw(path.read_bytes(), str(path), kind)] if kind else gather([str(path)], BytesIO())
    found = [item for raw in raws for item in (read(raw) if isinstance(raw, Raw) else [raw])]
    whole = [unfetched(item) if isinstance(item, Pointer) else item for item in found]
    articles = [item for item in whole if not isinstance(item, InputError)]
    for article in articles:
        analyse(article, language_of(article))
        for value in (article.source, article.url) + ((article.title,) if path.suffix == ".eml" else ()):
            if CONTROL & set(value or ""):
                return "CONTROL CHARACTER in a field", repr(value)
    reasons = [item.reason for item in whole if isinstance(item, InputError)]
    if any(not reason or "\n" in reason for reason in reasons):
        return "REASON not on one line", repr(reasons)
    if articles:
        notes = [note for article in articles for note in article.notes]
        return "read, with a note" if notes else "read", (notes or [""])[0]
    return "only a link" if any(isinstance(i, Pointer) for i in found) else "refused", (
        reasons or ["nothing"]
    )[0]


def alone(case: Case, pipe: "multiprocessing.connection.Connection") -> None:
    """One file, in a process of its own."""
    start = time.perf_counter()
    try:
        said = outcome(case)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is counted
        said = ("TRACEBACK", f"{type(error).__name__}: {error}")
    pipe.send((*said, time.perf_counter() - start))


def limited(case: Case) -> tuple[str, str, float]:
    """The outcome of a file, or that it took longer than the limit."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=alone, args=(case, theirs))
    process.start()
    said = ours.recv() if ours.poll(LIMIT * 2) else ("TOO SLOW", "stopped", LIMIT * 2)
    process.kill()
    process.join()
    return said if said[2] <= LIMIT else ("TOO SLOW", said[1], said[2])


def parsers(data: Path) -> None:
    """How two libraries take the feeds: raised, and CPU seconds for a thousand long entries."""
    item = (
        b"<item><guid>%d</guid><title>T</title><description>"
        + b"The dam was denied. " * 100
        + b"</description></item>"
    )
    long = b"<rss version='2.0'><channel>" + b"".join(item % n for n in range(1000)) + b"</channel></rss>"
    import feedparser

    each = {"feedparser": lambda data: feedparser.parse(BytesIO(data))}
    try:
        import fastfeedparser

        each["fastfeedparser"] = fastfeedparser.parse
    except ImportError:
        print("fastfeedparser is not installed")
    for name, parse in each.items():
        raised = 0
        for path in sorted((data / "feeds").rglob("*.xml")):
            try:
                parse(path.read_bytes())
            except Exception:  # noqa: BLE001 - as above
                raised += 1
        start = time.process_time()
        parse(long)
        print(
            f"{name}: raised on {raised} feeds; 1,000 entries of 2 KB in {time.process_time() - start:.3f} s"
        )


def main() -> int:
    """Print the counts; 1 when anything broke or was slow."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", type=Path, default=SHARED)
    for name in ("--big", "--list", "--parsers"):
        options.add_argument(name, action="store_true")
    asked = options.parse_args()
    if asked.parsers:
        parsers(asked.data)
        return 0
    counts: Counter[tuple[str, str]] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as made:
        maker = asked.data / "make_bad.py"
        if maker.exists():
            subprocess.run(
                [sys.executable, maker, made, *["--big"] * asked.big], check=True, capture_output=True
            )
        analyse_first = Raw(b"<p>The mayor denied it on Monday.</p>", "warm.html")
        list(read(analyse_first))  # the libraries, loaded once for all
        for case in cases(asked.data, Path(made)):
            what, reason, seconds = limited(case)
            counts[case[0], what] += 1
            slowest = max(slowest, (seconds, case[1].name))
            if asked.list or what.isupper() or what.split()[0].isupper():
                print(f"{case[1].name}: {what}: {reason[:150]} ({seconds:.1f} s)")
    for (collection, what), count in sorted(counts.items()):
        print(f"{count:5d}  {collection}: {what}")
    print(f"slowest: {slowest[1]}, {slowest[0]:.1f} s")
    return int(any(what.split()[0].isupper() for _, what in counts))


if __name__ == "__main__":
    sys.exit(main())
