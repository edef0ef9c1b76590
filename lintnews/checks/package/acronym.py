"""acronym: an acronym that is not explained, is explained twice, or does not fit its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...match import Edit, Fix, Match, Note
from ...mentions.names.acronyms import Acronym

if TYPE_CHECKING:
    from ...story import Story


_MOST = 100
"""A text with more letters that are near to others is a list of codes."""


class AcronymCheck(Check):
    """Flags acronyms that have one kind of ``fault``."""

    kind: ClassVar[str] = "acronym"
    values: ClassVar[tuple[str, ...]] = ("words", "other")
    fault: Literal["undefined", "mismatch", "repeated"] = option(
        "`undefined`: not explained and not in `known`. `mismatch`: the letters are not those of the words, or one "
        "acronym has two expansions. `repeated`: explained a second time."
    )
    known: tuple[str, ...] = option("Acronyms that need no explanation, and are no slip of another.", ())

    def matches(self, story: Story) -> Iterator[Match]:
        known = (*self.known, *story.house.words.acronyms)
        if self.fault == "undefined":
            yield from _undefined(story, known)
        elif self.fault == "mismatch":
            yield from _mismatches(story, known)
        else:
            yield from _repeated(story)


def _undefined(story: Story, known: tuple[str, ...]) -> Iterator[Match]:
    found = story.mentions(Acronym)
    seen = {acronym.text for acronym in found if acronym.explained} | set(known)
    words = {part for word in story.text.split() for part in word.split("-") if not part.isupper()}
    for acronym in found:
        plural = acronym.text.rstrip("S")
        if acronym.text not in seen and plural not in seen and acronym.text.capitalize() not in words:
            seen.add(acronym.text)
            yield Match(acronym.span, values=(("words", ""), ("other", "")))


def _mismatches(story: Story, known: tuple[str, ...]) -> Iterator[Match]:
    yield from _two_expansions(story)
    from ...evidence import certainty, likelihood, phrases
    from .acronym_slips import MODEL, AcronymSlip, acronym_slips

    likeliest: dict[str, tuple[float, AcronymSlip]] = {}
    for slip in acronym_slips(story):
        if slip.odd.text not in known or "right-and-words" in slip.features:
            found = likelihood(MODEL, slip.features)
            if found > likeliest.get(slip.odd.text, (0.0, slip))[0]:
                likeliest[slip.odd.text] = found, slip
    settled: set[str] = set()
    if len(likeliest) > _MOST:
        return
    for odd, (_, slip) in sorted(likeliest.items(), key=lambda item: (-item[1][0], item[0])):
        sure = certainty(MODEL, slip.features)
        if sure is None or odd in settled:
            continue
        settled.add(slip.right)
        words = f" ({slip.words})" if slip.words and slip.words != story.words(slip.other) else ""
        note = Note(
            f"{slip.right}{words} here" if story.words(slip.other) == slip.right else f"{slip.right}: the name in full",
            slip.other,
        )
        yield Match(
            slip.odd.span,
            values=(("words", slip.words), ("other", slip.right)),
            notes=(note,),
            fixes=(Fix((Edit(slip.odd.span, slip.right),)),),
            evidence=phrases(MODEL, slip.features),
            certainty=sure,
        )


def _two_expansions(story: Story) -> Iterator[Match]:
    """One acronym that is explained with words that differ in one."""
    first: dict[str, Acronym] = {}
    for acronym in story.mentions(Acronym):
        if acronym.explained is None:
            continue
        before = first.setdefault(acronym.text, acronym)
        if before is acronym or before.explained is None:
            continue
        said, words = story.words(before.explained), story.words(acronym.explained)
        if _almost(said, words):
            notes = (Note("explained differently here", before.explained),)
            yield Match(acronym.explained, values=(("words", words), ("other", said)), notes=notes)


def _almost(one: str, other: str) -> bool:
    """Whether two expansions are as many words with the same first letters, of which one word is another."""
    a, b = one.casefold().split(), other.casefold().split()
    if len(a) != len(b) or [w[:1] for w in a] != [w[:1] for w in b]:
        return False
    different = [(x, y) for x, y in zip(a, b, strict=True) if x.strip("’'s") != y.strip("’'s")]
    return len(different) == 1


def _repeated(story: Story) -> Iterator[Match]:
    first: dict[str, Acronym] = {}
    for acronym in story.mentions(Acronym):
        if acronym.explained is None:
            continue
        before = first.setdefault(acronym.text, acronym)
        if before is not acronym:
            words = story.words(acronym.explained)
            notes = (Note("explained here first", before.span),)
            yield Match(acronym.span, values=(("words", words), ("other", acronym.text)), notes=notes)
