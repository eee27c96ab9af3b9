"""briefing.toml → Config, a frozen noun. `tables.py` is the schema; read it first."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from briefing.config.build import build
from briefing.config.tables import Config
from briefing.errors import ConfigError

__all__ = ["Config", "find", "load"]

NAME = "briefing.toml"


def find(asked: str | None, env: Mapping[str, str] = os.environ) -> Path:
    """The configuration file: what is asked for, $BRIEFING_CONFIG, ./briefing.toml, the user's own.

    Raises ConfigError when there is none.
    """
    named = asked or env.get("BRIEFING_CONFIG")
    if named:
        return Path(named)
    home = Path(env.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    places = [Path(NAME), home / "briefing" / "config.toml"]
    for place in places:
        if place.is_file():
            return place
    looked = " and ".join(map(str, places))
    raise ConfigError(f"no configuration: looked for {looked} – `briefing init` writes one, -c names one")


def load(file: Path) -> Config:
    """Read a configuration file. Raises ConfigError with file and line for all that is wrong in it."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        raw = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}; `briefing init` writes one") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{file}: is not UTF-8 text") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{file}: is not TOML: {error}") from None
    return build(raw, text.replace("\r\n", "\n"), Path(os.path.abspath(file)))
