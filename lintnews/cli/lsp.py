"""lintnews lsp"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from .cache import cache_folder
from .wrong import UsageError


def lsp() -> None:
    """Serve an editor, over standard input and output, by the Language Server Protocol."""
    if not find_spec("pygls"):
        raise UsageError("the language server needs pygls: pip install 'lintnews[lsp]'")
    from ..lsp import make_server

    folder = cache_folder()
    make_server(Path(folder) if folder else None).start_io()
