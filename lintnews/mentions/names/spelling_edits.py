"""How two spellings differ: the kind of slip that would turn one into the other."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from ...datafiles import load_data
from ..words.edit_distance import edit_distance
from ..words.lazy_pattern import LazyPattern

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_SOUNDS = (
    ("ck", "k"), ("ph", "f"), ("gh", "g"), ("kh", "k"), ("th", "t"), ("dh", "d"), ("zh", "z"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ie", "i"), ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("tz", "z"), ("ts", "z"), ("sch", "sh"), ("cz", "ch"), ("qu", "k"), ("x", "ks"), ("wh", "w"),
)  # fmt: skip
_SOFT_C = LazyPattern(r"(?<!s)c(?=[eiy])")
_LETTERS = str.maketrans({"c": "k", "q": "k", "y": "i", "v": "f", "w": "f", "z": "s", "j": "i", "h": None})


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """*word* casefolded, without diacritics, hyphens, apostrophes, full stops and spaces: Peña → pena, Al-Assad → alassad."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    return "".join(letter for letter in plain if letter.isalnum())


_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ə": "e"}
)


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """A rough key of how *word* sounds; equal for Steven and Stephen, Catherine and Kathryn, Smith and Smyth."""
    key = _SOFT_C.sub("s", folded(word))
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    key = key.translate(_LETTERS)
    out = key[:1]
    for letter in key[1:]:
        if letter != out[-1] and not (letter in "aeiou" and out[-1] in "aeiou"):
            out += letter
    return out[:1] + "".join(letter for letter in out[1:] if letter not in "aeiou")


def slip(a: str, b: str) -> str:
    """The kind of slip between two different words: swapped, doubled, dropped, vowel, sound, keyboard, replaced; of two
    edits: moved (the same letters), block (two letters put in or replaced), several."""
    a, b = a.casefold(), b.casefold()
    left, right = differing_parts(a, b)
    if len(left) + len(right) == 1:
        start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        longer = max(a, b, key=len)
        letter = left or right
        doubled = longer[start - 1 : start] == letter or longer[start + 1 : start + 2] == letter
        return "doubled" if doubled else "dropped"
    if len(left) == len(right) == 2 and left == right[::-1]:
        return "swapped"
    if len(left) == len(right) == 1:
        if left in _VOWELS and right in _VOWELS:
            return "vowel"
        if sound(a) == sound(b):
            return "sound"
        return "keyboard" if _neighbours(left, right) else "replaced"
    if sound(a) == sound(b):
        return "sound"
    if edit_distance(a, b, 2) < 2:
        return "replaced"
    if sorted(a) == sorted(b):
        return "moved"
    if len(a) == len(b) or not left or not right:
        return "block"
    return "several"


def differing_parts(a: str, b: str) -> tuple[str, str]:
    """What remains of *a* and *b* without the beginning and the end that they share."""
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _neighbours(a: str, b: str) -> bool:
    for number, row in enumerate(_KEYBOARD):
        at = row.find(a)
        if at < 0:
            continue
        around = row[max(0, at - 1) : at + 2]
        below = _KEYBOARD[number + 1][max(0, at - 1) : at + 1] if number < 2 else ""
        above = _KEYBOARD[number - 1][at : at + 2] if number else ""
        return b in around + below + above
    return False


def short_form(a: str, b: str) -> bool:
    """Whether the two, casefolded, are a given name and a short form of it, or two of its short forms."""
    return frozenset((a, b)) in _short_forms()


@cache
def _short_forms() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in load_data("derivations")["short_forms"])


@cache
def _endings() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in load_data("derivations")["endings"])


def derived(a: str, b: str) -> bool:
    """Whether one word is made from the other: a plural, a demonym, a party's adjective, a surname of the other gender, a
    short form of a given name."""
    a, b = a.casefold(), b.casefold()
    if a.endswith(("’s", "'s")) or b.endswith(("’s", "'s")):
        return True
    if short_form(a, b):
        return True
    start = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    endings = _endings()
    return any(frozenset((a[keep:], b[keep:])) in endings for keep in range(start, max(start - 4, 2), -1))
