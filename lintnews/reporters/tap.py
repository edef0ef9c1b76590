"""tap: the Test Anything Protocol, version 14. A story is a test; it fails on errors and warnings."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import FileEntry, Result
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    yield "TAP version 14\n"
    number = 0
    for number, result in enumerate(results, 1):
        entry = result.entry
        said = [entry["error"]] if "error" in entry else entry.get("failures", [])
        failed = said or any(finding["severity"] != "info" for finding in entry["findings"])
        yield f"{'not ok' if failed else 'ok'} {number} - {_described(entry['path'])}\n"
        yield _diagnostics(entry, said)
    yield f"1..{number}\n"


def _described(path: str) -> str:
    """A ``#`` would begin a directive, and a backslash an escape."""
    return " ".join(path.replace("\\", "\\\\").replace("#", "\\#").split())


def _diagnostics(entry: FileEntry, said: list[str]) -> str:
    """YAML, with every value written as JSON, which is YAML too."""
    rows = [f"  - message: {json.dumps(words)}" for words in said]
    for finding in entry["findings"]:
        rows += [
            f"  - message: {json.dumps(finding['message'])}",
            f"    severity: {finding['severity']}",
            f"    rule: {finding['rule']}",
            f"    at: {{line: {finding['start']['line']}, column: {finding['start']['column']}}}",
        ]
    if not rows:
        return ""
    return "  ---\n  findings:\n" + "".join(f"  {row}\n" for row in rows) + "  ...\n"
