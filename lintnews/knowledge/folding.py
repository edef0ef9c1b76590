"""One key for the spellings of one name: capitals, accents, hyphens and full stops don't count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h", "ə": "a",
        "-": " ", "‐": " ", "‑": " ", ".": " ", "’": "", "'": "", "‘": "", "ʻ": "", "`": "", "ʼ": "", "ʿ": "", "ʾ": "",
    }
)  # fmt: skip
_WHOLE = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """*name* in small letters without accents, apostrophes, hyphens and full stops; "St." at its head is "saint"."""
    folded = name.casefold().translate(_LETTERS)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_LETTERS)
    words = folded.split()
    if len(words) > 1 and words[0] in _WHOLE:
        words[0] = _WHOLE[words[0]]
    return " ".join(words)
