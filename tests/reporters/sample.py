"""Invented stories with findings of every sort, for all reporters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lintnews import Edit, Fix, Linter, Match, Note, Rule, RuleSet, Safety, Severity, Span, Story
from lintnews.check import Check, option
from lintnews.reporters import Setting
from lintnews.wire import Result, file_entry

STORY = """---
published: 2031-05-06
headline: "Mayor Orla Quinn opens \\"Long Bridge\\""
---

SALTMERE (LN) — Mayor Orla Quinn opened the bridge on Monday, May 6, and said the 大きな橋 was <i>safe</i> &amp; ready.

\tQuin, 48, said 60 per cent of the town — about 4,000 people — had asked for it. “It is done,\" she said.

> Cafe\u0301 owners & sellers <cheered>, wrote 東京 reporter Ken Abe: 100% of stalls, at 5:30 a.m., were full.
"""
LONG = (
    "A line that runs on and on, " * 30 + "ends with per cent here, " + "and then goes on once more, " * 30 + "stop.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Check):
    """Flags every place of ``words``; ``other`` is the place that it contradicts."""

    kind: ClassVar[str] = "given"
    words: str = option("What is flagged.")
    other: str = option("What it contradicts.", "")
    remark: str = option("A note without a place.", "")
    instead: tuple[str, ...] = option("What could stand there.", ())
    safety: Safety = option("How safe the fix is.", Safety.SHOWN)
    evidence: tuple[str, ...] = option("What speaks for it.", ())

    def matches(self, story: Story) -> Iterator[Match]:
        found = re.search(rf"(?<!\w){re.escape(self.words)}(?!\w)", story.text)
        if not found:
            return
        span = Span(*found.span())
        notes = [Note(self.remark)] if self.remark else []
        place = story.text.find(self.other) if self.other else -1
        if place >= 0:
            notes.append(Note(f"here it is {self.other}", Span(place, place + len(self.other))))
        fixes = tuple(Fix((Edit(span, words),), self.safety) for words in self.instead)
        yield Match(span, notes=tuple(notes), fixes=fixes, evidence=self.evidence)


def made_rule(rule_id: str, subject: str, severity: Severity, message: str, check: Check, **more: str) -> Rule:
    return Rule(id=rule_id, subject=subject, severity=severity, message=message, check=check, **more)  # type: ignore[arg-type]


RULES = RuleSet(
    (
        made_rule(
            "weekday-mismatch",
            "dates",
            Severity.ERROR,
            "May 6, 2031, is a Tuesday, not {text}.",
            Given(words="Monday", remark="the story is published on May 6, 2031", instead=("Tuesday",)),
            why="A weekday that does not match its date is wrong in one of the two.",
            cites="ISO 8601",
        ),
        made_rule(
            "inconsistent-name",
            "names",
            Severity.ERROR,
            "{text} is spelled otherwise elsewhere.",
            Given(
                words="Quin",
                other="Quinn",
                instead=("Quinn", "Quinne"),
                evidence=("named once", "Quinn twice, with a title"),
            ),
        ),
        made_rule(
            "percent",
            "style",
            Severity.WARNING,
            'Write percent, not {text}: 100%, "always".',
            Given(words="per cent", instead=("percent",), safety=Safety.SAFE),
        ),
        made_rule(
            "mixed-quotation-marks",
            "quotations",
            Severity.WARNING,
            "A quotation opened with “ is closed with {text}",
            Given(words='" she', other="“", instead=("” she",), safety=Safety.UNSAFE),
        ),
        made_rule("ampersand", "style", Severity.INFO, "Write and, not {text}.", Given(words="&", instead=("and",))),
        made_rule(
            "wide",
            "style",
            Severity.INFO,
            "{text} is in another script.",
            Given(words="東京 reporter Ken", other="大きな橋"),
        ),
        made_rule(
            "markup",
            "furniture",
            Severity.INFO,
            "{text} looks like markup, <b>really</b>\nacross lines.",
            Given(words="<cheered>"),
        ),
    )
)


def results() -> Iterator[Result]:
    """A story with much wrong, one with nothing, one with a long line, one that can't be read."""
    linter = Linter(RULES)
    stories = {"desk/bridge, 1%.txt": STORY, "desk/clean.txt": "All is well.\n", "desk/long #2.txt": LONG}
    for path, text in stories.items():
        data = text.encode()
        report = linter.lint_bytes(data, path=path)
        yield Result(file_entry(report), data, report.format_of)
    yield Result({"path": "desk/gone.txt", "error": "No such file or directory", "findings": []})


def setting(*, colour: bool = False) -> Setting:
    return Setting(lambda: RULES, colour=colour, width=80)
