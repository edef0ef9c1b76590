"""Messages with ``{names}`` that values are put in for; a brace that is meant is written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_NAME = re.compile(r"\{\{|\}\}|\{([\w.]+)\}")


def filled(message: str, values: Mapping[str, str]) -> str:
    """*message* with what *values* has for its names; a name may have points (``{first.unit}``)."""
    return _NAME.sub(lambda found: values.get(found[1], found[0]) if found[1] else found[0][0], message)


def names_in(message: str) -> Iterator[tuple[str, int]]:
    """The names in *message*, each with its offset; ValueError for a brace that opens or closes nothing."""
    rest = message
    for found in _NAME.finditer(message):
        rest = rest[: found.start()] + " " * len(found[0]) + rest[found.end() :]
        if found[1]:
            yield found[1], found.start(1)
    if "{" in rest or "}" in rest:
        raise ValueError("a brace stands alone; one that is meant is written twice")
