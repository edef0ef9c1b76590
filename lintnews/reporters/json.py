"""json: one document in the wire format, version 1 (docs/wire-format.md)."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import Result, Summary
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    summary: Summary = {"files": 0, "findings": 0, "error": 0, "warning": 0, "info": 0}
    yield '{\n  "version": 1,\n  "files": ['
    for result in results:
        comma = "," if summary["files"] else ""
        add(summary, result)
        yield f"{comma}\n    {_indented(result.entry, 4)}"
    end = "\n  ]" if summary["files"] else "]"
    yield f'{end},\n  "summary": {_indented(summary, 2)}\n}}\n'


def add(summary: Summary, result: Result) -> None:
    """Count *result* into *summary*."""
    summary["files"] += 1
    for finding in result.entry["findings"]:
        summary["findings"] += 1
        summary[finding["severity"]] += 1  # type: ignore[literal-required]


def _indented(value: object, by: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n" + " " * by)
