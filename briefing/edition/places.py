"""Where a configuration keeps its journal and its lock."""

import os
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from briefing.config import Config


def journal_file(config: Config, env: Mapping[str, str] = os.environ) -> Path:
    """The journal: [state] path, or one for each configuration under $XDG_STATE_HOME/briefing."""
    if config.state.path:
        return Path(config.state.path)
    home = Path(env.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    name = re.sub(r"[^a-z0-9]+", "-", config.file.stem.lower()).strip("-")
    mark = sha256(str(config.file).encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return home / "briefing" / f"{name}-{mark}.sqlite3"


def lock_file(journal: Path) -> Path:
    """What a run holds while it works."""
    return journal.with_name(journal.name + ".lock")
