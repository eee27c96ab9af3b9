"""Everything that can go wrong on purpose.

BriefingError
├── UsageError             what was asked cannot be done                    exit 2
│   └── UnknownName        no such ranker, format, section, language …
├── InputError             one input cannot be used; the others go on       exit 3, or 65 when none is left
│   └── MissingInput       the named input does not exist                   … or 66 when none exists
├── VerificationError      a printed line is not what its source says       exit 5
├── OutputError            the product cannot be written                    exit 73
├── DeliveryRefused        the mail server will not take the brief          exit 69
├── TryAgain               another run holds the lock, or time ran out      exit 75
└── ConfigError            briefing.toml or the journal needs a hand        exit 78

A message says what was asked, where, and what to do, on one line.
"""

from collections.abc import Iterable


class BriefingError(Exception):
    """Base of all expected failures. `exit_code` is the contract's."""

    exit_code = 1


class UsageError(BriefingError):
    """The command or call asks for something that cannot be done."""

    exit_code = 2


class UnknownName(UsageError):
    """A name that is in no registry; the message lists what is known."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches  # only a mistake pays for it

        names = sorted(known)
        near = get_close_matches(name, names, n=1)
        hint = f" – did you mean {near[0]!r}?" if near else ""
        listed = f"known: {', '.join(names)}" if names else "there is none"
        super().__init__(f"unknown {kind} {name!r}{hint} ({listed})")
        self.kind, self.name, self.known = kind, name, names


class InputError(BriefingError):
    """One input cannot be used. `origin` names it, `reason` says why and what to do."""

    exit_code = 65

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin, self.reason = origin, reason


class MissingInput(InputError):
    """A named input does not exist."""

    exit_code = 66


class VerificationError(BriefingError):
    """A brief, or a rendering of it, does not match its sources."""

    exit_code = 5


class DeliveryRefused(BriefingError):
    """The mail server refuses the brief, or a recipient, for good."""

    exit_code = 69


class OutputError(BriefingError):
    """The product cannot be written where it was asked to go."""

    exit_code = 73


class TryAgain(BriefingError):
    """Nothing is wrong, but not now: another run holds the lock, or the time is up."""

    exit_code = 75


class ConfigError(BriefingError):
    """The configuration, or the journal that it names, cannot be used until somebody mends it."""

    exit_code = 78
