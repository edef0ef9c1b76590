"""Findings, and mistakes in configuration and rule files, as the protocol's diagnostics."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pygls import uris

from ..finding import Finding
from ..match import Severity
from ..problem import Problem
from ..story import Story
from .columns import Columns

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, uri: str, story: Story, columns: Columns) -> types.Diagnostic:
    """*finding* with what could stand there instead, the places that it contradicts, and a link to its rule."""
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, columns.range(story.map.to_source(note.span))), note.message
        )
        for note in finding.notes
        if note.span is not None
    ]
    said = [finding.message, *(note.message for note in finding.notes if note.span is None), *_suggested(finding)]
    return types.Diagnostic(
        columns.range(finding.source),
        "\n".join(said),
        SEVERITIES[finding.severity],
        finding.rule.id,
        code_description=_rule_page(finding),
        source="lintnews",
        related_information=related or None,
    )


def of_problem(problem: Problem) -> types.Diagnostic:
    """A mistake in a configuration or rule file, where it stands."""
    start = types.Position(max(0, problem.line - 1), max(0, problem.column - 1))
    end = types.Position(start.line, start.character + problem.length)
    return types.Diagnostic(types.Range(start, end), problem.message, types.DiagnosticSeverity.Error, source="lintnews")


def _suggested(finding: Finding) -> list[str]:
    """The replacements that the finding shows, in one line; none where the message names the likeliest."""
    texts = [fix.edits[0].text for fix in finding.fixes if len(fix.edits) == 1 and fix.edits[0].text.strip()]
    if not texts or texts[0] in finding.message:
        return []
    return [f"Suggested: {', '.join(f'“{text}”' for text in dict.fromkeys(texts))}"]


def _rule_page(finding: Finding) -> types.CodeDescription | None:
    """A link to the rule's own file: its reasons, sources and examples, readable without a network."""
    path = finding.rule.path
    uri = uris.from_fs_path(str(Path(path).absolute())) if path else None
    return types.CodeDescription(uri) if uri else None
