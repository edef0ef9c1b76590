"""Where the command line keeps what it can find out again, and what its findings depend on."""

from __future__ import annotations

import os
import sys
import time

from ..cache.results import Context, Results, read_context, write_context
from ..cache.stamps import digest, stamp
from ..reporters import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..linter import Linter
    from .options import CheckOptions


def cache_folder() -> str:
    """The folder of the cache: LINTNEWS_CACHE_DIR, or the user's own folder for such things; empty where there is none.

    LINTNEWS_CACHE_DIR set to nothing says that nothing is to be kept.
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


class Cache:
    """The cache as one run of ``check`` uses it; one that is not wanted answers and keeps nothing."""

    def __init__(self, options: CheckOptions) -> None:
        self._folder = cache_folder() if options.cache and not options.against else ""
        self._asked = _asked(options)
        self._rule_folders = options.rules
        self._results = Results(self._folder)
        self._began = time.time_ns()
        self.context: Context | None = read_context(self._folder, self._asked) if self._folder else None

    def begin(self, linter: Linter, suffixes: tuple[str, ...]) -> None:
        """Remember what *linter* was made from, where that is not known yet."""
        if self._folder and self.context is None:
            facts = {
                "suffixes": suffixes,
                "fail_on": str(linter.config.fail_level),
                "baseline": linter.config.baseline,
            }
            stamps = [stamp(path) for path in _dependencies(linter, self._rule_folders)]
            if max(time for _, time, _, _ in stamps) < self._began - JUST_NOW:
                self.context = write_context(self._folder, self._asked, stamps, facts)

    def key(self, path: str, format_of: str, data: bytes) -> bytes:
        """What the findings in a file are kept under; empty where nothing is kept."""
        if self.context is None:
            return b""
        return digest(self.context.key, path.encode(errors="surrogateescape"), format_of.encode(), _today(data), data)

    def find(self, key: bytes, path: str, data: bytes) -> Result | None:
        """What was found in the file at *path*, whose content is *data*, if it is kept under *key*."""
        kept = self._results.get(key) if key else None
        if kept is None:
            return None
        findings, format_of = kept
        return Result({"path": path, "findings": findings}, data, format_of)

    def keep(self, key: bytes, result: Result) -> None:
        """Keep *result* unless something went wrong in it."""
        entry = result.entry
        if key and "error" not in entry and "failures" not in entry:
            self._results.put(key, (entry["findings"], result.format_of))

    def flush(self) -> None:
        """Write what this run found out."""
        self._results.flush()


def _today(data: bytes) -> bytes:
    """The day, for a story that holds something until a day."""
    if b"until" not in data:
        return b""
    from datetime import date

    return date.today().isoformat().encode()


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
    from ..configfile import candidates
    from ..linter import BUNDLED_RULES

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    roots = [package, str(BUNDLED_RULES), *map(str, linter.config.rule_folders), *rule_folders]
    installed = [path for path in sys.path if os.path.basename(path) == "site-packages" and os.path.isdir(path)]
    found = [path for root in roots for path in tree(os.path.abspath(root))]
    configs = [*candidates(Path()), *linter.config.files]
    return list(dict.fromkeys([*found, *installed, *map(os.path.abspath, configs)]))
