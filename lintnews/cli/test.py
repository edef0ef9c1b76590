"""lintnews test"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..examples import Outcome, described, run_examples
from ..linter import replaces_bundled
from ..problem import LintnewsError, Problem
from ..rule import Rule, RuleSet
from ..rulefile import load_folders, load_rule, rule_paths
from .commands import ConfigOption, RulesOption
from .completion import COMPLETERS
from .loading import rules_here
from .streams import say
from .wrong import unknown


def test(
    chosen: Annotated[
        list[str] | None,
        typer.Argument(help="Rules, subjects, rule files or folders of them.", autocompletion=COMPLETERS["rules"]),
    ] = None,
    rules: RulesOption = None,
    config: ConfigOption = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only what fails.")] = False,
) -> None:
    """Run the examples of rules: all of them, or those chosen.

    Exit status: 0 every example came out as it says, 1 some did not, 2 wrong usage, 3 a rule or configuration file is wrong.
    """
    failed = gaps = total = 0
    tested = _chosen(chosen or [], rules, config)
    for rule in tested:
        if replaces_bundled(rule) and not quiet:
            say(f"{rule.path}: stands in for the bundled rule `{rule.id}`")
        for result in run_examples(rule):
            total += 1
            failed += result.outcome.fails
            gaps += result.outcome is Outcome.KNOWN_GAP
            if result.outcome.fails or (result.outcome is Outcome.KNOWN_GAP and not quiet):
                typer.echo(described(result))
    if not quiet or failed:
        known = f", {gaps} known gaps" if gaps else ""
        rules_tested = f"{len(tested)} rule{'' if len(tested) == 1 else 's'}"
        typer.echo(f"{total} examples of {rules_tested}, {failed} failed{known}")
    raise typer.Exit(int(bool(failed)))


def _chosen(chosen: list[str], folders: list[str] | None, config: str) -> list[Rule]:
    paths = [Path(name) for name in chosen if Path(name).exists()]
    names = [name for name in chosen if not Path(name).exists()]
    found = [rule for path in paths for rule in _rules_in(path)]
    _judge_ids(found)
    if names or not chosen:
        _, every = rules_here(folders, config)
        _judge(names, every)
        found += [rule for rule in every if not names or rule.id in names or rule.subject in names]
    return found


def _rules_in(path: Path) -> list[Rule]:
    """The rules in a file, in the folder of a subject, or in a folder of such folders, as `check` would load them."""
    if not path.is_dir():
        return [load_rule(path)]
    if not any(path.glob("*.y*ml")):
        return list(load_folders([path]))
    rules: list[Rule] = []
    problems: list[Problem] = []
    for file in rule_paths(path):
        if file.parent != path:
            problems.append(Problem(str(file), "this lies below the folder of a subject, which has no folders in it"))
        try:
            rules.append(load_rule(file))
        except LintnewsError as error:
            problems += error.problems
    if problems:
        raise LintnewsError(*problems)
    return rules


def _judge_ids(rules: list[Rule]) -> None:
    """LintnewsError where two files say what one id means."""
    known: dict[str, Rule] = {}
    problems = []
    for rule in rules:
        other = known.setdefault(rule.id, rule)
        if Path(other.path).absolute() != Path(rule.path).absolute():
            problems.append(Problem(rule.path, f"the rule `{rule.id}` is also in {other.path}", 1, 1))
    if problems:
        raise LintnewsError(*problems)


def _judge(names: list[str], rules: RuleSet) -> None:
    for name in names:
        if name not in rules.names:
            raise unknown("a rule, a subject, a file or a folder", name, tuple(sorted(rules.names)))
