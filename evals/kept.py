"""Is the denial kept? Share of articles holding a denial whose brief, or five-line summary, prints one.

python evals/kept.py [--lines 5]: on ../shared/data/{gold,polnear} where they are, else on evals/corpus.
A summary by a ranker gets `--lines` sentences; the brief gets What, Denials and nothing else.
"""

import argparse
from datetime import date
from hashlib import sha256
from pathlib import Path

from score import Place, Row, load, same

from briefing.analyse import Settings, analyse
from briefing.assemble import Plan, assemble
from briefing.clean import clean
from briefing.model import Article, Findings
from briefing.pipeline import read
from briefing.rank import rank
from briefing.stories import group

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
RANKERS = ("lead", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "news")


def gold() -> dict[Path, Path]:
    """Articles → gold."""
    if SHARED.exists():
        return {SHARED / s / "articles.jsonl": SHARED / s / "gold.jsonl" for s in ("gold", "polnear")}
    here = Path(__file__).parent / "corpus"
    return {here / "articles.jsonl": here / "gold.jsonl"}


def holding() -> list[tuple[Article, list[Place]]]:
    """Every article with a core denial, and those denials."""
    found = []
    for articles, labels in gold().items():
        rows: dict[str, Row] = load(labels)
        for article in read(str(articles)):
            core = [
                d for d in rows.get(article.id, {}).get("denials", []) if d.get("scope", "core") == "core"
            ]
            if core:
                found.append((article, core))
    return found


def printed(found: Findings) -> list[Place]:
    """The sentences that the brief of one article prints in What and Denials."""
    plan = Plan(found.article.published or date(2000, 1, 1))
    story = assemble(group([found]), plan).stories[0]
    lines = [line for s in story.sections if s.key in ("what", "denials") for line in s.lines]
    return [{"start": line.quote.span.start, "end": line.quote.span.end} for line in lines]


def held_out(article: Article) -> bool:
    """Whether the article is in the third that no rule was written on."""
    return int(sha256(article.id.encode()).hexdigest()[:8], 16) % 3 == 0


def share(kept: list[bool]) -> str:
    """A percentage."""
    return f"{100 * sum(kept) / len(kept):5.1f} %" if kept else "    –"


def main() -> None:
    """Print the table: all articles, and the held-out third of them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--lines", type=int, default=5)
    lines = options.parse_args().lines
    articles = holding()
    held = [held_out(article) for article, _ in articles]
    print(f"{len(articles)} articles with a denial, {sum(held)} held out; kept in       all   held out")

    def row(name: str, kept: list[bool]) -> None:
        print(f"  {name:32} {share(kept)} {share([k for k, h in zip(kept, held, strict=True) if h])}")

    for name in RANKERS:
        summaries = [
            [{"start": x.span.start, "end": x.span.end} for x in rank(clean(a, "en"), "en", name)[:lines]]
            for a, _ in articles
        ]
        row(
            f"{lines} sentences by {name}",
            [_kept(c, s) for (_, c), s in zip(articles, summaries, strict=True)],
        )
    briefs = [printed(analyse(a, "en", Settings())) for a, _ in articles]
    length = sum(map(len, briefs)) / len(briefs)
    row(f"the brief ({length:.1f} lines)", [_kept(c, b) for (_, c), b in zip(articles, briefs, strict=True)])


def _kept(core: list[Place], chosen: list[Place]) -> bool:
    return any(same(d, c) for d in core for c in chosen)


if __name__ == "__main__":
    main()
