"""One schema: the checks, the JSON Schema and the starter file agree."""

import json
import tomllib
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.config.build import build
from briefing.config.keys import keys
from briefing.config.schema import schema
from briefing.config.starter import starter
from briefing.config.tables import TABLES, Config
from briefing.errors import ConfigError
from tests.conftest import Run


def test_the_schema_names_every_key() -> None:
    """Each table of the schema has just the keys that are read."""
    found = schema()["properties"]
    assert list(found) == list(TABLES)
    for name, table in TABLES.items():
        properties = found[name].get("items", found[name])["properties"]
        assert list(properties) == [key.name for key in keys(table)]
        assert all(entry["description"] for entry in properties.values())


def test_the_command_prints_the_schema(briefing: Run) -> None:
    """`briefing init --schema` prints the schema that the code makes, and writes nothing."""
    assert json.loads(briefing("init", "--schema").stdout) == schema()


def test_the_starter_says_all_that_the_defaults_are(tmp_path: Path) -> None:
    """Every key of the starter file is known, also those that are commented out."""
    text = starter(tmp_path)["briefing.toml"]
    whole = "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and (" = " in line or "# [" in line) else line
        for line in text.split("\n")
    )
    for version in (text, whole):
        assert isinstance(build(tomllib.loads(version), version, tmp_path / "briefing.toml"), Config)


def test_init_never_overwrites(briefing: Run, tmp_path: Path) -> None:
    """A second `briefing init` is refused with 73, and the file stays."""
    assert briefing("init").returncode == 0
    (tmp_path / "briefing.toml").write_text("[brief]\n")
    assert briefing("init").returncode == 73
    assert (tmp_path / "briefing.toml").read_text() == "[brief]\n"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.sampled_from([*TABLES, "other", ""])
KEYS = st.sampled_from(sorted({key.name for table in TABLES.values() for key in keys(table)}))


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(NAMES, VALUES | st.dictionaries(KEYS, VALUES) | st.lists(st.dictionaries(KEYS, VALUES)))
)
@example({"brief": {"\n": None}})
def test_any_file_is_read_or_refused(raw: dict[str, object]) -> None:
    """Whatever a file holds, the answer is a configuration or a one-line ConfigError."""
    said = ""
    try:
        build(raw, "", Path("/x/briefing.toml"))
    except ConfigError as error:
        said = str(error)
    assert "\n" not in said
