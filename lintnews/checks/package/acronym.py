"""acronym: an acronym that is not explained, is explained twice, or does not fit its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...match import Edit, Fix, Match, Note
from ...mentions.names.acronyms import Acronym, initials, is_near, is_slip, stands_for_words, uses

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
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
        if self.fault == "undefined":
            yield from self._undefined(story)
        elif self.fault == "mismatch":
            yield from _mismatches(story, self.known)
        else:
            yield from _repeated(story)

    def _undefined(self, story: Story) -> Iterator[Match]:
        found = story.mentions(Acronym)
        seen = {acronym.text for acronym in found if acronym.explained} | set(self.known)
        words = {part for word in story.text.split() for part in word.split("-") if not part.isupper()}
        for acronym in found:
            plural = acronym.text.rstrip("S")
            if acronym.text not in seen and plural not in seen and acronym.text.capitalize() not in words:
                seen.add(acronym.text)
                yield Match(acronym.span, values=(("words", ""), ("other", "")))


def _mismatches(story: Story, known: tuple[str, ...]) -> Iterator[Match]:
    explained = [acronym for acronym in story.mentions(Acronym) if acronym.explained]
    if not explained:
        return
    used = uses(story)
    first: dict[str, Acronym] = {}
    for acronym in explained:
        span = acronym.explained
        assert span is not None
        words = story.words(span)
        right = initials(words)
        if not acronym.fits and is_slip(acronym.text, right) and used[right] > 0:
            fix = Fix((Edit(acronym.span, right),))
            other = next(a for a in story.mentions(Acronym) if a.text == right)
            notes = (Note(f"{right} here", other.span),)
            yield Match(acronym.span, values=(("words", words), ("other", right)), notes=notes, fixes=(fix,))
        before = first.setdefault(acronym.text, acronym)
        if before is not acronym and before.explained is not None:
            said = story.words(before.explained)
            if _almost(said, words):
                notes = (Note("explained differently here", before.explained),)
                yield Match(span, values=(("words", words), ("other", said)), notes=notes)
    yield from _slips(story, explained, known)


def _slips(story: Story, explained: list[Acronym], known: tuple[str, ...]) -> Iterator[Match]:
    """Acronyms that nothing explains and that are an explained one with a letter wrong, moved, lost or doubled."""
    used = uses(story)
    settled = {acronym.text for acronym in explained} | set(known)
    for acronym in story.mentions(Acronym):
        odd = acronym.text
        if odd in settled or len(odd) < 4:
            continue
        for other in explained:
            moved = sorted(odd) == sorted(other.text)
            if not other.fits or other.explained is None or not is_near(odd, other.text):
                continue
            if used[odd] > 1 and (moved or used[other.text]):
                continue
            if not moved and (other.span.start > acronym.span.start or stands_for_words(story, odd)):
                continue
            words = story.words(other.explained)
            fix = Fix((Edit(acronym.span, other.text),))
            values = (("words", words), ("other", other.text))
            notes = (Note(f"{other.text} is explained here", other.span),)
            yield Match(acronym.span, values=values, notes=notes, fixes=(fix,))
            break


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
