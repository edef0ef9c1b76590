"""Processes that lint for the server, so that it goes on answering; none is waited for longer than a story may take."""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, TypeVar

from ..time_limit import TimeUp, time_limit
from .housed import Housed

Asked = TypeVar("Asked")
Job = Callable[[Housed, Asked], bytes]
"""A function of a module: what it makes, in a process, of the linters and of what was asked."""

SECONDS = 20.0
"""Processor time that one story may take."""
MOST_WAITING = 200
"""Requests that wait for a process; further ones are told to come later."""
RENEWED_AFTER = 20_000
"""Stories after which processes are replaced, so that what they remember of words doesn't grow for ever."""


class Overloaded(Exception):
    """Too many requests wait already."""


class TookTooLong(Exception):
    """A story took more time than it may, or the process that linted it ended abruptly, twice."""


class Jobs:
    """Runs jobs in *processes* processes; one that hangs or dies is replaced."""

    def __init__(self, housed: Housed, processes: int, seconds: float = SECONDS) -> None:
        self.housed = housed
        self.processes = processes
        self.seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._begun = 0
        self._waiting = 0
        self._free = asyncio.Semaphore(processes)

    async def start(self) -> None:
        """Start the processes, and wait until one can lint."""
        await self.run(_warm, None)

    def stop(self) -> None:
        """End all processes, whatever they do."""
        pool, self._pool = self._pool, None
        if pool is not None:
            _kill(pool)

    async def run(self, job: Job[Asked], asked: Asked) -> bytes:
        """What *job* gives for *asked*; Overloaded, TookTooLong, or whatever the job raises."""
        if self._waiting >= MOST_WAITING:
            raise Overloaded
        self._waiting += 1
        try:
            async with self._free:
                try:
                    return await self._run(job, asked)
                except BrokenProcessPool:
                    return await self._run(job, asked)
        except (BrokenProcessPool, TimeUp):
            raise TookTooLong from None
        finally:
            self._waiting -= 1

    async def _run(self, job: Job[Asked], asked: Asked) -> bytes:
        pool = self._current()
        try:
            running = pool.submit(_in_process, job, asked, self.seconds)
            return await asyncio.wait_for(asyncio.wrap_future(running), 3 * self.seconds)
        except TimeoutError:
            self._drop(pool)
            raise TookTooLong from None
        except BrokenProcessPool:
            self._drop(pool)
            raise

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        if pool is self._pool:
            self.stop()

    def _current(self) -> ProcessPoolExecutor:
        self._begun += 1
        if self._pool is not None and self._begun % RENEWED_AFTER == 0:
            self._pool.shutdown(wait=False)
            self._pool = None
        if self._pool is None:
            context = multiprocessing.get_context("fork") if sys.platform == "linux" else None
            self._pool = ProcessPoolExecutor(self.processes, context, _begin, (self.housed,))
        return self._pool


def _kill(pool: ProcessPoolExecutor) -> None:
    for process in multiprocessing.active_children():
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


_mine: list[Housed] = []
"""What a process lints with."""


def _begin(housed: Housed) -> None:
    """Make a process ready: it ignores Ctrl-C, which is the server's to answer, and ends when the server has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()
    _mine[:] = [housed]
    _warm(housed, None)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _warm(housed: Housed, _: Any) -> bytes:
    """Load what the first story would have to wait for."""
    housed.linter().lint_text("Ann Lee, 48, spoke in Paris on Monday, March 3, 2025.\n\nMs. Lea left.")
    return b""


def _in_process(job: Job[Asked], asked: Asked, seconds: float) -> bytes:
    with time_limit(seconds):
        return job(_mine[0], asked)
