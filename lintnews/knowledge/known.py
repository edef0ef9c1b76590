"""Known names: bodies, people, firms, works and places that news names most, looked up by their words or by a slip of them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from ..datafiles import DATA_FOLDER, word_list
from .folding import fold
from .table import has_prefix, look_up

KNOWN = "known.tsv"
SMALL_WORDS = word_list("small_words_of_names")
"""Words of a name that don't tell one body from another; they keep their place, though."""
_ALIKE = {
    "organisation": "organization", "centre": "center", "centres": "centers", "defence": "defense", "labour": "labor",
    "programme": "program", "corp": "corporation", "co": "company", "colour": "color", "co-operation": "cooperation",
    "assn": "association", "dept": "department", "intl": "international",
}  # fmt: skip


_LONGEST_WORD = 30
"""Letters of the longest well-known word, and some more."""


class KnownThing(NamedTuple):
    """A known body, law, work, person, firm or place.

    ``kind``: body, law, treaty, programme, work, person, firm, place. ``country``: ISO 3166-1 of a state's own body or of a
    person; "". ``acronym``: "WHO"; "". ``until``: the day on which a body ended, as ISO 8601; "".
    """

    name: str
    kind: str
    country: str
    acronym: str
    until: str


def key_words(name: str) -> tuple[str, ...]:
    """The folded words of *name* that tell: without the small ones, British and American spellings alike."""
    return tuple(word for word in map(_key_word, name.split()) if word and word not in SMALL_WORDS)


@lru_cache(maxsize=10_000)
def _key_word(word: str) -> str:
    plain = word.casefold().strip(".,;:!?\"“”'’()")
    plain = plain.removesuffix("'s").removesuffix("’s")
    return fold(_ALIKE.get(plain, plain)).replace(" ", "")


@cache
def vocabulary() -> frozenset[str]:
    """All key words of the names known by several words."""
    return frozenset((DATA_FOLDER / "known_words.txt").read_text(encoding="utf-8").split())


def named(words: tuple[str, ...]) -> tuple[KnownThing, ...]:
    """The known things whose name has just these key words."""
    return tuple(map(_thing, _values("=" + " ".join(words))))


@lru_cache(maxsize=10_000)
def begins_name(first: str, second: str) -> bool:
    """Whether the name of a known thing has these as its first two key words."""
    return has_prefix(KNOWN, f"={first} {second}")


def one_word_off(words: tuple[str, ...], at: int) -> tuple[KnownThing, ...]:
    """The known things whose name has these key words but for the one at *at*."""
    return tuple(map(_thing, _values("*" + " ".join((*words[:at], "*", *words[at + 1 :])))))


def by_acronym(acronym: str) -> tuple[KnownThing, ...]:
    """The known things that go by *acronym*."""
    return tuple(map(_thing, _values("#" + acronym)))


def never(name: str) -> str:
    """The right name of one that is known to be misspelled so ("Hilary Clinton"); "" for others."""
    return (_values("!" + " ".join(key_words(name))) or [""])[0]


def never_body(words: tuple[str, ...]) -> str:
    """The right name of a body whose name is often written with just these key words; "" for others."""
    return (_values("?" + " ".join(words)) or [""])[0]


def well_known_near(word: str) -> tuple[str, ...]:
    """Well-known words (surnames, places, firms; as they are written) of which *word* may be one slip of the keys."""
    folded = fold(word)
    if len(folded) > _LONGEST_WORD:
        return ()
    found: dict[str, None] = {}
    for at in range(-1, len(folded)):
        key = folded if at < 0 else folded[:at] + folded[at + 1 :]
        found.update(dict.fromkeys(_values("~" + key)))
    return tuple(found)


def _values(key: str) -> list[str]:
    value = look_up(KNOWN, key)
    return value.split("|") if value else []


def _thing(value: str) -> KnownThing:
    name, kind, country, acronym, until = value.split(";")
    return KnownThing(name, kind, country, acronym, until)
