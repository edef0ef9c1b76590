"""concise: one line a finding, ``path:line:column: severity message [rule]``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..source import Lines

if TYPE_CHECKING:
    from ..linter import FileReport


def report(reports: Sequence[FileReport]) -> str:
    rows = []
    for file_report in reports:
        if file_report.story is None:
            continue
        lines = Lines(file_report.story.source)
        for finding in file_report.findings:
            at = lines.position(finding.source.start)
            message = " ".join(finding.message.split())
            rows.append(f"{file_report.path}:{at.line}:{at.column}: {finding.severity} {message} [{finding.rule.id}]\n")
    return "".join(rows)
