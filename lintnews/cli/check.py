"""lintnews check"""

from __future__ import annotations

from typing import Annotated

import typer

from ..reporters import REPORTERS
from .checking import check as run
from .options import CheckOptions

_FORMATS = ", ".join(REPORTERS)


def check(
    paths: Annotated[list[str], typer.Argument(help="Stories, folders of stories, or - for standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help=f"Output format: {_FORMATS}.")] = "text",
    select: Annotated[list[str] | None, typer.Option(help="Rules or subjects to run, with commas between.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules or subjects to leave out.")] = None,
    rules: Annotated[list[str] | None, typer.Option(help="Folder with more rules.", metavar="FOLDER")] = None,
    against: Annotated[
        list[str] | None, typer.Option(help="Transcript that quotations are held against.", metavar="FILE")
    ] = None,
    config: Annotated[str, typer.Option(help="Configuration to use.", metavar="FILE")] = "",
    published: Annotated[str, typer.Option(help="Publication date of stories that give none.", metavar="DATE")] = "",
    stdin_filename: Annotated[str, typer.Option(help="Name of the story on standard input.", metavar="NAME")] = "",
    format_of: Annotated[str, typer.Option(help="Format of the stories, whatever their names.", metavar="FORMAT")] = "",
    fail_on: Annotated[str, typer.Option(help="Least severity that makes the exit status 1.", metavar="SEVERITY")] = "",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 is one for every core.")] = 0,
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write the report there; - is standard output.", metavar="FILE")
    ] = "",
    baseline: Annotated[str, typer.Option(help="Leave out the findings known in this file.", metavar="FILE")] = "",
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Report known findings too.")] = False,
    diff: Annotated[
        str, typer.Option(help="Only what stands on lines changed since this commit.", metavar="BASE")
    ] = "",
    changed: Annotated[bool, typer.Option("--changed", help="Only what stands on lines not yet committed.")] = False,
    whole_stories: Annotated[
        bool, typer.Option("--whole-stories", help="With --diff or --changed: all that stands in changed stories.")
    ] = False,
    publish: Annotated[bool, typer.Option("--publish", help="Also what a draft may hold but print may not.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with status 0 whatever is found.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the report and errors.")] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Lint again what has not changed; compiled rules are still kept.")
    ] = False,
) -> None:
    """Lint stories.

    Exit status: 0 nothing found, 1 findings at or above the failing severity, 2 wrong usage or a file that could not
    be read, 3 a rule or configuration file is wrong.
    """
    options = CheckOptions(paths)
    options.format = format
    options.select = select or []
    options.ignore = ignore or []
    options.rules = rules or []
    options.against = against or []
    options.config = config
    options.published = published
    options.stdin_filename = stdin_filename
    options.format_of = format_of
    options.fail_on = fail_on
    options.jobs = jobs
    options.output = output
    options.baseline = baseline
    options.known_too = no_baseline
    options.diff = diff
    options.changed = changed
    options.whole_stories = whole_stories
    options.publish = publish
    options.exit_zero = exit_zero
    options.statistics = statistics
    options.quiet = quiet
    options.cache = not no_cache
    raise typer.Exit(run(options))
