"""What a template sees: plain frozen nouns whose article words are slices, unescaped and whole.

Every section's line has the same fields, so that a template needs no knowledge of sections:
a line with a `name` is one of a quiet row of names, one with a `speaker` or `stance` is an answer,
one with a `when` an appointment, any other is just its words.
"""

from typing import NamedTuple

MAILED_ALSO = 100  # about 20 kB, a fifth of what Gmail shows of a mail


class MarkView(NamedTuple):
    """Where words come from: the article's number in the brief's list and character offsets."""

    number: int
    start: int
    end: int
    href: str | None

    def __str__(self) -> str:
        return f"{self.number}:{self.start}–{self.end}"


class LineView(NamedTuple):
    """One line of a section; words of an article in every field but `stance`, `when` and `see`.

    `text`: the words, None when the line only points (`see` is the heading that prints them). `mark`: where
    they come from; `also`: where else they stand. `name`, `role`: who is named, as what. `speaker`: who
    answered, or has to act. `stance`: how somebody answered (*denied*, *said* …), with `implied` when it was
    not said in so many words. `claim`: what is answered, from `claim_mark`. `when`: a date as people write
    it, `when_iso` as machines do. `unanswered`: what to say of an allegation without an answer.
    `sourcing`: where the line has its news, in a word or two, None where the words say it themselves.
    """

    text: str | None
    mark: MarkView
    name: str | None
    role: str | None
    speaker: str | None
    stance: str | None
    implied: bool
    claim: str | None
    claim_mark: MarkView | None
    when: str | None
    when_iso: str | None
    also: tuple[MarkView, ...]
    see: str | None
    unanswered: str | None
    sourcing: str | None

    @property
    def answers(self) -> bool:
        """Whether the line is somebody's answer, to be set apart with what it answers."""
        return bool(self.stance or self.unanswered)


class SectionView(NamedTuple):
    """A block of lines: `key` is its name in `--only`, `heading` stands above it."""

    key: str
    heading: str
    lines: tuple[LineView, ...]

    @property
    def undated(self) -> tuple[LineView, ...]:
        """The lines that are not in the agenda."""
        return tuple(line for line in self.lines if not line.when)

    @property
    def marks(self) -> tuple[MarkView, ...]:
        """Where the lines come from, each article once."""
        first = {line.mark.number: line.mark for line in reversed(self.lines)}
        return tuple(first[number] for number in sorted(first))

    @property
    def names(self) -> bool:
        """Whether every line only names somebody, so that they can stand in one row."""
        return all(line.name and not line.answers for line in self.lines)

    @property
    def answers(self) -> bool:
        """Whether the block is what people answered, or did not."""
        return any(line.answers for line in self.lines)


class StoryView(NamedTuple):
    """A story, `number` from the top.

    `source`, `date` and `href` (None when it may not be linked) are those of the article that gives the
    headline, `reported_by` the other sources. `status`: a word for a story that goes on, empty for a new one.
    `note`: what the brief has to say about the story as a whole.
    """

    id: str
    number: int
    status: str
    headline: str
    href: str | None
    source: str | None
    date: str | None
    reported_by: tuple[str, ...]
    note: str | None
    sections: tuple[SectionView, ...]


class AppointmentView(NamedTuple):
    """A dated line of any story, with the number and the headline of its story."""

    line: LineView
    number: int
    headline: str


class AlsoView(NamedTuple):
    """A story that is only listed."""

    headline: str
    source: str | None
    href: str | None


class SourceView(NamedTuple):
    """An article that a story rests on; `number` is what marks call it, `sha12` names its stored text."""

    number: int
    title: str
    source: str | None
    date: str | None
    href: str | None
    sha12: str


class BriefView(NamedTuple):
    """The whole brief. `failed`: pairs of input and reason. `digest`: first 8 hex of the content's hash.

    `sections`: those of the brief as a whole. `also`: stories only listed. `held`: how many wait.
    `preview`: what an inbox may show behind the subject, which has the first headline: the next, if any.
    `agenda`: all dated lines by day; a template that prints it leaves them out of the stories (`undated`).
    """

    title: str
    date: str
    date_iso: str
    language: str
    preview: tuple[str, ...]
    stories: tuple[StoryView, ...]
    agenda: tuple[AppointmentView, ...]
    also: tuple[AlsoView, ...]
    sections: tuple[SectionView, ...]
    sources: tuple[SourceView, ...]
    held: int
    failed: tuple[tuple[str, str], ...]
    digest: str

    @property
    def also_first(self) -> tuple[AlsoView, ...]:
        """As many of the listed stories as a mail has room for; the text and the Markdown list all."""
        return self.also[:MAILED_ALSO]

    @property
    def also_more(self) -> int:
        """How many stories are listed beyond those."""
        return len(self.also) - len(self.also_first)
