"""Rule files while they are written: their mistakes, and the examples that don't come out as they say."""

from __future__ import annotations

import re
from pathlib import Path

from lsprotocol import types

from ..examples import Outcome, run_examples
from ..problem import LintnewsError
from ..rulefile import load_rule
from .diagnostics import of_problem

_LOOKS_LIKE_ONE = re.compile(r"^check:[ \t]*\S", re.MULTILINE)

WHAT_CAME_OUT = {
    Outcome.NOISY: "The rule flags this example where it should not.",
    Outcome.MISSING: "The rule does not flag what this example marks.",
    Outcome.MISPLACED: "The rule flags other words than this example marks.",
    Outcome.MISFIXED: "The fix does not give what this example says.",
    Outcome.CLOSED_GAP: "This example passes now: take out `gap: true`.",
}


def is_rule_file(path: Path, text: str) -> bool:
    """Whether a document is a rule: YAML that names its kind of check and isn't configuration."""
    return path.suffix.lower() in (".yaml", ".yml") and _LOOKS_LIKE_ONE.search(text) is not None


def rule_diagnostics(path: Path, text: str) -> list[types.Diagnostic]:
    """What is wrong in the rule file *text*: every mistake, or else every example that doesn't come out."""
    try:
        rule = load_rule(path, text)
    except LintnewsError as error:
        return [of_problem(problem) for problem in error.problems]
    failed = []
    for result in run_examples(rule):
        if result.outcome.fails:
            line = max(0, result.example.line - 1)
            place = types.Range(types.Position(line, 0), types.Position(line, 10_000))
            severity = types.DiagnosticSeverity.Warning
            failed.append(types.Diagnostic(place, WHAT_CAME_OUT[result.outcome], severity, source="lintnews"))
    return failed
