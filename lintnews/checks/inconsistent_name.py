"""inconsistent-name: one name spelled two ways."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..check import Check, option
from ..finding import Edit, Fix, Match, Note, Severity
from ..layers.name_slips import NameSlip, find_name_slips
from ..layers.transliterations import MixedTransliteration, find_mixed_transliterations
from ..story import BODY

if TYPE_CHECKING:
    from ..layers.spellings import Place
    from ..story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class InconsistentName(Check):
    """Flags every place of a spelling that is probably another spelling of the story gone wrong.

    A place is a whole name; the note points to the first place of the other spelling. The fix, shown only where it is
    known which is right, puts the right word into the name.
    """

    kind: ClassVar[str] = "inconsistent-name"
    values: ClassVar[tuple[str, ...]] = ("other",)
    likelihood: float = option(
        "How likely (0 to 1) a slip must be to be reported; at least the shipped threshold.", 0.0
    )

    def matches(self, story: Story) -> Iterator[Match]:
        by_odd: dict[str, list[NameSlip]] = {}
        slips: tuple[NameSlip, ...] = story.once(find_name_slips)
        for slip in slips:
            if slip.likelihood >= self.likelihood and not _transliterated(slip, story):
                by_odd.setdefault(slip.odd.text, []).append(slip)
        for several in by_odd.values():
            several.sort(key=lambda slip: (-slip.likelihood, slip.right.text))
            for place in several[0].odd.places:
                yield _match(place, several, story)


def _transliterated(slip: NameSlip, story: Story) -> bool:
    """Whether both spellings are right somewhere, so that the story only mixes them."""
    mixed: tuple[MixedTransliteration, ...] = story.once(find_mixed_transliterations)
    pair = {slip.odd.text, slip.right.text}
    return any({one.odd, one.right} == pair for one in mixed)


def _match(place: Place, slips: list[NameSlip], story: Story) -> Match:
    likeliest = slips[0]
    notes = []
    for slip in slips:
        name = _best_place(slip, story).name
        notes.append(Note(f"It is spelled {name.text} here.", name.span))
    fixes = (Fix((Edit(place.span, likeliest.right.text),)),) if likeliest.decided else ()
    return Match(
        place.name.span,
        values=(("other", _best_place(likeliest, story).name.text),),
        notes=tuple(notes),
        fixes=fixes,
        severity=None if likeliest.certain else Severity.WARNING,
        evidence=likeliest.evidence,
    )


def _best_place(slip: NameSlip, story: Story) -> Place:
    """Where the other spelling is best seen: in the body, not in capitals, in the longest name, the first of these."""
    return min(slip.right.places, key=lambda place: _rank(place, story))


def _rank(place: Place, story: Story) -> tuple[bool, bool, int, int]:
    block = story.block_at(place.span.start)
    return (
        block is None or block.kind not in BODY,
        place.name.in_capitals,
        -min(len(place.name.tokens), 3),
        place.span.start,
    )
