"""Facts as the YAML that a newsroom keeps: entries written one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_SAFE = re.compile(r"[^\W\d_][\w .’'&()/-]*$")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off"))


def fact_yaml(section: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """A file of facts with *entries* in *section*; values are texts, lists of texts, and lists of mappings of texts."""
    return f"{section}:\n" + "".join(map(entry_yaml, entries))


def entry_yaml(entry: Mapping[str, Any]) -> str:
    """One entry of a section."""
    lines = [f"{key}: {_value(value)}" for key, value in entry.items() if value]
    return "".join(f"  {'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


def _value(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_value(one)}" for key, one in value.items() if one) + "}"
    text = str(value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|[1-9]\d{3}", text):
        return text
    if _SAFE.match(text) and text.casefold() not in _WORDS and text == text.strip():
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
