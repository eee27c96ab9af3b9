"""One file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from briefing.deliver import file
from briefing.deliver.file import write_file
from briefing.errors import OutputError


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    """The file holds exactly the text, then exactly the next, and nothing stays beside it."""
    for text in ("one\r\n", "two é\n"):
        write_file(tmp_path / "brief.md", text)
        assert (tmp_path / "brief.md").read_bytes() == text.encode()
    assert os.listdir(tmp_path) == ["brief.md"]


def test_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    """Writing to a symbolic link never writes to what it points at."""
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "brief.md").symlink_to(tmp_path / "precious")
    write_file(tmp_path / "brief.md", "new")
    assert (tmp_path / "precious").read_text() == "mine"
    assert (tmp_path / "brief.md").read_text() == "new"


def test_a_device_is_written_to() -> None:
    """A device stays a device."""
    write_file(Path("/dev/null"), "away")
    assert not Path("/dev/null").is_file()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails the old file is whole and no part of the new one is left."""
    (tmp_path / "brief.md").write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file.os, "fsync", full)
    with pytest.raises(
        OutputError, match=r"brief\.md: cannot be written: No space left on device – free some"
    ):
        write_file(tmp_path / "brief.md", "new")
    assert (tmp_path / "brief.md").read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.md"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing/brief.md", "No such file or directory – make the folder above it first"),
        ("plain/brief.md", "Not a directory – something above it is a file"),
        ("", "Is a directory – it is a folder; name a file"),
        ("n" * 300, "File name too long – choose a shorter name"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(tmp_path: Path, path: str, said: str) -> None:
    """The error names the place, the reason and the remedy on one line."""
    (tmp_path / "plain").write_text("")
    with pytest.raises(OutputError, match=said):
        write_file(tmp_path / path, "x")


def test_a_full_device_is_told() -> None:
    """/dev/full is refused like a full disk."""
    with pytest.raises(OutputError, match="/dev/full: cannot be written: No space left"):
        write_file(Path("/dev/full"), "x")
