"""The linter: rules and language model kept loaded; texts, files and folders in, reports out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from .arguments import day_given, folder_given, names_given, text_given
from .baseline import Baseline, Remaining, read_baseline
from .config import Config, ConfigError, Override, find_config
from .engine import lint
from .filters import Known
from .finding import Finding
from .folders import read_whole, stories_in
from .house import House
from .match import Severity
from .problem import LintnewsError, Problem
from .readers import holds_story, read_bytes, read_text, suffixes
from .record import replace
from .regexes import TooSlow
from .rule import Rule, RuleSet
from .story import Reading, SourceText, Story
from .suppressions.terms import Terms
from .time_limit import TimeUp

BUNDLED_RULES = next(
    (f for f in (Path(__file__).with_name("rules"), Path(__file__).parents[1] / "rules") if f.is_dir()),
    Path(__file__).with_name("rules"),
)

FOR_PRINT = ("leftover-cq",)
"""Rules about what a draft may hold but print may not."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file, or why it could not be read.

    ``failures`` says which rules broke down on it, and why, and what is wrong with the front matter; what was found is
    there all the same. ``suppressed`` is what the story itself says must not be reported, each time with its reason.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    story: Story | None = None
    error: str = ""
    failures: tuple[str, ...] = ()
    suppressed: tuple[tuple[Finding, str], ...] = ()
    format_of: str = "plain"


def load_rules(folders: Iterable[Path | str] = (), *, bundled: bool = True, cache: Path | None = None) -> RuleSet:
    """The bundled rules and those below *folders*; LintnewsError lists all that is wrong in them.

    A rule replaces one of the same id from an earlier folder. With *cache*, a folder, rules are kept there compiled, and
    come without their examples.
    """
    every = [*([BUNDLED_RULES] if bundled else ()), *map(folder_given, folders)]
    if cache is not None:
        from .rulecache import load_rules_cached

        return RuleSet(load_rules_cached(every, cache))
    from .rulefile import load_folders

    return RuleSet(load_folders(every))


def replaces_bundled(rule: Rule) -> bool:
    """Whether *rule*, of a house, stands in for a bundled one of the same id."""
    if Path(rule.path).is_relative_to(BUNDLED_RULES):
        return False
    return bundled_rule_file(rule.id) is not None


def bundled_rule_file(rule_id: str) -> Path | None:
    """The file of the bundled rule called *rule_id*; None where there is none."""
    return next(BUNDLED_RULES.glob(f"*/{rule_id}.yaml"), None)


def load_house(
    start: Path, explicit: Path | None = None, folders: Iterable[Path] = (), *, cache: Path | None = None
) -> tuple[Config, RuleSet]:
    """The configuration at *explicit*, or found from *start* upwards, and the rules that it and *folders* bring.

    LintnewsError lists all that is wrong: in the configuration, in the rules, and in what it says of the rules.
    """
    problems: list[Problem] = []
    try:
        config = _config_of(explicit or find_config(start), cache)
    except ConfigError as error:
        config = error.config
        problems += error.problems
    try:
        rules = load_rules((*config.rule_folders, *folders), cache=cache)
        problems += config.name_problems(rules)
    except LintnewsError as error:
        problems += error.problems
    if problems:
        raise LintnewsError(
            *sorted(dict.fromkeys(problems), key=lambda p: (p.path != str(config.path), p.path, p.line))
        )
    return config, rules


def _config_of(path: Path | None, cache: Path | None) -> Config:
    """The configuration in the file at *path*, or the defaults; what reads such files is loaded where there is one."""
    if path is None:
        return Config()
    from .configfile import read_config

    return read_config(path.absolute(), cache)


def source_text(path: Path) -> SourceText:
    """The text of the file at *path*, in any format that stories have; OSError or ValueError if it can't be read."""
    return SourceText(str(path), read_bytes(path.read_bytes(), path=str(path)).text)


class Linter:
    """Lints stories by ``rules``, as ``config`` sets them, and by the house's decisions. It keeps what is costly to load.

    ``select`` and ``ignore`` name rules and subjects, beyond what ``config`` says; ``also`` names rules that run
    whatever it says. ``house`` stands in for the configuration's house. ``against`` are texts that quotations are held
    against. ``today`` is compared with the last days of suppressions; None stands for each story's date. With
    ``everything``, what the configuration's baseline knows is found too, and what is milder than it wants reported.
    """

    def __init__(
        self,
        rules: RuleSet | None = None,
        *,
        config: Config | None = None,
        house: House | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        also: Iterable[str] = (),
        today: date | None = None,
        against: Iterable[SourceText] = (),
        everything: bool = False,
    ) -> None:
        self.config = Config() if config is None else config
        self.rules = load_rules(self.config.rule_folders) if rules is None else rules
        self.house = house
        known = self.rules.names
        self.select = names_given(select, known, "select")
        self.ignore = names_given(ignore, known, "ignore")
        self.also = tuple(also)
        self.against = tuple(against)
        self.baseline = None if everything else _baseline(self.config)
        self.least = Severity.INFO if everything else self.config.report_level
        self.terms = Terms(known, today, complete=not self.select and not self.ignore)
        self._in_force: dict[tuple[Override, ...], tuple[RuleSet, House]] = {}

    def in_force(self, path: str = "") -> tuple[RuleSet, House]:
        """The enabled rules and the house's decisions for the story at *path*."""
        overrides = self.config.overrides_for(path)
        if overrides not in self._in_force:
            rules = (
                self.config.rules_for(self.rules, overrides).with_enabled(self.also).selected(self.select, self.ignore)
            )
            self._in_force[overrides] = (rules, self.house or self.config.house_for(overrides))
        return self._in_force[overrides]

    def _known(self) -> Known | None:
        """What leaves out known findings, each as often as it is known in its file."""
        if self.baseline is None:
            return None
        return Remaining(self.baseline, os.path.exists).new_of

    def lint_text(
        self,
        text: str,
        *,
        format_of: str = "plain",
        path: str = "",
        published: date | None = None,
        keep_going: bool = False,
    ) -> FileReport:
        """Lint *text*, read as *format_of*; *published* stands in for a publication date that the text does not give.

        A rule that raises is the caller's, or with *keep_going* reported as ``lint_bytes`` does.
        """
        return self._lint(read_text(text_given(text), format_of=format_of), path, published, [] if keep_going else None)

    def lint_file(self, path: Path | str, *, format_of: str | None = None, published: date | None = None) -> FileReport:
        """Lint the file at *path*, read as *format_of* or as its suffix says; what can't be read is reported, not raised."""
        try:
            data = read_whole(path)
        except OSError as error:
            return FileReport(str(path), error=reason(error))
        return self.lint_bytes(data, path=str(path), format_of=format_of, published=published)

    def lint_bytes(
        self, data: bytes, *, path: str = "", format_of: str | None = None, published: date | None = None
    ) -> FileReport:
        """Lint the content of a file, as ``lint_file`` does; rules that raise are reported too."""
        failures: list[str] = []
        try:
            return self._lint(read_bytes(data, path=path, format_of=format_of), path, published, failures)
        except LintnewsError:
            raise
        except ValueError as error:
            return FileReport(path, error=reason(error))
        except Exception as error:
            return FileReport(path, error=f"this can't be linted: {described(error)}")

    def _lint(self, reading: Reading, path: str, published: date | None, failures: list[str] | None) -> FileReport:
        published = day_given(published)
        if published and not reading.published:
            reading = replace(reading, published=published)
        rules, house = self.in_force(path)
        story = Story(reading.source, reading, path=path, house=house, against=self.against)

        suppressed: list[tuple[Finding, str]] = []

        def failed(rule: Rule, error: Exception) -> None:
            failures.append(f"the rule `{rule.id}` failed: {described(error)}")  # type: ignore[union-attr]

        findings = lint(
            story,
            rules,
            terms=self.terms,
            known=self._known(),
            least=self.least,
            failed=None if failures is None else failed,
            allowed=lambda finding, reason: suppressed.append((finding, reason)),
        )
        said = tuple(f"{p.line}:{p.column}: {p.message}" if p.line else p.message for p in reading.problems)
        return FileReport(
            path,
            findings,
            story,
            failures=(*said, *(failures or ())),
            suppressed=tuple(suppressed),
            format_of=reading.format,
        )

    def lint_paths(self, paths: Iterable[Path | str], *, published: date | None = None) -> Iterator[FileReport]:
        """Lint files, and the stories in folders, in order."""
        for path in stories_in(map(str, paths), suffixes(), holds_story):
            yield self.lint_file(Path(path), published=published)


def _baseline(config: Config) -> Baseline | None:
    """The configured baseline, if its file exists; LintnewsError where it is none."""
    path = Path(config.baseline)
    return read_baseline(path) if config.baseline and path.is_file() else None


@cache
def _default() -> Linter:
    return Linter()


def lint_text(text: str, *, format_of: str = "plain", path: str = "", published: date | None = None) -> FileReport:
    """Lint *text* by the bundled rules; a ``Linter`` takes others."""
    return _default().lint_text(text, format_of=format_of, path=path, published=published)


def lint_file(path: Path | str, *, format_of: str | None = None, published: date | None = None) -> FileReport:
    """Lint the file at *path* by the bundled rules; what can't be read is reported, not raised."""
    return _default().lint_file(Path(path), format_of=format_of, published=published)


def reason(error: OSError | ValueError) -> str:
    """Why a file could not be read, in a few words."""
    found = error.strerror if isinstance(error, OSError) else None
    return (found or str(error) or type(error).__name__).replace("\n", " ")


def described(error: Exception) -> str:
    """An exception that nobody foresaw, in one line: its type, its words, and where it was raised.

    Of what takes too long, the words are enough.
    """
    if isinstance(error, TooSlow | TimeUp):
        return str(error)
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    words = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{': ' if words else ''}{words}{place}"
