"""lintnews config"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Show the configuration.")


@app.callback()
def configuration() -> None:
    """Show the configuration."""


@app.command("show")
def show(
    path: Annotated[Path | None, typer.Argument(help="A story: shows what is in force for it.")] = None,
    config: Annotated[Path | None, typer.Option(help="The configuration file.")] = None,
) -> None:
    """Print what is in force and where it was written."""
    from ..configfile import load_config
    from ..linter import Linter
    from ..problem import LintnewsError

    try:
        found = load_config(Path(), config)
        linter = Linter(config=found)
        found.check_names(linter.rules)
    except LintnewsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(3) from None
    for file in found.files:
        print(f"# read {_near(str(file))}")
    if not found.files:
        print("# no configuration file: the defaults are in force")
    for name, value, origin in _in_force(linter, str(path) if path else ""):
        print(f"{name}: {value}".ljust(60) + f"  # {origin}")


def _in_force(linter: object, path: str) -> list[tuple[str, str, str]]:
    from dataclasses import fields

    from ..house import DEFAULT_HOUSE
    from ..linter import Linter

    assert isinstance(linter, Linter)
    config = linter.config
    overrides = config.overrides_for(path)

    def origin(*names: str) -> str:
        for index in reversed(range(len(config.overrides))):
            if config.overrides[index] in overrides:
                for name in names:
                    if place := config.origins.get(f"overrides.{index}.{name}"):
                        return f"{_near(place.path)}:{place.line}"
        for name in names:
            if place := config.origins.get(name):
                return f"{_near(place.path)}:{place.line}"
        return "default"

    rows = [("fail_level", str(config.fail_level), origin("fail_level"))]
    rows += [("rule_folders", _near(str(folder)), origin("rule_folders")) for folder in config.rule_folders]
    rules, house = linter.in_force(path)
    for field in fields(house):
        value = getattr(house, field.name)
        names = (f"house.{field.name}", *(key for key in config.origins if key.startswith(f"{field.name}.")))
        default = value == getattr(DEFAULT_HOUSE, field.name)
        rows.append((f"house.{field.name}", _short(value), "default" if default else origin(*names)))
    for rule in config.rules_for(linter.rules, overrides):
        on = rules.get(rule.id) is not None
        place = origin(f"rules.{rule.id}", f"rules.{rule.subject}", "rules.all")
        rows.append((f"rules.{rule.subject}.{rule.id}", str(rule.severity) if on else "off", place))
    return rows


def _short(value: object) -> str:
    shown = str(value)
    return shown if len(shown) <= 200 else shown[:197] + "..."


def _near(path: str) -> str:
    """*path* relative to the working folder, if it lies there."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return path
