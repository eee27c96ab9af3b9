"""`make golden`: write outputs/sample/ anew. Review the diff as an editor would before committing it."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "outputs" / "sample"
COMMAND = [
    "make",
    "inputs",
    "--date",
    "2026-11-24",
    "--max-stories",
    "12",
    "--title",
    "Velmora morning brief",
]


def brief_inputs(out: Path) -> Path:
    """The brief of inputs/ in a fresh folder below `out`, without what differs at every run or repeats."""
    subprocess.run([sys.executable, "-m", "briefing", *COMMAND, "-o", out], cwd=ROOT, check=True)
    folder = out / "2026-11-24"
    (folder / "run.json").unlink()
    (folder / "preview.html").unlink()  # half a megabyte of what the other files hold; verify makes it again
    return folder


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        fresh = brief_inputs(Path(place))
        shutil.rmtree(SAMPLE, ignore_errors=True)
        shutil.copytree(fresh, SAMPLE)
