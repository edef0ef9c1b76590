"""Quoted and folded text of YAML and TOML: its value, read with exact positions."""

from __future__ import annotations

from ..mentions.words.lazy_pattern import LazyPattern
from ..source import TextBuilder

_WORD = LazyPattern(r"\S+")
_ESCAPE = LazyPattern(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_DOUBLED = LazyPattern("''")
_NAMED = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "_": "\xa0",
    " ": " ",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
    "e": "\x1b",
}
_BLANKS = LazyPattern(r"\s*\n\s*")


def unescape(escape: str) -> str:
    """What a backslash escape of YAML or TOML stands for."""
    if escape[1] in "xuU" and len(escape) > 2:
        return chr(min(int(escape[2:], 16), 0x10FFFF))
    return _NAMED.get(escape[1], escape[1])


def add_value(builder: TextBuilder, raw: str, value: str, quote: str = "") -> None:
    """Add *raw*, which stands at ``builder.offset``, as the text *value* that its format makes of it.

    Line ends in the value are read as one ``\\n``. Where the two can't be laid side by side, all of *raw* is read as *value*.
    """
    if raw == value == value.strip() and "\n" not in raw and "\r" not in raw:
        builder.text(raw)
    elif raw.split() == value.split() and value.strip():
        _add_words(builder, raw, value)
    elif not _add_escaped(builder, raw, value, {'"': _ESCAPE, "'": _DOUBLED}.get(quote)):
        builder.replace(raw, _BLANKS.sub("\n", value.strip()))


def _add_words(builder: TextBuilder, raw: str, value: str) -> None:
    start = builder.offset
    end = 0
    places = [match.span() for match in _WORD.finditer(value)]
    for number, match in enumerate(_WORD.finditer(raw)):
        if number:
            gap = value[places[number - 1][1] : places[number][0]]
            gap = "\n" if "\n" in gap or "\r" in gap else gap
            between = raw[end : match.start()]
            if between == gap:
                builder.text(between)
            else:
                builder.replace(between, gap)
        else:
            builder.pass_to(start + match.start())
        builder.text(match.group())
        end = match.end()
    builder.pass_to(start + len(raw))


def _add_escaped(builder: TextBuilder, raw: str, value: str, escape: LazyPattern | None) -> bool:
    """Add *raw* piece by piece if its pieces make up *value* on one line; whether they did."""
    if escape is None or "\n" in value or "\r" in value or value != value.strip():
        return False
    pieces: list[tuple[str, str]] = []
    at = 0
    for match in escape.finditer(raw):
        pieces += [
            (raw[at : match.start()],) * 2,
            (match.group(), "'" if escape is _DOUBLED else unescape(match.group())),
        ]
        at = match.end()
    pieces.append((raw[at:],) * 2)
    if "".join(read for _, read in pieces) != value:
        return False
    for piece, read in pieces:
        if piece == read:
            builder.text(piece)
        else:
            builder.replace(piece, read)
    return True
