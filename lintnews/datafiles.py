"""What ships as data: ``lintnews/data/NAME.json``, each with its edition and source."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

DATA_FOLDER = Path(__file__).with_name("data")


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of list *name* in ``data/word_lists.json``, where each list says why it holds them."""
    return frozenset(load_data("word_lists")["lists"][name]["words"])


@cache
def load_data(name: str) -> Any:
    """The parsed content of ``data/NAME.json``; the caller must not change it."""
    return json.loads((DATA_FOLDER / f"{name}.json").read_bytes())
