"""Many processes: results in order, and one that dies takes only its own story with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lintnews import Linter, Match, Rule, RuleSet, Severity, Span, Story
from lintnews.check import Check
from lintnews.workers import ENOUGH_BYTES, Task, lint_tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Fatal(Check):
    """Ends the process at the word ``die``, raises at ``fail``, flags ``wrong``."""

    kind: ClassVar[str] = "fatal"

    def matches(self, story: Story) -> Iterator[Match]:
        if "die" in story.text:
            os._exit(9)
        if "fail" in story.text:
            raise RuntimeError("no good")
        at = story.text.find("wrong")
        if at >= 0:
            yield Match(Span(at, at + 5))


LINTER = Linter(RuleSet((Rule("fatal", "tests", "{text}", Severity.ERROR, Fatal()),)))
FILLER = " word" * (ENOUGH_BYTES // 50)


def run(words: list[str], jobs: int) -> list[tuple[str, str, int]]:
    tasks = (Task(f"{number}.txt", (word + FILLER).encode()) for number, word in enumerate(words))
    found = lint_tasks(tasks, lambda: LINTER, None, jobs)
    rows = [(result.entry, result.source) for _, result in found]
    assert all(source.endswith("word") for entry, source in rows if "error" not in entry)
    return [
        (entry["path"], entry.get("error", "") or "".join(entry.get("failures", [])), len(entry["findings"]))
        for entry, _ in rows
    ]


def test_results_come_in_order() -> None:
    words = ["wrong", "right"] * 25
    assert run(words, 3) == run(words, 1) == [(f"{n}.txt", "", 1 - n % 2) for n in range(50)]


def test_a_process_that_dies_takes_only_its_story_with_it() -> None:
    words = ["wrong"] * 40
    words[7] = words[30] = "die"
    found = run(words, 2)
    assert [row[0] for row in found] == [f"{number}.txt" for number in range(40)]
    lost = [number for number, row in enumerate(found) if row[1]]
    assert lost == [7, 30]
    assert found[7][1] == "the process that linted this ended abruptly"
    assert sum(row[2] for row in found) == 38


def test_a_rule_that_raises_is_named() -> None:
    for jobs in (1, 2):
        found = run(["fail"] + ["wrong"] * 60, jobs)
        assert found[0][1].startswith("the rule `fatal` failed: RuntimeError: no good (test_workers.py:")
        assert sum(row[2] for row in found) == 60
