"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``lintnews`` with the process's arguments."""
    if sys.argv[1:] == ["--version"]:
        from importlib.metadata import version

        print(f"lintnews {version('lintnews')}")
        return
    from .app import app

    app()
