"""Runs the command line in whole processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``lintnews`` in an empty folder; ``stories`` are written there first."""

    def run(*arguments: str, stories: Mapping[str, str] | None = None, **more: Any) -> subprocess.CompletedProcess[str]:
        for name, text in (stories or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        command = [str(Path(sys.executable).with_name("lintnews")), *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, **more)

    return run
