"""The application: what is served at which address."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette

from .desk.routes import desk
from .jobs import Jobs
from .languagetool.routes import languagetool


def make_app(jobs: Jobs, ready: Callable[[], None] = lambda: None) -> Starlette:
    """The application, whose stories are linted by *jobs*; *ready* is called once they can be."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await jobs.start()
        ready()
        try:
            yield
        finally:
            jobs.stop()

    return Starlette(routes=[languagetool(jobs), *desk(jobs)], lifespan=lifespan)
