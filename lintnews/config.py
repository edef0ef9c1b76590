"""The configuration: ``lintnews.yaml`` or ``[tool.lintnews]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from .declared import convert
from .globs import glob_matches
from .house import DEFAULT_HOUSE, House
from .match import Severity
from .problem import LintnewsError, Problem
from .rule import Rule, RuleSet

FILE_NAMES = ("lintnews.yaml", "lintnews.yml", ".lintnews.yaml", ".lintnews.yml")
EVERY_RULE = "all"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value of the configuration was written."""

    path: str
    line: int
    column: int = 1
    source_line: str = ""

    def problem(self, message: str) -> Problem:
        return Problem(self.path, message, self.line, self.column, self.source_line, len(self.source_line.strip()) or 1)


@dataclass(frozen=True, slots=True, eq=False)
class Override:
    """What is different for the stories whose paths, relative to ``folder``, match one of ``paths``."""

    paths: tuple[str, ...]
    folder: str
    rules: Mapping[str, str] = field(default_factory=dict)
    house: Mapping[str, Any] = field(default_factory=dict)

    def covers(self, path: str) -> bool:
        """Whether *path*, absolute, is one of the stories that this is about."""
        try:
            relative = os.path.relpath(path, self.folder)
        except ValueError:  # another drive
            return False
        relative = relative.replace(os.sep, "/")
        return not relative.startswith("../") and glob_matches(self.paths, relative)


@dataclass(frozen=True)
class Config:
    """What is in force.

    ``rules`` maps rule ids, subjects and ``all`` to ``on``, ``off`` or a severity; ``baseline`` is the path of the file
    of known findings, empty where there is none. ``excluded`` are globs of files that are no stories, each time with the
    folder, absolute, that they are relative to. ``origins`` says where each value was written, by its dotted name;
    ``files`` are all files that were read.
    """

    path: Path | None = None
    rule_folders: tuple[Path, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    fail_level: Severity = Severity.WARNING
    report_level: Severity = Severity.INFO
    excluded: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: str = ""
    house: House = DEFAULT_HOUSE
    overrides: tuple[Override, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    files: tuple[Path, ...] = ()

    def overrides_for(self, path: str) -> tuple[Override, ...]:
        """The overrides for the story at *path*, in order: the last one has the last word."""
        if not self.overrides or not path:
            return ()
        absolute = str(Path(path).absolute())
        return tuple(override for override in self.overrides if override.covers(absolute))

    def rules_for(self, rules: RuleSet, overrides: Iterable[Override] = ()) -> RuleSet:
        """All of *rules*, on or off and as severe as this configuration and *overrides* say."""
        settings = [s for s in (self.rules, *(override.rules for override in overrides)) if s]
        if not settings:
            return rules
        return RuleSet(tuple(_set(rule, settings) for rule in rules))

    def house_for(self, overrides: Iterable[Override] = ()) -> House:
        """The house's decisions for the stories of *overrides*."""
        different = [override.house for override in overrides if override.house]
        if not different:
            return self.house
        house: Any = self.values.get("house", {})
        for values in different:
            house = merged(house, values)
        found: House = convert(House, house)
        return found

    def check_names(self, rules: RuleSet) -> None:
        """LintnewsError for every name in ``rules`` that is neither one of *rules* nor a subject."""
        if problems := self.name_problems(rules):
            raise LintnewsError(*problems)

    def name_problems(self, rules: RuleSet) -> list[Problem]:
        """What is wrong with the names in ``rules``: each must be one of *rules* or a subject."""
        known = rules.names | {EVERY_RULE}
        problems = []
        for name, origin in self.origins.items():
            section, _, key = name.rpartition(".")
            if (section == "rules" or section.endswith(".rules")) and key not in known:
                from .located import suggestion

                hint = suggestion(key, sorted(known))
                problems.append(origin.problem(f"`{key}` is neither a rule nor a subject{hint}"))
        return problems

    @cached_property
    def key(self) -> str:
        """What a cache of findings depends on: equal keys, equal configurations."""
        return repr((self.values, self.fail_level, self.overrides))


class ConfigError(LintnewsError):
    """What is wrong with a configuration; ``config`` is what is known of it all the same: its rule folders and names."""

    def __init__(self, config: Config, *problems: Problem) -> None:
        super().__init__(*problems)
        self.config = config


def candidates(start: Path) -> Iterator[Path]:
    """Where the configuration for *start*, a file or folder, may stand, nearest first."""
    start = start.absolute()
    for folder in (start, *start.parents):
        yield from (folder / name for name in (*FILE_NAMES, "pyproject.toml"))


def find_config(start: Path) -> Path | None:
    """The configuration file for *start*, a file or folder: in its folder or the nearest above it."""
    for path in candidates(start):
        if path.name != "pyproject.toml":
            if path.is_file():
                return path
            continue
        try:
            if b"[tool.lintnews" in path.read_bytes():
                return path
        except OSError:
            continue
    return None


def _set(rule: Rule, settings: Iterable[Mapping[str, str]]) -> Rule:
    enabled, severity = rule.enabled, rule.severity
    for setting in settings:
        for name in (EVERY_RULE, rule.subject, rule.id):
            value = setting.get(name)
            if value is None:
                continue
            enabled = value != "off"
            if value not in ("on", "off"):
                severity = Severity[value.upper()]
    if (enabled, severity) == (rule.enabled, rule.severity):
        return rule
    return replace(rule, enabled=enabled, severity=severity)


def merged(base: Any, over: Any, *, add: bool = False) -> Any:
    """*over* laid on *base*: mappings key by key; lists are replaced, or with *add* lengthened; else *over* itself."""
    if isinstance(base, Mapping) and isinstance(over, Mapping):
        return {
            key: merged(base[key], over[key], add=add)
            if key in base and key in over
            else (over if key in over else base)[key]
            for key in (*base, *(key for key in over if key not in base))
        }
    if add and isinstance(base, list) and isinstance(over, list):
        return base + over
    return over
