"""lintnews lsp"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

from .cache import cache_folder
from .wrong import UsageError


def lsp() -> None:
    """Serve an editor, over standard input and output, by the Language Server Protocol."""
    if not find_spec("pygls"):
        raise UsageError("the language server needs pygls: pip install 'lintnews[lsp]'")
    from ..lsp.server import make_server

    folder = cache_folder()
    server = make_server(Path(folder) if folder else None)
    with open(os.dup(0), "rb", buffering=0) as stdin, open(os.dup(1), "wb") as stdout:  # the server closes what it gets
        server.start_io(stdin, stdout)
