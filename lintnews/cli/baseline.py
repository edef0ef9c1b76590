"""lintnews baseline"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..baseline import DEFAULT_FILE, Baseline, baseline_of, pruned, read_baseline
from ..wire import FileEntry
from ..writing import write_whole
from .checking import entries, linter_of
from .commands import ConfigOption, PublishedOption, RulesOption
from .options import CheckOptions
from .streams import say
from .wrong import UsageError

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Keep a file of known findings, which `lintnews check` leaves out."
)

Paths = Annotated[list[str], typer.Argument(help="Stories, and folders of stories.")]
File = Annotated[
    str, typer.Option("--baseline", help=f"The file; {DEFAULT_FILE} or the configured one.", metavar="FILE")
]


@app.callback()
def baseline() -> None:
    """Keep a file of known findings, which `lintnews check` leaves out."""


@app.command("write")
def write(
    paths: Paths, file: File = "", config: ConfigOption = "", rules: RulesOption = None, published: PublishedOption = ""
) -> None:
    """Note down all that is found today, in place of what was noted before."""
    options = _options(paths, config, rules, published)
    path = _path(file, options)
    found, failed = _found(options)
    after = baseline_of(found, str(path.absolute().parent))
    _replace(path, after)
    say(f"{_counted(after)} noted in {path}")
    if Path(linter_of(options).config.baseline).absolute() != path.absolute():
        say(
            f"To leave them out, put `baseline: {path}` into lintnews.yaml, or give --baseline {path} to lintnews check."
        )
    raise typer.Exit(2 if failed else 0)


@app.command("prune")
def prune(
    paths: Paths, file: File = "", config: ConfigOption = "", rules: RulesOption = None, published: PublishedOption = ""
) -> None:
    """Strike out what is no longer found; nothing is added."""
    options = _options(paths, config, rules, published)
    path = _path(file, options)
    before = _read(path)
    found, failed = _found(options)
    after = pruned(before, found, lambda name: Path(name).exists())
    if after.findings != before.findings:
        _replace(path, after)
    say(f"{before.count - after.count} struck out of {path}, {_counted(after)} left")
    raise typer.Exit(2 if failed else 0)


@app.command("show")
def show(file: File = "", config: ConfigOption = "") -> None:
    """List what is noted, by file."""
    known = _read(_path(file, _options([], config, None, "")))
    rows = sorted(
        (path, finding.rule, finding.text, count)
        for finding in known.findings.values()
        for path, count in finding.files.items()
    )
    for path, rule, text, count in rows:
        print(f"{path}: {' '.join(text.split())} [{rule}]" + (f" ({count} times)" if count > 1 else ""))
    say(f"{_counted(known)}")


def _options(paths: list[str], config: str, rules: list[str] | None, published: str) -> CheckOptions:
    options = CheckOptions(paths)
    options.config, options.rules, options.published = config, rules or [], published
    options.no_baseline = True
    options.least = "info"
    if "-" in paths:
        raise UsageError("a baseline is of files, not of standard input")
    return options


def _path(file: str, options: CheckOptions) -> Path:
    path = Path(file or linter_of(options).config.baseline or DEFAULT_FILE)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _read(path: Path) -> Baseline:
    try:
        return read_baseline(path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None


def _found(options: CheckOptions) -> tuple[list[FileEntry], bool]:
    """What was found, and whether some file could not be read."""
    found = list(entries(options))
    return found, any("error" in entry for entry in found)


def _replace(path: Path, after: Baseline) -> None:
    try:
        write_whole(path, after.text().encode())
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from None


def _counted(known: Baseline) -> str:
    return f"{known.count} finding{'' if known.count == 1 else 's'}"
