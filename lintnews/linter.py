"""The linter: rules and language model kept loaded; texts, files and folders in, reports out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from .config import Config, Override
from .engine import lint
from .finding import Finding
from .house import House
from .readers import read_file, read_text, reader_name
from .rule import RuleSet
from .story import Reading, Story
from .suppressed import Terms

BUNDLED_RULES = next(
    (f for f in (Path(__file__).with_name("rules"), Path(__file__).parents[1] / "rules") if f.is_dir()),
    Path(__file__).with_name("rules"),
)


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found in one file, or why it could not be read. ``source`` is the decoded file."""

    path: str
    findings: tuple[Finding, ...] = ()
    story: Story | None = None
    error: str = ""


def load_rules(folders: Iterable[Path] = (), *, bundled: bool = True) -> RuleSet:
    """The bundled rules and those below *folders*; LintnewsError lists all that is wrong in them."""
    from .rulefile import load_files

    every = [BUNDLED_RULES, *folders] if bundled else list(folders)
    paths = [path for folder in every for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")])]
    return RuleSet(tuple(sorted(load_files(paths), key=lambda rule: (rule.subject, rule.id))))


class Linter:
    """Lints stories by ``rules``, as ``config`` sets them, and by the house's decisions. It keeps what is costly to load.

    ``select`` and ``ignore`` name rules and subjects, beyond what ``config`` says. ``house`` stands in for the
    configuration's house. ``today`` is compared with the last days of suppressions; None stands for each story's date.
    """

    def __init__(
        self,
        rules: RuleSet | None = None,
        *,
        config: Config | None = None,
        house: House | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        today: date | None = None,
    ) -> None:
        self.config = Config() if config is None else config
        self.rules = load_rules(self.config.rule_folders) if rules is None else rules
        self.house = house
        self.select = tuple(select)
        self.ignore = tuple(ignore)
        self.terms = Terms(self.rules.names, today, complete=not self.select and not self.ignore)
        self._in_force: dict[tuple[Override, ...], tuple[RuleSet, House]] = {}

    def in_force(self, path: str = "") -> tuple[RuleSet, House]:
        """The enabled rules and the house's decisions for the story at *path*."""
        overrides = self.config.overrides_for(path)
        if overrides not in self._in_force:
            rules = self.config.rules_for(self.rules, overrides).selected(self.select, self.ignore)
            self._in_force[overrides] = (rules, self.house or self.config.house_for(overrides))
        return self._in_force[overrides]

    def lint_text(
        self, text: str, *, format_of: str = "plain", path: str = "", published: date | None = None
    ) -> FileReport:
        """Lint *text*, read as *format_of*; *published* stands in for a publication date that the text does not give."""
        return self._lint(text, read_text(text, format_of=format_of), path, published)

    def lint_file(self, path: Path, *, format_of: str | None = None, published: date | None = None) -> FileReport:
        """Lint the file at *path*, read as *format_of* or as its suffix says; what can't be read is reported, not raised."""
        try:
            document = read_file(path, format_of=format_of)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            return FileReport(str(path), error=reason)
        return self._lint(document.source, document.reading, str(path), published)

    def _lint(self, source: str, reading: Reading, path: str, published: date | None) -> FileReport:
        if published and not reading.published:
            reading = replace(reading, published=published)
        rules, house = self.in_force(path)
        story = Story(source, reading, path=path, house=house)
        return FileReport(path, lint(story, rules, terms=self.terms), story)

    def lint_paths(self, paths: Iterable[Path], *, published: date | None = None) -> Iterator[FileReport]:
        """Lint files, and the stories in folders, in order."""
        for path in stories_in(paths):
            yield self.lint_file(path, published=published)


def stories_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files in *paths*; of folders, every file below that a reader knows by its suffix."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            yield from (Path(folder, name) for name in sorted(names) if reader_name(name))
