"""`briefing send`: mail what is owed."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from briefing.cli import options as o
from briefing.cli.say import say
from briefing.deliver.stdout import to_stdout
from briefing.errors import ConfigError
from briefing.render.escape import plain

if TYPE_CHECKING:
    from briefing.edition.mailing import Post

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what would be sent to whom; connect to nobody.")
]
Resend = Annotated[
    bool,
    typer.Option(
        "--resend", help="Also to those who were refused, or whose answer was lost: they may get it twice."
    ),
]


def send(
    config: o.ConfigFile = None, day: o.Day = None, dry_run: DryRun = False, resend: Resend = False
) -> None:
    """Mail the editions of the last days to those who have not had them; `briefing run` does it by itself.

    Nobody gets an edition twice, unless --resend says so.
    """
    from briefing.config import find, load
    from briefing.edition.mailing import open_posts
    from briefing.edition.mailing import send as mail
    from briefing.edition.tend import tended

    file = load(find(config))
    if file.email is None:
        raise ConfigError(f"{file.file}: has no [email] table, so nothing is sent; see docs/configuration.md")
    now = None if day else datetime.now(ZoneInfo(file.brief.timezone))
    with tended(file) as base:
        posts = open_posts(base, file, day or (now or datetime.min).date(), resend)
        if dry_run:
            for post in posts:
                to_stdout(_described(post))
            return
        taken = mail(base, file.email, posts, now)
    if sys.stderr.isatty():
        say(f"mailed to {taken}" if posts else "nothing is owed to anybody")


def _described(post: "Post") -> str:
    size = f"{len(post.message) / 1000:.0f} kB"
    return f"{post.edition} {post.message_id} {size} to {plain(', '.join(post.recipients))}\n"
