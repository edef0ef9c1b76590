"""substitution: say this instead of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import PlannedCheck, option
from ...declared import Mistake, Mistakes
from ...match import Edit, Fix, Match, Safety
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from .terms import Found, Plan, find, outside, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story

_REFERENCE = LazyPattern(r"\\(?:(\d+)|g<(\w+)>)")


class Substitution(PlannedCheck):
    """Flags every key of ``swap`` and offers its value, with capitals as they stood."""

    kind: ClassVar[str] = "substitution"
    values: ClassVar[tuple[str, ...]] = ("replacement",)
    swap: dict[str, str | tuple[str, ...]] = option(
        "Words, phrases or regular expressions → what to write instead, or a list to choose from; `\\1` is the first "
        "group of a regular expression, an empty text takes the words out."
    )
    exceptions: tuple[str, ...] = option("Terms that are left alone when they take in what was found.", ())
    ignore_case: bool = option("Whether capitals don't matter.", False)
    keep_case: bool = option("Whether the replacement takes on the capitals of what it replaces.", True)
    word: bool = option("Whether a term must be whole words.", True)
    verbatim: bool = option("Whether to leave alone what the file divides, as by a tag between two words.", False)
    safety: Literal["safe", "unsafe", "shown"] = option(
        "Whether the fix may be applied by machine; a choice of several never is.", "safe"
    )

    def plan(self) -> tuple[Plan, ...]:
        keys = [("swap", term) for term in self.swap]
        made = plans(
            lambda: plan(tuple(self.swap), keys, ignore_case=self.ignore_case, word=self.word),
            lambda: plan(self.exceptions, places("exceptions", self.exceptions), ignore_case=self.ignore_case),
        )
        if mistakes := [m for term, wanted in self.swap.items() for m in _bad_references(term, wanted)]:
            raise Mistakes(*mistakes)
        return made

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        terms, exceptions = plan
        wanted = tuple(self.swap.values())
        for found in outside(find(terms, story), exceptions, story):
            if self.verbatim and not story.map.is_verbatim(found.span):
                continue
            choice = wanted[found.index]
            choices = [self._written(found, story, c) for c in ((choice,) if isinstance(choice, str) else choice)]
            if story.words(found.span) in choices:
                continue
            safety = Safety(self.safety) if len(choices) == 1 else Safety.SHOWN
            fixes = tuple(Fix((_edit(found.span, text, story),), safety) for text in choices)
            yield Match(found.span, values=(("replacement", _listed(choices)),), fixes=fixes)

    def _written(self, found: Found, story: Story, template: str) -> str:
        text = template
        if found.match is not None:
            text = _REFERENCE.sub(lambda reference: found.match[_group(reference)] or "", template)
        return with_case_of(story.words(found.span), text) if self.keep_case else text


def _listed(choices: Sequence[str]) -> str:
    """a, b or c; without the blanks at their ends."""
    words = [choice.strip() for choice in choices]
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def with_case_of(model: str, text: str) -> str:
    """*text* in capitals if *model* is, or with a capital first letter if *model* has one."""
    letters = [letter for letter in model if letter.isalpha()]
    if not letters or not text:
        return text
    if len(letters) > 1 and all(letter.isupper() for letter in letters) and not any(c.isupper() for c in text):
        return text.upper()
    if letters[0].isupper() and text[0].islower():
        return text[0].upper() + text[1:]
    return text


def _edit(span: Span, text: str, story: Story) -> Edit:
    if text:
        return Edit(span, text)
    if story.text[span.end : span.end + 1] == " ":
        return Edit(Span(span.start, span.end + 1), "")
    return Edit(Span(span.start - 1, span.end) if story.text[span.start - 1 : span.start] == " " else span, "")


def _group(reference: re.Match[str]) -> int | str:
    return int(reference[1]) if reference[1] else reference[2]


def _bad_references(term: str, wanted: str | tuple[str, ...]) -> Iterator[Mistake]:
    templates = (wanted,) if isinstance(wanted, str) else wanted
    references = [(i, r) for i, template in enumerate(templates) for r in _REFERENCE.finditer(template)]
    if not references:
        return
    try:
        pattern = re.compile(term)
    except re.error:
        return
    for index, reference in references:
        group = _group(reference)
        if group not in pattern.groupindex and not (isinstance(group, int) and group <= pattern.groups):
            keys = ("swap", term) if isinstance(wanted, str) else ("swap", term, index)
            yield Mistake(f"`{reference.group()}`: `{term}` has no such group", keys)
