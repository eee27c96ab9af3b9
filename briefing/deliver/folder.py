"""A brief's dated folder: the new one stands there whole, or the old one still does."""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from briefing.deliver.file import ASIDE, aside, refusing, sync_folder, write_through
from briefing.deliver.lock import locked
from briefing.errors import InputError, MissingInput, OutputError

RECORD = "brief.json"
LATEST = "latest"
_NAME = re.compile(r"\d{4}-\d\d-\d\d(-[a-z0-9][a-z0-9-]{0,60})?")
_NEW, _OLD = "new", "old"
_LEFT = re.compile(rf"\.(?P<name>{_NAME.pattern})\.[0-9a-f]{{8}}\.(?P<kind>{_NEW}|{_OLD}){re.escape(ASIDE)}")
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,200}")


def write_folder(root: Path, name: str, files: Mapping[str, str | bytes]) -> Path:
    """Write `root/name` with these files (paths inside it → content) and point `root/latest` at the newest.

    `name` is the day, or the day and the edition (`2026-11-24-evening`). A folder that already holds
    a brief of that name is replaced; anything else in the way is left alone and refused.
    Raises OutputError, and then the old folder is as it was.
    """
    target = root / name
    _check_names(name, files)
    with refusing(root):
        root.mkdir(parents=True, exist_ok=True)
    with refusing(target), locked(root) as alone:
        if alone:
            _sweep(root)
        _check_place(target)
        _put(target, files)
        _point_latest(root, name)
        sync_folder(root)
    return target


def settle(root: Path) -> None:
    """Bring a root in order that a killed writer may have left, unless somebody writes there now.

    Raises OutputError.
    """
    if root.is_dir():
        with refusing(root), locked(root) as alone:
            if alone:
                _sweep(root)


def _sweep(root: Path) -> None:
    """Clear away what a killed writer left: half-made folders go, an old brief not yet replaced returns."""
    for left in sorted(root.glob(".*" + ASIDE)):
        found = _LEFT.fullmatch(left.name)
        if not found or left.is_symlink():
            continue
        if found["kind"] == _OLD and not (root / found["name"]).exists():
            os.rename(left, root / found["name"])
        else:
            shutil.rmtree(left)


def _put(target: Path, files: Mapping[str, str | bytes]) -> None:
    fresh = aside(target, _NEW)
    try:
        _fill(fresh, files)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _check_names(name: str, files: Mapping[str, str | bytes]) -> None:
    if not _NAME.fullmatch(name):
        raise OutputError(f"{name!r}: not a name for a brief's folder – use a day, or a day and an edition")
    for path in files:
        if not all(_FILE.fullmatch(part) for part in PurePosixPath(path).parts):
            raise OutputError(f"{path!r}: not a name for a file in a brief's folder")


def _check_place(target: Path) -> None:
    latest = target.with_name(LATEST)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise OutputError(
            f"{target}: is in the way and not a folder – move it or choose another place with -o"
        )
    if latest.exists() and not latest.is_symlink():
        raise OutputError(f"{latest}: is in the way and not a link – move it or choose another place with -o")
    if target.is_dir() and not (target / RECORD).is_file() and any(target.iterdir()):
        raise OutputError(f"{target}: holds files but no {RECORD} – move it or choose another place with -o")


def _fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    folder.mkdir()
    for path, data in sorted(files.items()):
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        write_through(file, data.encode() if isinstance(data, str) else data)
    for inside in sorted({(folder / path).parent for path in files} | {folder}):
        sync_folder(inside)


def _swap(fresh: Path, target: Path) -> None:
    """Put the new folder in the old one's place; a failed second step brings the old one back."""
    old = aside(target, _OLD)
    if not target.exists():
        os.rename(fresh, target)
        return
    os.rename(target, old)
    try:
        os.rename(fresh, target)
    except OSError:
        os.rename(old, target)
        raise
    shutil.rmtree(old)


def _point_latest(root: Path, name: str) -> None:
    """Let `latest` point at the newest day; an older day written again does not move it back."""
    latest = root / LATEST
    if latest.is_symlink():
        held = os.readlink(latest)
        if _NAME.fullmatch(held) and held > name and (root / held).is_dir():
            return
    link = aside(latest)
    try:
        link.symlink_to(name)
        os.replace(link, latest)
    finally:
        link.unlink(missing_ok=True)


def read_folder(path: Path) -> dict[str, bytes]:
    """The files of a brief's folder by their path there; a file stands for the folder it lies in.

    Raises MissingInput when there is nothing of that name, InputError when it cannot be read.
    """
    folder = path if path.is_dir() else path.parent
    if not path.exists():
        raise MissingInput(str(path), "does not exist")
    try:
        files = [
            file for pattern in ("*.*", "sources/*.txt") for file in folder.glob(pattern) if file.is_file()
        ]
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from None
