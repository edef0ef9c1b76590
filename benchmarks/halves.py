"""Stories of a folder of corpora, split into two halves by a hash of their id: half A to work on, half B to score."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

A, B = 0, 1


def half_of(identity: str) -> int:
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 2


def rows(corpora: Path, half: int | None = A) -> Iterator[dict[str, Any]]:
    """The stories (``id``, ``text``, maybe ``headline`` and ``date``) of one half, or of both."""
    for path in sorted(corpora.glob("*.jsonl")):
        if path.stem.startswith("judged"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if half is None or half_of(row["id"]) == half:
                yield row
