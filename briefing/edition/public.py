"""What is meant for the public: past briefs in `DIR/site/`, never their sources."""

from collections.abc import Sequence
from pathlib import Path

from briefing.config import Config
from briefing.deliver.file import ASIDE, refusing, write_file
from briefing.edition.folder import digests, finished
from briefing.render import render_brief
from briefing.render.json import seal
from briefing.render.site import Issue, feed, index

SITE, INDEX = "site", "index.html"
ISSUES = 60  # the latest editions that are listed


def publish(config: Config) -> None:
    """Bring the site up to date with the finished folders; one that is, is not touched.

    The index comes last and says which editions it stands for, so that a killed run is made up for by the
    next. Raises OutputError.
    """
    if not config.output.site:
        return
    root, title = Path(config.output.dir), config.brief.title
    place, known = root / SITE, sorted(digests(root), reverse=True)[:ISSUES]
    mark = seal([known, title, config.output.site_url, config.output.template])[:16]
    if not known or mark in _held(place / INDEX):
        return
    issues = _issues(root, [name for name, _ in known])
    pages = {issue.page: render_brief(issue.brief, "html", config.output.template) for issue in issues}
    pages["feed.xml"] = feed(issues, title, config.output.site_url)
    pages[INDEX] = index(issues, title, mark)
    with refusing(place):
        place.mkdir(parents=True, exist_ok=True)
        for left in place.glob(f".*{ASIDE}"):  # of a killed run; the lock says that no other is at work
            left.unlink()
    for name, text in pages.items():
        if _held(place / name) != text:
            write_file(place / name, text)


def _issues(root: Path, names: Sequence[str]) -> list[Issue]:
    found = ((name, finished(root / name)) for name in names)
    return [Issue(name, whole.brief) for name, whole in found if whole]


def _held(file: Path) -> str:
    """What stands there; nothing where there is nothing, or something else."""
    return file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
