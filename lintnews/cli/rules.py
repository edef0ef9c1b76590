"""lintnews rules"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from ..linter import replaces_bundled
from ..rule import Rule
from .commands import ConfigOption, RulesOption
from .completion import COMPLETERS
from .loading import rules_here
from .streams import columns
from .wrong import unknown

FORMATS = ("table", "json")


def rules(
    chosen: Annotated[
        list[str] | None,
        typer.Argument(help="Rules or subjects; all of them, if nothing is given.", autocompletion=COMPLETERS["rules"]),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="table or json.")] = "table",
    rules: RulesOption = None,
    config: ConfigOption = "",
) -> None:
    """List the rules: what each is called, how severe it is, and whether it is on."""
    if format not in FORMATS:
        raise unknown("a format of this list", format, FORMATS)
    _, every = rules_here(rules, config)
    for name in chosen or ():
        if name not in every.names:
            raise unknown("a rule or a subject", name, tuple(sorted(every.names)))
    listed = [rule for rule in every if not chosen or rule.id in chosen or rule.subject in chosen]
    if format == "json":
        typer.echo(json.dumps([_entry(rule) for rule in listed], indent=2, ensure_ascii=False))
        return
    widths = [max(len(row[column]) for row in map(_row, listed)) for column in range(4)]
    for row in map(_row, listed):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        room = columns() - len(line) - 2
        message = row[4] if len(row[4]) <= room else row[4][: max(10, room - 1)] + "…"
        typer.echo(f"{line}  {message}".rstrip())


def _row(rule: Rule) -> tuple[str, ...]:
    message = rule.every_message[0]
    return (
        rule.subject,
        rule.id,
        str(rule.severity) if rule.enabled else "off",
        rule.check.kind,
        f"(instead of the bundled rule) {message}" if replaces_bundled(rule) else message,
    )


def _entry(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "subject": rule.subject,
        "severity": str(rule.severity),
        "enabled": rule.enabled,
        "check": rule.check.kind,
        "message": rule.message or rule.every_message[0],
        "messages": dict(rule.messages),
        "why": rule.why.strip(),
        "cites": rule.cites.strip(),
        "in_quotations": rule.in_quotations,
        "blocks": [str(block) for block in rule.blocks],
        "examples": len(rule.examples),
        "path": rule.path,
        "replaces_bundled": replaces_bundled(rule),
    }
