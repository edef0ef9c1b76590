"""Dates, measured: datelines against judged cases.

    python benchmarks/dates.py datelines --judged judged_dates.jsonl --stories stories.jsonl

``stories.jsonl`` has one story a line with ``id``, ``date``, ``dateline`` and ``text``; ``judged_dates.jsonl`` has
``id``, ``kind`` (``dateline_form`` or ``dateline_vs_filing``) and ``judgement`` (``error`` or ``correct``).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from lintnews.finding import Severity
from lintnews.house import House
from lintnews.linter import Linter, load_rules


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def datelines(options: argparse.Namespace) -> None:
    """Judged dateline errors found, and other datelines flagged, in a house with the given style."""
    judged = {row["id"]: row for row in rows(options.judged) if row["kind"].startswith("dateline")}
    linter = Linter(load_rules().selected(["datelines"]), house=House(dateline_style=options.style))
    found = errors = good = flagged = hinted = 0
    for story in rows(options.stories):
        if not story.get("dateline"):
            continue
        source = f"---\npublished: {story['date']}\ndateline: {json.dumps(story['dateline'])}\n---\n\n{story['text'][:300]}\n"
        findings = linter.lint_text(source, format_of="markdown").findings
        worst = max((finding.severity for finding in findings), default=None)
        case = judged.get(story["id"])
        if case and case["judgement"] == "error":
            errors += 1
            found += worst is not None and worst >= Severity.WARNING
            if worst is None or worst < Severity.WARNING:
                print("missed ", story["dateline"], case.get("note", ""))
            continue
        good += 1
        flagged += worst is not None and worst >= Severity.WARNING
        hinted += worst is Severity.INFO
        if worst is not None and options.verbose:
            print(worst, story["id"], story["dateline"], story["date"], [f.message for f in findings])
    print(f"style {options.style}: judged errors found {found}/{errors}")
    print(
        f"other datelines flagged {flagged}/{good} = {flagged / good:.2%}, hinted at {hinted}/{good} = {hinted / good:.2%}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("datelines", help=datelines.__doc__)
    command.add_argument("--judged", type=Path, required=True)
    command.add_argument("--stories", type=Path, required=True)
    command.add_argument("--style", default="reuters")
    command.add_argument("--verbose", action="store_true")
    command.set_defaults(run=datelines)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
