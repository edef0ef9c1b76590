"""lintnews new"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from ..checks import check_kinds
from ..configfile import load_config
from ..linter import BUNDLED_RULES, bundled_rule_file
from ..writing import write_new
from .completion import COMPLETERS
from .wrong import UsageError, unknown

TEMPLATES = Path(__file__).parents[1] / "templates"
"""A rule file for each pattern kind, ``KIND.yaml``; rules of other kinds are started from a bundled one."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def new(
    rule: Annotated[str, typer.Argument(help="SUBJECT/RULE-ID, such as style/per-cent.", metavar="RULE")],
    check: Annotated[
        str, typer.Option("--check", "-c", help="The kind of check.", autocompletion=COMPLETERS["check_kinds"])
    ] = "existence",
    rules: Annotated[str, typer.Option(help="Folder of rules that it goes to.", metavar="FOLDER")] = "",
) -> None:
    """Write a rule file that works, to be changed into what you need.

    It goes to --rules, or to the first of the configuration's rule_folders, or to the folder `rules`.
    """
    subject, _, rule_id = rule.rpartition("/")
    for name in (subject, rule_id):
        if not _NAME.fullmatch(name):
            raise UsageError(f"`{rule}` is not SUBJECT/RULE-ID, in lower-case words joined by hyphens")
    if check not in check_kinds():
        raise unknown("a kind of check", check, check_kinds())
    text = _started(check, rule_id)
    configured = load_config(Path()).rule_folders
    folder = Path(rules) if rules else next(iter(configured), Path("rules"))
    path = folder / subject / f"{rule_id}.yaml"
    text = _schema_line(path) + text
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, text.encode())
    except FileExistsError:
        raise UsageError(f"{path} is there already") from None
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from None
    typer.echo(f"{path}\nChange it, then run: lintnews test {path}")
    if bundled_rule_file(rule_id) is not None:
        typer.echo(
            f"There is a bundled rule `{rule_id}`: yours stands in for it. `lintnews explain {rule_id}` shows it."
        )
    if folder.absolute() not in {known.absolute() for known in configured}:
        typer.echo(
            f"To use it, put `rule_folders: [{folder}]` into lintnews.yaml, or give --rules {folder} to lintnews check."
        )


def _started(check: str, rule_id: str) -> str:
    """A rule file of the kind *check* that works: its template, or else a bundled rule of the kind."""
    template = TEMPLATES / f"{check}.yaml"
    if template.is_file():
        return template.read_text(encoding="utf-8").replace(f"id: {check}", f"id: {rule_id}", 1)
    for path in sorted(BUNDLED_RULES.glob("*/*.yaml")):
        text = path.read_text(encoding="utf-8")
        if re.search(rf"^check: {check}$", text, re.MULTILINE):
            lines = [line for line in text.splitlines(keepends=True) if not line.startswith("# yaml-language-server:")]
            return "".join(lines).replace(f"id: {path.stem}", f"id: {rule_id}", 1)
    raise UsageError(f"the kind `{check}` comes with a plug-in, which gives nothing to start a rule from")


def _schema_line(path: Path) -> str:
    """The line by which editors find the schema, if there is one in the rule's folder or above."""
    for folder in path.absolute().parent.parents:
        if (folder / "lintnews.schema.json").is_file():
            near = os.path.relpath(folder / "lintnews.schema.json", path.absolute().parent).replace(os.sep, "/")
            return f"# yaml-language-server: $schema={near}\n"
    return ""
