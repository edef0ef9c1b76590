"""What an editor may set, by initialization options or by its configuration (section ``lintnews``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..match import Severity

SECTION = "lintnews"


class Settings(NamedTuple):
    """How the editor's user wants it. Each field is a setting of that name."""

    enable: bool = True
    """Whether stories are linted at all."""
    config: str = ""
    """Configuration file for every story, instead of the nearest ``lintnews.yaml``; relative to the workspace's folder."""
    least: str = str(Severity.INFO)
    """Least severity that is shown: ``info``, ``warning`` or ``error``."""

    @property
    def least_severity(self) -> Severity:
        return Severity[self.least.upper()]

    def config_file(self, root: str | None) -> Path | None:
        """The configuration file that is set, found from the workspace's folder *root*."""
        return Path(root or "", Path(self.config).expanduser()) if self.config else None


DEFAULTS = Settings()


def settings_of(given: object, before: Settings = DEFAULTS) -> tuple[Settings, list[str]]:
    """The settings in *given*, with or without the section's name around them, and what is wrong with those left out.

    Where *given* holds none at all, as clients send it that are asked for theirs, they stay as they were *before*.
    """
    if isinstance(given, Mapping) and isinstance(given.get(SECTION), Mapping):
        given = given[SECTION]
    if not isinstance(given, Mapping) or not set(given) & set(Settings._fields):
        return before, []
    wrong = list(_wrong(given))
    left_out = {name for name, _ in wrong}
    kept = {name: given[name] for name in Settings._fields if given.get(name) is not None and name not in left_out}
    return Settings(**kept), [said for _, said in wrong]


def _wrong(given: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Names of settings that can't be followed, each with the reason."""
    for name, default in DEFAULTS._asdict().items():
        value = given.get(name)
        if value is not None and type(value) is not type(default):
            yield name, f"{SECTION}.{name} must be a {'truth value' if isinstance(default, bool) else 'text'}"
        elif name == "least" and value is not None and value.upper() not in Severity.__members__:
            yield name, f"{SECTION}.least must be one of info, warning, error, not `{value}`"
