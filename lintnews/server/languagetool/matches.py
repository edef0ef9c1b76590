"""Findings as the protocol's matches. Offsets are UTF-16 code units of all that the client sent."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, NamedTuple

from ...finding import Finding
from ...fixing import edited
from ...match import Fix, Note, Safety
from ...mentions.words.sentences import Sentence
from ...rule import Rule
from ...source import SourceMap, Span
from ...story import Story
from ...version import VERSION
from ..housed import Housed
from ..units import Units
from .asked import Asked
from .languages import LANGUAGES, is_english

AROUND = 40
"""Characters of context on each side of a match."""
MOST_REPLACEMENTS = 20
SOFTWARE = {
    "name": "lintnews",
    "version": VERSION,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}
ISSUE_TYPES = {
    **dict.fromkeys(("style", "date-style", "wording"), "style"),
    **dict.fromkeys(("furniture", "quotations"), "typographical"),
}
"""Subject → kind of issue, by which clients choose a colour; "inconsistency" for all others."""
CAUTION = {Safety.SAFE: "", Safety.UNSAFE: "may change the meaning", Safety.SHOWN: "check it first"}


class _Sent(NamedTuple):
    """All that the client sent, the story that it was read as, and the map from the story's source to it."""

    text: str
    story: Story
    map: SourceMap
    units: Units

    def place(self, span: Span) -> Span:
        """Where a place of the story's source stands in what was sent."""
        return self.map.to_source(span)


def check(housed: Housed, asked: Asked) -> bytes:
    """The protocol's answer to what is *asked*, as JSON."""
    words, outer = asked.read()
    english = not asked.guessed or is_english(words)
    linter = housed.linter(selection=asked.selection, least=asked.least)
    report = linter.lint_text(words if english else "", published=asked.published, keep_going=True)
    story = report.story
    assert story is not None
    text = asked.text
    sent = _Sent(text, story, outer, Units(text))
    language = {"name": LANGUAGES[asked.language], "code": asked.language}
    ranges = [_range(sent, sentence) for sentence in story.mentions(Sentence)]
    answer = {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {
            **language,
            "detectedLanguage": {**language, "confidence": 0.99 if english else 0.0, "source": "words"},
        },
        "matches": [_match(finding, sent, asked.rules_at) for finding in report.findings],
        "sentenceRanges": ranges,
        "extendedSentenceRanges": [
            {"from": start, "to": end, "detectedLanguages": [{"language": "en", "rate": 1.0}]} for start, end in ranges
        ],
    }
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()


def _range(sent: _Sent, sentence: Sentence) -> list[int]:
    start, length = sent.units.span(sent.place(sent.story.map.to_source(sentence.span)))
    return [start, start + length]


def _match(finding: Finding, sent: _Sent, rules_at: str) -> dict[str, Any]:
    place = sent.place(finding.source)
    offset, length = sent.units.span(place)
    replacements = _replacements(finding, sent)
    return {
        "message": _message(finding, sent.story),
        "shortMessage": _in_words(finding.rule.id),
        "replacements": replacements,
        "offset": offset,
        "length": length,
        "context": _context(place, sent.text),
        "sentence": _sentence(finding, sent.story),
        "type": {"typeName": "Hint" if str(finding.severity) == "info" else "Other"},
        "rule": _rule(finding.rule, rules_at),
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": -1,
    }


def _message(finding: Finding, story: Story) -> str:
    """What the finding says, and the words that it contradicts: the protocol shows no second place."""
    return " ".join([finding.message, *(_said(note, story) for note in finding.notes)])


def _said(note: Note, story: Story) -> str:
    if note.span is None:
        return note.message
    start, end = max(0, note.span.start - AROUND), min(len(story.text), note.span.end + AROUND)
    before = story.text[start : note.span.start].rpartition("\n")[2]
    after = story.text[note.span.end : end].partition("\n")[0]
    words = (before.partition(" ")[2] if start and len(before) == AROUND else before) + story.words(note.span)
    words += after.rpartition(" ")[0] if len(after) == AROUND else after
    return f"{note.message} (“…{' '.join(words.split())}…”)"


def _replacements(finding: Finding, sent: _Sent) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for fix in finding.fixes:
        value = _replacement(fix, finding, sent)
        if value is not None and value not in found:
            caution = CAUTION[fix.safety]
            found[value] = {"value": value, **({"shortDescription": caution} if caution else {})}
    return list(found.values())[:MOST_REPLACEMENTS]


def _replacement(fix: Fix, finding: Finding, sent: _Sent) -> str | None:
    """What *fix* puts in the place of the finding's words; None where it changes others, or words with markup between."""
    whole = finding.source
    places = [(sent.story.place_of(edit), edit.text) for edit in fix.edits]
    if not places or not all(whole.contains(place) for place, _ in places):
        return None
    if len(whole) and not sent.map.is_verbatim(whole):
        return None
    shifted = [(place.shifted(-whole.start), text) for place, text in places]
    return edited(whole.of(sent.story.source), shifted)


def _context(place: Span, text: str) -> dict[str, Any]:
    start, end = max(0, place.start - AROUND), min(len(text), place.end + AROUND)
    before, after = ("..." if start else ""), ("..." if end < len(text) else "")
    shown = before + text[start:end].replace("\r", " ").replace("\n", " ") + after
    offset, length = Units(shown).span(place.shifted(len(before) - start))
    return {"text": shown, "offset": offset, "length": length}


def _sentence(finding: Finding, story: Story) -> str:
    inside = (s.span for s in story.mentions(Sentence) if s.span.start <= finding.span.start <= s.span.end)
    span = next(inside, None)
    return story.words(span) if span else ""


def _rule(rule: Rule, rules_at: str) -> dict[str, Any]:
    return {
        "id": rule.id,
        "description": description(rule),
        "issueType": ISSUE_TYPES.get(rule.subject, "inconsistency"),
        "category": {"id": rule.subject, "name": _in_words(rule.subject)},
        "isPremium": False,
        **({"urls": [{"value": f"{rules_at}{rule.id}"}]} if rules_at else {}),
    }


@cache
def _in_words(name: str) -> str:
    return name.replace("-", " ").capitalize()


def description(rule: Rule) -> str:
    """What the rule is about, in one line: the first sentence of its reasons."""
    first, stop, _ = " ".join(rule.why.split()).partition(". ")
    return first + stop.strip() or _in_words(rule.id)
