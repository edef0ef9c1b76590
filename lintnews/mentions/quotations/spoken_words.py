"""Words as they sound: what two write-ups of the same speech must share, whatever their punctuation and house style."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...datafiles import word_list
from ...record import Record
from ...source import Span
from ..words.cardinals import SMALL

_ROUND = r"|\((?=[^()]{2,60}\))[^()]{2,60}\)"
_PIECES = (
    r"(?P<ellipsis>\.(?:\s?\.){2,}|…|\[\s?(?:\.{3}|…)\s?\])"
    r"|(?P<bracket>(?<!\w)\[[^\[\]]{1,80}\](?!\w)ROUND)"
    r"|(?P<money>[$£€]\s?(?P<amount>\d[\d,.]*)(?:[ -]?(?P<scale>thousand|million|billion|trillion|mn?|bn|tn|k)\b)?)"
    r"|(?P<percent>(?i:per cent)\b)"
    r"|(?P<word>[^\W_](?:[^\W_]|\[[^\W_]+\]|[’'‘.,&](?=[^\W_])|-(?=[^\W_]))*|\[[^\W_]\][^\W_](?:[^\W_]|[’'-](?=[^\W_]))*|%)"
)
_QUOTED = re.compile(_PIECES.replace("ROUND", _ROUND))
_SOURCE = re.compile(_PIECES.replace("ROUND", ""))
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros"}
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}
_NUMBERS = {word: str(value) for word, value in SMALL.items()}
_SAME = _NUMBERS | {
    "ok": "okay", "mister": "mr", "doctor": "dr", "versus": "vs", "percentage": "percentage", "%": "percent", "pct": "percent",
    "cos": "because", "'cause": "because", "'em": "them", "em": "them", "till": "until", "til": "until", "alright": "all right",
    "dollar": "dollars", "pound": "pounds", "euro": "euros", "1st": "first", "2nd": "second", "3rd": "third", "&": "and",
    "grey": "gray", "programme": "program", "tyre": "tire", "whilst": "while", "amongst": "among", "towards": "toward",
}  # fmt: skip
_FILLERS = word_list("fillers")
_SPELLING = (
    (re.compile(r"is(e[ds]?|ing|ations?|ers?)$"), r"iz\1"),
    (re.compile(r"yse([ds]?)$"), r"yze\1"),
    (re.compile(r"([^\W\d]{3,})our(s|ed|ing|able|ite|ful)?$"), r"\1or\2"),
    (re.compile(r"([a-z]{3,})ll(ed|ing|ers?)$"), r"\1l\2"),
    (re.compile(r"(cent|met|theat|fib)re(s)?$"), r"\1er\2"),
)


class SpokenWord(Record, frozen=True):
    """``key`` is what must be the same; "" for a gap, where words may be left out or put in.

    ``gap`` is the most words that may stand there in the source.
    """

    key: str
    span: Span
    gap: int = 0


def spoken_words(text: str, start: int, end: int) -> Iterator[SpokenWord]:
    """The words of ``text[start:end]``; ellipses are gaps of 200 words, brackets, square and round, gaps of 12."""
    return _words(text, start, end, _QUOTED)


def source_words(text: str) -> Iterator[SpokenWord]:
    """The words of a source; what stands in square brackets was not spoken, what stands in round ones was."""
    return _words(text, 0, len(text), _SOURCE)


def _words(text: str, start: int, end: int, pieces: re.Pattern[str]) -> Iterator[SpokenWord]:
    for found in pieces.finditer(text, start, end):
        span = Span(*found.span())
        if found["ellipsis"]:
            yield SpokenWord("", span, 200)
        elif found["bracket"]:
            yield SpokenWord("", span, 12)
        elif found["percent"]:
            yield SpokenWord("percent", span)
        elif found["money"]:
            yield SpokenWord(_number(found["amount"]), span)
            if found["scale"]:
                yield SpokenWord(_SCALES.get(found["scale"], found["scale"]), span)
            yield SpokenWord(_CURRENCIES[found["money"][0]], span)
        else:
            yield from _keys(found["word"], span)


def _keys(word: str, span: Span) -> Iterator[SpokenWord]:
    plain = word.replace("’", "'").replace("‘", "'").replace("[", "").replace("]", "").casefold().strip(".,'")
    if plain[:1].isdigit():
        yield SpokenWord(_number(plain), span)
        return
    parts = plain.split("-")
    if len(parts) == 2 and _NUMBERS.get(parts[0], "")[1:] == "0" and len(_NUMBERS.get(parts[1], "00")) == 1:
        yield SpokenWord(str(int(_NUMBERS[parts[0]]) + int(_NUMBERS[parts[1]])), span)
        return
    for part in parts:
        key = part.replace(".", "")
        if key and key not in _FILLERS:
            yield SpokenWord(_spelling(_SAME.get(key, key)), span)


def _number(digits: str) -> str:
    plain = digits.replace(",", "").rstrip(".")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _spelling(key: str) -> str:
    if len(key) > 4:
        for pattern, right in _SPELLING:
            key = pattern.sub(right, key)
    return key
