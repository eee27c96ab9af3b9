"""A brief's folder is written whole or not at all, and nothing else is touched."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.deliver import folder
from briefing.deliver.folder import read_folder, write_folder
from briefing.errors import MissingInput, OutputError
from briefing.render import edition
from tests import newsroom

DAY = "2026-11-24"
FILES = {"brief.json": "{}\n", "brief.md": "# Brief\r\n\ufeff", "sources/0123456789ab.txt": "a\r\nb\tc\rd\n"}


def _all(path: Path) -> list[str]:
    return sorted(p.relative_to(path).as_posix() for p in path.rglob("*"))


def test_files_are_written_as_they_are(tmp_path: Path) -> None:
    """Every file holds exactly its text, line ends and byte order mark included."""
    where = write_folder(tmp_path / "new" / "out", DAY, FILES)
    assert where == tmp_path / "new" / "out" / DAY
    assert {name: data.decode() for name, data in read_folder(where).items()} == FILES


def test_nothing_is_left_beside_the_folder(tmp_path: Path) -> None:
    """After writing twice there are the day and `latest`, and no half-made folder."""
    write_folder(tmp_path, DAY, FILES)
    write_folder(tmp_path, DAY, {"brief.json": "second"})
    assert _all(tmp_path) == [DAY, f"{DAY}/brief.json", "latest"]
    assert (tmp_path / "latest" / "brief.json").read_text() == "second"


def test_the_same_brief_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two folders of one brief are equal, file by file."""
    files = edition(newsroom.morning(), ["md", "html", "txt"])
    one, two = write_folder(tmp_path / "a", DAY, files), write_folder(tmp_path / "b", DAY, files)
    assert read_folder(one) == read_folder(two)


def test_others_may_read_what_the_mask_allows(tmp_path: Path) -> None:
    """Folder and files have ordinary permissions, not a temporary file's private ones."""
    old = os.umask(0o022)
    try:
        where = write_folder(tmp_path, DAY, FILES)
    finally:
        os.umask(old)
    assert stat.S_IMODE(where.stat().st_mode) == 0o755
    assert stat.S_IMODE((where / "brief.md").stat().st_mode) == 0o644


def test_latest_points_at_the_newest_day(tmp_path: Path) -> None:
    """`latest` moves forward, to an evening edition too, and never back."""
    for name, newest in [
        ("2026-11-23", "2026-11-23"),
        (DAY, DAY),
        (f"{DAY}-evening", f"{DAY}-evening"),
        ("2026-11-22", f"{DAY}-evening"),
        (DAY, f"{DAY}-evening"),
    ]:
        write_folder(tmp_path, name, FILES)
        assert os.readlink(tmp_path / "latest") == newest


def test_a_lost_latest_is_set_right(tmp_path: Path) -> None:
    """A `latest` that points at nothing, or out of the folder, is replaced."""
    (tmp_path / "latest").symlink_to("/etc")
    write_folder(tmp_path, DAY, FILES)
    assert os.readlink(tmp_path / "latest") == DAY


def test_a_failed_write_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full half-way, the old brief is still there, whole, and nothing else is."""
    write_folder(tmp_path, DAY, FILES)
    whole = folder.write_through

    def full(path: Path, content: bytes) -> None:
        if path.name == "brief.md":
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(folder, "write_through", full)
    with pytest.raises(OutputError, match=r"No space left on device – free some space"):
        write_folder(tmp_path, DAY, FILES | {"brief.json": "second"})
    assert _all(tmp_path) == [
        DAY,
        *(f"{DAY}/{p}" for p in (*sorted(FILES)[:2], "sources", sorted(FILES)[2])),
        "latest",
    ]
    assert (tmp_path / DAY / "brief.json").read_text() == FILES["brief.json"]


def test_a_failed_swap_brings_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new folder cannot take its place, the old one returns to it."""
    write_folder(tmp_path, DAY, FILES)
    rename = os.rename

    def refuse(source: Path, target: Path) -> None:
        if source.suffix == ".tmp" and (source / "brief.json").read_text() == "second":
            raise PermissionError(13, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OutputError, match="Permission denied"):
        write_folder(tmp_path, DAY, FILES | {"brief.json": "second"})
    assert (tmp_path / DAY / "brief.json").read_text() == FILES["brief.json"]
    assert sorted(os.listdir(tmp_path)) == [DAY, "latest"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """A folder of that name that holds no brief is refused, not replaced."""
    (tmp_path / DAY).mkdir()
    (tmp_path / DAY / "thesis.doc").write_text("years of work")
    with pytest.raises(OutputError, match=r"holds files but no brief\.json"):
        write_folder(tmp_path, DAY, FILES)
    assert (tmp_path / DAY / "thesis.doc").read_text() == "years of work"


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    """A day that is a symbolic link to somewhere else is refused, and the other place stays as it was."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "brief.json").write_text("theirs")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / DAY).symlink_to(elsewhere)
    with pytest.raises(OutputError, match="in the way"):
        write_folder(tmp_path / "out", DAY, FILES)
    assert _all(elsewhere) == ["brief.json"]


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    """A file where the root, the day or `latest` should be is told, with what to do."""
    (tmp_path / "root").write_text("")
    with pytest.raises(OutputError, match="root: cannot be written: File exists"):
        write_folder(tmp_path / "root", DAY, FILES)
    (tmp_path / DAY).write_text("")
    with pytest.raises(OutputError, match=f"{DAY}: is in the way and not a folder"):
        write_folder(tmp_path, DAY, FILES)
    (tmp_path / DAY).unlink()
    (tmp_path / "latest").mkdir()
    with pytest.raises(OutputError, match="latest: is in the way and not a link"):
        write_folder(tmp_path, DAY, FILES)
    assert not (tmp_path / DAY).exists()


@pytest.mark.parametrize(
    "name", ["", "..", "2026-11-24/..", "/tmp/x", "latest", "2026-11-24-A b", "2026-11-24-../x"]
)
def test_only_a_day_and_edition_name_a_folder(tmp_path: Path, name: str) -> None:
    """A name that could lead elsewhere is refused before anything is written."""
    with pytest.raises(OutputError, match="not a name for a brief's folder"):
        write_folder(tmp_path, name, FILES)
    assert _all(tmp_path) == []


@pytest.mark.parametrize(
    "path", ["../evil", "/etc/evil", "a/../../b", ".hidden", "a b", "n" * 300, "x\x1b[m"]
)
def test_only_sane_names_are_written(tmp_path: Path, path: str) -> None:
    """A file's name cannot leave the folder, hide in it or reach a terminal."""
    with pytest.raises(OutputError, match="not a name for a file"):
        write_folder(tmp_path, DAY, {path: "x"})
    assert _all(tmp_path) == []


def test_a_missing_folder_is_a_missing_input(tmp_path: Path) -> None:
    """Reading what does not exist says so."""
    with pytest.raises(MissingInput, match="does not exist"):
        read_folder(tmp_path / "nothing")


def test_a_file_stands_for_its_folder(tmp_path: Path) -> None:
    """Naming brief.json reads the folder it lies in."""
    where = write_folder(tmp_path, DAY, FILES)
    assert read_folder(where / "brief.json") == read_folder(where)


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    """The next run removes half-made folders, and brings back an old brief that was caught half-way."""
    (tmp_path / ".2026-11-24.0123abcd.new.tmp" / "sources").mkdir(parents=True)
    (tmp_path / ".2026-11-23.0123abcd.old.tmp").mkdir()
    (tmp_path / ".2026-11-23.0123abcd.old.tmp" / "brief.json").write_text("yesterday")
    (tmp_path / ".2026-11-24.4567abcd.old.tmp").mkdir()
    (tmp_path / ".mine.tmp").mkdir()
    (tmp_path / ".2026-11-24.89abcdef.new.tmp").symlink_to("/etc")
    write_folder(tmp_path, "2026-11-22", FILES)
    assert sorted(os.listdir(tmp_path)) == [
        ".2026-11-24.89abcdef.new.tmp",
        ".mine.tmp",
        "2026-11-22",
        "2026-11-23",
        "2026-11-24",
        "latest",
    ]
    assert (tmp_path / "2026-11-23" / "brief.json").read_text() == "yesterday"


def test_many_writers_at_once_leave_one_whole_brief(tmp_path: Path) -> None:
    """Eight writers of the same day wait for each other; the last one's brief stands, whole."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: write_folder(tmp_path, DAY, FILES | {"run.json": f"{n}"}), range(8)))
    assert sorted(os.listdir(tmp_path)) == [DAY, "latest"]
    assert set(read_folder(tmp_path / DAY)) == {*FILES, "run.json"}
