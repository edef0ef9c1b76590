"""Lint many files at once: in this process while they are few, in one process a core when there are enough to pay."""

from __future__ import annotations

import os
import sys
from collections import deque

from .reporters import Result

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor
    from datetime import date

    from .linter import Linter

ENOUGH_BYTES = 150_000
"""Copy that takes longer to lint than more processes take to start."""
ENOUGH_FILES = 4
AHEAD = 16
"""Files that are handed out ahead of the one whose result is next, for each process."""


class Task:
    """One file to lint: ``data`` is its content, ``format_of`` the format to read it as, whatever its name.

    ``key`` is for the caller; ``done`` is the result, if that is known already.
    """

    __slots__ = ("data", "done", "format_of", "key", "path")

    def __init__(
        self, path: str, data: bytes = b"", format_of: str = "", *, key: bytes = b"", done: Result | None = None
    ) -> None:
        self.path = path
        self.data = data
        self.format_of = format_of
        self.key = key
        self.done = done


def lint_tasks(
    tasks: Iterable[Task], linter: Callable[[], Linter], published: date | None, jobs: int
) -> Iterator[tuple[Task, Result]]:
    """Each task with its result, in order. *linter* is called when a task first needs it; *jobs* is at least 1."""
    tasks = iter(tasks)
    waiting: deque[Task] = deque()
    size = files = 0
    for task in tasks:
        waiting.append(task)
        size += len(task.data)
        files += task.done is None
        if jobs == 1:
            yield from _here(waiting, linter, published)
        elif size >= ENOUGH_BYTES and files >= ENOUGH_FILES:
            yield from _Pool(linter(), published, jobs).run(_chain(waiting, tasks))
            return
        elif not files:
            yield from _here(waiting, linter, published)
    yield from _here(waiting, linter, published)


def _chain(first: deque[Task], rest: Iterator[Task]) -> Iterator[Task]:
    while first:
        yield first.popleft()
    yield from rest


def _here(waiting: deque[Task], linter: Callable[[], Linter], published: date | None) -> Iterator[tuple[Task, Result]]:
    while waiting:
        task = waiting.popleft()
        yield task, task.done or lint_one(linter(), task, published)


def lint_one(linter: Linter, task: Task, published: date | None) -> Result:
    """Lint one file; whatever is wrong with it is in the result."""
    from .time_limit import SECONDS, SECONDS_PER_MILLION_BYTES, TimeUp, time_limit
    from .wire import file_entry

    seconds = SECONDS + SECONDS_PER_MILLION_BYTES * len(task.data) / 1_000_000
    try:
        with time_limit(round(seconds, 1)):
            report = linter.lint_bytes(task.data, path=task.path, format_of=task.format_of or None, published=published)
            return Result(file_entry(report), task.data, report.format_of)
    except TimeUp as error:
        return Result({"path": task.path, "error": f"this can't be linted: {error}", "findings": []})


class _Pool:
    """Processes that lint. One that dies takes down neither the run nor the other files."""

    def __init__(self, linter: Linter, published: date | None, jobs: int) -> None:
        self.linter = linter
        self.published = published
        self.jobs = jobs
        self.processes = self._start(jobs)

    def run(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Result]]:
        running: deque[tuple[Task, Future[Result] | None]] = deque()
        try:
            for task in tasks:
                running.append((task, None if task.done else self._submit(task)))
                if len(running) >= AHEAD * self.jobs or task.done:
                    yield self._next(running)
            while running:
                yield self._next(running)
        finally:
            self._stop()

    def _next(self, running: deque[tuple[Task, Future[Result] | None]]) -> tuple[Task, Result]:
        from concurrent.futures.process import BrokenProcessPool

        task, future = running.popleft()
        if future is None:
            return task, task.done or _lost(task)
        try:
            result = future.result()
            result.data = task.data
            return task, result
        except BrokenProcessPool:
            found = self._alone(task)
            self.processes = self._start(self.jobs)
            again = [(t, self._submit(t) if f else None) for t, f in running]
            running.clear()
            running.extend(again)
            return task, found

    def _alone(self, task: Task) -> Result:
        """Lint *task*, during which or beside which a process died, in a process of its own."""
        from concurrent.futures.process import BrokenProcessPool

        self._stop()
        self.processes = self._start(1)
        try:
            result = self._submit(task).result()
            result.data = task.data
            return result
        except BrokenProcessPool:
            return _lost(task)
        finally:
            self._stop()

    def _submit(self, task: Task) -> Future[Result]:
        from concurrent.futures.process import BrokenProcessPool

        bare = Task(task.path, task.data, task.format_of)
        try:
            return self.processes.submit(_lint_in_process, bare)
        except BrokenProcessPool as error:
            from concurrent.futures import Future

            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        context = get_context("fork") if sys.platform == "linux" else None
        return ProcessPoolExecutor(jobs, context, _begin, (self.linter, self.published))

    def _stop(self) -> None:
        processes = list((self.processes._processes or {}).values())
        self.processes.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()


def _lost(task: Task) -> Result:
    return Result({"path": task.path, "error": "the process that linted this ended abruptly", "findings": []})


_mine: list[tuple[Linter, date | None]] = []
"""What a process of the pool lints with."""


def _begin(linter: Linter, published: date | None) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _mine[:] = [(linter, published)]


def _lint_in_process(task: Task) -> Result:
    linter, published = _mine[0]
    result = lint_one(linter, task, published)
    result.data = b""
    return result


def cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
