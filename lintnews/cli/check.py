"""lintnews check"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from ..configfile import load_config
from ..linter import Linter
from ..problem import LintnewsError
from ..reporters import REPORTERS, load_reporter


def check(
    paths: Annotated[list[Path], typer.Argument(help="Stories, and folders of stories.")],
    format: Annotated[str, typer.Option(help="Output format: " + ", ".join(REPORTERS) + ".")] = "text",
    select: Annotated[list[str] | None, typer.Option(help="Rules or subjects to run.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules or subjects to leave out.")] = None,
    published: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Publication date.")] = None,
) -> None:
    """Lint stories."""
    try:
        linter = Linter(config=load_config(Path()), select=select or (), ignore=ignore or (), today=date.today())
        linter.config.check_names(linter.rules)
    except LintnewsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(3) from None
    reports = list(linter.lint_paths(paths, published=published.date() if published else None))
    sys.stdout.write(load_reporter(format)(reports))
    failing = any(f.severity >= linter.config.fail_level for report in reports for f in report.findings)
    for report in reports:
        if report.error:
            print(f"{report.path}: {report.error}", file=sys.stderr)
    raise typer.Exit(2 if any(report.error for report in reports) else int(failing))
