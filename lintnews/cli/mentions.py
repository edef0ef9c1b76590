"""lintnews mentions"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from ..described import described_fields, shown, value_at
from ..folders import read_whole
from ..linter import reason
from ..mention import Mention
from ..mentions import mention_class, mention_kinds
from ..readers import read_bytes
from ..source import Lines
from ..story import Story
from .checking import judge_format
from .commands import ConfigOption, ExcludeOption, FormatOfOption
from .stories import config_here, stories_of
from .streams import report_stream, say
from .wrong import unknown

FORMATS = ("text", "json")
UNASKED = ("outline", "sentence")
"""Kinds that are shown only when they are named: all of the text is one."""


def mentions(
    paths: Annotated[list[str], typer.Argument(help="Stories, and folders of stories.")],
    of: Annotated[
        list[str] | None,
        typer.Option(help="Show only this kind of mention; may be given several times.", metavar="KIND"),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
    format_of: FormatOfOption = "",
    exclude: ExcludeOption = None,
    config: ConfigOption = "",
) -> None:
    """Show what is read in stories: ages, dates, sums, names …, each with its place and fields.

    These are what a rule may name with `of:` and ask about with `where:`. Exit status: 0 done, 2 wrong usage or a file that
    could not be read.
    """
    if format not in FORMATS:
        raise unknown("a format of this list", format, FORMATS)
    for kind in of or ():
        if kind not in mention_kinds():
            raise unknown("a kind of mention", kind, mention_kinds())
    judge_format(format_of)
    here = config_here(config)
    kinds = of or [kind for kind in mention_kinds() if kind not in UNASKED]
    failed = False
    stream = report_stream()
    entries: list[dict[str, Any]] = []
    for path in stories_of(paths, here, exclude):
        try:
            reading = read_bytes(read_whole(path), path=path, format_of=format_of or None)
        except (OSError, ValueError) as error:
            failed = True
            say(f"{path}: {reason(error)}")
            continue
        found = entries_of(
            Story(reading.source, reading, path=path, house=here.house_for(here.overrides_for(path))), kinds
        )
        if format == "json":
            entries += found
        else:
            stream.writelines(f"{_line(entry)}\n" for entry in found)
    if format == "json":
        stream.write(json.dumps(entries, indent=2, ensure_ascii=False) + "\n")
    raise typer.Exit(2 if failed else 0)


def entries_of(story: Story, kinds: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What is read in *story* of *kinds*, in its order, as plain values; of a field that is a place or mention, its words."""
    lines = Lines(story.source)
    every = [(mention, kind) for kind in kinds for mention in story.mentions(mention_class(kind))]
    for mention, kind in sorted(every, key=lambda one: (one[0].span, one[1])):
        at = lines.position(story.map.to_source(mention.span).start)
        yield {
            "path": story.path,
            "line": at.line,
            "column": at.column,
            "kind": kind,
            "text": story.words(mention.span),
            "fields": dict(_fields(mention, story)),
        }


def _fields(mention: Mention, story: Story) -> Iterator[tuple[str, Any]]:
    for name, field in described_fields(type(mention)).items():
        value = value_at(mention, name, story)
        if field.type and name != "span" and value not in (None, "", ()):
            yield name, value if isinstance(value, bool | int | float) else shown(value, story)


def _line(entry: dict[str, Any]) -> str:
    text = " ".join(entry["text"].split())
    text = text if len(text) <= 60 else text[:59] + "…"
    fields = ", ".join(f"{name} {_written(value)}" for name, value in entry["fields"].items() if value is not False)
    place = f"{entry['path']}:{entry['line']}:{entry['column']}"
    return f"{place}: {entry['kind']} “{text}”" + (f"  {fields}" if fields else "")


def _written(value: Any) -> str:
    if isinstance(value, str):
        short = " ".join(value.split())
        return f"“{short[:39]}…”" if len(short) > 40 else f"“{short}”"
    return "yes" if value is True else f"{value:,.10g}" if isinstance(value, float) else str(value)
