"""jsonl: the entry of one file a line, in the wire format; the last line is the summary."""

from __future__ import annotations

import json

from .json import add

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import Result, Summary
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    summary: Summary = {"files": 0, "findings": 0, "error": 0, "warning": 0, "info": 0}
    for result in results:
        add(summary, result)
        yield json.dumps(result.entry, ensure_ascii=False) + "\n"
    yield json.dumps({"version": 1, "summary": summary}, ensure_ascii=False) + "\n"
