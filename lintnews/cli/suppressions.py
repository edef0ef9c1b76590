"""lintnews suppressions"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..folders import read_whole
from ..linter import reason
from ..readers import read_bytes
from ..source import Lines
from ..story import Story
from ..suppressions.directives import Suppression, suppressions_in
from .checking import judge_format
from .commands import ConfigOption, ExcludeOption, FormatOfOption
from .stories import config_here, stories_of
from .streams import report_stream, say


def suppressions(
    paths: Annotated[list[str], typer.Argument(help="Stories, and folders of stories.")],
    format_of: FormatOfOption = "",
    exclude: ExcludeOption = None,
    config: ConfigOption = "",
) -> None:
    """List what stories say must not be reported, why, and until when.

    Exit status: 0 done, 2 wrong usage or a file that could not be read.
    """
    judge_format(format_of)
    stream = report_stream()
    failed = False
    for path in stories_of(paths, config_here(config), exclude):
        try:
            reading = read_bytes(read_whole(Path(path)), path=path, format_of=format_of or None)
        except (OSError, ValueError) as error:
            failed = True
            say(f"{path}: {reason(error)}")
            continue
        lines = Lines(reading.source)
        for found in suppressions_in(Story(reading.source, reading, path=path)):
            at = lines.position(found.source.start)
            stream.write(f"{path}:{at.line}:{at.column}: {_described(found)}\n")
    raise typer.Exit(2 if failed else 0)


def _described(found: Suppression) -> str:
    if found.fault:
        return f"wrong: {found.fault}"
    said = ", ".join(map(str, found.allowed)) or "everything"
    until = f" until {found.until.isoformat()}" if found.until else ""
    return f"{said}{until}" + (f" -- {found.reason}" if found.reason else "")
