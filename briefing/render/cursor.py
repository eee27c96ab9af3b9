"""A place in parsed JSON that knows where it is, so that what is wrong with it can be named."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.errors import VerificationError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cursor:
    """A value of parsed JSON and the words for its place (`story 2, denials, line 1`).

    Every accessor raises VerificationError with that place when the value is not of the kind asked for.
    """

    value: object
    where: str

    def __getitem__(self, key: str) -> "Cursor":
        fields = self.fields()
        if key not in fields:
            raise VerificationError(f"{self.where}: {key!r} is missing")
        return Cursor(fields[key], f"{self.where}, {key}")

    def fields(self) -> dict[str, object]:
        """The fields of an object."""
        return self._as(dict, "an object")

    def items(self, count: int | None = None) -> "list[Cursor]":
        """The members of a list (of `count` members), numbered from 1."""
        members = self._as(list, "a list")
        if count is not None and len(members) != count:
            raise VerificationError(f"{self.where}: is not a list of {count}")
        return [Cursor(member, f"{self.where} {n}") for n, member in enumerate(members, 1)]

    def at(self, where: str) -> "Cursor":
        """The same value under another name for its place."""
        return Cursor(self.value, where)

    def text(self) -> str:
        """A string."""
        return self._as(str, "a string")

    def text_or_none(self) -> str | None:
        """A string or null."""
        return None if self.value is None else self.text()

    def date(self) -> date:
        """An ISO date, or date and time."""
        text = self.text()
        try:
            return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
        except ValueError:
            raise VerificationError(f"{self.where}: is not a date") from None

    def partial_date(self) -> str | None:
        """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a day that exists, or null."""
        text = self.text_or_none()
        if text is not None:
            full = text + "0001-01-01"[len(text) :]
            Cursor(full if len(full) == 10 else text, self.where).date()
        return text

    def time_of_day(self) -> str | None:
        """`HH:MM` of a day, or null."""
        text = self.text_or_none()
        if text is not None and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
            raise VerificationError(f"{self.where}: is not a time of day")
        return text

    def zone(self) -> str:
        """An IANA time zone."""
        name = self.text()
        try:
            return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise VerificationError(f"{self.where}: {name!r} is not a time zone") from None

    def one_of(self, names: tuple[T, ...]) -> T:
        """One of these names."""
        for name in names:
            if name == self.value:
                return name
        raise VerificationError(f"{self.where}: is none of {', '.join(map(str, names))}")

    def number(self) -> int:
        """A whole number."""
        return self._as(int, "a whole number")

    def score(self) -> float | None:
        """A number or null."""
        if self.value is None or type(self.value) is int:
            return self.value
        return self._as(float, "a number")

    def flag(self) -> bool:
        """True or false."""
        return self._as(bool, "true or false")

    def _as(self, kind: type[T], words: str) -> T:
        if type(self.value) is not kind:
            raise VerificationError(f"{self.where}: is not {words}")
        return self.value
