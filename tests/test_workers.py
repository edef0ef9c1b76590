"""Many processes: results in order, and one that dies takes only its own story with it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from lintnews import Linter, Match, Rule, RuleSet, Severity, Span, Story, time_limit
from lintnews.check import Check
from lintnews.workers import ENOUGH_BYTES, Asked, lint_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Fatal(Check):
    """Ends the process at the word ``die``, raises at ``fail``, flags ``wrong``, and never ends at ``loop``."""

    kind: ClassVar[str] = "fatal"

    def matches(self, story: Story) -> Iterator[Match]:
        if "die" in story.text:
            os._exit(9)
        while "loop" in story.text:
            pass
        if "fail" in story.text:
            raise RuntimeError("no good")
        at = story.text.find("wrong")
        if at >= 0:
            yield Match(Span(at, at + 5))


RULE = Rule("fatal", "tests", "{text}", Severity.ERROR, Fatal())
LINTER = Linter(RuleSet((RULE, replace(RULE, id="fatal-too"))))
FILLER = " word" * (ENOUGH_BYTES // 50)


def run(words: list[str], jobs: int) -> list[tuple[str, str, int]]:
    copy = {f"{number}.txt": (word + FILLER).encode() for number, word in enumerate(words)}
    found = lint_files(copy, lambda: LINTER, Asked(jobs=jobs), copy.__getitem__)
    rows = [(result.entry, result.source) for result in found]
    assert all(source.endswith("word") for entry, source in rows if "error" not in entry)
    return [
        (entry["path"], entry.get("error", "") or "".join(entry.get("failures", [])), len(entry["findings"]))
        for entry, _ in rows
    ]


def test_results_come_in_order() -> None:
    words = ["wrong", "right"] * 25
    assert run(words, 3) == run(words, 1) == [(f"{n}.txt", "", 2 - n % 2 * 2) for n in range(50)]


def test_a_process_that_dies_takes_only_its_story_with_it() -> None:
    words = ["wrong"] * 40
    words[7] = words[30] = "die"
    found = run(words, 2)
    assert [row[0] for row in found] == [f"{number}.txt" for number in range(40)]
    lost = [number for number, row in enumerate(found) if row[1]]
    assert lost == [7, 30]
    assert found[7][1] == "the process that linted this ended abruptly"
    assert sum(row[2] for row in found) == 76


def test_a_rule_that_raises_is_named() -> None:
    for jobs in (1, 2):
        found = run(["fail"] + ["wrong"] * 60, jobs)
        assert found[0][1].startswith("the rule `fatal` failed: RuntimeError: no good (test_workers.py:")
        assert sum(row[2] for row in found) == 120


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no clock of processor time here")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_check_that_never_ends_is_stopped(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_limit, "SECONDS", 0.2)
    monkeypatch.setattr(time_limit, "SECONDS_PER_MILLION_BYTES", 0)
    words = ["wrong"] * 30
    words[3] = "loop"
    found = run(words, jobs)
    assert [number for number, row in enumerate(found) if row[1]] == [3]
    for rule in ("fatal", "fatal-too"):
        assert f"the rule `{rule}` failed: stopped after 0.2 s of processor time at test_workers.py:" in found[3][1]
    assert sum(row[2] for row in found) == 58


def test_there_is_no_limit_outside_the_main_thread() -> None:
    results: list[int] = []

    def work() -> None:
        with time_limit.time_limit(0.01):
            results.append(sum(range(2_000_000)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert results == [1999999000000]
