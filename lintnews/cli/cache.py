"""Where the command line keeps what it can find out again, and what its findings depend on."""

from __future__ import annotations

import os
import sys
import time

from ..cache.results import Context, Results, read_context, write_context
from ..cache.stamps import digest, stamp
from ..wire import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..folders import Excluded
    from ..linter import Linter
    from .options import CheckOptions


def cache_folder() -> str:
    """The folder of the cache: LINTNEWS_CACHE_DIR, or the user's own folder for such things; empty where there is none.

    LINTNEWS_CACHE_DIR set to nothing says that nothing is to be kept. (platformdirs knows such folders too, and takes as
    long to import as an answer from the cache takes in all.)
    """
    chosen = os.environ.get("LINTNEWS_CACHE_DIR")
    if chosen is not None:
        return os.path.abspath(chosen) if chosen else ""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        root = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        root = os.path.join(home, "Library", "Caches")
    else:
        root = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(root, "lintnews") if os.path.isabs(root) else ""


JUST_NOW = 20_000_000
"""Nanoseconds. What was changed later than this before the run may not be what the run has read: nothing is kept."""


class Facts:
    """What a run must know of configuration and plug-ins to answer from the cache, without loading them."""

    __slots__ = ("baseline", "excluded", "fail_on", "formats", "least", "suffixes")

    def __init__(
        self,
        suffixes: tuple[str, ...],
        formats: tuple[str, ...],
        excluded: Excluded,
        baseline: str,
        fail_on: str,
        least: str,
    ) -> None:
        self.suffixes = suffixes
        self.formats = formats
        self.excluded = excluded
        self.baseline = baseline
        self.fail_on = fail_on
        self.least = least

    def plain(self) -> tuple[Any, ...]:
        """The same as values that marshal can hold."""
        return tuple(
            getattr(self, name) for name in ("suffixes", "formats", "excluded", "baseline", "fail_on", "least")
        )


def facts_of(linter: Linter) -> Facts:
    """The facts of the configuration that *linter* was made from."""
    from ..readers import READERS, suffixes

    config = linter.config
    return Facts(
        suffixes(), tuple(READERS), config.excluded, config.baseline, str(config.fail_level), str(config.report_level)
    )


class Cache:
    """The cache as one run of ``check`` uses it; one that is not wanted answers and keeps nothing.

    ``facts`` are those of the run: as they were kept, or, where *linter* had to be asked for, as it says.
    """

    def __init__(self, options: CheckOptions, linter: Callable[[], Linter]) -> None:
        began = time.time_ns()
        self._folder = cache_folder() if not options.no_cache and not options.against else ""
        self._format_of = options.format_of
        self._results = Results(self._folder)
        asked = _asked(options)
        context = read_context(self._folder, asked) if self._folder else None
        if context is not None:
            self.facts = Facts(*context.facts)
        else:
            self.facts = facts_of(linter())
            if self._folder:
                context = _begun(self._folder, asked, linter(), options.rules, self.facts, began)
        self._context = context

    def find(self, name: str, data: bytes) -> Result | None:
        """What was found in the file called *name*, whose content is *data*, if that is kept."""
        kept = self._results.get(self._key(name, data)) if self._context else None
        if kept is None:
            return None
        entry, format_of = kept
        entry["path"] = name
        return Result(entry, data, format_of, to_keep=False)

    def keep(self, result: Result) -> None:
        """Keep *result*: findings, and what broke down on them or kept the file from being read, if that will last."""
        if self._context and result.to_keep:
            entry = {**result.entry, "path": ""}
            self._results.put(self._key(result.entry["path"], result.data), (entry, result.format_of))

    def flush(self) -> None:
        """Write what this run found out."""
        self._results.flush()

    def _key(self, name: str, data: bytes) -> bytes:
        assert self._context is not None
        path = name.encode(errors="surrogateescape")
        return digest(self._context.key, path, self._format_of.encode(), _today(data), data)


def _begun(
    folder: str, asked: bytes, linter: Linter, rule_folders: list[str], facts: Facts, began: int
) -> Context | None:
    """The context of a run that *began* then; None where something that it depends on may still be changing."""
    stamps = [stamp(path) for path in _dependencies(linter, rule_folders)]
    if max(time for _, time, _, _ in stamps) >= began - JUST_NOW:
        return None
    return write_context(folder, asked, stamps, facts.plain())


def _today(data: bytes) -> bytes:
    """The day, for a story that holds something until a day."""
    if b"until" not in data:
        return b""
    return time.strftime("%Y-%m-%d").encode()


def _asked(options: CheckOptions) -> bytes:
    """All of *options* that can change what is found, with the folder they were given in."""
    parts = (
        os.getcwd(),
        *options.select,
        "",
        *options.ignore,
        "",
        *options.rules,
        "",
        options.config,
        options.published,
        "publish" if options.publish else "",
    )
    return digest(*(part.encode(errors="surrogateescape") for part in parts))


def _dependencies(linter: Linter, rule_folders: list[str]) -> list[str]:
    """The files and folders that decide what *linter* finds."""
    from pathlib import Path

    from ..cache.stamps import tree
    from ..config import candidates
    from ..linter import BUNDLED_RULES

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    roots = [package, str(BUNDLED_RULES), *map(str, linter.config.rule_folders), *rule_folders]
    installed = [path for path in sys.path if os.path.basename(path) == "site-packages" and os.path.isdir(path)]
    found = [path for root in roots for path in tree(os.path.abspath(root))]
    configs = [*candidates(Path()), *linter.config.files]
    return list(dict.fromkeys([*found, *installed, *map(os.path.abspath, configs)]))
