"""run.json: what a run did, for the one who looks after it. The only file that may differ between reruns."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.model import Brief
from briefing.render.agenda import counts
from briefing.version import __version__


class Course(NamedTuple):
    """How it went. `moved`: stories only listed for want of room in the mail. `seconds`: of each stage."""

    moved: int = 0
    seconds: Mapping[str, float] = {}


def run_json(
    brief: Brief,
    files: Mapping[str, str],
    course: Course | None = None,
    digest: str | None = None,
    outcomes: Sequence[Mapping[str, object]] = (),
) -> str:
    """Counts, sizes in bytes and failures of one written edition.

    `outcomes`: of `briefing run`, which
    articles were gathered and what became of each, so that a lost journal can be learned again.
    """
    course = course or Course()
    events, undated = counts(brief)
    record = {
        "version": __version__,
        "date": brief.day.isoformat(),
        "articles": len(brief.articles),
        "stories": len(brief.stories),
        "also": len(brief.also),
        "moved_to_also": course.moved,
        "agenda": {"events": events, "only_month_or_year": undated},
        "held": brief.held,
        "failed": [{"input": f.input, "reason": f.reason} for f in brief.failed],
        "bytes": {name: len(text.encode()) for name, text in sorted(files.items()) if "/" not in name},
    }
    if course.seconds:
        record["seconds"] = {stage: round(seconds, 3) for stage, seconds in course.seconds.items()}
    text = json.dumps(record, indent=2, ensure_ascii=False)
    if digest is None:
        return text + "\n"
    rows = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in outcomes)
    return f'{text[:-2]},\n  "digest": "{digest}",\n  "outcomes": [\n    {rows}\n  ]\n}}\n'
