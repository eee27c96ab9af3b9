"""What each room costs an article, beside the ranking alone of sumy's LexRank; everything in one process.

usage: python benchmarks/rooms.py [--data PATH] [--articles N] [--profile ROOM]

The articles are those of polnear/ of about 700 words, or the own corpus where the data are absent. Rooms take
turns on every article, so that a busy machine slows all alike; `--profile` shows where the time of one goes.
"""

import argparse
import cProfile
import json
import pstats
import time
from collections.abc import Callable
from pathlib import Path

from briefing.clean import clean
from briefing.extract.dates import dates
from briefing.extract.denials import denials
from briefing.extract.names import cast
from briefing.extract.next_steps import next_steps
from briefing.extract.statements import statements
from briefing.extract.who import who
from briefing.model import Article
from briefing.rank import rank

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data"
WORDS = range(500, 1000)
LEXRANK = "sumy LexRank, ranking alone"

Job = Callable[[], object]
Run = Callable[[str, Job], object]


def articles(data: Path, most: int) -> list[Article]:
    """Articles of a usual length."""
    source = data / "polnear" / "articles.jsonl"
    if not source.exists():
        source = ROOT / "evals" / "corpus" / "articles.jsonl"
        print(f"{data} is absent: measuring on {source.relative_to(ROOT)}")
    rows = map(json.loads, source.read_text("utf-8").splitlines())
    found = [Article(row["id"], row["text"], title=row.get("title")) for row in rows]
    return ([one for one in found if len(one.text.split()) in WORDS] or found)[:most]


def rooms(article: Article, run: Run) -> None:
    """Every room of `briefing.analyse` once, then LexRank."""
    document = run("clean", lambda: clean(article, "en"))
    ranked = run("rank", lambda: rank(document, "en"))
    people = run("cast", lambda: cast(document, "en"))
    when = run("dates", lambda: dates(document, "en"))
    said = run("statements", lambda: statements(document, "en", people))
    run("denials", lambda: denials(document, "en", people, said))
    run("who", lambda: who(document, "en", people, ranked))
    run("next steps", lambda: next_steps(document, "en", people, when))
    run(LEXRANK, lambda: rank(document, "en", "lexrank"))


def main() -> None:
    """Print the table, or a profile."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--profile", metavar="ROOM")
    options = parser.parse_args()
    found = articles(options.data, options.articles)
    spent: dict[str, float] = {}
    profile = cProfile.Profile()

    def run(room: str, job: Job) -> object:
        if room == LEXRANK and options.profile:
            return None
        if room == options.profile:
            return profile.runcall(job)
        start = time.process_time()
        result = job()
        spent[room] = spent.get(room, 0.0) + time.process_time() - start
        return result

    for article in found if options.profile else found[:3]:  # compiles patterns
        rooms(article, run)
    spent.clear()
    profile.clear()
    for article in found:
        rooms(article, run)
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)
        return
    lexrank = spent.pop(LEXRANK)
    spent = dict(sorted(spent.items(), key=lambda row: -row[1]))
    print(f"{len(found)} articles\n\n| | ms an article | × sumy LexRank |\n|---|---:|---:|")
    for room, seconds in (spent | {"everything": sum(spent.values()), LEXRANK: lexrank}).items():
        print(f"| {room} | {1000 * seconds / len(found):.2f} | {lexrank / seconds:.1f} |")


if __name__ == "__main__":
    main()
