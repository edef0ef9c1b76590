"""Plug-ins: packages that bring kinds of their own, by entry points; looked for only when an unknown name is asked for.

Nothing slow is imported here: reporters are loaded by this too.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_known: dict[str, dict[str, Any]] = {}
"""What was found, by group."""


def load_named(table: Mapping[str, str], group: str, name: str) -> Any:
    """What ``module:object`` stands for at *name* in *table*, or in the entry points of *group*; KeyError for neither."""
    if name not in table:
        return _entry_points(group)[name].load()
    from importlib import import_module

    module, _, attribute = table[name].partition(":")
    return getattr(import_module(module), attribute)


def every_name(table: Mapping[str, str], group: str) -> tuple[str, ...]:
    """All names of *table* and of the entry points of *group*."""
    return tuple(sorted({*table, *_entry_points(group)}))


def _entry_points(group: str) -> dict[str, Any]:
    if group not in _known:
        from importlib.metadata import entry_points

        _known[group] = {point.name: point for point in entry_points(group=group)}
    return _known[group]
