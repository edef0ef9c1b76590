"""TOML front matter."""

from __future__ import annotations

import re
import tomllib

from ..source import Span
from .entries import Entry, FrontMatterError

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_VALUE = re.compile(
    r'^[ \t]*(?P<key>[A-Za-z0-9_-]+|"[^"\n]*")[ \t]*=[ \t]*'
    r'(?P<quote>"""|\'\'\'|"|\'|)(?P<value>(?<=""")(?:[^\\]|\\.)*?(?=""")|(?<=\'\'\').*?(?=\'\'\')'
    r'|(?<=")(?:[^"\\\n]|\\.)*|(?<=\')[^\'\n]*|[^"\'\n#]*)',
    re.MULTILINE | re.DOTALL,
)


def toml_entries(source: str, start: int, end: int) -> list[Entry]:
    """The top-level entries of the TOML in ``source[start:end]``. FrontMatterError says what is wrong, and where."""
    text = source[start:end]
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = _PLACE.sub("", str(error)).strip()
        raise FrontMatterError(
            f"the front matter is not valid TOML: {message}", start + _offset(text, str(error))
        ) from None
    except RecursionError:
        raise FrontMatterError("the front matter is nested too deeply", start) from None
    table = _TABLE.search(text)
    places: dict[str, tuple[Span, str]] = {}
    for match in _VALUE.finditer(text, 0, table.start() if table else len(text)):
        key = match["key"].strip('"')
        places.setdefault(key, (Span(start + match.start("value"), start + match.end("value")), match["quote"][:1]))
    return [Entry(key, value, *places[key]) if key in places else Entry(key, value) for key, value in data.items()]


def _offset(text: str, message: str) -> int:
    """Where the error stands; tomllib counts lines at ``\\n`` with ``\\r\\n`` made one character."""
    place = _PLACE.search(message)
    if place is None:
        return max(0, len(text) - 1)
    lines = text.split("\n")
    line = min(int(place[1]), len(lines)) - 1
    return sum(len(before) + 1 for before in lines[:line]) + min(int(place[2]) - 1, len(lines[line]))
