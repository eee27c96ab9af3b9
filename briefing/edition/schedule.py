"""The entry that makes the machine run `briefing run` every day, for cron, systemd and launchd."""

import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time

DELAY = "sleep \"$(od -An -N1 -tu1 /dev/urandom | tr -d ' ')\""  # 0 to 255 s, in any POSIX shell
SPREAD = 300  # seconds, where the scheduler itself can spread
WEEKDAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")  # cron and launchd count from Sunday
LABEL = "briefing.run"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be run (absolute paths), at what hour, on which days (0 is Sunday), in which zone."""

    command: tuple[str, ...]
    at: time
    days: tuple[int, ...]
    zone: str


def cron(job: Job) -> str:
    """A line for `crontab -e`. Cron knows the machine's zone only, and makes up for nothing itself."""
    days = ",".join(map(str, job.days)) if len(job.days) < len(WEEKDAYS) else "*"
    line = f"{DELAY}; exec {shlex.join(job.command)}".replace("%", r"\%")  # cron takes % for a line's end
    return (
        "# For crontab -e. The hour is in the zone of this machine. When all is well nothing is printed,\n"
        "# so cron mails nothing. The next run makes up for a missed day; --catch-up makes its own edition.\n"
        f"{job.at.minute} {job.at.hour} * * {days} {line}\n"
    )


def systemd(job: Job) -> str:
    """A service and a timer for `systemctl --user`."""
    days = ",".join(WEEKDAYS[day] for day in job.days)
    start = " ".join(_unit_quoted(word) for word in job.command)
    return f"""# ~/.config/systemd/user/briefing.service
[Unit]
Description=Make the brief
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart={start}
# 3: the brief is written, some inputs failed (they are named in the journal of systemd)
SuccessExitStatus=3

# ~/.config/systemd/user/briefing.timer – then: systemctl --user enable --now briefing.timer
[Unit]
Description=Make the brief every day

[Timer]
OnCalendar={days} *-*-* {job.at:%H:%M}:00 {job.zone}
RandomizedDelaySec={SPREAD}
Persistent=true

[Install]
WantedBy=timers.target
"""


def _unit_quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def launchd(job: Job) -> str:
    """A property list for ~/Library/LaunchAgents; launchd runs a missed job when the machine wakes up."""
    import plistlib

    line = f"{DELAY}; exec {shlex.join(job.command)}"
    hour = {"Hour": job.at.hour, "Minute": job.at.minute}
    record = {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", line],
        "StartCalendarInterval": [{"Weekday": day, **hour} for day in job.days],
    }
    return plistlib.dumps(record, sort_keys=False).decode()


SCHEDULES: dict[str, Callable[[Job], str]] = {"cron": cron, "systemd": systemd, "launchd": launchd}


def days_of(names: Sequence[str]) -> tuple[int, ...]:
    """The numbers of weekdays by their English names (`mon`, `Tue` …); raises ValueError for another word."""
    known = [day.casefold() for day in WEEKDAYS]
    return tuple(sorted({known.index(name.strip()[:3].casefold()) for name in names}))
