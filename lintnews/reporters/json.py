"""json: the wire format, version 1 (docs/wire-format.md)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..finding import Finding, Fix, Note
from ..source import Lines, Span
from ..story import Story

if TYPE_CHECKING:
    from ..linter import FileReport


def report(reports: Sequence[FileReport]) -> str:
    return json.dumps(document(reports), ensure_ascii=False, indent=2) + "\n"


def document(reports: Sequence[FileReport]) -> dict[str, Any]:
    counts = Counter(str(f.severity) for r in reports for f in r.findings)
    return {
        "version": 1,
        "files": [file_entry(r) for r in reports],
        "summary": {
            "files": len(reports),
            "findings": counts.total(),
            **{severity: counts[severity] for severity in ("error", "warning", "info")},
        },
    }


def file_entry(file_report: FileReport) -> dict[str, Any]:
    story = file_report.story
    if story is None:
        return {"path": file_report.path, "error": file_report.error, "findings": []}
    lines = Lines(story.source)
    return {"path": file_report.path, "findings": [_finding(f, story, lines) for f in file_report.findings]}


def _finding(finding: Finding, story: Story, lines: Lines) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "subject": finding.rule.subject,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": finding.text,
        **_places(finding.source, lines),
        "notes": [_note(note, story, lines) for note in finding.notes],
        "fix": _fix(finding.fix, story) if finding.fix else None,
        "alternatives": [_fix(fix, story) for fix in finding.fixes[1:]],
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
    }


def _places(source: Span, lines: Lines) -> dict[str, Any]:
    return {name: _place(offset, lines) for name, offset in (("start", source.start), ("end", source.end))}


def _place(offset: int, lines: Lines) -> dict[str, int]:
    position = lines.position(offset)
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _note(note: Note, story: Story, lines: Lines) -> dict[str, Any]:
    if note.span is None:
        return {"message": note.message, "text": None, "start": None, "end": None}
    return {
        "message": note.message,
        "text": story.words(note.span),
        **_places(story.map.to_source(note.span), lines),
    }


def _fix(fix: Fix, story: Story) -> dict[str, Any]:
    edits = [(story.place_of(edit), edit.text) for edit in fix.edits]
    return {
        "safety": fix.safety.value,
        "edits": [{"start": span.start, "end": span.end, "text": text} for span, text in edits],
    }
