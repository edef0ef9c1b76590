"""Under pytest, every example of every rule file in a folder ``rules`` is a test. Nothing is imported before one is met."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .examples import ExampleResult
    from .rule import Example, Rule


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("lintnews_rules", "names of the folders that hold lintnews rules", type="args", default=["rules"])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A collector for a YAML file two folders deep in a folder of rules."""
    if file_path.suffix not in (".yaml", ".yml"):
        return None
    folders = parent.config.getini("lintnews_rules")
    if not any(part in folders for part in file_path.parts[:-2]):
        return None
    file: RuleFile = RuleFile.from_parent(parent, path=file_path)
    return file


class RuleFile(pytest.File):
    """A rule file; one that is wrong can't be collected, and says why."""

    def collect(self) -> Iterator[pytest.Item]:
        from .problem import LintnewsError
        from .rulefile import load_rule

        try:
            rule = load_rule(self.path)
        except LintnewsError as error:
            raise self.CollectError(str(error)) from None
        counts = {True: 0, False: 0}
        for example in rule.examples:
            counts[example.valid] += 1
            name = f"{'valid' if example.valid else 'invalid'}-{counts[example.valid]}"
            item: ExampleItem = ExampleItem.from_parent(self, name=name)
            item.rule, item.example = rule, example
            yield item


class ExampleFails(Exception):
    """An example did not come out as it says."""

    def __init__(self, result: ExampleResult) -> None:
        self.result = result
        super().__init__(result.outcome)


class ExampleItem(pytest.Item):
    """One example of a rule."""

    rule: Rule
    example: Example

    def runtest(self) -> None:
        from .examples import Outcome, run_example

        result = run_example(self.rule, self.example)
        if result.outcome is Outcome.KNOWN_GAP:
            pytest.xfail("a known gap")
        if result.outcome.fails:
            raise ExampleFails(result)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        from .examples import described

        if isinstance(excinfo.value, ExampleFails):
            return described(excinfo.value.result)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.example.line - 1, f"{self.rule.id}: {self.name}"
