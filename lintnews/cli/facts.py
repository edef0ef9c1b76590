"""lintnews facts"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from ..fact_sheet import fact_sheet, told
from ..facts.table import ATTRIBUTES
from ..folders import read_whole
from ..linter import FileReport, reason
from ..source import Lines
from .checking import day_of, judge_format, linter_of
from .commands import ConfigOption, ExcludeOption, FormatOfOption, PublishedOption
from .options import Options
from .stories import stories_of
from .streams import report_stream, say
from .wrong import unknown

FORMATS = ("text", "json", "csv")
COLUMNS = ("path", "line", "column", "attribute", "text", "what", "firm", "quoted", "state", "places", "sentence")


def facts_of(
    paths: Annotated[list[str], typer.Argument(help="Stories, and folders of stories.")],
    of: Annotated[
        list[str] | None, typer.Option(help="Show only facts of this kind; may be given several times.", metavar="KIND")
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text, json or csv.")] = "text",
    format_of: FormatOfOption = "",
    published: PublishedOption = "",
    exclude: ExcludeOption = None,
    config: ConfigOption = "",
) -> None:
    """List what stories state, as fact-checkers do: people, titles, ages, dates, figures, quotations, places.

    Each fact has all its places, and its state: contradicted (a finding is about it), certified (a CQ mark stands behind
    it), known (lintnews or the house knows the name), repeated, or unchecked. Exit status: 0 done, 2 wrong usage or a file that could not be read.
    """
    if format not in FORMATS:
        raise unknown("a format of this list", format, FORMATS)
    for kind in of or ():
        if kind not in ATTRIBUTES:
            raise unknown("a kind of fact", kind, ATTRIBUTES)
    judge_format(format_of)
    options = Options(paths)
    options.config = config
    day = day_of(published)
    linter = linter_of(options)
    failed = False
    rows: list[dict[str, Any]] = []
    for path in stories_of(paths, linter.config, exclude):
        try:
            report = linter.lint_bytes(read_whole(path), path=path, format_of=format_of or None, published=day)
        except OSError as error:
            report = FileReport(path, error=reason(error))
        if report.error:
            failed = True
            say(f"{path}: {report.error}")
        rows += (row for row in rows_of(report) if not of or row["attribute"] in of)
    report_stream().write(_REPORTS[format](rows))
    raise typer.Exit(2 if failed else 0)


def rows_of(report: FileReport) -> Iterator[dict[str, Any]]:
    """The facts of a story that was linted, as plain data; places are line and column of the file."""
    story = report.story
    if story is None:
        return
    lines = Lines(story.source)
    for fact, state in fact_sheet(story, report.findings):
        places = [lines.position(story.map.to_source(place).start) for place in fact.places]
        yield {
            "path": report.path,
            "line": places[0].line,
            "column": places[0].column,
            **told(fact, state, story),
            "places": [{"line": place.line, "column": place.column} for place in places],
        }


def _text(rows: Iterable[dict[str, Any]]) -> str:
    lines = []
    for row in rows:
        about = f" ({row['what']})" if row["what"] else ""
        again = f" ×{len(row['places'])}" if len(row["places"]) > 1 else ""
        mark = {"contradicted": "!", "certified": "✓", "known": "="}.get(row["state"], " ")
        lines.append(
            f"{mark} {row['path']}:{row['line']}:{row['column']}: {row['attribute']}: {row['text']}{about}{again}\n"
        )
    return "".join(lines)


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _csv(rows: Iterable[dict[str, Any]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**row, "places": " ".join(f"{place['line']}:{place['column']}" for place in row["places"])})
    return stream.getvalue()


_REPORTS = {"text": _text, "json": _json, "csv": _csv}
