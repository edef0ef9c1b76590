"""How words are related in meaning: the same, the opposite, another of one kind. From WordNet (``data/NOTICE.md``)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from .table import look_up

RELATIONS = "word_relations.tsv"
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
    ("ed", ""),
    ("s", ""),
    ("d", ""),
    ("er", ""),
    ("est", ""),
)
_IRREGULAR = {
    "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "won": "win", "lost": "lose", "grew": "grow", "grown": "grow",
    "shrank": "shrink", "sank": "sink", "sold": "sell", "bought": "buy", "began": "begin", "begun": "begin", "ended": "end",
    "left": "leave", "met": "meet", "made": "make", "took": "take", "taken": "take", "gave": "give", "given": "give", "held": "hold",
    "broke": "break", "broken": "break", "beat": "beat", "beaten": "beat", "hit": "hit", "led": "lead", "kept": "keep", "cut": "cut",
    "went": "go", "gone": "go", "came": "come", "drew": "draw", "drawn": "draw", "threw": "throw", "shot": "shoot", "paid": "pay",
    "spent": "spend", "sent": "send", "told": "tell", "said": "say", "saw": "see", "seen": "see", "found": "find", "built": "build",
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "feet": "foot", "better": "good", "worse": "bad",
    "best": "best", "worst": "worst", "less": "little", "least": "least",
}  # fmt: skip


class Relations(NamedTuple):
    """What WordNet knows of a word: ``senses`` with the senses above each, ``opposites``, and ``kin`` derived from it."""

    senses: tuple[tuple[str, ...], ...] = ()
    opposites: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()


NOTHING = Relations()


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """The form of *word*, in small letters, that the table knows; *word* itself where it knows none."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _row(word) is not None:
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            base = word[: -len(ending)] + instead
            if _row(base) is not None:
                return base
            if len(base) > 3 and base[-1] == base[-2] and _row(base[:-1]) is not None:
                return base[:-1]
    return word


@lru_cache(maxsize=20_000)
def _row(word: str) -> str | None:
    return look_up(RELATIONS, word)


@lru_cache(maxsize=20_000)
def relations(word: str) -> Relations:
    """What is known of *word* or of the word that it is a form of."""
    row = _row(lemma(word))
    if row is None:
        return NOTHING
    senses, opposites, kin = row.split("\t")
    told = tuple(tuple(sense.split("^")) for sense in senses.split("|") if sense)
    return Relations(told, frozenset(opposites.split()), frozenset(kin.split()))


@lru_cache(maxsize=20_000)
def same(word: str) -> frozenset[str]:
    """Words that may mean the same as *word*: of one sense, a sense right above, or derived from it."""
    known = relations(word)
    found = {lemma(word), *known.kin}
    for sense, *above in known.senses:
        for key in (sense, *above):
            found.update((look_up(RELATIONS, f"@{key}") or "").split())
    for other in known.kin:
        found.update(relations(other).kin)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def siblings(word: str) -> frozenset[str]:
    """Words for another thing of the same kind: of the senses that stand beside those of *word*."""
    found: set[str] = set()
    for _, *above in relations(word).senses:
        for key in above:
            found.update((look_up(RELATIONS, f"^{key}") or "").split())
    return frozenset(found - same(word))


@lru_cache(maxsize=20_000)
def opposites(word: str) -> frozenset[str]:
    """Words for the opposite of *word* or of one derived from it, and words derived from these."""
    found = set(relations(word).opposites)
    for other in relations(word).kin:
        found.update(relations(other).opposites)
    for other in tuple(found):
        found.update(relations(other).kin)
    return frozenset(found - same(word))
