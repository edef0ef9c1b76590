"""lintnews facts: what stories state, what is known, and the house's own facts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from ..configfile import load_config
from ..datafiles import load_data
from ..factfile import fact_files, fact_problems
from ..knowledge.fact_writing import fact_yaml
from ..knowledge.house_facts import SECTIONS, read_facts
from ..problem import LintnewsError
from ..writing import write_new
from .facts import facts_of
from .wrong import UsageError, unknown

LISTS = ("variants", "never")
TITLE = ("title", "of", "since", "until")
COLUMNS = {
    "people": ("name", *LISTS, *TITLE, "born", "died", "party", "country", "source"),
    "bodies": ("name", "acronym", *LISTS, "kind", "country", "since", "until", "source"),
    "places": ("name", *LISTS, "country", "source"),
    "terms": ("name", *LISTS, "source"),
}


class _Facts(TyperGroup):
    """The commands; what is none of them is a story, whose facts are listed."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["of", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    add_completion=False,
    cls=_Facts,
    no_args_is_help=True,
    help="List what stories state; tell, check and import what is known.",
)
app.command("of")(facts_of)


@app.command()
def sources() -> None:
    """Say what is known of the world and of the house: how much, from where, as of when."""
    for one in load_data("sources")["sources"]:
        typer.echo(f"{one['what']}: {one['count']:,} ({one['source']}; {one['licence']}; {one['as_of']})")
    for path in _house_files():
        file = read_facts(path)
        counted = ", ".join(
            f"{len(getattr(file, section)):,} {section}" for section in SECTIONS if getattr(file, section)
        )
        told = [file.source, f"as of {file.as_of}" if file.as_of else ""]
        typer.echo(f"{path}: {counted or 'nothing'}" + "".join(f"; {part}" for part in told if part))


@app.command()
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files and folders of facts; else the configuration's.")
    ] = None,
) -> None:
    """Find what is wrong with the house's facts, and what in them contradicts what.

    Exit status: 0 nothing, 3 something.
    """
    files = fact_files(paths) if paths else _house_files()
    if not files:
        raise UsageError("no files of facts: name some, or put `facts: [facts]` into lintnews.yaml")
    problems = fact_problems(files)
    if problems:
        raise LintnewsError(*problems)
    every = [read_facts(path) for path in files]
    counted = ", ".join(f"{sum(len(getattr(file, section)) for file in every):,} {section}" for section in SECTIONS)
    typer.echo(f"{counted}: nothing wrong")


def _house_files() -> list[str]:
    return [one for one in load_config(Path()).house.facts if isinstance(one, str)]


@app.command("import")
def import_(
    table: Annotated[Path, typer.Argument(help="A CSV file whose first line names the columns.", metavar="CSV")],
    section: Annotated[str, typer.Option(help="people, bodies, places or terms.")] = "people",
    output: Annotated[str, typer.Option("--output", "-o", help="Write it there.", metavar="FILE")] = "",
) -> None:
    """Make a file of facts of a table.

    Columns are the fields of facts; several variants stand in one cell with ; between them. A person with several titles
    has a row for each.
    """
    if section not in COLUMNS:
        raise unknown("a section", section, tuple(COLUMNS))
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            strange = [column for column in reader.fieldnames or () if column not in COLUMNS[section]]
            if strange or "name" not in (reader.fieldnames or ()):
                raise UsageError(_columns_told(table, strange, section))
            entries = list(_entries(reader))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{table} can't be read: {error}") from None
    text = fact_yaml(section, entries)
    if not output:
        typer.echo(text, nl=False)
        return
    try:
        write_new(Path(output), text.encode())
    except FileExistsError:
        raise UsageError(f"{output} is there already") from None
    typer.echo(f"{output}: {len(entries):,} {section}\nRun: lintnews facts check {output}")


def _columns_told(table: Path, strange: list[str], section: str) -> str:
    named = ", ".join(f"`{column}`" for column in strange)
    found = f"{table} has columns that facts don't have: {named}" if strange else f"{table} has no column `name`"
    return f"{found}; {section} have {', '.join(COLUMNS[section])}"


def _entries(rows: Any) -> Iterator[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        entry = found.setdefault(cells["name"], {"name": cells["name"]})
        for key, value in cells.items():
            if value and key in LISTS:
                entry[key] = list(
                    dict.fromkeys((*entry.get(key, ()), *(one.strip() for one in value.split(";") if one.strip())))
                )
            elif value and key not in (*TITLE, "name"):
                entry.setdefault(key, value)
        title = {key: cells.get(key, "") for key in TITLE}
        if title["title"]:
            entry.setdefault("titles", []).append(title)
        elif "title" not in cells:
            entry.update({key: value for key, value in title.items() if value})
    yield from found.values()
