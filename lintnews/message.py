"""Messages with ``{names}`` that values are put in for; a brace that is meant is written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_STOPS = tuple(".?!…")
_NAME = re.compile(r"\{\{|\}\}|\{([\w.]+)\}")


def filled(message: str, values: Mapping[str, str]) -> str:
    """*message* with what *values* has for its names; a name may have points (``{first.unit}``).

    Where a value at its end brings a stop of its own, as abbreviations and questions do, there is no other.
    """
    words = _NAME.sub(lambda found: values.get(found[1], found[0]) if found[1] else found[0][0], message)
    return words[:-1] if message.endswith("}.") and words[-2:-1] in _STOPS else words


def names_in(message: str) -> Iterator[tuple[str, int]]:
    """The names in *message*, each with its offset; ValueError for a brace that opens or closes nothing."""
    rest = message
    for found in _NAME.finditer(message):
        rest = rest[: found.start()] + " " * len(found[0]) + rest[found.end() :]
        if found[1]:
            yield found[1], found.start(1)
    if "{" in rest or "}" in rest:
        raise ValueError("a brace stands alone; one that is meant is written twice")


_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def in_form(form: str, parts: Mapping[str, str | None]) -> str | None:
    """*form* with *parts* for its names, and without the ``[…]`` that lack one; None where another one is missing."""
    whole = _OPTIONAL.sub(lambda found: _whole(found[1], parts) or "", form)
    return _whole(whole, parts)


def form_names(form: str) -> Iterator[tuple[str, int]]:
    """The names in *form*, each with its offset; ValueError for a brace or bracket that opens or closes nothing."""
    rest = _OPTIONAL.sub(r" \1 ", form)
    if "[" in rest or "]" in rest:
        raise ValueError("a square bracket stands alone")
    return names_in(rest)


def _whole(form: str, parts: Mapping[str, str | None]) -> str | None:
    given = {name: part for name, part in parts.items() if part is not None}
    return filled(form, given) if all(name in given for name, _ in names_in(form)) else None
