"""Do what ``lintnews check`` was asked: read, lint, report. Whatever is slow to import is imported when needed."""

from __future__ import annotations

import gc
import os
import sys
from itertools import chain

from ..folders import stories_in
from ..reporters import REPORTERS, Result, Setting, load_reporter
from ..workers import Task, cores, lint_tasks
from .cache import Cache, cache_folder
from .leaving_out import NOTHING, leaving_out
from .options import names
from .streams import Progress, columns, report_stream, say, wants_colour
from .wrong import UsageError, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ..linter import Linter
    from ..rule import RuleSet
    from ..story import SourceText
    from ..wire import FileEntry
    from .options import CheckOptions

SEVERITIES = ("info", "warning", "error")
CLEAN, FOUND, UNREAD = 0, 1, 2
FOR_PRINT = ("leftover-cq",)
"""Rules about what a draft may hold but print may not."""


def check(options: CheckOptions) -> int:
    """Lint and report; returns the exit status."""
    return _Run(options).run()


def entries(options: CheckOptions) -> Iterator[FileEntry]:
    """What is found in each file, in order, without a report; what can't be read is told on standard error too."""
    return _Run(options).entries()


class _Run:
    """One run of ``lintnews check``."""

    def __init__(self, options: CheckOptions) -> None:
        self.options = options
        self.counts: dict[str, int] = {}
        self.found: dict[tuple[str, str], int] = {}
        self.unread = False
        self.errors = 0
        self.progress = Progress(0, quiet=True)
        self.cache = Cache(options)
        self.leaving_out = NOTHING
        self._linter: Linter | None = None
        self._published: date | None = None

    def run(self) -> int:
        files = self._begin()
        pieces = load_reporter(self.options.format)(self._results(files), self._setting())
        if self.options.output not in ("", "-"):
            _write(self.options.output, pieces)
        else:
            stream = report_stream()
            for piece in pieces:
                self.progress.clear()
                stream.write(piece)
            self.progress.clear()
            stream.flush()
        self._sum_up(len(files))
        return self._status()

    def entries(self) -> Iterator[FileEntry]:
        for result in self._results(self._begin()):
            yield result.entry
        self.progress.clear()

    def _begin(self) -> list[str]:
        """The files to lint; UsageError for what can't be followed."""
        self._judge()
        if self.cache.context is None:
            self.cache.begin(self.linter(), self._suffixes())
        self.leaving_out = leaving_out(self.options, self._baseline())
        files = list(stories_in(self.options.paths, self._suffixes(), _holds_story))
        if not files and not self.options.quiet:
            say("lintnews: there are no stories here")
        files = self.leaving_out.files(files)
        self.progress = Progress(len(files), quiet=self.options.quiet)
        return files

    def _judge(self) -> None:
        """UsageError for what can't be followed."""
        try:
            load_reporter(self.options.format)
        except KeyError:
            raise unknown("an output format", self.options.format, tuple(REPORTERS)) from None
        if self.options.fail_on and self.options.fail_on not in SEVERITIES:
            raise unknown("a severity", self.options.fail_on, SEVERITIES)
        self._published = day_of(self.options.published)
        if self.cache.context is not None:
            return
        if self.options.format_of:
            from ..readers import READERS, find_reader

            try:
                find_reader(self.options.format_of)
            except KeyError:
                raise unknown("a format of stories", self.options.format_of, tuple(READERS)) from None

    def _baseline(self) -> str:
        known = self.cache.context
        return str(known.facts["baseline"]) if known else self.linter().config.baseline

    def _suffixes(self) -> tuple[str, ...]:
        if self.cache.context is not None:
            known: tuple[str, ...] = self.cache.context.facts["suffixes"]
            return known
        from ..readers import suffixes

        return suffixes()

    def _setting(self) -> Setting:
        colour = not self.options.output and wants_colour(sys.stdout)
        return Setting(lambda: self.linter().rules, colour=colour, width=columns())

    def linter(self) -> Linter:
        """The linter that was asked for; loads the rules when it is first needed."""
        if self._linter is None:
            self._linter = linter_of(self.options)
        return self._linter

    def _results(self, files: list[str]) -> Iterator[Result]:
        try:
            for task, result in self._linted(self._tasks(files)):
                if task.done is None:
                    self.cache.keep(task.key, result)
                self.leaving_out.apply(result)
                self._count(result)
                yield result
        finally:
            self.cache.flush()

    def _linted(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Result]]:
        """Each task with its result, in order: those that are known, and then, where one is not, all that is left."""
        for task in tasks:
            if task.done is None:
                jobs = self.options.jobs or cores()
                yield from lint_tasks(chain([task], tasks), self.linter, self._published, jobs)
            else:
                yield task, task.done

    def _tasks(self, files: Iterable[str]) -> Iterator[Task]:
        format_of = self.options.format_of
        for path in files:
            name = (self.options.stdin_filename or "<stdin>") if path == "-" else path
            try:
                data = sys.stdin.buffer.read() if path == "-" else _read(path)
            except OSError as error:
                entry: FileEntry = {"path": path, "error": error.strerror or str(error), "findings": []}
                yield Task(path, done=Result(entry))
                continue
            key = self.cache.key(name, format_of, data)
            yield Task(name, data, format_of, key=key, done=self.cache.find(key, name, data))

    def _count(self, result: Result) -> None:
        entry = result.entry
        self.progress.step()
        self.errors += "error" in entry
        for wrong in [entry["error"]] if "error" in entry else entry.get("failures", ()):
            self.unread = True
            self.progress.clear()
            say(_at(entry["path"], wrong))
        for finding in entry["findings"]:
            severity, rule = finding["severity"], finding["rule"]
            self.counts[severity] = self.counts.get(severity, 0) + 1
            self.found[rule, severity] = self.found.get((rule, severity), 0) + 1

    def _sum_up(self, files: int) -> None:
        if self.options.statistics:
            for (rule, severity), count in sorted(self.found.items(), key=lambda item: (-item[1], item[0])):
                say(f"{count:>6}  {severity:<7}  {rule}")
        if self.options.quiet or self.options.format != "text" or not files:
            return
        total = sum(self.counts.values())
        parts = [_counted(self.counts[s], s) for s in reversed(SEVERITIES) if s in self.counts]
        say(
            f"{_counted(total, 'finding')} in {_counted(files, 'story', 'stories')}"
            + (f": {', '.join(parts)}" if parts else "")
            + (f"; {self.leaving_out.known} known left out" if self.leaving_out.known else "")
            + (f"; {self.errors} could not be read" if self.errors else "")
        )

    def _status(self) -> int:
        if self.unread:
            return UNREAD
        if self.options.exit_zero or not self.counts:
            return CLEAN
        known = self.cache.context
        least = self.options.fail_on or (known.facts["fail_on"] if known else str(self.linter().config.fail_level))
        return FOUND if any(s in self.counts for s in SEVERITIES[SEVERITIES.index(least) :]) else CLEAN


def linter_of(options: CheckOptions) -> Linter:
    """The linter that *options* ask for; LintnewsError and UsageError as in ``check``.

    Nothing that is made here goes before the run ends, so that no time is spent on looking for garbage.
    """
    gc.disable()
    try:
        return _linter_of(options)
    finally:
        gc.freeze()
        gc.enable()


def _linter_of(options: CheckOptions) -> Linter:
    from pathlib import Path

    from ..cache import warmstart

    kept = cache_folder()
    cache = Path(kept) if kept else None
    if cache is not None:
        warmstart.begin(cache)
    from ..configfile import load_config
    from ..linter import Linter, load_rules

    for folder in options.rules:
        if not os.path.isdir(folder):
            raise UsageError(f"there is no folder {folder}")
    if options.config and not os.path.isfile(options.config):
        raise UsageError(f"there is no file {options.config}")
    config = load_config(Path(), Path(options.config) if options.config else None, cache=cache)
    rules = load_rules((*config.rule_folders, *map(Path, options.rules)), cache=cache)
    config.check_names(rules)
    select, ignore = names(options.select), names(options.ignore)
    _judge_names(rules, [*select, *ignore])
    against = [_source_text(path) for path in options.against]
    also = FOR_PRINT if options.publish else ()
    linter = Linter(rules, config=config, select=select, ignore=ignore, also=also, today=_today(), against=against)
    warmstart.started()
    return linter


def _source_text(path: str) -> SourceText:
    from pathlib import Path

    from ..linter import source_text

    try:
        return source_text(Path(path))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} can't be read: {getattr(error, 'strerror', None) or error}") from None


def _judge_names(rules: RuleSet, chosen: list[str]) -> None:
    for name in chosen:
        if name not in rules.names:
            raise unknown("a rule or a subject", name, tuple(sorted(rules.names)))


def _today() -> date:
    """The day on which suppressions with a last day are judged."""
    from datetime import date

    return date.today()


def _read(path: str) -> bytes:
    """The bytes of the file at *path*, or as many as tell that it is too large."""
    with open(path, "rb") as file:
        return file.read(100_000_001)


def day_of(written: str) -> date | None:
    if not written:
        return None
    from datetime import date

    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"`{written}` is not a date like 2025-03-05") from None


def _at(path: str, wrong: str) -> str:
    """*wrong*, which may begin with a place, as a line about *path* that editors and terminals can follow."""
    import re

    place = re.match(r"(?:line )?(\d+)(?:, column |:)(\d+): ", wrong)
    return f"{path}:{place[1]}:{place[2]}: {wrong[place.end() :]}" if place else f"{path}: {wrong}"


def _counted(number: int, one: str, many: str = "") -> str:
    if one == "info":
        return f"{number} info"
    return f"{number} {one if number == 1 else many or one + 's'}"


def _write(path: str, pieces: Iterable[str]) -> None:
    """Write *pieces* to *path*; UsageError where that can't be written."""
    from ..writing import whole_file

    try:
        with whole_file(path) as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "backslashreplace"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from None


def _holds_story(path: str) -> bool:
    from ..readers import holds_story

    return holds_story(path)
