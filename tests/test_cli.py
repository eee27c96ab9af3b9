"""The command as a user or a cron job meets it: what goes where, and the exit codes of the contract."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run

STORY = (
    "Ferry fares to rise on Quell Sound\n\n"
    "Fares on the Quell Sound ferry will rise by a tenth on 3 March, the harbour board said on Monday.\n\n"
    "Ada Brandt, the mayor of Lower Quell, denied that the town had asked for the increase.\n"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """One good article."""
    path = tmp_path / "ferry.txt"
    path.write_text(STORY)
    return path


def err(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on stderr."""
    return done.stderr.decode().splitlines()


def test_make_prints_markdown(briefing: Run, story: Path) -> None:
    """Without -o the brief goes to standard output as Markdown, and nothing to stderr."""
    done = briefing("make", story, "--date", "2026-11-24")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("# ")
    assert "Ferry fares to rise on Quell Sound" in done.stdout.decode()
    assert done.stderr == b""


def test_make_writes_a_dated_folder(briefing: Run, story: Path, tmp_path: Path) -> None:
    """With -o DIR all formats and the sources go to a folder named by the day, and `latest` points at it."""
    assert briefing("make", story, "-o", "out", "--date", "2026-11-24").returncode == 0
    folder = tmp_path / "out" / "2026-11-24"
    names = {p.name for p in folder.iterdir()}
    assert {"brief.md", "brief.html", "brief.txt", "brief.json", "sources", "run.json"} <= names
    assert (tmp_path / "out" / "latest" / "brief.md").read_bytes() == (folder / "brief.md").read_bytes()


@pytest.mark.parametrize("suffix", ["md", "html", "txt", "json"])
def test_a_known_suffix_names_one_file(briefing: Run, story: Path, tmp_path: Path, suffix: str) -> None:
    """-o FILE with a known suffix writes that format to that file."""
    done = briefing("make", story, "-o", f"b.{suffix}", "--date", "2026-11-24")
    assert done.returncode == 0, done.stderr
    assert "Ada Brandt" in (tmp_path / f"b.{suffix}").read_text()


def test_make_reads_standard_input(briefing: Run) -> None:
    """The input - is standard input."""
    assert b"Ada Brandt" in briefing("make", "-", "--date", "2026-11-24", stdin=STORY.encode()).stdout


def test_one_bad_input_does_not_stop_the_good(briefing: Run, story: Path, tmp_path: Path) -> None:
    """A failed input is one line on stderr and one in the brief's foot; the rest goes out; exit 3."""
    (tmp_path / "empty.txt").write_bytes(b"")
    done = briefing("make", story, "empty.txt", "--date", "2026-11-24")
    assert done.returncode == 3
    assert len(err(done)) == 1
    assert "empty.txt" in err(done)[0]
    assert "Ada Brandt" in done.stdout.decode()
    assert "empty" in done.stdout.decode().partition("Not covered")[2]


def test_strict_writes_nothing(briefing: Run, story: Path, tmp_path: Path) -> None:
    """With --strict one failed input is exit 65, and no file is written."""
    done = briefing("make", story, "missing.txt", "--strict", "-o", "out", "--date", "2026-11-24")
    assert done.returncode == 65
    assert not (tmp_path / "out").exists()


def test_nothing_usable_is_65_and_nothing_there_is_66(briefing: Run, tmp_path: Path) -> None:
    """Exit 65 when no input could be used, 66 when none of the named inputs exists."""
    (tmp_path / "empty.txt").write_bytes(b"")
    assert briefing("make", "empty.txt").returncode == 65
    assert briefing("make", "nowhere.txt", "no-folder/").returncode == 66
    assert briefing("findings", "nowhere.txt").returncode == 66


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [
        ("--ranker", "leed", "lead"),
        ("--splitter", "ruel", "rule"),
        ("--tz", "Mars/Base", "IANA"),
        ("--only", "whot", "what"),
        ("--names", "roolz", "rules"),
        ("--names", "spacy:no_such_pipeline", "spacy"),
    ],
)
def test_an_unknown_name_lists_the_known(
    briefing: Run, story: Path, option: str, value: str, known: str
) -> None:
    """A name that is in no registry is exit 2 and one line that says what is known."""
    done = briefing("make", story, option, value)
    assert done.returncode == 2
    assert known in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_findings_is_one_object_a_line(briefing: Run, story: Path) -> None:
    """`findings` prints the contract's keys; offsets point into the text as given."""
    row = json.loads(briefing("findings", story, "-n", "1").stdout)
    assert row["text"] == STORY
    assert [STORY[d["start"] : d["end"]].split()[0] for d in row["denials"]] == ["Ada"]
    assert len(row["summary"]) == 1


def test_clean_prints_the_story_or_what_was_removed(briefing: Run, tmp_path: Path) -> None:
    """`clean` prints the story; --removed prints every stretch set aside with its rule."""
    (tmp_path / "a.txt").write_text(STORY + "\nRead more\n")
    assert b"Read more" not in briefing("clean", "a.txt").stdout
    assert b"Read more" in briefing("clean", "a.txt", "--removed").stdout


def test_verify_counts_the_lines(briefing: Run, story: Path, tmp_path: Path) -> None:
    """`verify` says how many lines are verbatim, of a folder or of its brief.json."""
    briefing("make", story, "-o", "out", "--date", "2026-11-24")
    done = briefing("verify", "out/2026-11-24")
    assert done.returncode == 0
    count = done.stdout.decode().split()
    assert count[0] == count[2].rstrip(",")
    assert briefing("verify", "out/2026-11-24/brief.json").stdout == done.stdout


def test_verify_finds_a_changed_character(briefing: Run, story: Path, tmp_path: Path) -> None:
    """One changed character in a rendering is exit 5."""
    briefing("make", story, "-o", "out", "--date", "2026-11-24")
    page = tmp_path / "out" / "2026-11-24" / "brief.md"
    page.write_text(page.read_text().replace("Brandt", "Brandl"))
    done = briefing("verify", "out/2026-11-24")
    assert done.returncode == 5
    assert "brief.md" in done.stderr.decode()


def test_same_bytes_whatever_the_machine(briefing: Run, story: Path, tmp_path: Path) -> None:
    """Hash seed, time zone and locale do not change a byte; no home directory is needed."""
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"},
    ]
    seen = []
    for n, env in enumerate(settings):
        briefing("make", story, "-o", f"out{n}", "--date", "2026-11-24", NLTK_DATA="/nonexistent", **env)
        folder = tmp_path / f"out{n}" / "2026-11-24"
        files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "run.json")
        seen.append([(p.relative_to(folder), p.read_bytes()) for p in files])
    assert seen[0] == seen[1]
    assert seen[0]


def test_jobs_do_not_change_the_product(briefing: Run, story: Path, tmp_path: Path) -> None:
    """Two processes print the same findings in the same order as one."""
    rows = [json.dumps({"id": str(i), "text": STORY.replace("tenth", f"tenth {i}")}) for i in range(70)]
    (tmp_path / "many.jsonl").write_text("\n".join(rows))
    one, two = briefing("findings", "many.jsonl"), briefing("findings", "many.jsonl", "--jobs", "2")
    assert one.stdout == two.stdout
    assert one.stdout.count(b"\n") == 70


@pytest.mark.parametrize("named", ["ferry.txt", ".", "*.txt"])
def test_an_article_is_not_replaced_by_its_brief(briefing: Run, story: Path, named: str) -> None:
    """-o with the name of an input is refused, and the article is as it was."""
    done = briefing("make", named, "-o", "ferry.txt")
    assert done.returncode == 73
    assert err(done) == ["briefing: ferry.txt: is one of the inputs; choose another place with -o"]
    assert story.read_text() == STORY


def test_a_closed_pipe_is_no_error(story: Path, root: Path) -> None:
    """A reader that stops reading (| head) ends the command quietly."""
    done = subprocess.run(
        ["bash", "-c", f'{sys.executable} -m briefing findings "{story}" | true; echo "${{PIPESTATUS[0]}}"'],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=True,
    )
    assert done.stdout == b"0\n"
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("make --date soon ferry.txt", 2, "write it as YYYY-MM-DD"),
        ("make --lines 0 ferry.txt", 2, "0 is not in the range"),
        ("make --language english ferry.txt", 2, "write two or three letters"),
        ("make", 2, "Missing argument"),
        ("frobnicate", 2, "No such command"),
        ("make ferry.txt -o ferry.txt.bak", 73, "is no folder"),
    ],
)
def test_a_mistake_in_the_command_is_one_line(
    briefing: Run, story: Path, command: str, code: int, words: str
) -> None:
    """What the parser refuses is said like everything else: one line that names the mistake."""
    story.with_name("ferry.txt.bak").write_text("")
    done = briefing(*command.split())
    assert done.returncode == code
    (line,) = err(done)
    assert words in line


@pytest.mark.parametrize("command", ["--help", "--version", "make --help"])
def test_help_that_nobody_reads_is_no_bug(root: Path, command: str) -> None:
    """`| head` ends it quietly, a full disk is 73."""
    briefing = f"{sys.executable} -m briefing {command}"
    script = f'{briefing} | true; echo "${{PIPESTATUS[0]}}"; {briefing} > /dev/full; echo "$?"'
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=environment, check=True)
    assert done.stdout.split() == [b"0", b"73"]
    assert err(done) == ["briefing: standard output cannot be written: No space left on device"]


def test_a_full_disk_is_73(story: Path, root: Path) -> None:
    """Output that cannot be written is one line and exit 73."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "make", story],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root)},
            check=False,
        )
    assert done.returncode == 73
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_bug_is_one_line_and_exit_1(tmp_path: Path, root: Path, story: Path) -> None:
    """A planted bug reaches the user as one line that asks for a report, never as a traceback."""
    (tmp_path / "sitecustomize.py").write_text(
        "import briefing.pipeline\n\n\ndef broken(*a, **k):\n    raise ZeroDivisionError('planted')\n\n\n"
        "briefing.pipeline.assemble = broken\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "make", story],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}:{root}"},
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1
    assert "ZeroDivisionError: planted" in done.stderr.decode()


def test_no_socket_is_opened(tmp_path: Path, root: Path, story: Path) -> None:
    """Local inputs never lead to the network: a Python without sockets makes the same brief."""
    (tmp_path / "page.html").write_text(
        "<html><head><title>Harbour plan</title></head><body><article><h1>Harbour plan</h1>"
        "<p>The harbour board of Lower Quell will publish its plan on 3 March, it said on Monday.</p>"
        "<p>Ada Brandt, the mayor, denied that the town had seen a draft of it before the meeting.</p>"
        "</article></body></html>"
    )
    (tmp_path / "sitecustomize.py").write_text(
        "import socket\n\n\nclass Forbidden(socket.socket):\n    def __init__(self, *a, **k):\n"
        "        raise RuntimeError('a socket was opened')\n\n\nsocket.socket = Forbidden\n"
        "def refuse(*a, **k):\n    raise RuntimeError('a name was resolved')\n\n\n"
        "socket.getaddrinfo = refuse\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "briefing", "make", story, tmp_path / "page.html", "--date", "2026-11-24"],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}:{root}"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"Harbour plan" in done.stdout


def test_version_and_help(briefing: Run) -> None:
    """--version prints the version; --help lists the commands."""
    assert briefing("--version").stdout.startswith(b"briefing 0.")
    assert all(word in briefing("--help").stdout for word in (b"make", b"findings", b"clean", b"verify"))


def test_explain_says_why(briefing: Run, story: Path) -> None:
    """make --explain says on stderr, for each line, the rule and its words or the ranker's features."""
    said = briefing("make", story, "--date", "2026-11-24", "--explain").stderr.decode()
    assert "'denied'" in said
    assert "ranked" in said


def test_what_a_reader_had_to_decide_is_said(briefing: Run, tmp_path: Path) -> None:
    """A guessed encoding is one line on stderr; the article is read all the same."""
    text = "Die Bürgermeisterin von Größburg hat die Vorwürfe am Montag zurückgewiesen. " * 8
    (tmp_path / "alt.txt").write_bytes(text.encode("cp1252"))
    done = briefing("clean", "alt.txt")
    assert done.returncode == 0
    assert "Größburg" in done.stdout.decode()
    assert err(done)[0].startswith("briefing: alt.txt: ")
