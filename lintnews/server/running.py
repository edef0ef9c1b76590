"""Running the server."""

from __future__ import annotations

import uvicorn

from .app import make_app
from .housed import Housed
from .jobs import Jobs

KEEP_ALIVE = 30


def run(housed: Housed, host: str, port: int, workers: int) -> None:
    """Serve until the process is told to end. Nothing of what is asked is logged."""
    config = uvicorn.Config(
        make_app(Jobs(housed, workers)),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
        h11_max_incomplete_event_size=64_000,
        server_header=False,
    )
    uvicorn.Server(config).run()
