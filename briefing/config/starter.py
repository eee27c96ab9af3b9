"""What `briefing init` writes: a commented configuration, and an article to try it on."""

from pathlib import Path

_HERE = Path(__file__).parent
CONFIG, SAMPLE = "briefing.toml", "inputs/arle-bridge.txt"


def sample() -> Path:
    """Where the article to try things on lies."""
    return _HERE / "sample.txt"


def starter(folder: Path) -> dict[str, str]:
    """The files to write, by their path in `folder`: the sample only where there is no inputs/ yet."""
    files = {CONFIG: (_HERE / "starter.toml").read_text("utf-8")}
    if not (folder / "inputs").exists():
        files[SAMPLE] = sample().read_text("utf-8")
    return files
