"""What is meant for the public: past briefs in `DIR/site/`, never their sources."""

from collections.abc import Iterator
from pathlib import Path

from briefing.config import Config
from briefing.deliver.file import refusing, write_file
from briefing.edition.folder import digests, finished
from briefing.render import render_brief
from briefing.render.site import Issue, feed, index

SITE = "site"
ISSUES = 60  # the latest editions that are listed


def publish(config: Config) -> None:
    """Bring the site up to date with the finished folders; what has not changed is not written.

    Raises OutputError.
    """
    if not config.output.site:
        return
    root = Path(config.output.dir)
    issues = list(_issues(root))
    title, place = config.brief.title, root / SITE
    pages = {issue.page: render_brief(issue.brief, "html", config.output.template) for issue in issues}
    pages |= {"index.html": index(issues, title), "feed.xml": feed(issues, title, config.output.site_url)}
    with refusing(place):
        place.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        if not _holds(place / name, text):
            write_file(place / name, text)


def _issues(root: Path) -> Iterator[Issue]:
    """The latest editions, newest first."""
    for name, _ in sorted(digests(root), reverse=True)[:ISSUES]:
        whole = finished(root / name)
        if whole:
            yield Issue(name, whole.brief)


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()
