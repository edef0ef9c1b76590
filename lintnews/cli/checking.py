"""Do what ``lintnews check`` was asked: read, lint, report. Whatever is slow to import is imported when needed."""

from __future__ import annotations

import gc
import os
import sys

from ..folders import read_whole, stories_in
from ..reporters import REPORTERS, Setting, load_reporter
from ..workers import Asked, cores, lint_files
from .cache import Cache, cache_folder
from .leaving_out import SEVERITIES, leaving_out
from .options import names
from .streams import Progress, columns, report_stream, say, wants_colour
from .summary import Summary
from .wrong import UsageError, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from datetime import date

    from ..folders import Excluded
    from ..linter import Linter
    from ..rule import Rule, RuleSet
    from ..story import SourceText
    from ..wire import FileEntry, Result
    from .options import CheckOptions, Options

CLEAN, FOUND, UNREAD = 0, 1, 2


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
        _judge(options)
        self._linter: Linter | None = None
        self.cache = Cache(options, self.linter)
        self.facts = self.cache.facts
        judge_format(options.format_of, self.facts.formats)
        self.leaving_out = leaving_out(options, self.facts.baseline, options.least or self.facts.least)
        self.summary = Summary()
        self.progress = Progress(0, quiet=True)

    def linter(self) -> Linter:
        """The linter that was asked for; loads the rules when it is first needed."""
        if self._linter is None:
            self._linter = linter_of(self.options)
        return self._linter

    def run(self) -> int:
        files = self._files()
        results = self._results(files)
        pieces = load_reporter(self.options.format)(results, self._setting())
        try:
            if self.options.output not in ("", "-"):
                _write(self.options.output, pieces)
            else:
                self._print(pieces)
        finally:
            results.close()
        self._sum_up(len(files))
        return self._status()

    def entries(self) -> Iterator[FileEntry]:
        for result in self._results(self._files()):
            yield result.entry
        self.progress.clear()

    def _files(self) -> list[str]:
        if self.options.verbose:
            say(*(f"{rule.path}: stands in for the bundled rule `{rule.id}`" for rule in self._instead()))
        files = list(stories(self.options, self.facts.suffixes, self.facts.excluded))
        if not files and not self.options.quiet:
            say("lintnews: there are no stories here")
        changed = self.leaving_out.files(files)
        if files and not changed and not self.options.quiet:
            say(f"lintnews: nothing has changed in {_counted(len(files), 'story', 'stories')} here")
        self.progress = Progress(len(changed), quiet=self.options.quiet)
        return changed

    def _instead(self) -> list[Rule]:
        """The rules of the house that stand in for bundled ones."""
        from ..linter import replaces_bundled

        return [rule for rule in self.linter().rules if replaces_bundled(rule)]

    def _setting(self) -> Setting:
        screen = not self.options.output and sys.stdout.isatty()
        colour = not self.options.output and wants_colour(sys.stdout)
        return Setting(lambda: self.linter().rules, colour=colour, width=columns(), at_terminal=screen)

    def _print(self, pieces: Iterable[str]) -> None:
        stream = report_stream()
        for piece in pieces:
            if stream.isatty() and self.progress.shown:
                self.progress.clear()
                stream.write(piece)
                stream.flush()
                self.progress.show()
            else:
                stream.write(piece)
        self.progress.clear()
        stream.flush()

    def _results(self, files: list[str]) -> Generator[Result, None, None]:
        options = self.options
        asked = Asked(
            options.format_of, day_of(options.published), options.jobs or cores(), options.stdin_filename or "<stdin>"
        )
        found = lint_files(files, self.linter, asked, _read, self.cache.find)
        try:
            for result in found:
                self.cache.keep(result)
                self.leaving_out.apply(result)
                self._count(result)
                yield result
        finally:
            found.close()
            self.cache.flush()

    def _count(self, result: Result) -> None:
        self.progress.step()
        for wrong in self.summary.count(result):
            self.progress.clear()
            say(_at(result.entry["path"], wrong))

    def _sum_up(self, files: int) -> None:
        if self.options.statistics:
            say(*self.summary.statistics())
        if not self.options.quiet and self.options.format == "text" and files:
            say(*self.summary.lines(files, self.leaving_out))

    def _status(self) -> int:
        if self.summary.unread:
            return UNREAD
        least = self.options.fail_on or self.facts.fail_on
        failing = SEVERITIES[SEVERITIES.index(least) :]
        return FOUND if not self.options.exit_zero and any(s in self.summary.counts for s in failing) else CLEAN


def _judge(options: CheckOptions) -> None:
    """UsageError for what can't be followed."""
    try:
        load_reporter(options.format)
    except KeyError:
        raise unknown("an output format", options.format, tuple(REPORTERS)) from None
    for severity in (options.fail_on, options.least):
        if severity and severity not in SEVERITIES:
            raise unknown("a severity", severity, SEVERITIES)
    day_of(options.published)


def judge_format(format_of: str, known: tuple[str, ...] = ()) -> None:
    """UsageError for a format of stories that is neither *known* nor a plug-in's."""
    if not format_of or format_of in known:
        return
    from ..problem import LintnewsError
    from ..readers import every_format, find_reader

    try:
        find_reader(format_of)
    except LintnewsError:
        raise unknown("a format of stories", format_of, every_format()) from None


def stories(options: Options, suffixes: tuple[str, ...], excluded: Excluded) -> Iterator[str]:
    """The files that *options* name, without what is excluded; says what is passed over where that may surprise."""
    given = frozenset(options.paths)

    def passed(path: str, why: str) -> None:
        if options.verbose or (path in given and not options.quiet):
            say(f"{path}: left out ({why})")

    also = [(os.getcwd(), tuple(options.exclude))] if options.exclude else []
    for path in stories_in(options.paths, suffixes, _holds_story, excluded=(*excluded, *also), passed=passed):
        if options.verbose:
            say(f"{path}: read")
        yield path


def linter_of(options: Options) -> Linter:
    """The linter that *options* ask for; LintnewsError and UsageError as in ``check``.

    Nothing that is made here goes before the run ends, so that no time is spent on looking for garbage.
    """
    gc.disable()
    try:
        return _linter_of(options)
    finally:
        gc.freeze()
        gc.enable()


def _linter_of(options: Options) -> Linter:
    from pathlib import Path

    kept = cache_folder()
    cache = Path(kept) if kept else None
    from ..linter import FOR_PRINT, Linter, load_house

    for folder in options.rules:
        if not os.path.isdir(folder):
            raise UsageError(f"there is no folder {folder}")
    if options.config and not os.path.isfile(options.config):
        raise UsageError(f"there is no file {options.config}")
    explicit = Path(options.config) if options.config else None
    config, rules = load_house(Path(), explicit, map(Path, options.rules), cache=cache)
    select, ignore = names(options.select), names(options.ignore)
    _judge_names(rules, [*select, *ignore])
    return Linter(
        rules,
        config=config,
        select=select,
        ignore=ignore,
        also=FOR_PRINT if getattr(options, "publish", False) else (),
        today=_today(),
        against=[_source_text(path) for path in getattr(options, "against", ())],
        everything=True,
    )


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
    """The content of the file at *path*, or of standard input."""
    return sys.stdin.buffer.read() if path == "-" else read_whole(path)


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
    return f"{number} {one if number == 1 else many or one + 's'}"


def _holds_story(path: str) -> bool:
    from ..readers import holds_story

    return holds_story(path)


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
