"""`faults.sh` of the shared tools around `make` and `run`, each of its lines judged by the contract's codes."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from evals.campaign.office import ROOT, Result
from tests.edition.newsroom import sentences

LINE = re.compile(r"(.{26}) rc=(\S*) *left=(.*)")
CANNOT_WRITE = ("disk full", "read-only", "ulimit -f")
SIGNALS = {"SIGTERM": "143", "SIGINT": "130", "SIGHUP": "129"}
ONE_DAY = "2026-11-24"
MAKE = 'exec {python} -m briefing make "$IN" -o "$OUT" --date {day}'
RUN = """conf={conf}/$(basename "$OUT")
[ -e "$OUT/{day}" ] || rm -f "$conf".state*
printf '[state]\\npath = "%s.state"\\n[output]\\ndir = "%s"\\n[[source]]\\npath = "%s"\\n' "$conf" "$OUT" "$IN" > "$conf.toml"
exec {python} -m briefing run -c "$conf.toml" --date {day}"""


def shell(place: Path, command: str, data: Path) -> Result:
    """Every line of faults.sh around a command, `make` or `run`."""
    result, tool = Result(), data / "eval" / "faults.sh"
    if not tool.exists() or os.geteuid() or not shutil.which("faketime"):
        return Result("not run: it wants eval/faults.sh under --data, root, and faketime")
    (place / "in").mkdir()
    (place / "conf").mkdir()
    for name in "abc":
        (place / "in" / f"{name}.txt").write_text("About it\n\n" + " ".join(sentences(name)) + "\n")
    script = place / "command"
    head = f"#!/bin/sh\nexport PYTHONPATH={ROOT}\ncd {place}\n"
    script.write_text(
        head
        + (MAKE if command == "make" else RUN).format(python=sys.executable, day=ONE_DAY, conf=place / "conf")
    )
    script.chmod(0o755)
    env = {**os.environ, "SIGDELAY": "0.7", "KMAX": "999", "IN": str(place / "in")}
    done = subprocess.run(
        ["bash", str(tool), str(place / "work"), "--", str(script)],
        env=env,
        capture_output=True,
        text=True,
        timeout=900,
    )
    lines = [found.groups() for line in done.stdout.splitlines() if (found := LINE.match(line))]
    for name, code, left in lines:
        _judge(name.strip(), code, left, result)
    result.expect(len(lines) > 20, f"only {len(lines)} lines: {done.stderr[-300:]}")
    result.did = f"`{command}` under {len(lines)} faults of `faults.sh`"
    return result


def _judge(name: str, code: str, left: str, result: Result) -> None:
    """One line against the contract."""
    if name in SIGNALS:
        right = code in (SIGNALS[name], "0")
    elif name.startswith(CANNOT_WRITE):
        right = code == "73"
    elif name.startswith("8 concurrent"):
        right = set(left.partition("rcs=")[2].partition("same")[0].split()) <= {"0", "75"}
    else:
        right = code in ("", "0")
    whole = "same=NO" not in left and not re.search(r"(partial files seen|next-run-differs)=[1-9]", left)
    temporary = re.search(r"(^|[ /])\.[^ ]*\.tmp", left)
    result.expect(right and whole and not temporary, f"{name}: exit {code}: {left}")
