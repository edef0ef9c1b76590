"""Ask about fixes one by one."""

from __future__ import annotations

import sys

from ..finding import Finding
from ..fixing import Choose, edited
from ..match import Fix
from ..source import Lines
from ..story import Story

ANSWERS = "[y]es, [n]o, [a]ll in this story, [d]one with this story, [q]uit"


class Asking:
    """What was asked, and answered, in this run. ``stopped`` once the answer was to quit.

    ``declined`` are the fixes that nobody wanted, by fingerprint and words.
    """

    def __init__(self) -> None:
        self.stopped = False
        self.declined: set[tuple[str, str]] = set()

    def about(self, path: str) -> Choose:
        """The function that asks about the fixes in the story at *path*: about each finding once."""
        answers: dict[tuple[str, str], bool] = {}
        rest: list[bool] = []

        def choose(finding: Finding, fix: Fix, story: Story) -> bool:
            key = (finding.fingerprint, finding.text)
            if key not in answers:
                answers[key] = not self.stopped and (rest[0] if rest else ask(finding, fix, story))
                if not answers[key]:
                    self.declined.add(key)
            return answers[key]

        def ask(finding: Finding, fix: Fix, story: Story) -> bool:
            self._show(path, finding, fix, story)
            answer = self._answer()
            if answer in ("a", "d"):
                rest.append(answer == "a")
            return answer in ("y", "a")

        return choose

    def _show(self, path: str, finding: Finding, fix: Fix, story: Story) -> None:
        lines = Lines(story.source)
        places = [(story.place_of(edit), edit.text) for edit in fix.edits]
        first, last = min(place.start for place, _ in places), max(place.end for place, _ in places)
        at = lines.position(first)
        start = lines.line_span(at.line).start
        end = lines.line_span(lines.position(last).line).end
        inside = [(place.shifted(-start), text) for place, text in places]
        print(f"{path}:{at.line}:{at.column}: {finding.severity} {finding.message} [{finding.rule.id}]")
        for sign, text in (("-", story.source[start:end]), ("+", edited(story.source[start:end], inside))):
            for line in text.splitlines() or [""]:
                print(f"{sign} {line}")

    def _answer(self) -> str:
        while True:
            print(f"Apply this fix ({ANSWERS})? ", end="", flush=True)
            said = sys.stdin.readline()
            answer = said.strip().lower()[:1]
            if not said or answer == "q":
                self.stopped = True
                print()
                return "q"
            if answer in ("y", "n", "a", "d"):
                return answer
