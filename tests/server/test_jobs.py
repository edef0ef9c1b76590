"""Processes that lint: they answer, and those that hang or die are replaced."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from lintnews.server import jobs as module
from lintnews.server.housed import Housed
from lintnews.server.jobs import Jobs, Overloaded, TookTooLong


def echo(_: Housed, asked: str) -> bytes:
    return asked.encode()


def number(_: Housed, asked: None) -> bytes:
    return str(os.getpid()).encode()


def fail(_: Housed, asked: str) -> bytes:
    raise KeyError(asked)


def end(_: Housed, asked: None) -> bytes:
    os._exit(3)


def hang(_: Housed, asked: float) -> bytes:
    time.sleep(asked)
    return b""


def work(_: Housed, asked: None) -> bytes:
    while True:
        pass


@asynccontextmanager
async def running(housed: Housed, **how: Any) -> AsyncIterator[Jobs]:
    jobs = Jobs(housed, 1, **how)
    await jobs.start()
    try:
        yield jobs
    finally:
        jobs.stop()


def test_jobs_run_in_another_process(housed: Housed) -> None:
    async def run() -> None:
        async with running(housed) as jobs:
            assert await jobs.run(echo, "words") == b"words"
            assert await jobs.run(number, None) != str(os.getpid()).encode()
            with pytest.raises(KeyError):
                await jobs.run(fail, "words")
            assert await jobs.run(echo, "more") == b"more"

    asyncio.run(run())


@pytest.mark.parametrize(("job", "asked"), [(end, None), (hang, 60.0), (work, None)])
def test_a_process_that_hangs_or_dies_is_replaced(housed: Housed, job: Any, asked: Any) -> None:
    async def run() -> None:
        async with running(housed, seconds=0.5) as jobs:
            with pytest.raises(TookTooLong):
                await jobs.run(job, asked)
            assert await jobs.run(echo, "words") == b"words"

    asyncio.run(run())


def test_what_waits_is_bounded(housed: Housed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 3)

    async def run() -> None:
        async with running(housed) as jobs:
            asked = [asyncio.create_task(jobs.run(hang, 0.2)) for _ in range(3)]
            await asyncio.sleep(0)
            with pytest.raises(Overloaded):
                await jobs.run(echo, "words")
            assert await asyncio.gather(*asked) == [b""] * 3

    asyncio.run(run())


def test_processes_are_renewed(housed: Housed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RENEWED_AFTER", 4)

    async def run() -> None:
        async with running(housed) as jobs:
            numbers = [await jobs.run(number, None) for _ in range(6)]
            assert len(set(numbers)) == 2

    asyncio.run(run())
