"""Standard output and standard error: the report on the one, everything else on the other."""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

BAR = 24
FIRST_SHOWN = 1.0
"""Seconds that a run takes before it shows how far it is."""


def say(*lines: str) -> None:
    """Print *lines* to standard error."""
    for line in lines:
        print(line, file=sys.stderr)


def wants_colour(stream: TextIO) -> bool:
    """Whether *stream* takes colours: at a terminal, unless NO_COLOR says no; FORCE_COLOR says yes anywhere."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """The width of the terminal; 100 where there is none."""
    written = os.environ.get("COLUMNS", "")
    if written.isdigit() and int(written):
        return int(written)
    for stream in (sys.stdout, sys.stderr):
        try:
            return os.get_terminal_size(stream.fileno()).columns or 100
        except (OSError, ValueError):
            continue
    return 100


def report_stream() -> TextIO:
    """Standard output, ready for any character: UTF-8 unless it is a terminal, and no line end made longer."""
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        encoding = None if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    return stream


class Progress:
    """A bar on standard error that shows, at a terminal and in a long run alone, how many stories are done."""

    def __init__(self, total: int, *, quiet: bool = False) -> None:
        self.total = total
        self.done = 0
        self.shown = False
        self._wanted = not quiet and total > 1 and sys.stderr.isatty()
        self._next = time.monotonic() + FIRST_SHOWN

    def step(self) -> None:
        """One more story is done."""
        self.done += 1
        if self._wanted and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.1
            self.show()

    def show(self) -> None:
        """Put the bar on the screen."""
        self.shown = True
        filled = BAR * self.done // max(1, self.total)
        sys.stderr.write(f"\r[{'#' * filled}{' ' * (BAR - filled)}] {self.done}/{self.total} stories")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar off the screen, so that something else can be printed."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.shown = False
