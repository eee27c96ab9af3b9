"""Open every page a brief can become, with hostile words in every place, in Chromium. Expected: zeros but for raw.

usage: python evals/browser.py [--data ../shared/data/hostile] [--every N]

Vectors: those of evals/hostile.py (without its folder, our own). Each vector is the title, a sentence, name, role,
speaker, claim, source and failed input of a brief of its own, and its address. `raw` is the control: the same
strings as a page, unescaped. Wants what `make test-browser` wants; about a second a vector.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import Browser, Error, sync_playwright

from evals.hostile import SHARED, vectors
from tests.browser import attacked
from tests.browser.chromium import Outcome, launch, outcome, watched

CONTROL = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>x</title><body>{}"
RENEWED = 50  # a window that has shown so many pages of frames makes room for a fresh one


def judged(made: Outcome, quiet: Outcome) -> Iterator[str]:
    """What a page did that the same page of quiet words does not do."""
    for what in ("ran", "requests", "live", "active"):
        if getattr(made, what) != getattr(quiet, what):
            yield what


def control(browser: Browser, words: list[str], place: Path) -> Counter[str]:
    """How many vectors do something when they are written into a page as they are, a fresh profile for each."""
    found = Counter(dict.fromkeys(("ran", "requests", "live", "active"), 0))
    quiet = Outcome(0, (), (), ())
    for vector in words:
        context = browser.new_context()
        context.set_default_timeout(5_000)
        try:
            with watched(context) as window:
                found.update(judged(outcome(*window, CONTROL.format(vector), place), quiet))
        except Error:  # the page went elsewhere or will not stop loading: it did more than it should
            found["ran"] += 1
        context.close()
    return found


def attack(browser: Browser, words: list[str], place: Path) -> tuple[Counter[str], int]:
    """What the program's own pages did, by page and by kind, and how many were opened."""
    found: Counter[str] = Counter()
    opened, quiet = 0, {}
    for start in range(0, len(words), RENEWED):
        context = browser.new_context()
        with watched(context) as window:
            for name, html in attacked.pages(attacked.words(attacked.QUIET)):
                quiet[name] = outcome(*window, html, place)
            for vector in words[start : start + RENEWED]:
                for name, html in attacked.pages(attacked.words(vector)):
                    opened += 1
                    for what in judged(outcome(*window, html, place), quiet[name]):
                        found[f"{name}: {what}"] += 1
                        print(f"      {name}: {what}: {vector[:90]!r}", file=sys.stderr)
        context.close()
    return found, opened


def main() -> None:
    """Print the counts; exit 1 when a page did anything."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--data", type=Path, default=SHARED)
    options.add_argument("--every", type=int, default=1, help="only every so many vectors")
    asked = options.parse_args()
    words = [v.encode("utf-8", "ignore").decode() for v in dict.fromkeys(vectors(asked.data)) if v]
    words = words[:: asked.every]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser, place = launch(playwright), Path(folder) / "page.html"
        raw = control(browser, words, place)
        found, opened = attack(browser, words, place)
        browser.close()
    print(f"{len(words)} vectors, {opened} pages opened in Chromium")
    print("  raw, the control:", ", ".join(f"{count} {what}" for what, count in raw.items()))
    for name, count in sorted(found.items()):
        print(f"{count:5d}  {name}")
    print(f"{sum(found.values()):5d}  in all that the program writes")
    sys.exit(bool(found) or not raw["ran"])


if __name__ == "__main__":
    main()
