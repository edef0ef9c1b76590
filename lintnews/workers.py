"""Lint many files: what is known already comes from there, few files are linted here, many in one process a core."""

from __future__ import annotations

import os
import sys
from collections import deque

from .wire import Result, unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor
    from datetime import date
    from typing import Any

    from .linter import Linter

    Waiting = tuple[str, bytes, Result | None]
    """A file whose turn comes: its name, its content, and what was found in it, if that is known."""

ENOUGH_BYTES = 150_000
"""Copy that takes longer to lint than more processes take to start."""
ENOUGH_FILES = 4
AHEAD = 16
"""Files that are handed out ahead of the one whose result is next, for each process."""


class Asked:
    """How files are linted: ``format_of`` is the format to read them as, whatever their names, ``jobs`` at least 1.

    ``stdin_name`` is what the copy on standard input, ``-``, is called.
    """

    __slots__ = ("format_of", "jobs", "published", "stdin_name")

    def __init__(
        self, format_of: str = "", published: date | None = None, jobs: int = 1, stdin_name: str = "<stdin>"
    ) -> None:
        self.stdin_name = stdin_name
        self.format_of = format_of
        self.published = published
        self.jobs = jobs


def lint_files(
    files: Iterable[str],
    linter: Callable[[], Linter],
    asked: Asked,
    read: Callable[[str], bytes],
    known: Callable[[str, bytes], Result | None] = lambda name, data: None,
) -> Generator[Result, None, None]:
    """What is found in each of *files*, in order: what *known* says of its name and content, or what linting it gives.

    *read* gives a file's content, or OSError. *linter* is called when it is first needed.
    """
    turns = _turns(files, asked.stdin_name, read, known)
    waiting: deque[Waiting] = deque()
    size = unknown = 0
    for turn in turns:
        waiting.append(turn)
        size += len(turn[1])
        unknown += turn[2] is None
        if asked.jobs == 1 or not unknown:
            yield from _here(waiting, linter, asked)
        elif size >= ENOUGH_BYTES and unknown >= ENOUGH_FILES:
            yield from _Pool(linter(), asked).run(_chain(waiting, turns))
            return
    yield from _here(waiting, linter, asked)


def _turns(
    files: Iterable[str],
    stdin_name: str,
    read: Callable[[str], bytes],
    known: Callable[[str, bytes], Result | None],
) -> Iterator[Waiting]:
    for path in files:
        name = stdin_name if path == "-" else path
        try:
            data = read(path)
        except OSError as error:
            yield name, b"", unread(name, error.strerror or str(error))
        else:
            yield name, data, known(name, data)


def _chain(first: deque[Waiting], rest: Iterator[Waiting]) -> Iterator[Waiting]:
    while first:
        yield first.popleft()
    yield from rest


def _here(waiting: deque[Waiting], linter: Callable[[], Linter], asked: Asked) -> Iterator[Result]:
    while waiting:
        name, data, result = waiting.popleft()
        yield result or lint_one(linter(), name, data, asked)


def lint_one(linter: Linter, name: str, data: bytes, asked: Asked) -> Result:
    """Lint one file; whatever is wrong with it is in the result."""
    from .time_limit import SECONDS, SECONDS_PER_MILLION_BYTES, TimeUp, time_limit
    from .wire import result_of

    seconds = SECONDS + SECONDS_PER_MILLION_BYTES * len(data) / 1_000_000
    try:
        with time_limit(round(seconds, 1)):
            report = linter.lint_bytes(data, path=name, format_of=asked.format_of or None, published=asked.published)
            return result_of(report, data)
    except TimeUp as error:
        return Result({"path": name, "error": f"this can't be linted: {error}", "findings": []}, data)


class _Pool:
    """Processes that lint. One that dies takes down neither the run nor the other files."""

    def __init__(self, linter: Linter, asked: Asked) -> None:
        self.linter = linter
        self.asked = asked
        self.processes = self._start(asked.jobs)

    def run(self, turns: Iterator[Waiting]) -> Iterator[Result]:
        running: deque[tuple[Waiting, Future[Result] | None]] = deque()
        try:
            for turn in turns:
                running.append((turn, None if turn[2] else self._submit(turn)))
                if len(running) >= AHEAD * self.asked.jobs or turn[2]:
                    yield self._next(running)
            while running:
                yield self._next(running)
        finally:
            self._stop()

    def _next(self, running: deque[tuple[Waiting, Future[Result] | None]]) -> Result:
        from concurrent.futures.process import BrokenProcessPool

        turn, future = running.popleft()
        if future is None:
            return turn[2] or _lost(turn)
        try:
            return _with_data(future.result(), turn)
        except BrokenProcessPool:
            found = self._alone(turn)
            self.processes = self._start(self.asked.jobs)
            again = [(t, self._submit(t) if f else None) for t, f in running]
            running.clear()
            running.extend(again)
            return found

    def _alone(self, turn: Waiting) -> Result:
        """Lint a file, during which or beside which a process died, in a process of its own."""
        from concurrent.futures.process import BrokenProcessPool

        self._stop()
        self.processes = self._start(1)
        try:
            return _with_data(self._submit(turn).result(), turn)
        except BrokenProcessPool:
            return _lost(turn)
        finally:
            self._stop()

    def _submit(self, turn: Waiting) -> Future[Result]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self.processes.submit(_lint_in_process, turn[0], turn[1])
        except BrokenProcessPool as error:
            from concurrent.futures import Future

            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        context = get_context("fork" if sys.platform == "linux" else None)
        started: Any = _Started(context)
        self.started = started
        return ProcessPoolExecutor(jobs, started, _begin, (self.linter, self.asked))

    def _stop(self) -> None:
        for process in self.started.processes:
            if process.is_alive():
                process.terminate()
        self.processes.shutdown(wait=True, cancel_futures=True)


class _Started:
    """A context of multiprocessing that remembers the processes it starts."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.processes: list[Any] = []

    def Process(self, *arguments: Any, **named: Any) -> Any:
        process = self.context.Process(*arguments, **named)
        self.processes.append(process)
        return process

    def __getattr__(self, name: str) -> Any:
        return getattr(self.context, name)


def _with_data(result: Result, turn: Waiting) -> Result:
    """*result*, which came without it, with the content of its file."""
    result.data = turn[1]
    return result


def _lost(turn: Waiting) -> Result:
    return unread(turn[0], "the process that linted this ended abruptly")


_mine: list[tuple[Linter, Asked]] = []
"""What a process of the pool lints with."""


def _begin(linter: Linter, asked: Asked) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _mine[:] = [(linter, asked)]


def _lint_in_process(name: str, data: bytes) -> Result:
    linter, asked = _mine[0]
    result = lint_one(linter, name, data, asked)
    result.data = b""
    return result


def cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
