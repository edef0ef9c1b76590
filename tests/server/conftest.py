"""A server for the tests: in this process, and as users start it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from lintnews.config import Config
from lintnews.linter import load_rules
from lintnews.server.app import make_app
from lintnews.server.housed import Housed
from lintnews.server.jobs import Jobs

ROOT = Path(__file__).resolve().parents[2]


class Here(Jobs):
    """Jobs that run in this process."""

    def __init__(self, housed: Housed) -> None:
        super().__init__(housed, 1)

    async def start(self) -> None:
        pass

    async def run(self, job: Any, asked: Any) -> bytes:
        found: bytes = job(self.housed, asked)
        return found


@pytest.fixture(scope="session")
def housed() -> Housed:
    return Housed(Config(), load_rules())


@pytest.fixture(scope="session")
def client(housed: Housed) -> Iterator[TestClient]:
    with TestClient(make_app(Here(housed)), base_url="http://127.0.0.1:8081") as client:
        yield client


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The address of a server that runs as users run it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "lintnews.cli", "serve", "--port", str(port), "--workers", "1"]
    code = "from lintnews.cli import main; main()"
    command[1:3] = ["-c", code]
    started = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)})
    found = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(f"{found}v2/healthcheck", started)
        yield found
    finally:
        started.terminate()
        started.wait(20)


def _wait_for(url: str, started: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                assert answer.read() == b"OK"
                return
        except OSError:
            assert started.poll() is None, started.stderr.read() if started.stderr else ""
            time.sleep(0.1)
    raise AssertionError("the server does not answer")
