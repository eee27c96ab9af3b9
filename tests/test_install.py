"""The package works away from its checkout: templates and language data travel inside the wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

STORY = (
    "Ada Brandt, the mayor of Lower Quell, denied the claim on Monday. The bridge stays shut until 3 March.\n"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The wheel, built as a publisher would."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, root]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = out.glob("*.whl")
    return made


def test_the_wheel_holds_everything(wheel: Path, root: Path) -> None:
    """Every template, every data file and every module of the checkout is in the wheel; nothing else is."""
    packed = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    package = {
        p.relative_to(root).as_posix()
        for p in (root / "briefing").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    templates = {
        f"briefing/{p.relative_to(root).as_posix()}" for p in (root / "templates").rglob("*") if p.is_file()
    }
    assert packed == package | templates


def test_the_wheel_works_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """Unpacked far from the checkout, the command makes and verifies a brief in every format."""
    place = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(place)
    (tmp_path / "story.txt").write_text(STORY)
    env = {**os.environ, "PYTHONPATH": str(place), "HOME": "/nonexistent"}

    def run(*args: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-P", "-m", "briefing", *args]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False)

    where = subprocess.run(
        [sys.executable, "-c", "import briefing; print(briefing.__file__)"],
        env=env,
        cwd=tmp_path,
        capture_output=True,
    )
    assert str(place) in where.stdout.decode()
    assert run("make", "story.txt", "-o", "out", "--date", "2026-11-24").returncode == 0
    assert run("verify", "out/latest").returncode == 0


def test_the_editable_install_finds_its_templates(tmp_path: Path) -> None:
    """In a checkout the templates are read from its top folder."""
    (tmp_path / "story.txt").write_text(STORY)
    done = subprocess.run(
        [Path(sys.executable).with_name("briefing"), "make", "story.txt"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"Ada Brandt" in done.stdout
