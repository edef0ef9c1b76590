"""inconsistent-name: one name spelled two ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Edit, Fix, Match, Note
from ...mentions.names.spelling_edits import folded
from ...source import Span
from ...story import BODY
from .known_names import MisspelledName
from .name_slips import NameSlip, find_name_slips
from .transliterations import MixedTransliteration, find_mixed_transliterations

if TYPE_CHECKING:
    from ...mentions.names.capitalised import NameToken
    from ...mentions.names.spellings import Place
    from ...story import Story


class InconsistentName(Check):
    """Flags a spelling that is probably another spelling of the story gone wrong, once, at its first place.

    A place is the misspelled word with those beside it that both names share; the first note points to the other spelling,
    more notes to further places of the odd one. The fix, shown only where it is known which is right, puts the right word
    into all of them.
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
            if slip.likelihood >= self.likelihood and not _said_elsewhere(slip, story):
                by_odd.setdefault(slip.odd.text, []).append(slip)
        for several in by_odd.values():
            several.sort(key=lambda slip: (-slip.likelihood, slip.right.text))
            yield _match(several, story)


def _said_elsewhere(slip: NameSlip, story: Story) -> bool:
    """Whether another rule of names says it all: one slip is one finding."""
    known = {story.words(name.span) for name in story.mentions(MisspelledName)}
    wrong = any(slip.odd.text in words.split() or slip.right.text in words.split() for words in known)
    return wrong or _form_only(slip) or _transliterated(slip, story)


def _form_only(slip: NameSlip) -> bool:
    """Whether the spellings differ in an accent, a hyphen or a capital alone, which is what name-form looks for."""
    return folded(slip.odd.text) == folded(slip.right.text)


def _transliterated(slip: NameSlip, story: Story) -> bool:
    """Whether both spellings are right somewhere, so that the story only mixes them."""
    mixed: tuple[MixedTransliteration, ...] = story.once(find_mixed_transliterations)
    pair = {slip.odd.text, slip.right.text}
    return any({one.odd, one.right} == pair for one in mixed)


def _match(slips: list[NameSlip], story: Story) -> Match:
    likeliest = slips[0]
    place, *others = likeliest.odd.places
    notes = []
    for slip in slips:
        shown = _shown(_best_place(place, slip, story), place)
        notes.append(Note(f"It is spelled {_words(shown, story)} here.", shown))
    notes += [
        Note(f"It is spelled {_words(other.span, story)} here too.", other.span) for other in others[:_ALSO_SHOWN]
    ]
    odd, right = _like_parts(place, _best_place(place, likeliest, story))
    return Match(
        odd,
        values=(("other", _words(right, story)),),
        notes=tuple(notes),
        fixes=_fixes(likeliest),
        certainty=likeliest.certainty,
        evidence=likeliest.evidence,
    )


_ALSO_SHOWN = 9
"""Other places of the odd spelling that notes point to."""


def _fixes(slip: NameSlip) -> tuple[Fix, ...]:
    """The right word at every place of the odd one, where it is known which is right."""
    if not slip.decided:
        return ()
    right = slip.right.text
    edits = (Edit(place.span, right.upper() if place.text.isupper() else right) for place in slip.odd.places)
    return (Fix(tuple(edits)),)


def _words(span: Span, story: Story) -> str:
    return " ".join(story.words(span).split())


def _like_parts(one: Place, other: Place) -> tuple[Span, Span]:
    """The two spellings with the words before and after that both names share."""
    first, second = one.name.tokens, other.name.tokens
    before = after = 0
    while before < min(one.at, other.at) and _same(first[one.at - before - 1], second[other.at - before - 1]):
        before += 1
    while after < min(len(first) - one.at, len(second) - other.at) - 1 and _same(
        first[one.at + after + 1], second[other.at + after + 1]
    ):
        after += 1
    return (
        Span(first[one.at - before].start, first[one.at + after].end),
        Span(second[other.at - before].start, second[other.at + after].end),
    )


def _same(one: NameToken, other: NameToken) -> bool:
    return one.text.casefold() == other.text.casefold()


def _shown(right: Place, odd: Place) -> Span:
    """What a note points to: the whole name, or of a long one or one in capitals the part that is like the odd one."""
    if right.name.in_capitals or len(right.name.tokens) > _LONGEST_SHOWN:
        return _like_parts(odd, right)[1]
    return right.name.span


_LONGEST_SHOWN = 5
"""Words of a name that a note shows whole."""


def _best_place(odd: Place, slip: NameSlip, story: Story) -> Place:
    """Where the other spelling is best seen: in the body, not in capitals, among the most words that both names share, in
    the longest name, the first of these."""
    return min(slip.right.places, key=lambda place: _rank(place, odd, story))


def _rank(place: Place, odd: Place, story: Story) -> tuple[bool, bool, int, int, int]:
    block = story.block_at(place.span.start)
    shared = _like_parts(place, odd)[0]
    return (
        block is None or block.kind not in BODY,
        place.name.in_capitals,
        shared.start - shared.end,
        -min(len(place.name.tokens), 3),
        place.span.start,
    )
