"""The copy on the page checked: findings with what can be done about them, and the fact sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from ...fact_sheet import fact_sheet, told
from ...facts.table import Fact, State
from ...finding import Finding
from ...match import Note
from ...remedies import Remedy, allowing, certifying, mark_place, mending, telling_apart
from ...source import Span
from ...story import Story
from ..copy import TEXT, Copy, Place
from ..housed import Housed
from ..units import Units


class Places:
    """Leads places of the story back to the fields of the page, in UTF-16 units."""

    def __init__(self, copy: Copy, story: Story) -> None:
        self.copy = copy
        self.story = story
        self._text, self._headline = Units(copy.text), Units(copy.words)

    def of_text(self, span: Span) -> dict[str, Any] | None:
        return self._told(self.copy.place_of_text(span, self.story))

    def of_source(self, place: Span) -> dict[str, Any] | None:
        return self._told(self.copy.place_of_source(place, self.story))

    def _told(self, place: Place | None) -> dict[str, Any] | None:
        if place is None:
            return None
        units = self._text if place.field == TEXT else self._headline
        return {"where": place.field, "start": units.of(place.span.start), "end": units.of(place.span.end)}


class Asked(NamedTuple):
    """What the page asks: its copy, and the house style that it is checked by."""

    copy: Copy
    style: str


def check(housed: Housed, asked: Asked) -> bytes:
    """What is found in the copy, as JSON."""
    copy, style = asked
    report = housed.linter(style).lint_text(copy.source, format_of=copy.format_of, keep_going=True)
    story = report.story
    assert story is not None
    places = Places(copy, story)
    answer = {
        "findings": [_finding(finding, story, copy.format_of, places) for finding in report.findings],
        "facts": [_fact(fact, state, story, places) for fact, state in fact_sheet(story, report.findings)],
        "allowed": [
            {"rule": finding.rule.id, "message": finding.message, "reason": reason}
            for finding, reason in report.suppressed
        ],
        "said": list(report.failures),
        "published": story.published.isoformat() if story.published else "",
        "words": len(story.text.split()),
    }
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _finding(finding: Finding, story: Story, format_of: str, places: Places) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "subject": finding.rule.subject,
        "severity": str(finding.severity),
        "message": finding.message,
        "why": " ".join(finding.rule.why.split()),
        "text": finding.text,
        "place": places.of_source(finding.source) or places.of_text(finding.span),
        "notes": [_note(note, story, places) for note in finding.notes],
        "evidence": list(finding.evidence),
        "remedies": [said for remedy in _remedies(finding, story, format_of) if (said := _remedy(remedy, places))],
        "key": finding.fingerprint,
    }


def _note(note: Note, story: Story, places: Places) -> dict[str, Any]:
    if note.span is None:
        return {"message": note.message, "text": "", "place": None}
    return {"message": note.message, "text": story.words(note.span), "place": places.of_text(note.span)}


def _remedies(finding: Finding, story: Story, format_of: str) -> Iterator[Remedy]:
    yield from mending(finding, story)
    others = certifying(finding, story), telling_apart(finding, story, format_of), allowing(finding, story, format_of)
    yield from (remedy for remedy in others if remedy is not None)


def _remedy(remedy: Remedy, places: Places) -> dict[str, Any] | None:
    """*remedy* for the page; None where it would change what is in none of its fields."""
    edits = [(places.of_source(span), text) for span, text in remedy.edits]
    if any(place is None for place, _ in edits):
        return None
    return {
        "title": remedy.title,
        "does": remedy.does.value,
        "edits": [{"place": place, "text": text} for place, text in edits],
        "preferred": remedy.preferred,
        "reasonAt": remedy.reason_at,
    }


def _fact(fact: Fact, state: State, story: Story, places: Places) -> dict[str, Any]:
    marks = (mark_place(story, place) for place in fact.places)
    mark = next((said for place in marks if place is not None and (said := places.of_source(place))), None)
    return {
        **told(fact, state, story),
        "places": [place for span in fact.places if (place := places.of_text(span))],
        "mark": mark,
    }
