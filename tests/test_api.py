"""The library as a newsroom's developer meets it: findings with lines, short words for the console, errors in a sentence."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from lintnews import Linter, LintnewsError, lint_text, load_rules

TEXT = "# Rain\n\nIt rained on 😀 Tuesday, March 5, 2025.\n"


def test_a_finding_says_where_it_stands() -> None:
    (finding,) = lint_text(TEXT, format_of="markdown").findings
    assert (finding.line, finding.column) == (3, 16)
    assert (finding.end_line, finding.end_column) == (3, 38)
    line = TEXT.split("\n")[finding.line - 1]
    assert line[finding.column - 1 : finding.end_column - 1] == finding.text == "Tuesday, March 5, 2025"


def test_what_a_console_shows_is_short() -> None:
    report = lint_text(TEXT, format_of="markdown")
    (finding,) = report.findings
    assert repr(finding) == "<Finding 3:16 error weekday-mismatch: March 5, 2025, is a Wednesday, not a Tuesday.>"
    assert repr(finding.rule) == "<Rule dates/weekday-mismatch>"
    assert len(repr(report)) < 400
    assert finding == lint_text(TEXT, format_of="markdown").findings[0]


RULES = load_rules()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (
            lambda: lint_text("A.", format_of="markdwon"),
            "`markdwon` is not a format of stories: plain, markdown, html,",
        ),
        (lambda: lint_text(b"A."), "a story is a str, not bytes; `lint_bytes` takes the bytes of a file"),
        (lambda: lint_text(None), "a story is a str, not NoneType"),
        (lambda: lint_text("A.", published="2025-03-05"), "published is a datetime.date, not str"),
        (lambda: Linter(RULES, select="names"), "select is a list of rules and subjects, not one text"),
        (lambda: Linter(RULES, select=["nmaes"]), "select: `nmaes` is not a rule or a subject; did you mean `names`?"),
        (lambda: Linter(RULES, ignore=["weekday-mismatsch"]), "did you mean `weekday-mismatch`?"),
        (lambda: load_rules(["gone"]), "there is no folder gone"),
    ],
)
def test_wrong_arguments_are_told(call: Any, said: str) -> None:
    with pytest.raises(LintnewsError) as raised:
        call()
    assert said in str(raised.value)


def test_paths_may_be_texts_and_days_may_have_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It will rain on Monday, March 5.")
    linter = Linter(RULES)
    report = linter.lint_file(str(path), published=datetime(2025, 3, 1, 12))
    assert report.story is not None and report.story.published == date(2025, 3, 1)
    (again,) = linter.lint_paths([str(tmp_path)], published=date(2025, 3, 1))
    assert [finding.message for finding in again.findings] == [finding.message for finding in report.findings]
