"""rdjson: the Reviewdog Diagnostic Format. Its columns are bytes of UTF-8, 1-based."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import FindingEntry, FixEntry, Result
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    yield '{"source": {"name": "lintnews"},\n"diagnostics": ['
    comma = "\n"
    for result in results:
        for diagnostic in _diagnostics(result):
            yield comma + json.dumps(diagnostic, ensure_ascii=False)
            comma = ",\n"
    yield "\n]}\n"


def _diagnostics(result: Result) -> Iterator[dict[str, Any]]:
    entry = result.entry
    for said in [entry["error"]] if "error" in entry else entry.get("failures", []):
        yield {"message": said, "location": {"path": entry["path"]}, "severity": "ERROR"}
    if entry["findings"]:
        positions = _Positions(result.source)
        for finding in entry["findings"]:
            yield _diagnostic(entry["path"], finding, positions)


class _Positions:
    """Lines and byte columns of offsets in a story."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = Lines(source)

    def range(self, start: int, end: int) -> dict[str, Any]:
        return {"start": self._position(start), "end": self._position(end)}

    def _position(self, offset: int) -> dict[str, int]:
        place = self._lines.position(offset)
        before = self._source[offset - place.column + 1 : offset]
        return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _diagnostic(path: str, finding: FindingEntry, positions: _Positions) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": finding["message"],
        "location": {"path": path, "range": positions.range(finding["start"]["offset"], finding["end"]["offset"])},
        "severity": finding["severity"].upper(),
        "code": {"value": finding["rule"]},
    }
    related = [
        {
            "message": note["message"],
            "location": {"path": path, "range": positions.range(note["start"]["offset"], note["end"]["offset"])},
        }
        for note in finding["notes"]
        if note["start"] and note["end"]
    ]
    if related:
        found["relatedLocations"] = related
    fixes = [fix for fix in (finding["fix"], *finding["alternatives"]) if fix]
    if fixes:
        found["suggestions"] = [suggestion for fix in fixes for suggestion in _suggestions(fix, positions)]
    return found


def _suggestions(fix: FixEntry, positions: _Positions) -> list[dict[str, Any]]:
    """A reviewer decides on each, so what is only shown elsewhere may be suggested here, if it is one edit."""
    if len(fix["edits"]) != 1:
        return []
    return [{"range": positions.range(edit["start"], edit["end"]), "text": edit["text"]} for edit in fix["edits"]]
