"""Well-known names that stand with one slip of the keys: Philidelphia, Microsft, Barrack Obama."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...knowledge.folding import fold
from ...knowledge.gazetteer import is_given_name, is_place, is_surname
from ...knowledge.known import key_words, named, never, one_word_off, vocabulary, well_known_near
from ...knowledge.nations import nation_names
from ...match import Certainty
from ...mention import Mention
from ...source import Span
from ..dates.misspellings import one_slip
from ..names.capitalised import NameToken
from ..names.names import Name
from ..names.word_frequency import familiarity

if TYPE_CHECKING:
    from ...story import Story

_SHORTEST = 6
_RARE = 1.6
"""Zipf frequency above which a word may be one of its own."""
_COMMON = 4.5
_OWN_USE = 3
"""Times from which on a word that stands so often in a story is a name of its own."""
_LESS_COMMON = 2.0
"""By how much (Zipf) a slip must be rarer than what it is a slip of."""
_ENDINGS = ("s", "n", "i", "e", "a", "o", "y", "an", "ns", "es")


class WellKnownSlip(Mention, frozen=True):
    """A word of a name that is a well-known one with a letter too many, too few, changed or swapped, and no name of its own."""

    kind: ClassVar[str] = "well-known-slip"
    right: Annotated[str, "The word as it is known; for full names, the whole name."]
    whole: Annotated[bool, "Whether the other words of a well-known full name stand beside it."]

    @property
    def certainty(self) -> Certainty:
        """A slip may be a name that no list has."""
        return Certainty.LIKELY

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found: dict[Span, tuple[str, bool]] = {}
        names = story.mentions(Name)
        written = Counter(token.text for name in names for token in name.tokens)
        for name in names:
            whole = [*_full_names(name)]
            found.update((span, (right, True)) for span, right in whole)
            if whole or name.title:
                continue
            for token in _by_themselves(name):
                right = _meant(token.text)
                if right and right not in written and written[token.text] < _OWN_USE and not _is_known(name):
                    found[token.span] = (right, False)
        for span in sorted(found):
            right, full = found[span]
            yield cls(span, right.upper() if story.words(span).isupper() else right, full)


def _is_known(name: Name) -> bool:
    """Whether the whole name is a place's, or another's that is known."""
    return is_place(name.text) or bool(named(key_words(name.text)))


def _by_themselves(name: Name) -> Iterator[NameToken]:
    """The words of *name* that may be a place, a month or a firm: alone, or beside common words and other places only."""
    if name.guess == "person":
        return
    for token in name.tokens:
        if all(other is token or _is_common(other.text) for other in name.tokens):
            yield token


def _is_common(word: str) -> bool:
    known = familiarity(word)
    return known.zipf > _COMMON and not known.given and not known.surname


@lru_cache(maxsize=50_000)
def _meant(word: str) -> str:
    """The well-known word of which *word* is a slip; "" if it may be a word or a name of its own."""
    if (
        len(word) < _SHORTEST
        or not word.isalpha()
        or not (word[0].isupper() and (word[1:].islower() or word.isupper()))
        or _is_own(word)
    ):
        return ""
    near = well_known_near(word)
    if word in near or word in nation_names() or named(key_words(word)):
        return ""
    rights = [
        right
        for right in near
        if word[0] == right[0] and one_slip(fold(word), fold(right)) and not _inflected(fold(word), fold(right))
    ]
    if len(rights) != 1 or familiarity(rights[0]).zipf - familiarity(word).zipf < _LESS_COMMON:
        return ""
    return rights[0]


def _is_own(word: str) -> bool:
    known = familiarity(word)
    return known.zipf >= _RARE or known.listed or is_surname(word) or is_given_name(word) or is_place(word)


def _inflected(word: str, right: str) -> bool:
    """Whether *word* only adds or changes an ending: Californians, Slovaki."""
    stem = 0
    while stem < min(len(word), len(right)) and word[stem] == right[stem]:
        stem += 1
    return stem >= len(right) - 1 and (word[stem:] in _ENDINGS or right[stem:] in _ENDINGS)


def _full_names(name: Name) -> Iterator[tuple[Span, str]]:
    """Words of *name* that are off where the rest is a well-known full name."""
    tokens = name.tokens
    if not 1 < len(tokens) < 5:
        return
    keys = key_words(" ".join(token.text for token in tokens))
    if len(keys) != len(tokens) or sum(key in vocabulary() for key in keys) < len(keys) - 1 or named(keys):
        return
    whole = Span(tokens[0].start, tokens[-1].end)
    if right := never(" ".join(token.text for token in tokens)):
        yield whole, right
        return
    for at, key in enumerate(keys):
        for thing in one_word_off(keys, at):
            own = key_words(thing.name)
            if (
                thing.kind in ("person", "firm", "place")
                and own != keys
                and _is_slip(tokens[at].text, key, own[at], name.text)
            ):
                yield whole, thing.name
                return


def _is_slip(written: str, key: str, own: str, whole: str) -> bool:
    if min(len(key), len(own)) < 4 or not one_slip(key, own):
        return False
    if "&" in whole:
        return not is_place(written, thousands=50)
    known = familiarity(written)
    if known.zipf >= _RARE + 1 or known.listed:
        return False
    return not (is_place(written, thousands=50) or _inflected(key, own) or _only_transcribed(key, own))


def _only_transcribed(word: str, right: str) -> bool:
    """Whether the two may transcribe one name: an h more or less, an umlaut's e, i for y, k for c."""
    return _bare(word) == _bare(right)


def _bare(word: str) -> str:
    for written, read in (
        ("h", ""),
        ("ae", "a"),
        ("oe", "o"),
        ("ue", "u"),
        ("y", "i"),
        ("ck", "k"),
        ("c", "k"),
        ("ou", "u"),
        ("oo", "u"),
        ("z", "s"),
        ("w", "v"),
    ):
        word = word.replace(written, read)
    return word
