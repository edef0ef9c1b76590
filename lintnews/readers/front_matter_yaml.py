"""YAML front matter of any sort, read by ruamel.yaml with the place of each value."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from ..source import Span
from .entries import Entry, FrontMatterError
from .front_matter_lines import plain_value

_MOST_NODES = 10_000
_HINTS = {"mapping values are not allowed here": "a text with a colon in it must stand in quotes"}


def yaml_entries(source: str, start: int, end: int) -> list[Entry]:
    """The top-level entries of the YAML in ``source[start:end]``. FrontMatterError says what is wrong, and where."""
    root = _compose(source[start:end], start)
    if root is None:
        return []
    if not isinstance(root, MappingNode):
        raise FrontMatterError("the front matter is not made of `key: value` entries", start)
    entries: dict[str, Entry] = {}
    values = _Values(start)
    for key, node in root.value:
        name = str(key.value) if isinstance(key, ScalarNode) else ""
        if not name:
            raise FrontMatterError("a key of the front matter is not a word", start + key.start_mark.index)
        if name in entries:
            raise FrontMatterError(f"`{name}` stands twice in the front matter", start + key.start_mark.index)
        entries[name] = _entry(name, node, values.of(node), source, start)
    return list(entries.values())


def _compose(text: str, start: int) -> Node | None:
    try:
        root: Node | None = YAML(typ="safe", pure=True).compose(text)
    except ReaderError as error:
        raise FrontMatterError(
            "the front matter holds a character that YAML does not allow", start + error.position
        ) from None
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = _HINTS.get(error.problem, error.problem)
        place = start + (mark.index if mark else 0)
        raise FrontMatterError(f"the front matter is not valid YAML: {problem}", place) from None
    except RecursionError:
        raise FrontMatterError("the front matter is nested too deeply", start) from None
    except (YAMLError, ValueError, KeyError, AttributeError, AssertionError, IndexError) as error:
        raise FrontMatterError(f"the front matter is not valid YAML: {error}".splitlines()[0], start) from None
    return root


def _entry(name: str, node: Node, value: Any, source: str, start: int) -> Entry:
    first, last = start + node.start_mark.index, start + node.end_mark.index
    if not isinstance(node, ScalarNode):
        return Entry(name, value, Span(first, last))
    if node.style in ("'", '"'):
        return Entry(name, value, Span(first + 1, last - 1), node.style)
    if node.style in ("|", ">"):
        line_end = min(
            (at for at in (source.find("\n", first), source.find("\r", first)) if first <= at < last), default=last
        )
        return Entry(name, value, Span(line_end, last))
    return Entry(name, value, Span(first, last))


class _Values:
    """What nodes stand for; counts them, since aliases can make millions of a few lines."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._left = _MOST_NODES

    def of(self, node: Node) -> Any:
        self._left -= 1
        if self._left < 0:
            raise FrontMatterError(
                f"the front matter has more than {_MOST_NODES} values", self._start + node.start_mark.index
            )
        if isinstance(node, SequenceNode):
            return [self.of(item) for item in node.value]
        if isinstance(node, MappingNode):
            return {str(self.of(key)): self.of(value) for key, value in node.value}
        words = str(node.value)
        return plain_value(words) if isinstance(node, ScalarNode) and node.style is None else words
