"""The whole check of a brief's folder: its record against its sources, its renderings against its record."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from briefing.errors import MissingInput, UsageError, VerificationError
from briefing.model import Verdict
from briefing.render import FORMATS, render_brief

if TYPE_CHECKING:
    from briefing.verify import Record, Report

RECORD = FORMATS["json"].filename


def check(folder: Mapping[str, bytes]) -> "Report":
    """Check a brief's folder, given as its files by their path there.

    Renderings are made again from record and sources and compared, once everything they show is right.
    Raises MissingInput without brief.json, VerificationError when it cannot be read as a brief.
    """
    # Imported here, for only `verify` needs it and every command starts by importing this module.
    from briefing.verify import Report, verify

    record = recorded(folder)
    report = verify(record)
    if report.bad:
        return report
    return Report(report.lines, tuple(_renderings(record, folder)))


def recorded(folder: Mapping[str, bytes]) -> "Record":
    """The brief of a folder as its record says it; `check` says whether that is true.

    Raises MissingInput without brief.json, VerificationError when it cannot be read as a brief.
    """
    from briefing.render.parse import parse

    if RECORD not in folder:
        raise MissingInput(RECORD, "is not there; name a brief's dated folder, such as outputs/latest")
    return parse(_text(folder[RECORD]), folder)


def sound(folder: Mapping[str, bytes]) -> "Record":
    """The brief of a folder, once all that its record says is true. Raises as `recorded` does."""
    from briefing.verify import verify

    record = recorded(folder)
    for fault in verify(record).bad:
        raise VerificationError(f"{fault.where}: {fault.reason}; see `briefing verify`")
    return record


def _renderings(record: "Record", folder: Mapping[str, bytes]) -> Iterator[Verdict]:
    for name, format in FORMATS.items():
        if format.filename not in folder:
            continue
        try:
            made = render_brief(record.brief, name, record.template)
        except UsageError as error:  # the template it was made with is gone, or no longer works
            yield Verdict(format.filename, False, f"cannot be made again: {error}")
            continue
        found = _text(folder[format.filename])
        if found != made:
            line = _first_difference(made, found)
            yield Verdict(f"{format.filename}, line {line}", False, "is not what brief.json makes")


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one.split("\n"), other.split("\n"), strict=False)
    same = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), None)
    return same or min(one.count("\n"), other.count("\n")) + 2


def _text(data: bytes) -> str:
    """The file as text; bytes that are not UTF-8 differ from whatever was written."""
    return data.decode("utf-8", "surrogateescape")
