"""How many wrong numbers the rules find, and how many right ones they flag.

    python -m benchmarks.numbers [--seed 1] [--each 20] [FOLDER]

Builds right and wrong statements of every kind from templates (``number_statements.py``). With FOLDER, a folder of
``*.jsonl`` files with a story a line (``text``, perhaps ``headline``), it also takes statements that hold from those
stories, spoils one figure of each and counts how many of the spoilt ones are reported.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from lintnews.engine import lint
from lintnews.finding import Finding
from lintnews.linter import load_rules
from lintnews.readers import READERS
from lintnews.rule import RuleSet
from lintnews.story import Story

from .number_statements import KINDS, Statement, statements

WANTED_RECALL = 0.95
"""Of invented statements."""


def number_rules() -> RuleSet:
    return load_rules().selected(("numbers", "headline-mismatch"))


def read_story(text: str) -> Story:
    return Story(text, READERS["markdown"].load()(text))


def findings_in(text: str, rules: RuleSet) -> tuple[Finding, ...]:
    return lint(read_story(text), rules)


def measured(
    made: list[Statement], rules: RuleSet
) -> tuple[Counter[tuple[str, bool, bool]], Counter[tuple[str, bool, bool]], list[Statement]]:
    """Statements and flagged statements by (kind, right, held out), and those that came out wrong."""
    every: Counter[tuple[str, bool, bool]] = Counter()
    flagged: Counter[tuple[str, bool, bool]] = Counter()
    failed = []
    for statement in made:
        key = statement.kind, statement.right, statement.held_out
        every[key] += 1
        found = bool(findings_in(statement.text, rules))
        flagged[key] += found
        if found == statement.right:
            failed.append(statement)
    return every, flagged, failed


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=20, help="statements per template, right and wrong")
    parser.add_argument("--show", type=int, default=0, help="how many failures to show of each kind")
    parser.add_argument("--kind", default="")
    parser.add_argument("--held-out", action="store_true", help="show failures of held-out templates too")
    parser.add_argument("folder", nargs="?", type=Path)
    options = parser.parse_args()
    rules = number_rules()
    made = [s for s in statements(options.seed, options.each) if not options.kind or s.kind == options.kind]
    every, flagged, failed = measured(made, rules)
    print(f"{'kind':<16}{'wrong found':>20}{'right flagged':>18}{'held out: found':>20}{'flagged':>12}")
    for kind in KINDS:
        cells = []
        for held_out in (False, True):
            for right in (False, True):
                key = kind, right, held_out
                cells.append(f"{flagged[key]}/{every[key]}")
        print(f"{kind:<16}{cells[0]:>20}{cells[1]:>18}{cells[2]:>20}{cells[3]:>12}")
    shown: Counter[tuple[str, bool]] = Counter()
    for statement in failed:
        if statement.held_out and not options.held_out:
            continue
        shown[statement.kind, statement.right] += 1
        if shown[statement.kind, statement.right] <= options.show:
            print("FLAGGED" if statement.right else "MISSED ", statement.kind, "|", statement.text.replace("\n", " "))
            if statement.right:
                print("        ", [f.message for f in findings_in(statement.text, rules)])
    good = True
    for held_out in (False, True):
        wrong = sum(n for (_, right, held), n in every.items() if not right and held == held_out)
        found = sum(n for (_, right, held), n in flagged.items() if not right and held == held_out)
        alarms = sum(n for (_, right, held), n in flagged.items() if right and held == held_out)
        rights = sum(n for (_, right, held), n in every.items() if right and held == held_out)
        name = "held-out wordings" if held_out else "wordings"
        print(
            f"{name}: {found}/{wrong} = {found / max(1, wrong):.3f} of the wrong found, {alarms}/{rights} of the right flagged"
        )
        good &= held_out or (found >= WANTED_RECALL * wrong and not alarms)
    if options.folder:
        from .spoilt_numbers import measure

        good &= measure(options.folder, rules, options.seed, options.show)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
