"""lintnews new"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from ..configfile import load_config
from ..writing import write_new
from .wrong import UsageError, unknown

TEMPLATES = Path(__file__).parents[1] / "templates"
"""A rule file for each pattern kind, ``KIND.yaml``."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def new(
    rule: Annotated[str, typer.Argument(help="SUBJECT/RULE-ID, such as style/per-cent.", metavar="RULE")],
    check: Annotated[str, typer.Option("--check", "-c", help="The kind of check.")] = "existence",
    rules: Annotated[str, typer.Option(help="Folder of rules that it goes to.", metavar="FOLDER")] = "",
) -> None:
    """Write a rule file that works, to be changed into what you need.

    It goes to --rules, or to the first of the configuration's rule_folders, or to the folder `rules`.
    """
    subject, _, rule_id = rule.rpartition("/")
    for name in (subject, rule_id):
        if not _NAME.fullmatch(name):
            raise UsageError(f"`{rule}` is not SUBJECT/RULE-ID, in lower-case words joined by hyphens")
    kinds = tuple(sorted(path.stem for path in TEMPLATES.glob("*.yaml")))
    if check not in kinds:
        raise unknown("a kind of check that rules are started from", check, kinds)
    configured = load_config(Path()).rule_folders
    folder = Path(rules) if rules else next(iter(configured), Path("rules"))
    path = folder / subject / f"{rule_id}.yaml"
    text = (TEMPLATES / f"{check}.yaml").read_text(encoding="utf-8")
    text = _schema_line(path) + text.replace(f"id: {check}", f"id: {rule_id}", 1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, text.encode())
    except FileExistsError:
        raise UsageError(f"{path} is there already") from None
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from None
    typer.echo(f"{path}\nChange it, then run: lintnews test {path}")
    if folder.absolute() not in {known.absolute() for known in configured}:
        typer.echo(
            f"To use it, put `rule_folders: [{folder}]` into lintnews.yaml, or give --rules {folder} to lintnews check."
        )


def _schema_line(path: Path) -> str:
    """The line by which editors find the schema, if there is one in the rule's folder or above."""
    for folder in path.absolute().parent.parents:
        if (folder / "lintnews.schema.json").is_file():
            near = os.path.relpath(folder / "lintnews.schema.json", path.absolute().parent).replace(os.sep, "/")
            return f"# yaml-language-server: $schema={near}\n"
    return ""
