"""Score all rules on stories invented for the purpose: each is right, and is wrong once a few of its words are altered.

    python -m benchmarks.invented_stories [FILE ...] [--half A|B] [--family counts] [--show missed|found|alarms]

The stories lie in ``benchmarks/invented`` and were written without a look at the rules. Rules are worked on with half A (by a hash of
the story's id) and scored on half B. A fault is found when a finding that the right story doesn't have, or a note of it, touches the
altered words or the evidence against them. The right story and its ``trap``, which looks like the fault and isn't, are alarmed by a
finding at warning or above.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.halves import A, B, half_of
from lintnews import Linter, Severity
from lintnews.finding import Finding
from lintnews.linter import FileReport
from lintnews.source import Span

FOLDER = Path(__file__).parent / "invented"


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--half", choices=("A", "B"))
    arguments.add_argument("--family", default="")
    arguments.add_argument("--show", choices=("missed", "found", "alarms"))
    chosen = arguments.parse_args()
    linter = Linter()
    counts: dict[str, Counter[str]] = {}
    for row in stories(chosen.files or sorted(FOLDER.glob("*.jsonl")), {"A": A, "B": B}.get(chosen.half)):
        if not row["family"].startswith(chosen.family):
            continue
        for family in (row["family"], row["family"].split("/")[0].upper(), "~ ALL"):
            counts.setdefault(family, Counter())
            counts[family].update(score(linter, row, chosen.show if family.startswith("~") else None))
    for family, count in sorted(counts.items()):
        print(
            f"{family:34} found {count['found']:>3}/{count['faults']:<3} at warning {count['warned']:>3}"
            f"   alarmed: right {count['right alarmed']:>2}/{count['faults']:<3} traps {count['trap alarmed']:>2}/{count['traps']}"
        )


def stories(files: list[Path], half: int | None) -> Iterator[dict[str, Any]]:
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            # a story's several faults have its name and a number
            if half is None or half_of(row["id"].rstrip("0123456789").rstrip("-")) == half:
                yield row


def altered(row: dict[str, Any], change: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """The story with ``old`` made ``new``, and where in its field that stands."""
    text, at = row[change["field"]], -1
    for _ in range(change.get("occurrence", 1)):
        at = text.index(change["old"], at + 1)
    return {**row, change["field"]: text[:at] + change["new"] + text[at + len(change["old"]) :]}, at


def source(row: dict[str, Any]) -> tuple[str, int]:
    """The story as a Markdown file, and where its body begins."""
    head = f"---\npublished: {row['published']}\nheadline: {json.dumps(row['headline'], ensure_ascii=False)}\n---\n\n"
    return head + row["body"] + "\n", len(head)


def score(linter: Linter, row: dict[str, Any], show: str | None) -> dict[str, int]:
    right = _lint(linter, row).findings
    wrong_row, at = altered(row, row)
    known = Counter(_key(finding) for finding in right)
    hits = []
    report = _lint(linter, wrong_row)
    for finding in report.findings:
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        elif _touches(_places(finding, report), wrong_row, at):
            hits.append(finding)
    alarms = [finding for finding in right if finding.severity >= Severity.WARNING]
    trap = _lint(linter, altered(row, row["trap"])[0]).findings if row["trap"] else ()
    trap = tuple(finding for finding in trap if finding.severity >= Severity.WARNING)
    if show == "missed" and not hits:
        print(
            f"MISSED {row['id']} [{row['family']}] {row['old']!r} -> {row['new']!r}; evidence {row['evidence']}: {row['why']}"
        )
    if show == "found" and hits:
        print(
            f"FOUND {row['id']} {row['old']!r} -> {row['new']!r}: {[(f.rule.id, f.severity.name, f.text) for f in hits]}"
        )
    if show == "alarms":
        for finding in (*alarms, *trap):
            print(f"ALARM {row['id']} {finding.rule.id} {finding.text!r}: {finding.message}")
    return {
        "faults": 1,
        "found": int(bool(hits)),
        "warned": int(any(finding.severity >= Severity.WARNING for finding in hits)),
        "right alarmed": int(bool(alarms)),
        "traps": int(bool(row["trap"])),
        "trap alarmed": int(bool(trap)),
    }


def _lint(linter: Linter, row: dict[str, Any]) -> FileReport:
    return linter.lint_text(source(row)[0], format_of="markdown")


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule.id, finding.text, finding.message


def _places(finding: Finding, report: FileReport) -> list[Span]:
    assert report.story is not None
    told = [report.story.map.to_source(note.span) for note in finding.notes if note.span]
    return [finding.source, *told]


def _touches(places: list[Span], row: dict[str, Any], at: int) -> bool:
    text, body = source(row)
    base = body if row["field"] == "body" else text.index("headline: ") + len('headline: "')
    wanted = [(base + at, base + at + len(row["new"]))]
    for words in row["evidence"]:
        start = text.find(words)
        while start >= 0:
            wanted.append((start, start + len(words)))
            start = text.find(words, start + 1)
    return any(place.start < end_of and begin < place.end for place in places for begin, end_of in wanted)


if __name__ == "__main__":
    main()
