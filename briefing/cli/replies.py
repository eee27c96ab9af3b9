"""`briefing replies`: who was accused in our briefs, and has answered or not."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from briefing.cli import options as o
from briefing.deliver.stdout import to_stdout
from briefing.render.escape import plain

if TYPE_CHECKING:
    from briefing.config import Config
    from briefing.edition.replies import Printed, Reply

Places = dict[str, tuple[str, str | None]]
DAYS = 30  # looked back on when no day is named
WORDS = {"open": "no answer yet", "declined": "asked, and said nothing", "answered": "answered since"}


def replies(
    config: o.ConfigFile = None,
    since: Annotated[
        date | None,
        typer.Option(
            "--since",
            parser=o.day_of,
            metavar="YYYY-MM-DD",
            help="Look at editions from this day on.",
            show_default=f"{DAYS} days ago",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object an allegation.")] = False,
) -> None:
    """List allegations that briefs printed without an answer: those still open, those answered since."""
    from briefing.config import find, load
    from briefing.edition.replies import replies_since
    from briefing.edition.tend import tended
    from briefing.journal.ask import addresses

    file = load(find(config))
    first = since or datetime.now(ZoneInfo(file.brief.timezone)).date() - timedelta(days=DAYS)
    with tended(file) as base:
        found = sorted(replies_since(base, first), key=lambda reply: list(WORDS).index(reply.state))
        places = addresses(base)
    for reply in found:
        to_stdout(_row(reply, file, places) if as_json else _said(reply, file, places))


def _row(reply: "Reply", file: "Config", places: Places) -> str:
    answer = _line(reply.answer, file, places) if reply.answer else None
    row = {"party": reply.party, "state": reply.state}
    return json.dumps({**row, "claim": _line(reply.claim, file, places), "answer": answer}) + "\n"


def _line(printed: "Printed", file: "Config", places: Places) -> dict[str, Any]:
    edition, line = printed
    source, url = places.get(line.key, (None, None))
    return {
        "text": line.text,
        "edition": edition.name,
        "brief": str(_folder(file, edition.name)),
        "story": line.story,
        "source": source,
        "url": url,
        "start": line.record["start"],
        "end": line.record["end"],
        "speaker": line.record.get("speaker"),
        "stance": line.record.get("stance"),
    }


def _said(reply: "Reply", file: "Config", places: Places) -> str:
    lines = [f"{plain(reply.party)}: {WORDS[reply.state]}", *_told(reply.claim, file, places)]
    return "\n".join(lines + (_told(reply.answer, file, places) if reply.answer else [])) + "\n\n"


def _told(printed: "Printed", file: "Config", places: Places) -> list[str]:
    edition, line = printed
    source, url = places.get(line.key, ("", None))
    where = [str(_folder(file, edition.name)), plain(source), *([url] if url else [])]
    return [f"  {edition.name}  {plain(' '.join(line.text.split()))}", f"              {' · '.join(where)}"]


def _folder(file: "Config", edition: str) -> Path:
    return Path(file.output.dir) / edition
