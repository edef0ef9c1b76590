"""The typer application: one command a file, imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from ..version import VERSION
from .wrong import unknown

COMMANDS: dict[str, str] = {
    "baseline": "lintnews.cli.baseline:app",
    "check": "lintnews.cli.check:check",
    "config": "lintnews.cli.config:app",
    "fix": "lintnews.cli.fix:fix",
    "explain": "lintnews.cli.explain:explain",
    "facts": "lintnews.cli.house_facts:app",
    "init": "lintnews.cli.init:init",
    "mentions": "lintnews.cli.mentions:mentions",
    "new": "lintnews.cli.new:new",
    "rules": "lintnews.cli.rules:rules",
    "schema": "lintnews.cli.schema:schema",
    "learn": "lintnews.cli.learn:learn",
    "lsp": "lintnews.cli.lsp:lsp",
    "serve": "lintnews.cli.serve:serve",
    "suppressions": "lintnews.cli.suppressions:suppressions",
    "test": "lintnews.cli.test:test",
}
"""Name → ``module:function``, or ``module:app`` for a command with commands of its own."""


HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 120}


class _Commands(TyperGroup):
    """The commands in COMMANDS. Its methods are click's; contexts and commands are left untyped, as typer hides click."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            raise unknown("a command", cmd_name, tuple(COMMANDS))
        module, _, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(module), name)
        if not isinstance(found, typer.Typer):
            function, found = found, typer.Typer(add_completion=False)
            found.command(cmd_name)(function)
        found.rich_markup_mode = None
        found.info.context_settings = HELP
        command = get_command(found)
        command.name = cmd_name
        for one in (command, *getattr(command, "commands", {}).values()):
            one.short_help = " ".join((one.help or "").split("\n\n")[0].split()).removesuffix(".")
        return command


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    name="lintnews",
    context_settings=HELP,
)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"lintnews {VERSION}")
        raise typer.Exit


@app.callback()
def lintnews(
    version: bool = typer.Option(
        False, "--version", "-V", callback=_show_version, is_eager=True, help="Show the version and exit."
    ),
) -> None:
    """The linter for news copy."""
