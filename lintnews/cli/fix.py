"""lintnews fix"""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator
from datetime import date

from ..fix_file import FileFix, fix_bytes
from ..fixing import Choose
from ..folders import read_whole
from ..linter import reason
from ..match import Edit, Safety
from ..readers import suffixes
from ..source import Lines
from ..story import Story
from ..writing import replace_file
from .asking import Asking
from .checking import day_of, judge_format, linter_of, stories
from .commands import command
from .options import FixOptions
from .streams import report_stream, say
from .wrong import UsageError

DONE, WOULD_CHANGE, FAILED = 0, 1, 2


class _Run:
    """One run of ``lintnews fix``."""

    def __init__(
        self,
        options: FixOptions,
    ) -> None:
        self.options = options
        self.published: date | None = day_of(options.published)
        if options.interactive and "-" in options.paths:
            raise UsageError("with --interactive, standard input is for the answers and can't be a story")
        judge_format(options.format_of)
        self.linter = linter_of(options)
        self.unsafe = options.unsafe or options.interactive
        self.diff = options.diff
        self.quiet = options.quiet
        self.asking = Asking() if options.interactive else None
        self.status = DONE

    def run(self) -> int:
        for path in stories(self.options, suffixes(), self.linter.config.excluded):
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
        declined = self.asking.declined if self.asking else ()
        for line in _lines(done, "would be fixed" if self.diff else "fixed", declined):
            stream.write(f"{line}\n")
        stream.flush()


def _lines(done: FileFix, fixed: str, declined: Container[tuple[str, str]] = ()) -> Iterator[str]:
    """What was not fixed and why, and how much was."""
    lines = Lines(done.fixed.text)
    left = [(finding, finding.fix) for finding in done.fixed.left if finding.fix is not None]
    if left and not done.reading.writable:
        yield f"{done.path}: not fixed: {done.reading.format} files are read and never written"
        left = []
    for finding, fix in left:
        at = lines.position(finding.source.start)
        what = ", ".join(_change(edit, done.fixed.story) for edit in fix.edits)
        why = "you said no" if (finding.fingerprint, finding.text) in declined else _WHY[fix.safety]
        yield f"{done.path}:{at.line}:{at.column}: not fixed ({why}): {what} [{finding.rule.id}]"
    for rule in done.fixed.unsettled:
        yield f"{done.path}: not fixed, as one fix of this rule brings on the next [{rule}]"
    if count := len(done.fixed.applied):
        rest = len(done.fixed.left)
        yield f"{done.path}: {count} {fixed}" + (f", {rest} finding{'' if rest == 1 else 's'} left" if rest else "")


_WHY = {
    Safety.UNSAFE: "it may change the meaning: --unsafe",
    Safety.SHOWN: "an editor decides",
    Safety.SAFE: "the file can't hold it there as it stands",
}


def _change(edit: Edit, story: Story) -> str:
    """What *edit* does, in words."""
    old, new = story.place_of(edit).of(story.source), edit.text
    if not old:
        return f"put in {_shown(new)}"
    return f"write {_shown(new)} for {_shown(old)}" if new else f"take out {_shown(old)}"


def _shown(words: str) -> str:
    """*words* in quotation marks, in one line."""
    shown = " ".join(words.split(" ")).replace("\r", "").replace("\n", "⏎")
    return f"“{shown if len(shown) <= 60 else shown[:57] + '…'}”"


fix = command(
    FixOptions,
    lambda options: _Run(options).run(),
    """Fix what can be fixed without an editor's judgment.

    Only wording is changed, never a fact, and nothing inside a direct quotation. A story on standard input comes out
    on standard output.

    Exit status: 0 done, 1 --diff shows changes, 2 wrong usage or a file that could not be read or written, 3 a rule or
    configuration file is wrong.
    """,
)
