"""YAML with the place of every key and value, and mistakes shown where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from .problem import LintnewsError, Problem

Key = str | int


@dataclass(frozen=True, slots=True)
class Located:
    """A YAML document: its ``data`` as plain Python values, and where each of them stands."""

    path: str
    lines: Sequence[str]
    node: Any
    data: Any

    def problem(self, message: str, keys: Sequence[Key] = (), *, at_key: bool = False) -> Problem:
        """A problem with the value at *keys*, or with its key."""
        line, column = self._place(keys, at_key)
        source_line = self.lines[line] if line < len(self.lines) else ""
        length = len(str(keys[-1])) if at_key and keys else len(source_line[column:].rstrip()) or 1
        return Problem(self.path, message, line + 1, column + 1, source_line, length)

    def line(self, keys: Sequence[Key]) -> int:
        """The 1-based line of the value at *keys*."""
        return self._place(keys, at_key=False)[0] + 1

    def _place(self, keys: Sequence[Key], at_key: bool) -> tuple[int, int]:
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


def load_yaml(text: str, path: str) -> Located:
    """The document in *text*; LintnewsError where it is not YAML."""
    lines = text.splitlines()
    try:
        node = YAML(typ="rt", pure=True).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        shown = lines[line] if line < len(lines) else ""
        message = " ".join(str(error.problem or error.context or "this is not YAML").split())
        raise LintnewsError(Problem(path, message, line + 1, column + 1, shown)) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise LintnewsError(Problem(path, f"this is not YAML: {' '.join(str(error).split())}")) from None
    return Located(path, lines, node, _plain(node))


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean `x`?`` with the nearest of *known*, or nothing."""
    found = process.extractOne(word, list(known), score_cutoff=60)
    return f"; did you mean `{found[0]}`?" if found else ""


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {_plain(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    if isinstance(node, bool) or node is None:
        return node
    for plain in (str, int, float):
        if isinstance(node, plain):
            return plain(node)
    return node
