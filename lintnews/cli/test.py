"""lintnews test"""

from __future__ import annotations

import sys

import typer

from ..examples import Outcome, run_examples
from ..linter import load_rules
from ..problem import LintnewsError


def test() -> None:
    """Run the examples of every rule."""
    try:
        rules = load_rules()
    except LintnewsError as error:
        print(error, file=sys.stderr)
        raise typer.Exit(3) from None
    failed = total = 0
    for rule in rules:
        for result in run_examples(rule):
            total += 1
            if result.outcome is not Outcome.PASSED:
                failed += result.outcome.fails
                place = f"{rule.path}:{result.example.line}"
                found = ", ".join(repr(f.text) for f in result.found) or "nothing"
                print(f"{place}: {result.outcome} [{rule.id}] {result.example.source!r}: flagged {found}")
    print(f"{total} examples of {len(rules)} rules, {failed} failed")
    raise typer.Exit(int(bool(failed)))
