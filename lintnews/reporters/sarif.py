"""sarif: SARIF 2.1.0, as code scanning reads it. Columns are code points."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..source import Lines
from ..version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..rule import Rule
    from ..wire import FindingEntry, FixEntry, Place, Result
    from . import Setting

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    rules = list(setting.rules())
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    driver = {
        "name": "lintnews",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [_rule(rule) for rule in rules],
    }
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {_dumped({"driver": driver})},\n"columnKind": "unicodeCodePoints",\n"results": ['
    comma = "\n"
    notifications: list[dict[str, Any]] = []
    for result in results:
        notifications += _notifications(result)
        for finding in result.entry["findings"]:
            yield comma + _dumped(_finding(finding, result, indexes))
            comma = ",\n"
        for one in result.entry.get("suppressed", ()):
            yield comma + _dumped(_finding(one["finding"], result, indexes) | _suppression("inSource", one["reason"]))
            comma = ",\n"
        for finding in result.entry.get("known", ()):
            yield comma + _dumped(_finding(finding, result, indexes) | _suppression("external", _KNOWN))
            comma = ",\n"
    invocation = {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
    yield f'\n],\n"invocations": [{_dumped(invocation)}]\n}}]}}\n'


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(rule.why.split()) or rule.id
    return {
        "id": rule.id,
        "shortDescription": {"text": _title(rule, why)},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\n{rule.cites}".strip()},
        "defaultConfiguration": {"level": LEVELS[str(rule.severity)], "enabled": rule.enabled},
        "properties": {"tags": [rule.subject]},
    }


_SENTENCE = re.compile(r".+?[^\W_][%”’)`]*[.?!][”’]?(?= [A-Z“‘`]|$)")
_LONGEST = 250


def _title(rule: Rule, why: str) -> str:
    """What code scanning shows as the rule's name: the first sentence of its reason, which a person wrote."""
    first = _SENTENCE.match(why)
    return first.group() if first and len(first.group()) <= _LONGEST else rule.id.replace("-", " ").capitalize() + "."


def _finding(finding: FindingEntry, result: Result, indexes: dict[str, int]) -> dict[str, Any]:
    path = result.entry["path"]
    found: dict[str, Any] = {
        "ruleId": finding["rule"],
        "level": LEVELS[finding["severity"]],
        "message": {"text": finding["message"]},
        "locations": [{"physicalLocation": _location(path, finding["start"], finding["end"], finding["text"])}],
        "partialFingerprints": {"lintnews/v1": finding["fingerprint"]},
        "properties": {"subject": finding["subject"], "evidence": finding["evidence"]},
    }
    if finding["rule"] in indexes:
        found["ruleIndex"] = indexes[finding["rule"]]
    related = [
        {
            "id": number,
            "message": {"text": note["message"]},
            "physicalLocation": _location(path, note["start"], note["end"], note["text"] or ""),
        }
        for number, note in enumerate(finding["notes"], 1)
        if note["start"] and note["end"]
    ]
    if related:
        found["relatedLocations"] = related
    sources = [note["message"] for note in finding["notes"] if not note["start"]]
    if sources:
        found["message"]["text"] += " (" + "; ".join(sources) + ")"
    every = [fix for fix in (finding["fix"], *finding["alternatives"]) if fix and fix["safety"] != "shown"]
    if every:
        lines = Lines(result.source)
        fixes = [_fix(fix, path, lines) for fix in every]
        found["fixes"] = [fix for index, fix in enumerate(fixes) if fix not in fixes[:index]]
    return found


_KNOWN = "It stands in the baseline."


def _suppression(kind: str, reason: str) -> dict[str, Any]:
    """That a result need not be told, and why: the story itself allows it (``inSource``), or a file does (``external``)."""
    said = {"justification": reason} if reason else {}
    return {"suppressions": [{"kind": kind, "status": "accepted", **said}]}


def _location(path: str, start: Place, end: Place, text: str) -> dict[str, Any]:
    region: dict[str, Any] = _region(start["line"], start["column"], end["line"], end["column"])
    if text:
        region["snippet"] = {"text": text}
    return {"artifactLocation": _artifact(path), "region": region}


def _region(start_line: int, start_column: int, end_line: int, end_column: int) -> dict[str, Any]:
    return {"startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> dict[str, str]:
    """Where *path* is: relative to the top of the repository, where it is relative at all."""
    given = PurePath(path)
    uri = quote(given.as_posix(), errors="surrogateescape")
    return {"uri": f"file://{uri}"} if given.is_absolute() else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _fix(fix: FixEntry, path: str, lines: Lines) -> dict[str, Any]:
    replacements = []
    for edit in fix["edits"]:
        start, end = lines.position(edit["start"]), lines.position(edit["end"])
        region = _region(start.line, start.column, end.line, end.column)
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit["text"]}})
    words = " ".join(edit["text"] for edit in fix["edits"])
    return {
        "description": {"text": f"Write “{words}”." if words.strip() else "Leave it out."},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }


def _notifications(result: Result) -> list[dict[str, Any]]:
    entry = result.entry
    said = [entry["error"]] if "error" in entry else entry.get("failures", [])
    location = {"physicalLocation": {"artifactLocation": _artifact(entry["path"])}}
    return [{"level": "error", "message": {"text": words}, "locations": [location]} for words in said]
