"""The typer application: one command a file."""

from __future__ import annotations

import typer

from . import check, config, test

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False, help="The linter for news copy."
)
app.command("check")(check.check)
app.command("test")(test.test)
app.add_typer(config.app, name="config")
