"""The main path, top to bottom: INPUT → articles → findings → stories → brief → text → file. Start here."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from briefing.analyse import Settings, analyse
from briefing.assemble import Plan, assemble, released
from briefing.clean import clean
from briefing.deliver.folder import read_folder
from briefing.errors import InputError, MissingInput
from briefing.gather import OFFLINE, Network, Source, Tally, articles
from briefing.gather import sourced as by_source
from briefing.lang.detect import language_of
from briefing.model import Article, Brief, Failure, Findings
from briefing.render.check import check
from briefing.render.cleaned import removed, story_text
from briefing.render.findings import findings_json
from briefing.stories import group, shelved
from briefing.workers import ordered_map

if TYPE_CHECKING:
    from briefing.verify import Report

Gathered = Article | InputError
Progress = Callable[[str, int, int | None], None]  # told what is done, how much of it, and of how much


def read(*inputs: str, stdin: BinaryIO | None = None) -> Iterator[Article]:
    """The articles of files, folders, globs and `-`. Raises InputError at the first that cannot be used."""
    for item in articles(inputs, stdin or _stdin()):
        if isinstance(item, InputError):
            raise item
        yield item


def gathered(
    inputs: Sequence[str | Source], network: Network = OFFLINE, tally: Tally | None = None
) -> Iterator[Gathered]:
    """The articles of INPUT words, in order, as a stream; a failed input is yielded as its error."""
    return articles(inputs, _stdin(), network, tally)


def tally(progress: Progress | None) -> Tally:
    """What counts while sources are gathered, and shows how many documents were fetched."""
    if progress is None:
        return Tally()
    return Tally(lambda counted: progress("fetched", counted.answered, counted.asked))


def sourced(
    sources: Sequence[Source], network: Network, tally: Tally | None = None
) -> Iterator[tuple[Source, Gathered]]:
    """As `gathered`, each with the source that gave it, and ids not yet told apart."""
    return by_source(sources, _stdin(), network, tally)


def _stdin() -> BinaryIO:
    """Standard input, read as empty where a caller closed it."""
    return sys.stdin.buffer if sys.stdin else BytesIO()


def analyse_article(article: Article, how: Settings = Settings(), language: str | None = None) -> Findings:
    """Everything found in one article, read in its own language unless `language` says another."""
    return analyse(article, language_of(article, language), how)


def analysed(
    stream: Iterable[Gathered], how: Settings, language: str | None = None, jobs: int = 1
) -> Iterator[Findings | InputError]:
    """Findings of every article, in order, as a stream; a failed input is yielded as its error."""
    return ordered_map(partial(analyse_one, how=how, language=language), stream, jobs)


def analyse_one(item: Gathered, how: Settings, language: str | None) -> Findings | InputError:
    """The findings of what was gathered; an article that holds no story is an InputError."""
    if isinstance(item, InputError):
        return item
    found = analyse_article(item, how, language)
    if not found.document.sentences:
        return InputError(item.origin, "no story is left after cleaning; see `briefing clean --removed`")
    return found


def findings_lines(
    stream: Iterable[Gathered],
    how: Settings,
    language: str | None = None,
    jobs: int = 1,
    explain: bool = False,
) -> Iterator[str | InputError]:
    """The JSON of `briefing findings`, one line an article, made where the article is analysed."""
    one = partial(_line_of_one, how=how, language=language, explain=explain)
    return ordered_map(one, stream, jobs)


def _line_of_one(item: Gathered, how: Settings, language: str | None, explain: bool) -> str | InputError:
    found = analyse_one(item, how, language)
    return found if isinstance(found, InputError) else findings_json(found, explain=explain)


def cleaned(
    stream: Iterable[Gathered], language: str | None, splitter: str, show_removed: bool
) -> Iterator[str | InputError]:
    """The text of each story, or what was set aside from it."""
    for item in stream:
        if isinstance(item, InputError):
            yield item
        else:
            document = clean(item, language_of(item, language), splitter)
            yield removed(document) if show_removed else story_text(document)


def make(found: Iterable[Findings | InputError], plan: Plan) -> Brief:
    """The brief of everything found; failed inputs are named in it.

    Raises the last InputError when no input could be used (MissingInput when none exists).
    """
    failed: list[InputError] = []
    used = shelved(_used(found, failed))
    if not used:
        raise nothing_usable(failed)
    free = released(used, plan)
    return assemble(group(free.found), plan, [Failure(e.origin, e.reason) for e in failed], free)


def _used(found: Iterable[Findings | InputError], failed: list[InputError]) -> Iterator[Findings]:
    """What could be used; what could not goes to `failed`."""
    for item in found:
        if isinstance(item, InputError):
            failed.append(item)
        else:
            yield item


def make_brief(findings: Iterable[Findings], day: date, plan: Plan | None = None) -> Brief:
    """The brief of these findings for `day`; `plan` says all else (title, sections, lengths)."""
    plan = (plan or Plan(day))._replace(day=day)
    free = released(findings, plan)
    return assemble(group(free.found), plan, rest=free)


def nothing_usable(failed: Sequence[InputError]) -> InputError:
    """The error that ends a run in which every input failed."""
    kind = MissingInput if all(isinstance(e, MissingInput) for e in failed) else InputError
    count = f"{len(failed)} failed" if len(failed) != 1 else "it failed"
    return kind("no input could be used", f"{count}, see above")


def verify(path: str | Path) -> "Report":
    """Check a brief's folder (or the folder of a brief.json): its lines, sources and renderings.

    Raises MissingInput when it does not exist, VerificationError when it is no brief at all.
    """
    return check(read_folder(Path(path)))
