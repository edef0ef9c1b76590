"""What every rule may say, whatever its kind: what excepts a match, how severe it is when less sure, what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from lintnews import LintnewsError
from lintnews.check import Case, Check
from lintnews.checks import CHECKS
from lintnews.engine import lint
from lintnews.match import Certainty, Match, Severity
from lintnews.readers import read_text
from lintnews.rule import Rule
from lintnews.rulefile import load_rule
from lintnews.source import Span
from lintnews.story import Story

RULE = """\
id: odd-word
check: odd
message: "{text} is odd."
severity: warning
examples:
  valid: [An even word.]
  invalid: ["An [[odd]] word."]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd(Check):
    """Flags "odd": surely at the start of the text, else likely with a word before it, and possibly at the end."""

    kind: ClassVar[str] = "odd"
    values: ClassVar[tuple[str, ...]] = ("side",)
    cases: ClassVar[dict[str, Case]] = {"first": Case("It begins the text.", ("place",)), "last": Case("It ends it.")}

    def matches(self, story: Story) -> Iterator[Match]:
        at = -1
        while (at := story.text.find("odd", at + 1)) >= 0:
            span = Span(at, at + 3)
            first, last = at == 0, span.end == len(story.text)
            certainty = Certainty.CERTAIN if first else Certainty.POSSIBLE if last else Certainty.LIKELY
            case = "first" if first else "last" if last else ""
            yield Match(span, (("side", "left"), ("place", "start")), certainty=certainty, case=case)


@pytest.fixture(autouse=True)
def _odd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "odd", f"{__name__}:Odd")


def rule(*changes: tuple[str, str]) -> Rule:
    text = RULE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return load_rule(Path("rules/style/odd-word.yaml"), text)


def problems(*changes: tuple[str, str]) -> list[str]:
    with pytest.raises(LintnewsError) as caught:
        rule(*changes)
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def found(rule: Rule, text: str) -> list[tuple[int, str, str]]:
    findings = lint(Story(text, read_text(text)), (rule,))
    return [(finding.span.start, str(finding.severity), finding.message) for finding in findings]


def places(rule: Rule, text: str) -> list[int]:
    return [start for start, _, _ in found(rule, text)]


TEXT = "An odd word, in jest. An odd one.\n\nOne more odd word."


@pytest.mark.parametrize(
    ("unless", "wanted"),
    [
        ("[jest]", [25, 44]),
        ("[IN Jest]", [25, 44]),
        ("[jes]", [3, 25, 44]),
        ("['j\\w+t']", [25, 44]),
        ("{paragraph: [jest]}", [44]),
        ("{story: [jest]}", []),
        ("{sentence: [jest], paragraph: [more]}", [25]),
    ],
)
def test_unless(unless: str, wanted: list[int]) -> None:
    assert places(rule(("severity", f"unless: {unless}\nseverity")), TEXT) == wanted


def test_what_reaches_over_two_sentences_belongs_to_the_first() -> None:
    one = rule(("check: odd", "check: existence\nterms: ['odd one\\. An']"), ("severity", "unless: [first]\nseverity"))
    assert places(one, "The first odd one. An end.") == []
    assert places(one, "An odd one. An end at first.") == [3]


@pytest.mark.parametrize(
    ("severity", "wanted"),
    [
        ("error", ["error", "error", "error"]),
        ("{certain: error, likely: warning, possible: info}", ["error", "warning", "info"]),
        ("{certain: error, likely: warning}", ["error", "warning", "warning"]),
        ("{certain: error, possible: info}", ["error", "error", "info"]),
        ("{possible: info}", ["info", "info", "info"]),
    ],
)
def test_severity_by_certainty(severity: str, wanted: list[str]) -> None:
    one = rule(("severity: warning", f"severity: {severity}"))
    assert [level for _, level, _ in found(one, "odd and odd and odd")] == wanted


def test_a_lower_severity_set_from_outside_lowers_the_rest() -> None:
    one = rule(("severity: warning", "severity: {certain: error, likely: warning, possible: info}"))
    levels = [level for _, level, _ in found(replace(one, severity=Severity.WARNING), "odd and odd and odd")]
    assert levels == ["warning", "warning", "info"]


def test_a_message_for_each_case() -> None:
    one = rule(("message:", 'messages: {first: "{text} at the {place}"}\nmessage:'))
    assert [said for _, _, said in found(one, "odd and odd and odd")] == [
        "odd at the start",
        "odd is odd.",
        "odd is odd.",
    ]
    assert one.every_message == ("{text} at the {place}", "{text} is odd.")


def test_messages_for_all_cases_need_no_other() -> None:
    one = rule(('message: "{text} is odd."', "messages: {first: a, last: b}"))
    assert one.every_message == ("a", "b")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("severity", "unless: jest\nseverity", "4:9: must be a list or a mapping of keys to values, not `jest`"),
        (
            "severity",
            "unless: ['a(']\nseverity",
            "4:12: `a(` is not a regular expression: missing ), unterminated subpattern",
        ),
        (
            "severity",
            "unless: {paragraph: ['a(']}\nseverity",
            "4:24: `a(` is not a regular expression: missing ), unterminated subpattern",
        ),
        ("severity", "unless: {para: [a]}\nseverity", "4:10: unknown key `para`; did you mean `paragraph`?"),
        (
            "severity: warning",
            "severity: {certain: info, likely: error}",
            "4:11: what is less certain may not be more severe",
        ),
        ("severity: warning", "severity: {likley: info}", "4:12: unknown key `likley`; did you mean `likely`?"),
        (
            "message:",
            "messages: {fist: a}\nmessage:",
            "3:12: `fist` is not a case: the cases of `odd` are first, last; did you mean `first`?",
        ),
        (
            "message:",
            "messages: {last: '{place}'}\nmessage:",
            "3:20: `{place}` is not offered by `odd`, which offers {text}, {side}",
        ),
        (
            'message: "{text} is odd."',
            "messages: {first: a}",
            "3:1: no message for `last`, and no `message` for the cases without one",
        ),
    ],
)
def test_mistakes_show_their_place(old: str, new: str, wanted: str) -> None:
    assert problems((old, new)) == [wanted]
