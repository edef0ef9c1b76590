"""lintnews init"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from ..config import FILE_NAMES
from ..readers import suffixes
from ..writing import write_new
from .completion import COMPLETERS, PRESETS
from .wrong import UsageError, unknown

FOLDER = Path(__file__).parents[1] / "presets"
"""A configuration for each preset, ``PRESET.yaml``; its first line says whom it is for."""
EXAMPLE = """\
id: house-name
check: substitution
# What stands there: what to write instead. Put your own names here, and examples of each below.
swap:
  Saltmere city council: Saltmere City Council
message: "Write “{replacement}”, not “{text}”."
severity: warning
in_quotations: true
why: |
  The council's own name for itself. Say in a sentence or two why, for the colleague who disagrees.
examples:
  valid:
    - The Saltmere City Council met.
  invalid:
    - text: The [[Saltmere city council]] met.
      fixed: The Saltmere City Council met.
"""
HOOKS = """\
repos:
  - repo: local
    hooks:
      - id: lintnews
        name: lintnews
        entry: lintnews check --changed
        language: system
        files: '\\.({endings})$'
        require_serial: true
"""


def init(
    preset: Annotated[
        str,
        typer.Option(
            "--preset", "-p", help=f"What to start from: {', '.join(PRESETS)}.", autocompletion=COMPLETERS["presets"]
        ),
    ] = "",
    folder: Annotated[str, typer.Argument(help="The folder of the stories.", metavar="FOLDER")] = ".",
) -> None:
    """Write a first configuration, a rule of the house to be changed, and a hook for pre-commit.

    Nothing that is there already is touched. Exit status: 0 done, 2 wrong usage or a file that can't be written.
    """
    if not preset:
        raise UsageError("what kind of desk is it? Give one of these with --preset:\n" + "\n".join(_presets()))
    if preset not in PRESETS:
        raise unknown("a preset", preset, PRESETS)
    at = Path(folder)
    if not at.is_dir():
        raise UsageError(f"there is no folder {folder}")
    if there := next((at / name for name in FILE_NAMES if (at / name).exists()), None):
        raise UsageError(f"{there} is there already")
    config = (FOLDER / f"{preset}.yaml").read_text(encoding="utf-8")
    endings = "|".join(suffix[1:] for suffix in suffixes() if suffix not in (".json", ".xml"))
    _write(at / "rules" / "house" / "house-name.yaml", EXAMPLE)
    _write(at / "lintnews.yaml", config)
    if (at / ".git").exists():
        _write(at / ".pre-commit-config.yaml", HOOKS.format(endings=endings))
    typer.echo("Next: lintnews check . and lintnews test; `lintnews config show` says what is in force.")


def _presets() -> Iterator[str]:
    for name in PRESETS:
        first = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()[0]
        yield f"  {name:<14} {first.removeprefix('# ')}"


def _write(path: Path, text: str) -> None:
    """Write *text* to the new file at *path*, and say so; one that is there stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, text.encode())
    except FileExistsError:
        typer.echo(f"{path} is there already: left as it is")
    except OSError as error:
        raise UsageError(f"{path} can't be written: {error.strerror}") from None
    else:
        typer.echo(f"{path} written")
