"""The lines that must not be wrong: unanswered accusations, sourcing marks, pinned notes, differing figures.

`python evals/many_sources.py [--data PATH]` prints each in the development articles of polnear and
gold, each article a story of its own, then in all of them grouped by event, for a reader to judge. There is
no gold for them: docs/quality.md says what a reading found.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from briefing.analyse import analyse
from briefing.assemble import Plan, assemble
from briefing.model import Article, Brief, Line, Story
from briefing.read.published import published
from briefing.stories import group

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
DAY = date(2016, 6, 30)
LINES = 20


def main() -> None:
    """Print the lines, then how many there are of each kind."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    if not data.is_dir():
        raise SystemExit(f"{data}: no shared data here, nothing measured")
    counts: Counter[str] = Counter()
    found = [analyse(article, "en") for article in _articles(data)]
    for f in found:
        counts["articles alone"] += 1
        _show(assemble(group([f]), Plan(DAY, lines=LINES)), counts)
    together = [g for g in group(found) if len(g) > 1]
    counts["stories of several articles"] = len(together)
    _show(assemble(together, Plan(DAY, lines=LINES, max_stories=len(together))), counts)
    print(json.dumps(counts, indent=1))


def _articles(data: Path) -> Iterator[Article]:
    """The development articles: the held-out third is not looked at."""
    for folder in ("polnear", "gold"):
        for row in (data / folder / "articles.jsonl").open(encoding="utf-8"):
            r = json.loads(row)
            if int(sha256(r["id"].encode()).hexdigest()[:8], 16) % 3:
                day = published(r.get("published") or "")
                yield Article(r["id"], r["text"], title=r.get("title"), source=r.get("source"), published=day)


def _show(brief: Brief, counts: Counter[str]) -> None:
    for story in brief.stories:
        for kind, line in _telling(story):
            counts[kind] += 1
            name = f"{brief.words(line.name)}: " if line.name else ""
            print(f"{kind}\t{name}{' '.join(brief.words(line.quote).split())}")


def _telling(story: Story) -> Sequence[tuple[str, Line]]:
    lines = [(section.key, line) for section in story.sections for line in section.lines]
    found = [("unanswered", line) for _, line in lines if line.unanswered]
    found += [(line.sourcing, line) for _, line in lines if line.sourcing in ("anonymous", "document")]
    return found + [(key, line) for key, line in lines if key in ("corrections", "figures")]


if __name__ == "__main__":
    main()
