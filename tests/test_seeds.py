"""The stories in ``seeds/`` give the findings that stand beside them, and no others above info."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lintnews import FileReport, Finding, Linter, Severity
from lintnews.source import Lines, Span

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def place(report: FileReport, span: Span) -> dict[str, Any]:
    assert report.story is not None
    start = Lines(report.story.source).position(report.story.map.to_source(span).start)
    return {"line": start.line, "column": start.column, "text": report.story.words(span)}


def entry(report: FileReport, finding: Finding) -> dict[str, Any]:
    return {**place(report, finding.span), "rule": finding.rule.id, "severity": str(finding.severity)}


@pytest.mark.parametrize("expected", sorted(SEEDS.glob("*.expected.yaml")), ids=lambda path: path.name)
def test_seed(expected: Path) -> None:
    wanted = YAML(typ="safe").load(expected)
    report = Linter().lint_file(Path(str(expected).replace(".expected.yaml", ".txt")))
    found = [finding for finding in report.findings if finding.severity > Severity.INFO]
    assert [entry(report, finding) for finding in found] == [
        {key: value for key, value in one.items() if key != "note"} for one in wanted
    ]
    for finding, one in zip(found, wanted, strict=True):
        if "note" in one:
            assert one["note"] in [place(report, note.span) for note in finding.notes if note.span]
