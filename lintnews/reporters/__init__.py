"""Reporters: findings → one output format. ``REPORTERS`` is the table: name → ``module:function``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..linter import FileReport

    Report = Callable[[Sequence[FileReport]], str]

REPORTERS: dict[str, str] = {
    "concise": "lintnews.reporters.concise:report",
    "json": "lintnews.reporters.json:report",
    "text": "lintnews.reporters.text:report",
}


def load_reporter(name: str) -> Report:
    """The reporter called *name*; KeyError for an unknown one."""
    module, _, function = REPORTERS[name].partition(":")
    found: Report = getattr(import_module(module), function)
    return found
