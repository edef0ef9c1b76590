"""lintnews fix"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from ..fix_file import FileFix, fix_bytes
from ..fixing import Choose
from ..linter import Linter, read_whole, reason
from ..match import Safety
from ..source import Lines
from ..writing import replace_file
from .asking import Asking
from .checking import day_of, linter_of
from .options import CheckOptions
from .streams import report_stream, say
from .wrong import UsageError

DONE, WOULD_CHANGE, FAILED = 0, 1, 2


def fix(
    paths: Annotated[list[str], typer.Argument(help="Stories, folders of stories, or - for standard input.")],
    unsafe: Annotated[bool, typer.Option("--unsafe", help="Also fixes that may change the meaning.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", "-i", help="Ask about every fix.")] = False,
    select: Annotated[list[str] | None, typer.Option(help="Rules or subjects to run, with commas between.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules or subjects to leave out.")] = None,
    rules: Annotated[list[str] | None, typer.Option(help="Folder with more rules.", metavar="FOLDER")] = None,
    config: Annotated[str, typer.Option(help="Configuration to use.", metavar="FILE")] = "",
    published: Annotated[str, typer.Option(help="Publication date of stories that give none.", metavar="DATE")] = "",
    stdin_filename: Annotated[str, typer.Option(help="Name of the story on standard input.", metavar="NAME")] = "",
    format_of: Annotated[str, typer.Option(help="Format of the stories, whatever their names.", metavar="FORMAT")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only errors, and what --diff shows.")] = False,
) -> None:
    """Mend what can be mended without an editor's judgment.

    Only wording is changed, never a fact, and nothing inside a direct quotation. A story on standard input comes out
    on standard output.

    Exit status: 0 done, 1 --diff shows changes, 2 wrong usage or a file that could not be read or written, 3 a rule or
    configuration file is wrong.
    """
    options = CheckOptions(paths)
    options.select, options.ignore, options.rules = select or [], ignore or [], rules or []
    options.config, options.published, options.format_of = config, published, format_of
    options.stdin_filename = stdin_filename
    if interactive and "-" in paths:
        raise UsageError("with --interactive, standard input is for the answers and can't be a story")
    asking = Asking() if interactive else None
    run = _Run(linter_of(options), options, unsafe=unsafe or interactive, diff=diff, quiet=quiet, asking=asking)
    raise typer.Exit(run.run())


class _Run:
    """One run of ``lintnews fix``."""

    def __init__(
        self,
        linter: Linter,
        options: CheckOptions,
        *,
        unsafe: bool,
        diff: bool,
        quiet: bool,
        asking: Asking | None,
    ) -> None:
        self.linter = linter
        self.options = options
        self.published: date | None = day_of(options.published)
        self.unsafe = unsafe
        self.diff = diff
        self.quiet = quiet
        self.asking = asking
        self.status = DONE

    def run(self) -> int:
        from ..folders import stories_in
        from ..readers import holds_story, suffixes

        for path in stories_in(self.options.paths, suffixes(), holds_story):
            if self.asking and self.asking.stopped:
                break
            try:
                self._fix(path)
            except (OSError, ValueError) as error:
                self.status = FAILED
                say(f"{path}: {reason(error)}")
        return self.status

    def _fix(self, path: str) -> None:
        data = sys.stdin.buffer.read() if path == "-" else read_whole(path)
        name = (self.options.stdin_filename or "<stdin>") if path == "-" else path
        done = fix_bytes(
            data,
            self.linter,
            path=name,
            format_of=self.options.format_of or None,
            published=self.published,
            unsafe=self.unsafe,
            choose=self._choose(name),
        )
        if self.diff:
            self._show(done)
        elif path == "-":
            sys.stdout.buffer.write(done.after)
            sys.stdout.buffer.flush()
        elif done.changes:
            self._write(done)
        if not self.quiet:
            self._tell(done, to_stderr=self.diff or path == "-")

    def _choose(self, path: str) -> Choose | None:
        return None if self.asking is None else self.asking.about(path)

    def _show(self, done: FileFix) -> None:
        for line in done.diff():
            sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
        if done.changes and self.status == DONE:
            self.status = WOULD_CHANGE

    def _write(self, done: FileFix) -> None:
        try:
            replace_file(done.path, done.data, done.after)
        except OSError as error:
            raise OSError(error.errno, f"not fixed: {reason(error)}") from None

    def _tell(self, done: FileFix, *, to_stderr: bool) -> None:
        stream = sys.stderr if to_stderr else report_stream()
        for line in _lines(done, "would be fixed" if self.diff else "fixed"):
            stream.write(f"{line}\n")
        stream.flush()


def _lines(done: FileFix, fixed: str) -> Iterator[str]:
    lines = Lines(done.fixed.text)
    for finding in done.fixed.left:
        if finding.fix is None:
            continue
        at = lines.position(finding.source.start)
        instead = ", ".join(_shown(edit.text) for edit in finding.fix.edits)
        why = {Safety.UNSAFE: "--unsafe", Safety.SHOWN: "for an editor"}.get(finding.fix.safety, "not plain here")
        yield f"{done.path}:{at.line}:{at.column}: left ({why}): {instead} for {_shown(finding.text)} [{finding.rule.id}]"
    for rule in done.fixed.unsettled:
        yield f"{done.path}: not fixed, since the fixes never end [{rule}]"
    count = len(done.fixed.applied)
    if count:
        yield f"{done.path}: {count} {fixed}, {len(done.fixed.left)} left"


def _shown(words: str) -> str:
    """*words* in quotation marks, in one line."""
    shown = " ".join(words.split(" ")).replace("\r", "").replace("\n", "⏎")
    return f"“{shown if len(shown) <= 60 else shown[:57] + '…'}”"
