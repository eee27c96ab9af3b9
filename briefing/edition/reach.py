"""What the configuration says of the network, in the words of the room that uses it."""

from collections.abc import Iterator

from briefing import pipeline
from briefing.config.tables import Config, SourceTable
from briefing.errors import ConfigError, InputError
from briefing.gather import Network, Source
from briefing.gather.cache import cache_folder
from briefing.model import Article
from briefing.pipeline import Progress

FOLLOWED = ("feed", "opml")  # a file of another kind never leads to the network


def network(config: Config) -> Network:
    """How a run may use the network."""
    said = config.network
    return Network(hosts=frozenset(said.allow_hosts), timeout=float(said.timeout), cache=cache_folder())


def sourced(config: Config) -> tuple[SourceTable, ...]:
    """The sources. Raises ConfigError when there is none: a run would be silent for ever."""
    if not config.sources:
        raise ConfigError(f"{config.file}: no [[source]], so there is nothing to read; add one")
    return config.sources


def carried(config: Config, progress: Progress | None = None) -> dict[str, list[Article | InputError]]:
    """What each source gives, by its label; all sources are fetched side by side."""
    met: dict[str, list[Article | InputError]] = {source.label: [] for source in sourced(config)}
    words, tally = [_source(one) for one in sourced(config)], pipeline.tally(progress)
    for source, found in pipeline.sourced(words, network(config), tally):
        met[source.name or source.word].append(found)
    return met


def of_one(source: SourceTable, config: Config) -> Iterator[Article | InputError]:
    """What one source gives, as it comes."""
    return pipeline.gathered([_source(source)], network(config))


def _source(table: SourceTable) -> Source:
    return Source(
        table.word,
        name=table.label,
        fetch=table.kind in FOLLOWED,
        full_text=table.full_text,
        robots=table.robots,
    )
