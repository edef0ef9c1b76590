"""Running the server."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from .app import make_app
from .housed import Housed
from .jobs import Jobs

KEEP_ALIVE = 30
"""Seconds that a connection on which nothing is asked is kept."""


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at *host* and *port*; OSError where that can't be."""
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    return socket.create_server((host, port), family=family, backlog=512)


def run(housed: Housed, at: socket.socket, workers: int, ready: Callable[[], None]) -> None:
    """Answer whoever connects *at* a socket until the process is told to end; *ready* is called when the first can be.

    Nothing of what is asked is logged.
    """
    config = uvicorn.Config(
        make_app(Jobs(housed, workers), ready),
        log_level="warning",
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=64_000,
        server_header=False,
    )
    uvicorn.Server(config).run([at])
