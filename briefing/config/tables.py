"""briefing.toml as nouns. This is the one schema: a field's type, default and `Says` are all there is.

`build.py` reads a file by it, `schema.py` makes the JSON Schema of it, docs/configuration.md shows it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from briefing.assemble.sections import SECTIONS
from briefing.config import checks
from briefing.config.says import Says
from briefing.deliver.target import MAIL_KB
from briefing.model import Mail
from briefing.rank import DEFAULT, RANKERS
from briefing.render import FORMATS

WHOLE = ("changed", "corrections", "sources")  # what is said of the brief as a whole
USUAL = tuple(dict.fromkeys((*SECTIONS, *WHOLE)))
PRINTABLE = (*USUAL, "replies")  # and what is said when it is asked for
KINDS = ("path", "url", "feed", "opml", "mbox", "maildir")
SECURITY = ("starttls", "tls", "none")


@dataclass(frozen=True, slots=True)
class BriefTable:
    """What the brief is and holds."""

    title: Annotated[str, Says("The brief's title.", check=checks.filled)] = "Daily brief"
    timezone: Annotated[
        str, Says("IANA zone in which the edition's day begins and ends.", check=checks.zone)
    ] = "UTC"
    sections: Annotated[
        tuple[str, ...],
        Says("What a story and the brief show, in this order; sources are always listed.", choices=PRINTABLE),
    ] = USUAL
    max_stories: Annotated[int, Says("Stories told; the others get a line each.", least=1)] = 7
    lines: Annotated[int, Says("What lines a story.", least=1)] = 3
    remember_days: Annotated[
        int, Says("Days for which a story is known again and shown only with new lines.", least=0)
    ] = 7
    language: Annotated[
        str, Says("Language of the brief's own words (articles are read in theirs).", check=checks.language)
    ] = "en"
    ranker: Annotated[str, Says("How sentences are ranked.", choices=tuple(RANKERS))] = DEFAULT


@dataclass(frozen=True, slots=True)
class WatchTable:
    """What the reader waits for."""

    names: Annotated[
        tuple[str, ...],
        Says(
            "Their stories come first and are marked; that one is not mentioned is said.", check=checks.filled
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Where articles come from: one `path`, `url`, `feed`, `opml`, `mbox` or `maildir` each."""

    name: Annotated[
        str | None, Says("What the source is called; the journal knows it by this name.", check=checks.filled)
    ] = None
    path: Annotated[str | None, Says("A file, a folder or a glob.", path=True, check=checks.filled)] = None
    url: Annotated[str | None, Says("A page.", check=checks.web)] = None
    feed: Annotated[
        str | None, Says("An RSS, Atom or JSON feed: an address, or a file.", path=True, check=checks.place)
    ] = None
    opml: Annotated[
        str | None, Says("A list of feeds: an address, or a file.", path=True, check=checks.place)
    ] = None
    mbox: Annotated[str | None, Says("A mailbox file.", path=True)] = None
    maildir: Annotated[str | None, Says("A Maildir folder.", path=True)] = None
    drop: Annotated[
        tuple[str, ...],
        Says("Regular expressions; a sentence or line that one fits is set aside.", check=checks.pattern),
    ] = ()
    keep: Annotated[
        tuple[str, ...],
        Says("Regular expressions; what one fits is never set aside.", check=checks.pattern),
    ] = ()
    include: Annotated[
        tuple[str, ...],
        Says("Words or phrases of which an article must hold one.", check=checks.filled),
    ] = ()
    exclude: Annotated[
        tuple[str, ...], Says("Words or phrases of which it may hold none.", check=checks.filled)
    ] = ()
    max_items: Annotated[int | None, Says("New articles an edition takes, the newest first.", least=1)] = None
    full_text: Annotated[bool, Says("Whether the page behind a feed's teaser is fetched.")] = True
    robots: Annotated[bool, Says("Whether the site's robots.txt is honoured.")] = True

    @property
    def kind(self) -> str:
        """Which of KINDS it is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)

    @property
    def word(self) -> str:
        """The INPUT word that stands for it."""
        return str(getattr(self, self.kind))

    @property
    def label(self) -> str:
        """What the journal knows it by."""
        return self.name or self.word


@dataclass(frozen=True, slots=True)
class OutputTable:
    """What is written, and where."""

    dir: Annotated[str, Says("Folder of the dated folders.", path=True)] = "outputs"
    formats: Annotated[
        tuple[str, ...], Says("Files of a dated folder; brief.json is always one.", choices=tuple(FORMATS))
    ] = tuple(FORMATS)
    template: Annotated[
        str | None, Says("A theme by name, or a folder of templates or one template beside this file.")
    ] = None
    max_email_kb: Annotated[int, Says("Thousand bytes of HTML in a mail.", least=1)] = MAIL_KB
    site: Annotated[bool, Says("Whether DIR/site/ lists past briefs for the public, with a feed.")] = True
    site_url: Annotated[
        str | None, Says("Where that folder is on the web; the feed has links only then.", check=checks.web)
    ] = None


@dataclass(frozen=True, slots=True)
class EmailTable:
    """How the brief is mailed. Without this table nothing is sent."""

    sender: Annotated[str, Says("Who sends it.", key="from", check=checks.address)]
    to: Annotated[tuple[str, ...], Says("Who gets it.", check=checks.address)]
    smtp: Annotated[str, Says("The mail server, HOST:PORT.", check=checks.server)]
    subject: Annotated[
        str, Says("The subject: a template of `title`, `top_headline` and `date`.", check=checks.subject)
    ] = Mail().subject
    security: Annotated[
        str, Says("How the connection is secured: none only on this machine.", choices=SECURITY)
    ] = "starttls"
    username: Annotated[str | None, Says("Name at the mail server; default: the sender's address.")] = None
    password_env: Annotated[
        str | None, Says("Environment variable that holds the password.", check=checks.filled)
    ] = None
    password_file: Annotated[str | None, Says("File that holds the password.", path=True)] = None
    unsubscribe: Annotated[
        tuple[str, ...], Says("Where a reader leaves the list.", check=checks.unsubscribe)
    ] = ()


@dataclass(frozen=True, slots=True)
class NetworkTable:
    """What may be fetched."""

    allow_hosts: Annotated[
        tuple[str, ...],
        Says("The only hosts without a public address that may be fetched.", check=checks.host),
    ] = ()
    timeout: Annotated[int, Says("Seconds that one fetch may take.", least=1)] = 30


@dataclass(frozen=True, slots=True)
class StateTable:
    """Where the journal lies, and how long it remembers."""

    path: Annotated[
        str | None,
        Says(
            "The journal's file; default: one for each configuration in $XDG_STATE_HOME/briefing.", path=True
        ),
    ] = None
    keep_days: Annotated[
        int, Says("Days after which what no source carries any more is forgotten.", least=8)
    ] = 400


@dataclass(frozen=True, slots=True)
class EditionTable:
    """An edition with a name (`run --edition NAME`): `brief` is [brief] with what it says otherwise."""

    name: Annotated[str, Says("Its name, the end of its folder's name.", check=checks.edition)]
    brief: BriefTable
    to: Annotated[tuple[str, ...], Says("Who gets it instead.", check=checks.address)] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All of briefing.toml; `file` is where it lies."""

    file: Path
    brief: BriefTable = BriefTable()
    watch: WatchTable = WatchTable()
    sources: tuple[SourceTable, ...] = ()
    output: OutputTable = OutputTable()
    email: EmailTable | None = None
    network: NetworkTable = NetworkTable()
    state: StateTable = StateTable()
    editions: tuple[EditionTable, ...] = field(default=())


TABLES: dict[str, type] = {
    "brief": BriefTable,
    "watch": WatchTable,
    "source": SourceTable,
    "output": OutputTable,
    "email": EmailTable,
    "network": NetworkTable,
    "state": StateTable,
    "edition": EditionTable,
}
OPTIONAL = ("email",)  # whose absence means something
REPEATED = ("source", "edition")  # written [[source]], any number of them
