"""briefing.toml: what is right becomes a noun, what is wrong is named with its line."""

from pathlib import Path

import pytest

from briefing.config import Config, find, load
from briefing.errors import ConfigError

CONTRACT = """
[brief]
title = "Morning brief"
timezone = "Europe/London"        # IANA; the edition's date is computed in it
sections = ["what", "who", "denials", "next_steps", "changed", "corrections", "sources"]
max_stories = 7
lines = 3                         # What lines a story
remember_days = 7
language = "en"

[watch]
names = ["Harbour Authority"]

[[source]]
name = "Harbour Courier"
path = "inputs/*.txt"             # or url = / feed = / opml = / mbox = / maildir =
drop = ["^Read more"]             # extra furniture rules; keep = [...] overrides
include = []                      # words or phrases an article must hold; exclude = [...]
max_items = 20

[output]
dir = "outputs"
formats = ["md", "html", "txt", "eml", "json", "ics"]
max_email_kb = 90

[email]
from = "Desk <desk@example.org>"
to = ["list@example.org"]
subject = "{{ title }}: {{ top_headline }} ({{ date }})"
smtp = "smtp.example.org:587"
password_env = "BRIEFING_SMTP_PASSWORD"

[network]
allow_hosts = ["intranet.example.org"]   # the only non-public hosts that may be fetched

[[edition]]
name = "evening"
max_stories = 3
"""

MAIL = "from = 'a@b.org'\nto = ['c@d.org']\nsmtp = 'mail.b.org:25'\n"


def written(tmp_path: Path, text: str) -> Path:
    """The text as a briefing.toml."""
    file = tmp_path / "briefing.toml"
    file.write_text(text)
    return file


def config(tmp_path: Path, text: str) -> Config:
    """The configuration that a text says."""
    return load(written(tmp_path, text))


def test_the_file_of_the_contract_is_read(tmp_path: Path) -> None:
    """Every key that the contract shows is known, and its value kept."""
    made = config(tmp_path, CONTRACT)
    assert (made.brief.title, made.brief.timezone) == ("Morning brief", "Europe/London")
    assert made.sources[0].max_items == 20
    assert made.email is not None
    assert made.email.sender == "Desk <desk@example.org>"
    assert made.network.allow_hosts == ("intranet.example.org",)


def test_an_edition_is_the_brief_with_what_it_says_otherwise(tmp_path: Path) -> None:
    """A named edition takes [brief] and its own keys over it."""
    (evening,) = config(tmp_path, CONTRACT).editions
    assert (evening.name, evening.brief.max_stories, evening.brief.title) == ("evening", 3, "Morning brief")


def test_paths_begin_at_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path is relative to the file, wherever the command runs; an address stays as it is."""
    monkeypatch.chdir("/")
    made = config(tmp_path, '[[source]]\npath = "in"\n[[source]]\nfeed = "https://a.example.org/f"\n')
    assert [source.word for source in made.sources] == [str(tmp_path / "in"), "https://a.example.org/f"]
    assert made.output.dir == str(tmp_path / "outputs")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[brief]\ntitel = 'x'\n", 2, "unknown key titel in [brief] – did you mean title?"),
        ("\n[breif]\ntitle = 'x'\n", 2, "unknown table [breif] – did you mean brief?"),
        ("[brief]\n\nmax_stories = 'seven'\n", 3, "max_stories must be a whole number, not 'seven'"),
        ("[brief]\nlines = 0\n", 2, "lines must be 1 at least, not 0"),
        ("[brief]\nlines = true\n", 2, "lines must be a whole number, not True"),
        ("[brief]\ntimezone = 'London'\n", 2, "is no time zone"),
        ("[brief]\nsections = ['wat']\n", 2, "unknown 'wat' in sections – did you mean what?"),
        ("[[source]]\npath = 'a'\n[[source]]\npath = 'b'\nmax_itms = 2\n", 5, "did you mean max_items?"),
        ("[[source]]\nname = 'a'\n", 1, "a [[source]] has one of path, url, feed"),
        ("[[source]]\npath = 'a'\nurl = 'https://a.example.org/x'\n", 3, "it has path and url"),
        ("[[source]]\nurl = 'file:///etc/passwd'\n", 2, "is no web address"),
        ("[[source]]\nurl = 'https://me:pw@a.example.org/'\n", 2, "names a password"),
        ("[[source]]\npath = 'a'\ndrop = ['(']\n", 3, "is no regular expression"),
        ("[[source]]\npath = 'a'\n[[source]]\npath = 'a'\n", 3, "there are two [[source]] called"),
        ("[source]\npath = 'a'\n", 1, "source is written as a table [[source]]"),
        ("[email]\nfrom = 'a@b'\nto = ['c@d']\n", 1, "[email] needs smtp"),
        ("[email]\npassword = 'x'\n", 2, "a secret is not written into this file"),
        ("[email]\nfrom = 'a@b'\nto = ['c@d']\nsmtp = 'mail'\n", 4, "is no HOST:PORT"),
        ("[[edition]]\nname = 'Ab c'\n", 2, "is no edition's name"),
        ("[[edition]]\nname = 'late'\ntimezone = 'Nowhere'\n", 3, "is no time zone"),
        ("[output]\nformats = ['pdf']\n", 2, "unknown 'pdf' in formats"),
        ("[brief]\nlanguage = 'xx'\n", 2, "unknown brief language 'xx' (known: en)"),
        ("[output]\n\ntemplate = 'nope'\n", 3, "unknown template"),
        (f"[email]\nsubject = '{{{{ foo }}}}'\n{MAIL}", 2, "'foo' is undefined"),
        (f"[email]\nsubject = '{{% if %}}'\n{MAIL}", 2, "subject of the mail"),
        ("[state]\nkeep_days = 1\n", 2, "keep_days must be 8 at least"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    """An error is one line: file, line number, what is wrong."""
    with pytest.raises(ConfigError) as raised:
        config(tmp_path, text)
    assert str(raised.value).startswith(f"{tmp_path / 'briefing.toml'}:{line}: ")
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("data", [b"[brief\n", b"a = \xff\n", b"x = " + b"[" * 2000, b"[brief]\n[brief]\n"])
def test_what_is_no_toml_is_a_configuration_error(tmp_path: Path, data: bytes) -> None:
    """A file that cannot be parsed is named, and never a traceback."""
    (tmp_path / "briefing.toml").write_bytes(data)
    with pytest.raises(ConfigError, match=r"briefing\.toml"):
        load(tmp_path / "briefing.toml")


def test_text_in_a_string_is_no_key(tmp_path: Path) -> None:
    """The line of an error is that of the key, not of the same words inside a text of many lines."""
    with pytest.raises(ConfigError, match=":5:"):
        config(tmp_path, '[brief]\ntitle = """\nlines = 1\n"""\nlines = 0\n')


def test_the_file_is_found_where_the_contract_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """-c goes before $BRIEFING_CONFIG, that before ./briefing.toml, that before the user's own."""
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "home" / "briefing" / "config.toml"
    env = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
    with pytest.raises(ConfigError, match="briefing init"):
        find(None, env)
    own.parent.mkdir(parents=True)
    own.touch()
    assert find(None, env) == own
    (tmp_path / "briefing.toml").touch()
    assert find(None, env) == Path("briefing.toml")
    assert find(None, {**env, "BRIEFING_CONFIG": "b.toml"}) == Path("b.toml")
    assert find("c.toml", {"BRIEFING_CONFIG": "b.toml"}) == Path("c.toml")


def test_a_template_lies_beside_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme keeps its name; a folder of templates is looked for where the configuration is."""
    monkeypatch.chdir("/")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "brief.md.jinja").write_text("{{ brief.title }}")
    assert config(tmp_path, "[output]\ntemplate = 'dossier'\n").output.template == "dossier"
    assert config(tmp_path, "[output]\ntemplate = 'house'\n").output.template == str(tmp_path / "house")
