"""What was made of a shipped file is kept, and used only when it is whole and of that very file."""

import sys
from pathlib import Path

import pytest

from briefing import kept as module
from briefing.kept import keep, kept, shipped_toml

ORIGIN = b"the dam"
MADE = b"what was made of it"


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps compiled code, however the tests were started."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with something kept in it."""
    keep(tmp_path / "dam", ORIGIN, MADE)
    return tmp_path / "dam"


def test_what_is_kept_is_found(file: Path) -> None:
    """And nothing else lies in the folder."""
    assert kept(file, ORIGIN) == MADE
    assert [*file.parent.iterdir()] == [file]


def test_another_origin_finds_nothing(file: Path) -> None:
    """What the file was made of has changed."""
    assert kept(file, b"the mill") is None


def test_another_python_finds_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its code may be written otherwise."""
    monkeypatch.setattr(sys, "version", "4.0")
    assert kept(file, ORIGIN) is None


@pytest.mark.parametrize("length", [0, 10, 40, -1])
def test_what_was_cut_short_is_not_used(file: Path, length: int) -> None:
    """A full disk, a process that was killed."""
    file.write_bytes(file.read_bytes()[:length])
    assert kept(file, ORIGIN) is None


def test_other_bytes_behind_the_seal_are_not_used(file: Path) -> None:
    """What somebody else put there is not given to the interpreter."""
    file.write_bytes(file.read_bytes()[:32] + b"\xe3 other code")
    assert kept(file, ORIGIN) is None


def test_nothing_is_kept_where_python_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONDONTWRITEBYTECODE holds here too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(tmp_path / "dam", ORIGIN, MADE)
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_may_not_be_entered_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As root left it: neither read nor written, and no traceback."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    for name in ("read_bytes", "write_bytes", "unlink"):
        monkeypatch.setattr(Path, name, refused)
    keep(tmp_path / "dam", ORIGIN, MADE)
    assert kept(tmp_path / "dam", ORIGIN) is None


def test_a_missing_folder_is_no_error(tmp_path: Path) -> None:
    """Nothing is kept."""
    keep(tmp_path / "none" / "dam", ORIGIN, MADE)
    assert kept(tmp_path / "none" / "dam", ORIGIN) is None


@pytest.mark.parametrize("folder", [True, False])
def test_a_table_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: bool) -> None:
    """What is kept is what the file says, new words included; where nothing is kept the file is read."""
    monkeypatch.setattr(module, "beside_ours", lambda: tmp_path / "kept" if folder else None)
    (tmp_path / "kept").mkdir()
    words = tmp_path / "words.toml"
    for dam in ("breaks", "holds"):
        words.write_text(f'dam = "{dam}"', "utf-8")
        assert shipped_toml(words) == {"dam": dam}
    if folder:
        monkeypatch.setattr(module, "_parsed", lambda _: pytest.fail("read again"))
    assert shipped_toml(words) == {"dam": "holds"}
    assert len([*(tmp_path / "kept").iterdir()]) == folder
