"""A linter for every configuration that stories of the workspace have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..config import find_config
from ..linter import FOR_PRINT, Linter, load_house
from ..problem import LintnewsError, Problem


class Linters:
    """A linter for every configuration that is met, made anew when its files have changed."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: dict[Path | None, tuple[tuple[Any, ...], Linter]] = {}

    def for_story(self, path: Path, explicit: Path | None = None) -> Linter:
        """The linter for the story at *path*, configured by *explicit* or by the nearest file.

        LintnewsError where the configuration or a rule is wrong.
        """
        if explicit is not None and not explicit.is_file():
            raise LintnewsError(Problem(str(explicit), "there is no such configuration file"))
        config_path = explicit or find_config(path.parent)
        known = self._known.get(config_path)
        if known is not None and known[0] == _stamps(known[1]):
            return known[1]
        config, rules = load_house(path.parent, explicit, cache=self._cache)
        linter = Linter(rules, config=config)
        self._known[config_path] = (_stamps(linter), linter)
        return linter

    def for_publication(self, path: Path, explicit: Path | None = None) -> Linter:
        """The same, with the rules about what a draft may hold but print may not."""
        draft = self.for_story(path, explicit)
        return Linter(draft.rules, config=draft.config, also=FOR_PRINT)

    def forget(self) -> None:
        self._known.clear()


def _stamps(linter: Linter) -> tuple[Any, ...]:
    """What changes when a file that *linter* was made from does."""
    config = linter.config
    rules = [path for folder in config.rule_folders for path in sorted(folder.rglob("*.y*ml"))]
    stamps = []
    baseline = [Path(config.baseline)] if config.baseline else []
    for path in (*config.files, *rules, *baseline):
        try:
            status = path.stat()
        except OSError:
            stamps.append((str(path), 0, 0))
        else:
            stamps.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(stamps)
