"""run.json: what a run did, for the one who looks after it. The only file that may differ between reruns."""

import json
from collections.abc import Mapping

from briefing.model import Brief
from briefing.render.agenda import counts
from briefing.version import __version__


def run_json(brief: Brief, files: Mapping[str, str], moved: int = 0) -> str:
    """Counts, sizes in bytes and failures of one written edition.

    `moved`: stories that are only listed for want of room in the mail.
    """
    events, undated = counts(brief)
    record = {
        "version": __version__,
        "date": brief.day.isoformat(),
        "articles": len(brief.articles),
        "stories": len(brief.stories),
        "also": len(brief.also),
        "moved_to_also": moved,
        "agenda": {"events": events, "only_month_or_year": undated},
        "held": brief.held,
        "failed": [{"input": f.input, "reason": f.reason} for f in brief.failed],
        "bytes": {name: len(text.encode()) for name, text in sorted(files.items()) if "/" not in name},
    }
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"
