"""YAML and TOML with the place of every key and value, and mistakes shown where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from .declared import Key, Keys, Mistake, Mistakes, convert
from .problem import LintnewsError, Problem
from .record import Record

T = TypeVar("T")
_MOST_VALUES = 300_000
_DEEP = re.compile(r"(?:[\[{]\s*){100}|(?:- ){100}")


class Located(Record, frozen=True):
    """A document: its ``data`` as plain Python values, and where each of them stands.

    ``node`` is ruamel's round-trip tree for YAML, and None for TOML, whose places are looked up line by line.
    ``under`` are the keys that lead from the file's top to ``data``.
    """

    path: str
    lines: Sequence[str]
    node: Any
    data: Any
    under: Keys = ()

    def problem(self, message: str, keys: Sequence[Key] = (), *, at_key: bool = False, within: int = 0) -> Problem:
        """A problem with the value at *keys*, or with its key; *within* is the offset in that value, if it is a text."""
        keys = (*self.under, *keys)
        line, column = self._place(keys, at_key)
        source_line = self.lines[line] if line < len(self.lines) else ""
        length = len(source_line[column:].rstrip()) or 1
        if at_key and keys:
            length = len(str(keys[-1]))
        elif not at_key:
            length = self._length(keys, source_line, column, length)
        if within:
            value = str(keys[-1]) if at_key else self._value(keys)
            start = source_line.find(value[: within + 1], column) if isinstance(value, str) else -1
            if start >= 0:
                column, length = start + within, 1
        return Problem(self.path, message, line + 1, column + 1, source_line, length)

    def mistake(self, mistake: Mistake) -> Problem:
        """*mistake* at its place, with a suggestion."""
        hint = suggestion(mistake.word, mistake.known) if mistake.word else ""
        return self.problem(mistake.message + hint, mistake.keys, at_key=mistake.at_key, within=mistake.within)

    def convert(self, declared: type[T], keys: Keys = ()) -> T:
        """The value at *keys* as *declared*; LintnewsError shows all that is wrong with it."""
        value = self.data
        for key in keys:
            value = value[key]
        try:
            result: T = convert(declared, value, keys)
        except Mistakes as error:
            raise LintnewsError(*map(self.mistake, error.mistakes)) from None
        return result

    def line(self, keys: Sequence[Key]) -> int:
        """The 1-based line of the value at *keys*."""
        return self._place((*self.under, *keys), at_key=False)[0] + 1

    def _length(self, keys: Keys, source_line: str, column: int, most: int) -> int:
        value = self._value(keys)
        if isinstance(value, bool):
            value = str(value).lower()
        if isinstance(value, str | int | float) and str(value):
            quote = 1 if source_line[column : column + 1] in ("'", '"') else 0
            if source_line.startswith(str(value), column + quote):
                return len(str(value)) + 2 * quote
        return most

    def _value(self, keys: Keys) -> Any:
        value: Any = self.data
        try:
            for key in keys[len(self.under) :]:
                value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
        return value

    def _place(self, keys: Sequence[Key], at_key: bool) -> tuple[int, int]:
        if self.node is None:
            return _toml_place(self.lines, keys)
        from ruamel.yaml.comments import CommentedMap, CommentedSeq

        node, place = self.node, (0, 0)
        for depth, key in enumerate(keys):
            last = depth == len(keys) - 1
            try:
                if isinstance(node, CommentedMap):
                    place = node.lc.key(key) if last and at_key else node.lc.value(key)
                elif isinstance(node, CommentedSeq):
                    place = node.lc.item(key)
                else:
                    break
                node = node[key]
            except (KeyError, IndexError, TypeError):
                break
        return int(place[0]), int(place[1])


def read_text(path: Path) -> str:
    """The UTF-8 file at *path*, without a byte order mark; LintnewsError where it can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LintnewsError(Problem(str(path), f"this file can't be read: {error.strerror or error}")) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").splitlines() or [""]
        shown = data[error.start : error.start + 1].hex()
        message = f"this is not UTF-8: the byte 0x{shown} can't be read; save the file as UTF-8"
        raise LintnewsError(Problem(str(path), message, len(before), len(before[-1]) + 1)) from None


def load_yaml(text: str, path: str) -> Located:
    """The document in *text*; LintnewsError where it is not YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    lines = text.splitlines()
    if _DEEP.search(text):
        raise LintnewsError(Problem(path, "this is nested too deeply"))
    try:
        node = YAML(typ="rt", pure=True).load(text)
        return Located(path, lines, node, _Plain().plain(node))
    except MarkedYAMLError as error:
        raise LintnewsError(_yaml_problem(error, path, lines)) from None
    except RecursionError:
        raise LintnewsError(Problem(path, "this is nested too deeply")) from None
    except (YAMLError, ValueError, TypeError, AttributeError, NotImplementedError) as error:
        message = " ".join(str(error).split())
        raise LintnewsError(Problem(path, f"this is not YAML: {message}")) from None


def load_toml(text: str, path: str, under: Keys = ()) -> Located | None:
    """The table at *under* in the TOML document *text*; None where there is no such table."""
    import tomllib

    lines = text.splitlines()
    try:
        data: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        shown = lines[line - 1] if 0 < line <= len(lines) else ""
        message = re.sub(r" \(at .*\)", "", str(error))
        raise LintnewsError(Problem(path, f"this is not TOML: {message}", line, column, shown)) from None
    for key in under:
        if not isinstance(data, dict) or key not in data:
            return None
        data = data[key]
    return Located(path, lines, None, data, under)


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean `x`?`` with the nearest of *known*, or nothing."""
    from rapidfuzz import fuzz, process

    names = list(known)
    found = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=55)
    begun = (name for name in names if len(name) > 2 < len(word) and (name.startswith(word) or word.startswith(name)))
    nearest = found[0] if found else next(begun, None)
    return f"; did you mean `{nearest}`?" if nearest else ""


_YAML_MESSAGES = (
    (re.compile(r"found character '\\t'"), "a tab: YAML is indented with spaces"),
    (re.compile(r'found duplicate key "(.*?)"'), r"the key `\1` stands here a second time"),
    (re.compile(r"mapping values are not allowed"), "a colon here needs the whole text in quotes"),
    (re.compile(r"found undefined alias (.*)"), r"nothing is called \1: a text that begins with * needs quotes"),
    (re.compile(r"expected a single document"), "one document a file: take out the second ---"),
)


def _yaml_problem(error: Any, path: str, lines: Sequence[str]) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    shown = lines[line] if line < len(lines) else ""
    message = " ".join(str(error.problem or error.context or "this is not YAML").split())
    for pattern, better in _YAML_MESSAGES:
        if match := pattern.search(message):
            message = match.expand(better)
            break
    return Problem(path, message, line + 1, column + 1, shown)


class _Plain:
    """ruamel's nodes → plain values. Aliases are followed, so their number is bounded: no bomb goes off."""

    def __init__(self) -> None:
        self.count = 0

    def plain(self, node: Any) -> Any:
        self.count += 1
        if self.count > _MOST_VALUES:
            raise ValueError(f"it holds more than {_MOST_VALUES:,} values")
        if isinstance(node, dict):
            return {self.plain(key): self.plain(value) for key, value in node.items()}
        if isinstance(node, list | tuple):
            return [self.plain(item) for item in node]
        if isinstance(node, bool) or node is None:
            return node
        if type(node).__name__ == "ScalarBoolean":
            return bool(node)
        if type(node).__name__ == "TaggedScalar":
            return str(node.value)
        for plain in (str, int, float):
            if isinstance(node, plain):
                return plain(node)
        return node


_TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")


def _toml_place(lines: Sequence[str], keys: Sequence[Key]) -> tuple[int, int]:
    """The best place for *keys*: the line ``key =`` under the table that they lead to, or the nearest above it."""
    names = [str(key) for key in keys if isinstance(key, str)]
    table: list[str] = []
    best, depth = (0, 0), 0
    for number, line in enumerate(lines):
        if header := _TABLE.match(line):
            table = [part.strip(" \"'") for part in header[1].split(".")]
            path = table
        elif entry := re.match(r"\s*([\w.\"'/*-]+)\s*=", line):
            path = [*table, *(part.strip(" \"'") for part in entry[1].split("."))]
        else:
            continue
        if len(path) > depth and names[: len(path)] == path:
            best, depth = (number, len(line) - len(line.lstrip())), len(path)
    return best
