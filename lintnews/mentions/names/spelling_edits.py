"""How two spellings differ: the kind of slip that would turn one into the other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .spellings import differing_parts, edit_distance

_KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_SOUNDS = (
    ("ck", "k"), ("ph", "f"), ("gh", "g"), ("kh", "k"), ("th", "t"), ("dh", "d"), ("zh", "z"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ie", "i"), ("ei", "i"), ("ey", "i"), ("ay", "ai"), ("tz", "z"), ("ts", "z"), ("sch", "sh"), ("cz", "ch"), ("qu", "k"), ("x", "ks"), ("wh", "w"),
)  # fmt: skip
_SOFT_C = re.compile(r"(?<!s)c(?=[eiy])")
_LETTERS = str.maketrans({"c": "k", "q": "k", "y": "i", "v": "f", "w": "f", "z": "s", "j": "i", "h": None})


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


_ENDINGS = frozenset(
    frozenset(pair.split("/"))
    for pair in [
        "/s",
        "/es",
        "/n",
        "/an",
        "/ian",
        "/ean",
        "/i",
        "/is",
        "/ns",
        "/ans",
        "/ians",
        "/ish",
        "/er",
        "/ers",
        "/ing",
        "/ed",
        "/ism",
        "/ist",
        "/ists",
        "/ic",
        "/ics",
        "/al",
        "/ese",
        "/ite",
        "/ites",
        "/ni",
        "/d",
        "/y",
        "/ly",
        "/man",
        "/men",
        "y/ies",
        "y/ian",
        "e/ian",
        "e/an",
        "e/ing",
        "a/an",
        "a/ans",
        "a/ian",
        "a/ean",
        "a/ese",
        "a/i",
        "a/is",
        "a/ish",
        "a/o",
        "a/us",
        "y/an",
        "y/ic",
        "o/an",
        "n/ns",
        "n/s",
        "n/ne",
        "n/nes",
        "a/ans",
        "a/ines",
        "a/ine",
        "ine/ines",
        "e/ish",
        "ce/nch",
        "ia/ian",
        "ia/ians",
        "ia/s",
        "ium/ian",
        "m/n",
        "ish/ess",
        "e/a",
        "y/s",
        "y/o",
        "ova/ov",
        "ov/ova",
        "ev/eva",
        "ev/eva",
        "in/ina",
        "ina/in",
        "ky/kaya",
        "sky/skaya",
        "iy/aya",
        "ion/or",
        "ion/ional",
        "ation/ational",
        "ic/y",
        "ic/s",
        "ic/acy",
        "cy/ts",
        "y/t",
        "t/cy",
        "ts/tic",
        "t/tic",
        "tic/ts",
        "tic/t",
        "t/ts",
        "t/cs",
        "c/cs",
        "n/ns",
        "al/e",
        "al/ally",
        "ism/ic",
        "ist/ic",
        "ism/ist",
        "ist/ics",
        "t/m",
        "m/c",
        "e/es",
        "e/er",
        "e/ers",
        "e/ed",
        "s/n",
        "s/ns",
        "s/an",
        "ry/rial",
        "try/tries",
        "er/ing",
        "or/ion",
        "or/ing",
        "ers/ing",
        "ors/ion",
        "ia/k",
        "k/ks",
        "ia/ks",
        "ian/k",
        "us/i",
        "us/a",
        "y/ey",
        "an/on",
        "on/ain",
        "an/nd",
        "ain/on",
        "sman/smen",
        "man/men",
        "ines/ine",
        "ies/y",
        "an/ans",
        "ian/ians",
        "ese/a",
        "ic/ian",
        "pics/pian",
        "ies/ic",
        "ics/ian",
        "ry/r",
        "a/al",
        "se/n",
        "n/r",
        "nt/nd",
        "ian/y",
        "ive/ion",
        "ion/e",
        "al/ion",
        "ment/e",
        "ment/ed",
        "e/ic",
        "t/c",
    ]
)


def derived(a: str, b: str) -> bool:
    """Whether one word is made from the other: a plural, a demonym, a party's adjective, a surname of the other gender."""
    a, b = a.casefold(), b.casefold()
    if a.endswith(("’s", "'s")) or b.endswith(("’s", "'s")):
        return True
    start = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        start += 1
    return any(frozenset((a[keep:], b[keep:])) in _ENDINGS for keep in range(start, max(start - 4, 2), -1))
