"""What an assistant can ask: each tool a method whose docstring and annotations the assistant is shown."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from ..fact_sheet import fact_sheet
from ..facts.table import ATTRIBUTES
from ..finding import Finding
from ..linter import FOR_PRINT, FileReport, Linter
from ..located import suggestion
from ..match import Severity
from ..mentions.quotations.sourced_quotations import SourcedQuotation
from ..problem import LintnewsError
from ..remedies import mending
from ..rule import Example, Rule
from ..rulefile import load_rule
from ..source import Lines, Span
from ..story import SourceText, Story
from .copy import HEADLINE, TEXT, Copy, Place
from .housed import OWN, Housed, Selection

MOST_CHARACTERS = 2_000_000
"""The longest text that is taken: some 350,000 words."""
QUOTATION_RULES = ("altered-quotation", "unsourced-quotation")

Text = Annotated[str, Field(description="The story's text, whole: names and figures are held against each other.")]
Format = Annotated[
    Literal["markdown", "html", "plain"],
    Field(description="How the text is written. Front matter in YAML may stand before markdown and plain text."),
]
Published = Annotated[
    str,
    Field(
        description="Publication date, as 2025-03-05. Weekdays, ages and “Monday” are judged by it; nothing else is the clock."
    ),
]
Headline = Annotated[str, Field(description="The headline, where the text doesn't hold it itself.")]


class WrongArgument(Exception):
    """What was asked can't be followed; the words say why."""


@dataclass(frozen=True)
class Spot:
    """Words and where they stand: ``line`` and ``column`` count from 1 in the text or headline that was given."""

    words: str
    where: str
    line: int
    column: int


@dataclass(frozen=True)
class Note:
    """What a finding contradicts; ``place`` is null for what lies outside the story."""

    message: str
    place: Spot | None


@dataclass(frozen=True)
class Found:
    """One finding. ``remedies`` say what could be done; what they change of a fact, somebody has to check first."""

    rule: str
    severity: str
    message: str
    place: Spot | None
    contradicts: list[Note]
    remedies: list[str]
    evidence: list[str]


@dataclass(frozen=True)
class Checked:
    """All findings of a story. ``remarks`` say what kept something from being judged."""

    errors: int
    warnings: int
    hints: int
    findings: list[Found]
    allowed: list[str]
    remarks: list[str]
    published: str


@dataclass(frozen=True)
class ExplainedRule:
    """What a rule finds and why. In the examples, ``[[…]]`` marks what is flagged."""

    rule: str
    subject: str
    severity: str
    on: bool
    messages: list[str]
    why: str
    cites: str
    flagged: list[str]
    left_alone: list[str]
    to_allow: str


@dataclass(frozen=True)
class StatedFact:
    """Something to verify. ``state``: contradicted, certified, known, repeated or unchecked; ``hedge``: words such as “about”."""

    kind: str
    text: str
    about: str
    value: str
    hedge: str
    quoted: bool
    state: str
    places: list[Spot]
    sentence: str


@dataclass(frozen=True)
class FactList:
    """The facts of a story, in its order."""

    facts: list[StatedFact]
    remarks: list[str]


@dataclass(frozen=True)
class HeldQuotation:
    """A quotation. ``verdict``: as said, differs, or not in the source. ``passage`` is what the source has, in its ``line``."""

    place: Spot | None
    verdict: Literal["as said", "differs", "not in the source"]
    changes: list[str]
    passage: str
    line: int | None


@dataclass(frozen=True)
class HeldQuotations:
    """Every direct quotation of a story."""

    quotations: list[HeldQuotation]
    remarks: list[str]


class Tools:
    """The tools, which lint by *housed*, one story at a time: assistants may ask several things at once."""

    def __init__(self, housed: Housed) -> None:
        self._housed = housed
        self._one_at_a_time = threading.Lock()

    def check_story(
        self,
        text: Text,
        format: Format = "markdown",
        published: Published = "",
        headline: Headline = "",
        least: Annotated[
            Literal["info", "warning", "error"], Field(description="The least severity to report.")
        ] = "info",
        for_print: Annotated[
            bool, Field(description="Also what a draft may hold but print may not, such as CQ marks.")
        ] = False,
    ) -> Checked:
        """Find what is wrong in a news story or at odds with itself: names, dates, ages, sums, places, quotations, wording.

        Each finding has its place, the place that it contradicts and what could be done. Facts are for people to decide:
        report the findings, and change no name, date, figure or quotation without being told which side is right.
        """
        selection = Selection(also=FOR_PRINT if for_print else ())
        copy = Copy(_judged(text), format, headline)
        report = self._lint(self._housed.linter(OWN, selection, Severity[least.upper()]), copy, published)
        story = _story(report)
        findings = [_found(finding, story, copy) for finding in report.findings]
        severities = [finding.severity for finding in findings]
        return Checked(
            errors=severities.count("error"),
            warnings=severities.count("warning"),
            hints=severities.count("info"),
            findings=findings,
            allowed=[_allowed(finding, why) for finding, why in report.suppressed],
            remarks=_remarks(report),
            published=story.published.isoformat() if story.published else "",
        )

    def explain_rule(
        self, rule: Annotated[str, Field(description="The rule's id, as findings give it, such as weekday-mismatch.")]
    ) -> ExplainedRule:
        """Say what a rule finds and why, with its source, examples, and how to allow what it flags."""
        rules = self._housed.config.rules_for(self._housed.rules)
        found = rules.get(rule.strip())
        if found is None:
            known = tuple(one.id for one in rules)
            raise WrongArgument(f"`{rule}` is not a rule{suggestion(rule, known)}")
        return _explained(found)

    def list_facts(
        self,
        text: Text,
        format: Format = "markdown",
        published: Published = "",
        headline: Headline = "",
        kinds: Annotated[
            list[str] | None, Field(description=f"Only facts of these kinds: {', '.join(ATTRIBUTES)}.")
        ] = None,
    ) -> FactList:
        """List all that a story states and a fact-checker would verify: people, titles, ages, dates, figures, quotations, places.

        Each fact has all its places and its state. None is checked against the world beyond the house's own facts:
        that remains to be done.
        """
        for kind in kinds or ():
            if kind not in ATTRIBUTES:
                raise WrongArgument(f"`{kind}` is not a kind of fact{suggestion(kind, ATTRIBUTES)}")
        copy = Copy(_judged(text), format, headline)
        report = self._lint(self._housed.linter(), copy, published)
        story = _story(report)
        facts = [
            StatedFact(
                kind=fact.attribute,
                text=" ".join(fact.text.split()),
                about=fact.what,
                value=fact.value,
                hedge=fact.firm,
                quoted=fact.quoted,
                state=state.value,
                places=list(_spots(fact.places, copy, story)),
                sentence=" ".join(story.words(fact.context).split()),
            )
            for fact, state in fact_sheet(story, report.findings)
            if not kinds or fact.attribute in kinds
        ]
        return FactList(facts, _remarks(report))

    def check_quotations(
        self,
        text: Text,
        source: Annotated[
            str, Field(description="What was said: a transcript, a statement, a document, as plain text.")
        ],
        format: Format = "markdown",
        source_name: Annotated[str, Field(description="What the source is called.")] = "source",
    ) -> HeldQuotations:
        """Hold every direct quotation of a story against a source text, word by word.

        Ellipses, words in brackets, punctuation, capitals and house spelling may differ. A quotation that isn't in the
        source may come from somebody else.
        """
        copy = Copy(_judged(text), format)
        against = [SourceText(source_name, _judged(source))]
        linter = Linter(self._housed.rules, config=self._housed.config, select=QUOTATION_RULES, against=against)
        report = self._lint(linter, copy, "")
        with self._one_at_a_time:
            held = [_held(quotation, _story(report), copy) for quotation in _story(report).mentions(SourcedQuotation)]
        return HeldQuotations(held, _remarks(report, dated=False))

    def _lint(self, linter: Linter, copy: Copy, published: str) -> FileReport:
        day = _day(published)
        with self._one_at_a_time:
            try:
                return linter.lint_text(copy.source, format_of=copy.format_of, published=day, keep_going=True)
            except LintnewsError:
                raise
            except ValueError as error:
                raise WrongArgument(f"this can't be read as {copy.format_of}: {error}") from None


def _judged(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise WrongArgument(f"a text may have up to {MOST_CHARACTERS:,} characters")
    return text


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise WrongArgument(f"`{written}` is not a date like 2025-03-05") from None


def _story(report: FileReport) -> Story:
    if report.story is None:
        raise WrongArgument(report.error or "this can't be read")
    return report.story


def _found(finding: Finding, story: Story, copy: Copy) -> Found:
    return Found(
        rule=finding.rule.id,
        severity=str(finding.severity),
        message=finding.message,
        place=_spot(copy.place_of_source(finding.source, story), finding.text, copy),
        contradicts=[
            Note(note.message, next(_spots((note.span,), copy, story), None) if note.span is not None else None)
            for note in finding.notes
        ],
        remedies=[remedy.title for remedy in mending(finding, story)],
        evidence=list(finding.evidence),
    )


def _spots(spans: Iterable[Span], copy: Copy, story: Story) -> Iterator[Spot]:
    """Where the *spans* of the story's text are."""
    for span in spans:
        spot = _spot(copy.place_of_text(span, story), story.words(span), copy)
        if spot is not None:
            yield spot


def _spot(place: Place | None, words: str, copy: Copy) -> Spot | None:
    """*place* by line and column; the headline's beginning for what can't be told more exactly, None without a headline."""
    if place is None:
        place = Place(HEADLINE, Span(0, 0))
        if not copy.words:
            return None
    lines = copy.lines if place.field == TEXT else Lines(copy.words)
    at = lines.position(place.span.start)
    return Spot(words, place.field, at.line, at.column)


def _allowed(finding: Finding, why: str) -> str:
    return f"{finding.rule.id}: {finding.message}" + (f" Allowed: {why}" if why else " Allowed without a reason.")


def _remarks(report: FileReport, *, dated: bool = True) -> list[str]:
    story = _story(report)
    undated = dated and story.published is None
    said = ["No publication date is known, so that most of what is said about days can't be judged."] if undated else []
    return [*said, *report.failures]


def _explained(rule: Rule) -> ExplainedRule:
    path = Path(rule.path)
    written = load_rule(path, path.read_text(encoding="utf-8"))  # compiled rules come without their examples
    return ExplainedRule(
        rule=rule.id,
        subject=rule.subject,
        severity=str(rule.levels),
        on=rule.enabled,
        messages=list(rule.every_message),
        why=_flowing(rule.why),
        cites=_flowing(rule.cites),
        flagged=list(_examples(written.examples, valid=False)),
        left_alone=list(_examples(written.examples, valid=True)),
        to_allow=f"<!-- lintnews: allow {rule.id} -- the reason -->",
    )


def _flowing(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


def _examples(examples: Iterable[Example], *, valid: bool) -> Iterator[str]:
    for example in examples:
        if example.valid == valid:
            yield example.marked.strip()


def _held(quotation: SourcedQuotation, story: Story, copy: Copy) -> HeldQuotation:
    verdict: Literal["as said", "differs", "not in the source"] = "differs" if quotation.changes else "as said"
    return HeldQuotation(
        place=next(_spots((quotation.span,), copy, story), None),
        verdict=verdict if quotation.found else "not in the source",
        changes=[change.described for change in quotation.changes],
        passage=quotation.passage,
        line=quotation.line if quotation.found else None,
    )
