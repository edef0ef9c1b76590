"""Terminal columns: how wide characters are, and a line cut to a screen with the place that matters in sight."""

from __future__ import annotations

TAB = 4
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_HIDDEN = (*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xD800, 0xE000))
_SAFE: dict[int, int | str] = {**_PICTURES, **dict.fromkeys(_HIDDEN, 0xFFFD)}


def printable(words: str) -> str:
    """*words* without what could steer a terminal: controls become their pictures, tabs blanks."""
    if words.isprintable():
        return words
    return words.replace("\t", " " * TAB).translate(_SAFE)


def width(words: str) -> int:
    """The columns that *words* take: two for wide characters, none for combining marks, ``TAB`` for a tab."""
    if words.isascii() and "\t" not in words:
        return len(words)
    return sum(map(_width, words))


def _width(character: str) -> int:
    if character < "\u0300" or "\u2010" <= character <= "\u2027":
        return TAB if character == "\t" else 1
    if ord(character) in _SAFE:
        return 1
    from wcwidth import wcwidth

    return max(0, wcwidth(character))


def excerpt(source: str, line_start: int, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """The line of *source* that begins at *line_start*, cut to *columns* around ``[start, end)``.

    Returns what to print, the columns before the place, and the columns it takes (one at least). A place that runs on
    into the next lines is shown to the end of its first.
    """
    line_end = _line_end(source, start, start + 4 * columns)
    end = max(start, min(end, line_end))
    before, place, after = source[max(line_start, start - columns) : start], source[start:end], ""
    cut_left = line_start < start - columns
    place, cut_right = _fitted(place, columns - 2)
    if not cut_right:
        after = source[end : min(line_end, end + columns)]
        cut_right = end + columns < line_end
    room = columns - width(place) - 2
    left = max(room // 2, room - width(after))
    before, cut = _fitted(before[::-1], left)
    before, cut_left = before[::-1], cut_left or cut
    after, cut = _fitted(after, max(0, room - width(before)))
    lead, tail = "…" if cut_left else "", "…" if cut_right or cut else ""
    indent = width(before) + len(lead)
    return printable(f"{lead}{before}{place}{after}{tail}"), indent, max(1, width(place))


def _fitted(words: str, columns: int) -> tuple[str, bool]:
    """The beginning of *words* that fits in *columns*, and whether something was cut off."""
    if len(words) <= columns and words.isascii() and "\t" not in words:
        return words, False
    taken = 0
    for index, character in enumerate(words):
        taken += _width(character)
        if taken > columns:
            return words[:index], True
    return words, False


def _line_end(source: str, start: int, limit: int) -> int:
    ends = [at for at in (source.find("\n", start, limit), source.find("\r", start, limit)) if at >= 0]
    return min(ends, default=min(limit, len(source)))
