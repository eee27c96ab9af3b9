"""The journal's file: made when there is none, and never thrown away."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import ConfigError, OutputError, TryAgain
from briefing.journal import store
from briefing.journal.ask import outcomes, seen
from briefing.journal.kept import dumped, loaded
from briefing.journal.nouns import Entry, Row
from briefing.journal.record import record
from briefing.model import Article, Furniture, Span

DAY = date(2026, 11, 24)


def entry(name: str, *rows: Row) -> Entry:
    """An edition with these outcomes."""
    return Entry(name, date.fromisoformat(name[:10]), None, rows)


def test_an_article_has_one_outcome(tmp_path: Path) -> None:
    """A version recorded again, in whatever edition, replaces its outcome; another version has its own."""
    with store.opened(tmp_path / "j") as base:
        record(
            base, entry("2026-11-24", Row("k", "v1", "s", None, "held"), Row("k", "v2", "s", None, "told"))
        )
        record(base, entry("2026-11-25", Row("k", "v1", "s", None, "told")))
        assert [(one.sha256, one.edition, one.outcome) for one in seen(base, "k")] == [
            ("v1", "2026-11-25", "told"),
            ("v2", "2026-11-24", "told"),
        ]
        assert len(list(outcomes(base))) == 2


def test_an_edition_is_recorded_whole_or_not(tmp_path: Path) -> None:
    """When one row cannot be recorded, none is."""
    bad = Row("l", "v", "s", None, "nonsense")  # type: ignore[arg-type]
    whole = entry("2026-11-24", Row("k", "v", "s", None, "told"), bad)
    with pytest.raises(sqlite3.IntegrityError), store.opened(tmp_path / "j") as base:
        record(base, whole)
    with store.opened(tmp_path / "j") as base:
        assert list(outcomes(base)) == []


def test_a_journal_that_is_in_use_is_75(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another process writes for long, the answer is TryAgain."""
    monkeypatch.setattr(store, "BUSY", 0.1)
    with store.opened(tmp_path / "j") as base:
        base.execute("BEGIN IMMEDIATE")
        with pytest.raises(TryAgain, match="in use"), store.opened(tmp_path / "j") as other:
            record(other, entry("2026-11-24"))


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A database that is no journal is refused, and not changed."""
    base = sqlite3.connect(tmp_path / "j")
    base.execute("CREATE TABLE theirs (x)")
    base.commit()
    base.close()
    before = (tmp_path / "j").read_bytes()
    with pytest.raises(ConfigError, match="is no journal"), store.opened(tmp_path / "j"):
        pass
    assert (tmp_path / "j").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_73(tmp_path: Path) -> None:
    """A file where the journal's folder should be is OutputError."""
    (tmp_path / "file").touch()
    with pytest.raises(OutputError), store.opened(tmp_path / "file" / "j"):
        pass


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda pair: Span(min(pair), max(pair)))
articles = st.builds(
    Article,
    id=texts,
    text=texts,
    title=st.none() | texts,
    published=st.none() | st.dates() | st.datetimes(timezones=st.just(UTC)),
    embargo=st.none() | st.datetimes(),
    title_span=st.none() | spans,
    head=st.lists(st.builds(Furniture, spans, texts), max_size=2).map(tuple),
    notes=st.lists(texts, max_size=2).map(tuple),
)


@given(articles)
def test_a_held_article_comes_back_as_it_was(article: Article) -> None:
    """What is kept of an article until its embargo ends is the whole article."""
    assert loaded(dumped(article)) == article


def test_a_time_stays_a_time() -> None:
    """A day stays a day and a moment a moment."""
    moment = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
    for when in (DAY, moment):
        assert loaded(dumped(Article("a", "x", published=when))).published == when
