"""Facts that ship as data: ``lintnews/data/NAME.json``, each with its edition and source."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FACTS_FOLDER = Path(__file__).with_name("data")


@cache
def load_facts(name: str) -> Any:
    """The parsed content of ``data/NAME.json``; the caller must not change it."""
    return json.loads((FACTS_FOLDER / f"{name}.json").read_bytes())
