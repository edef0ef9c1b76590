"""A rule: a check with an id, a message, a severity and examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from .check import Check, PlannedCheck
from .house import House
from .match import Certainty, Match, Severity
from .story import BlockKind, Story
from .unless import Unless


@dataclass(frozen=True, slots=True)
class Example:
    """A story, or a few words of one, that shows what a rule flags or must leave alone.

    ``source`` is without the ``[[…]]`` marks; ``marks`` are their spans in it, as ``(start, end)``. ``whole`` examples
    are read as Markdown with front matter, others as plain text. ``fixed`` is the source after the rule's fix, ``house``
    what the house decides otherwise.
    """

    source: str
    marks: tuple[tuple[int, int], ...]
    valid: bool
    whole: bool = False
    fixed: str | None = None
    gap: bool = False
    line: int = 0
    house: House | None = None

    @property
    def marked(self) -> str:
        """``source`` with its marks."""
        text = self.source
        for start, end in reversed(self.marks):
            text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
        return text


@dataclass(frozen=True, slots=True, repr=False)
class Rule:
    """From one YAML file. ``subject`` is its folder, ``path`` the file, ``plan`` the compiled form of its check.

    ``severity`` is that of what is certain; ``likely`` and ``possible`` are lower, and None where they are as severe as
    what is more certain. ``messages`` are those of single cases, by the names that the check gives them.
    """

    id: str
    subject: str
    message: str
    severity: Severity
    check: Check
    why: str = ""
    cites: str = ""
    enabled: bool = True
    blocks: tuple[BlockKind, ...] = ()
    in_quotations: bool = True
    examples: tuple[Example, ...] = ()
    path: str = ""
    plan: Any = field(default=None, repr=False, compare=False)
    likely: Severity | None = None
    possible: Severity | None = None
    messages: tuple[tuple[str, str], ...] = ()
    unless: Unless | None = None

    def __repr__(self) -> str:
        return f"<Rule {self.subject}/{self.id}>"

    def matches(self, story: Story) -> Iterator[Match]:
        """What its check finds in *story*, in any order."""
        if isinstance(self.check, PlannedCheck) and self.plan is not None:
            return self.check.matches_by(self.plan, story)
        return self.check.matches(story)

    def severity_of(self, certainty: Certainty) -> Severity:
        """How severe a match of *certainty* is; never more than what is more certain."""
        if certainty is Certainty.CERTAIN:
            return self.severity
        lower = self.likely if certainty is Certainty.LIKELY else self.possible or self.likely
        return min(self.severity, lower or self.severity)

    def message_of(self, case: str) -> str:
        """What is said of a match of *case*."""
        return dict(self.messages).get(case, self.message)

    @property
    def levels(self) -> str:
        """The severity in words, with those of what is less certain: "error, warning where likely"."""
        lower = ((self.likely, "likely"), (self.possible, "possible"))
        return ", ".join([str(self.severity), *(f"{level} where {name}" for level, name in lower if level)])

    @property
    def every_message(self) -> tuple[str, ...]:
        """All that the rule may say: that of each case, and the one for all others."""
        return (*(message for _, message in self.messages), *([self.message] if self.message else []))


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules in order of subject and id, no id twice."""

    rules: tuple[Rule, ...]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def get(self, rule_id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == rule_id), None)

    @property
    def names(self) -> frozenset[str]:
        """Everything that select and ignore may name: rule ids and subjects."""
        return frozenset(name for rule in self.rules for name in (rule.id, rule.subject))

    def with_enabled(self, ids: Iterable[str]) -> RuleSet:
        """The same rules, those named switched on."""
        wanted = frozenset(ids)
        if not wanted:
            return self
        return RuleSet(tuple(replace(r, enabled=True) if r.id in wanted else r for r in self.rules))

    def selected(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
        """The enabled rules, or those named by id or subject, without those ignored.

        To name a subject selects its enabled rules; to name a rule selects it even where it is off by default.
        """
        chosen, left_out = frozenset(select), frozenset(ignore)
        kept = (
            replace(rule, enabled=True)
            for rule in self.rules
            if (rule.id in chosen or (rule.enabled and (not chosen or rule.subject in chosen)))
            and rule.id not in left_out
            and (rule.subject not in left_out or rule.id in chosen)
        )
        return RuleSet(tuple(kept))
