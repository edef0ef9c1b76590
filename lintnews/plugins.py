"""Plug-ins: packages that bring kinds of their own, by entry points; looked for only when an unknown name is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any


def load_named(table: Mapping[str, str], group: str, name: str) -> Any:
    """What ``module:object`` stands for at *name* in *table*, or in the entry points of *group*; KeyError for neither."""
    if name not in table:
        return _entry_points(group)[name].load()
    module, _, attribute = table[name].partition(":")
    return getattr(import_module(module), attribute)


def every_name(table: Mapping[str, str], group: str) -> tuple[str, ...]:
    """All names of *table* and of the entry points of *group*."""
    return tuple(sorted({*table, *_entry_points(group)}))


@cache
def _entry_points(group: str) -> dict[str, Any]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=group)}
