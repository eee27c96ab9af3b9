"""`briefing run`, top to bottom: lock → recover → gather → analyse → compose → write → record. Start here.

The day is decided before (`cli/run.py`): everything here happens on the day it is told.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from briefing import pipeline
from briefing.config import Config
from briefing.config.tables import BriefTable
from briefing.deliver.folder import read_folder, write_folder
from briefing.deliver.lock import alone
from briefing.deliver.stopwatch import Stopwatch
from briefing.deliver.target import Target, Written, fitted
from briefing.edition.analysis import analysed
from briefing.edition.compose import compose, plan_of
from briefing.edition.eligible import About
from briefing.edition.folder import RUN, Finished, entry, finished, row_record
from briefing.edition.gathering import Desk, Gathering, gather
from briefing.edition.item import Item
from briefing.edition.mailing import doubtful, open_posts, recipients, send
from briefing.edition.missed import missed
from briefing.edition.old import forgotten
from briefing.edition.outcome import Made, rows
from briefing.edition.places import journal_file, lock_file
from briefing.edition.public import publish
from briefing.edition.recover import recover
from briefing.errors import BriefingError, InputError
from briefing.journal.ask import silent
from briefing.journal.nouns import Entry, Row
from briefing.journal.record import carried, fade, heard, prune, record
from briefing.journal.store import opened
from briefing.model import Brief
from briefing.render import edition as files_of
from briefing.render.json import record as record_of
from briefing.render.run import Course, run_json
from briefing.stories import Told, told

SILENT_RUNS = 3  # runs in which a source gives nothing, after which that is said


@dataclass(frozen=True, slots=True)
class Asked:
    """What one run is asked to do. `moment`: the clock, None when a day was named instead of it.

    `brief`: [brief] as this edition and the command line have it. `wait`: seconds for another run's end.
    `progress` is told how far gathering and analysing have come.
    """

    about: About
    brief: BriefTable
    moment: datetime | None = None
    allow_embargoed: bool = False
    strict: bool = False
    jobs: int = 1
    wait: float = 0
    catch_up: bool = False
    progress: pipeline.Progress | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did. `written`: its brief, None when there was nothing new. `folder`: where the edition is.

    `learned`: editions that a killed run had left unrecorded. `silent`: sources and for how many runs.
    `mailed`: recipients whose mail was taken. `unmailed`: why one was not, raised when all else is said.
    """

    failed: tuple[InputError, ...]
    written: Written | None = None
    folder: Path | None = None
    learned: tuple[str, ...] = ()
    silent: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    mailed: int = 0
    unmailed: BriefingError | None = None


def run(config: Config, asked: Asked) -> Done:
    """Make an edition, and with `catch_up` those of missed days before it, alone.

    Raises BriefingError for all that keeps it from being made.
    """
    journal = journal_file(config)
    with alone(lock_file(journal), asked.wait), opened(journal) as base:
        learned = recover(base, config)
        desk = Desk(config, asked.brief, asked.about, base, asked.progress)
        for about in missed(base, asked.about) if asked.catch_up else ():
            _edition(replace(desk, about=about), replace(asked, about=about, moment=None))
        done = _edition(desk, asked)
        prune(base, forgotten(base, asked.about.day, config.state.keep_days))
        fade(base, forgotten(base, asked.about.day, asked.brief.remember_days))
        publish(config)
        done = _mailed(done, base, config, asked)
        return replace(done, learned=tuple(learned), silent=tuple(silent(base, SILENT_RUNS)))


def _mailed(done: Done, base: sqlite3.Connection, config: Config, asked: Asked) -> Done:
    if config.email is None:
        return done
    doubts = tuple(doubtful(base, asked.about.day))
    try:
        count = send(base, config.email, open_posts(base, config, asked.about.day), asked.moment)
    except BriefingError as error:
        return replace(done, unmailed=error, notes=done.notes + doubts)
    return replace(done, mailed=count, notes=done.notes + doubts)


def _edition(desk: Desk, asked: Asked) -> Done:
    folder = Path(desk.config.output.dir) / desk.about.name
    before = finished(folder)
    watch = Stopwatch()
    with watch.stage("gather"):
        met = gather(desk, before)
    with watch.stage("analyse"):
        done = analysed(desk, met.items, asked.jobs)
    failed = [*met.failed, *done.failed]
    _refuse(met, failed, asked.strict)
    plan = plan_of(desk)._replace(moment=asked.moment, allow_embargoed=asked.allow_embargoed)
    with watch.stage("assemble"):
        made = compose(desk, plan, done, failed)
    with watch.stage("render"):
        written = fitted(made.brief, _target(desk.config))
    made = replace(made, brief=written.brief)
    whole = _finished(made.brief, [*rows(done, made), *met.rows], before, desk.config.output.template)
    result = Done(tuple(failed), notes=tuple(_notes(met.items)))
    if before or _says_something(made.brief):
        changed = _write(folder, desk.config, whole, Course(written.moved, watch.seconds))
        record(
            desk.base,
            entry(desk.about.name, whole, _sketches(made), recipients(desk.config, desk.about.name)),
        )
        result = replace(result, written=written if changed else None, folder=folder)
    else:
        record(desk.base, Entry(desk.about.name, desk.about.day, None, whole.rows, failed=_reasons(failed)))
    carried(desk.base, desk.about.day, {key for key, _ in met.carried})
    heard(desk.base, desk.about.name, met.counts)
    return result


def _refuse(met: Gathering, failed: Sequence[InputError], strict: bool) -> None:
    """Raise InputError when no source gave anything, or, with --strict, when one failed."""
    if strict and failed:
        raise InputError("--strict", f"{len(failed)} input(s) failed, nothing was written: {failed[0]}")
    if failed and not met.total and not met.items:
        raise pipeline.nothing_usable(failed)


def _target(config: Config) -> Target:
    output = config.output
    formats = (*output.formats, *(["eml"] if config.email and "eml" not in output.formats else ()))
    return Target(formats, template=output.template, mail_kb=output.max_email_kb)


def _finished(brief: Brief, made: Sequence[Row], before: Finished | None, template: str | None) -> Finished:
    """The edition as its folder will say it; outcomes of what is gathered no more stay as they were."""
    mine = {(one.key, one.sha256) for one in made}
    kept = [one for one in before.rows if (one.key, one.sha256) not in mine] if before else []
    settled = sorted((*made, *kept), key=lambda one: (one.source, one.key, one.sha256))
    return Finished(brief, record_of(brief, template)["digest"], tuple(settled))


def _says_something(brief: Brief) -> bool:
    return bool(brief.stories or brief.also or any(section.lines for section in brief.sections))


def _write(folder: Path, config: Config, whole: Finished, course: Course) -> bool:
    """Write the folder whole; not at all when it is there and would be the same."""
    brief, template = whole.brief, config.output.template
    files = files_of(brief, _target(config).formats, template)
    outcomes = [row_record(one, brief.texts) for one in whole.rows]
    old = read_folder(folder) if folder.is_dir() else {}
    run = json.loads(old.get(RUN, b"{}"))
    same = old.keys() - {RUN} == files.keys() and all(
        old[name] == text.encode() for name, text in files.items()
    )
    if same and run.get("outcomes") == outcomes:
        return False
    write_folder(
        folder.parent, folder.name, {**files, RUN: run_json(brief, files, course, whole.digest, outcomes)}
    )
    return True


def _sketches(made: Made) -> tuple[Told, ...]:
    shown = {article.id for article in made.brief.articles}
    return tuple(one for group in made.groups if group[0].article.id in shown for one in told(group))


def _reasons(failed: Sequence[InputError]) -> tuple[tuple[str, str], ...]:
    return tuple((error.origin, error.reason) for error in failed)


def _notes(items: Sequence[Item]) -> Iterator[str]:
    """What readers had to decide about articles."""
    for item in items:
        yield from (f"{item.article.origin}: {note}" for note in item.article.notes)
