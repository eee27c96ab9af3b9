"""The committed sample brief is what the program makes of inputs/ today, byte for byte."""

from pathlib import Path

from briefing.deliver.folder import read_folder
from briefing.render.check import check
from tests.golden import SAMPLE, brief_inputs


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_the_sample_is_what_is_made_today(tmp_path: Path) -> None:
    """A change in the output shows as a changed file in outputs/sample/ (`make golden`), to be reviewed."""
    made, kept = files(brief_inputs(tmp_path)), files(SAMPLE)
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_sample_verifies() -> None:
    """Every line of the sample is verbatim, every rendering is what its record makes."""
    report = check(read_folder(SAMPLE))
    assert report.bad == ()
    assert len(report.lines) > 40
