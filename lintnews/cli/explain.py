"""lintnews explain"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Annotated

import typer

from ..linter import replaces_bundled
from ..rule import Example, Rule
from .commands import ConfigOption, RulesOption
from .completion import COMPLETERS
from .loading import named_rule, rules_here


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            help="The rule's id, as it stands in brackets after a finding.", autocompletion=COMPLETERS["rules"]
        ),
    ],
    rules: RulesOption = None,
    config: ConfigOption = "",
) -> None:
    """Say what a rule finds and why, with examples, and how to allow what it flags."""
    _, every = rules_here(rules, config)
    typer.echo("\n".join(_lines(named_rule(every, rule))))


def _lines(rule: Rule) -> Iterator[str]:
    state = rule.levels if rule.enabled else f"{rule.levels}, off unless it is switched on"
    yield f"{rule.id} ({rule.subject}, {state})"
    yield ""
    yield from (f"  {message}" for message in rule.every_message)
    for heading, text in (("Why", rule.why), ("Source", rule.cites)):
        if text.strip():
            yield from ("", heading)
            for paragraph in text.strip().split("\n\n"):
                yield textwrap.fill(" ".join(paragraph.split()), 92, initial_indent="  ", subsequent_indent="  ")
    for heading, valid in (("Flagged", False), ("Left alone", True)):
        yield from ("", heading)
        for example in rule.examples:
            if example.valid == valid:
                yield from _example(example)
    yield from ("", "Where", f"  {rule.path}" + (", instead of the bundled rule" if replaces_bundled(rule) else ""))
    if rule.blocks:
        yield f"  only in: {', '.join(map(str, rule.blocks))}"
    if not rule.in_quotations:
        yield "  not inside direct quotations"
    for scope, terms in rule.unless.written if rule.unless else ():
        yield f"  not where its {scope} has: {', '.join(terms)}"
    yield from ("", "To allow it once, before the paragraph:", f"  <!-- lintnews: allow {rule.id} -- the reason -->")
    yield from ("To switch it off, in lintnews.yaml:", f"  rules: {{{rule.id}: off}}")


def _example(example: Example) -> Iterator[str]:
    lines = example.marked.strip().split("\n")
    yield f"  - {lines[0]}"
    yield from (f"    {line}".rstrip() for line in lines[1:])
    if example.fixed is not None:
        yield "    fixed: " + example.fixed.strip().replace("\n", "\n           ")
