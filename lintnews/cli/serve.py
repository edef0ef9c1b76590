"""lintnews serve"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from ..linter import load_house
from ..workers import cores
from .cache import cache_folder
from .commands import ConfigOption
from .streams import say
from .wrong import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..server.housed import Housed

PORT = 8081
"""Where clients of LanguageTool look for a server on their own machine."""


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen at; others than this machine can reach all but 127.0.0.1 and ::1.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65_535, help="Port to listen at.")] = PORT,
    workers: Annotated[int, typer.Option(min=0, help="Processes that lint; 0 is one for every core.")] = 0,
    config: ConfigOption = "",
    mcp: Annotated[
        bool, typer.Option("--mcp", help="Answer an assistant instead, over standard input and output.")
    ] = False,
) -> None:
    """Serve the desk page, and whatever speaks LanguageTool's protocol, from this machine.

    Open http://127.0.0.1:8081/ in a browser, or give editors http://127.0.0.1:8081/v2 as the address of LanguageTool.
    Stories are linted where the server runs; none is stored or logged. Ctrl-C ends it.
    """
    if config and not Path(config).is_file():
        raise UsageError(f"there is no file {config}")
    if mcp:
        _answer_assistant(config)
        return
    if not (find_spec("starlette") and find_spec("uvicorn")):
        raise UsageError("the server needs starlette and uvicorn: pip install 'lintnews[serve]'")
    from ..server.running import listening, run

    housed = _housed(config)
    try:
        at = listening(host, port)
    except OSError as error:
        raise UsageError(
            f"the server can't listen at {_written(host)}:{port}: {str(error.strerror or error).partition(' (')[0]}"
        ) from None
    address = f"http://{_written(host)}:{port}/"
    run(
        housed,
        at,
        workers or cores(),
        lambda: say(f"lintnews: the desk page is at {address}, LanguageTool at {address}v2"),
    )


def _answer_assistant(config: str) -> None:
    if not find_spec("mcp"):
        raise UsageError("assistants are answered with the package mcp: pip install 'lintnews[mcp]'")
    from ..server.mcp_server import run_mcp

    run_mcp(_housed(config))


def _housed(config: str) -> Housed:
    from ..server.housed import Housed

    folder = cache_folder()
    return Housed(*load_house(Path(), Path(config) if config else None, cache=Path(folder) if folder else None))


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
