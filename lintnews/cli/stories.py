"""The stories that a command is given, beside ``check``: what is excluded there is excluded here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..config import Config
from ..configfile import load_config
from ..readers import suffixes
from .checking import stories
from .options import Options
from .wrong import UsageError


def config_here(written: str) -> Config:
    """The configuration in the file *written*, or the nearest one; UsageError where there is no such file."""
    if written and not Path(written).is_file():
        raise UsageError(f"there is no file {written}")
    return load_config(Path(), Path(written) if written else None)


def stories_of(paths: list[str], config: Config, exclude: list[str] | None = None) -> Iterator[str]:
    """The files in *paths*, without what *config* or *exclude* leave out; a file that was given and is left out is told."""
    options = Options(paths)
    options.exclude = exclude or []
    return stories(options, suffixes(), config.excluded)
