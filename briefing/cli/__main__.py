"""Stand-in until the Typer application lands: `python -m briefing.cli FILE…` prints findings."""

import sys
from pathlib import Path

from briefing.analyse import analyse
from briefing.model import Raw
from briefing.read import read
from briefing.render.findings import findings_json

for name in sys.argv[1:]:
    for article in read(Raw(Path(name).read_bytes(), name)):
        print(findings_json(analyse(article, article.language or "en")))
