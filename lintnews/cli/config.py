"""lintnews config"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from ..config import Origin
from ..configfile import ConfigFile
from ..declared import convert, declared_fields
from ..house import DEFAULT_HOUSE
from ..linter import Linter, load_house

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Show the configuration.")


@app.callback()
def configuration() -> None:
    """Show the configuration."""


@app.command("show")
def show(
    path: Annotated[Path | None, typer.Argument(help="A story: shows what is in force for it.")] = None,
    config: Annotated[Path | None, typer.Option(help="The configuration file.")] = None,
) -> None:
    """Print what is in force and where it was written."""
    found, rules = load_house(Path(), config)
    linter = Linter(rules, config=found)
    for file in found.files:
        print(f"# read {_near(str(file))}")
    if not found.files:
        print("# no configuration file: the defaults are in force")
    for name, value, origin in _InForce(linter, str(path) if path else "").rows():
        print(f"{name}: {value}".ljust(60) + f"  # {origin}")


_SHOWN_APART = ("extends", "rule_folders", "rules", "fail_level", "house", "names", "words", "overrides")


class _InForce:
    """What is in force for the story at *path*, as rows of name, value and origin."""

    def __init__(self, linter: Linter, path: str) -> None:
        self.linter = linter
        self.path = path
        self.config = linter.config
        self.overrides = linter.config.overrides_for(path)

    def rows(self) -> Iterator[tuple[str, str, str]]:
        config = self.config
        yield "fail_level", str(config.fail_level), self.origin("fail_level")
        for folder in config.rule_folders:
            yield "rule_folders", _near(str(folder)), self.origin("rule_folders")
        yield from self.others()
        rules, house = self.linter.in_force(self.path)
        yield from self.section("house", house, DEFAULT_HOUSE)
        for rule in config.rules_for(self.linter.rules, self.overrides):
            state = str(rule.severity) if rules.get(rule.id) is not None else "off"
            place = self.origin(f"rules.{rule.id}", f"rules.{rule.subject}", "rules.all")
            yield f"rules.{rule.subject}.{rule.id}", state, place

    def others(self) -> Iterator[tuple[str, str, str]]:
        """The sections that have no rows of their own."""
        for name, (field, declared) in declared_fields(ConfigFile).items():
            if name in _SHOWN_APART:
                continue
            value = self.config.values.get(name)
            if is_dataclass(declared) and isinstance(declared, type):
                yield from self.section(name, convert(declared, value or {}), declared())
            else:
                yield name, _short(field.default if value is None else _near(str(value))), self.origin(name)

    def section(self, name: str, value: Any, default: Any) -> Iterator[tuple[str, str, str]]:
        for field in fields(value):
            inner, usual = getattr(value, field.name), getattr(default, field.name)
            full = f"{name}.{field.name}"
            if is_dataclass(inner):
                yield from self.section(full, inner, usual)
            else:
                place = "default" if inner == usual else self.origin(full, full.removeprefix("house."), *_above(full))
                yield full, _short(inner), place

    def origin(self, *names: str) -> str:
        """Where the first of *names* that was written was written."""
        for index in reversed(range(len(self.config.overrides))):
            if self.config.overrides[index] in self.overrides:
                for name in names:
                    if place := self.config.origins.get(f"overrides.{index}.{name}"):
                        return _shown(place)
        for name in names:
            places = []
            while place := self.config.origins.get(name):
                places.append(_shown(place))
                name += "+"
            if places:
                return ", ".join(places)
        return "default"


def _above(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(len(parts) - 1, 1, -1)]


def _shown(origin: Origin) -> str:
    return f"{_near(origin.path)}:{origin.line}"


def _short(value: object) -> str:
    if isinstance(value, tuple) and len(str(value)) > 100:
        return f"{len(value)} entries"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(str, value)) + "]"
    shown = str(value)
    return shown if len(shown) <= 100 else shown[:97] + "..."


def _near(path: str) -> str:
    """*path* relative to the working folder, if it lies there."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return path
