"""Adding to the house's names: an edit of ``lintnews.yaml`` that leaves all else in it as it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris

KNOWN, DISTINCT = "known", "distinct"


class HouseFile:
    """The configuration file at *path*, which has *text*; None where it doesn't exist yet and the client can make it."""

    def __init__(self, path: Path, text: str | None) -> None:
        self._uri = uris.from_fs_path(str(path)) or ""
        self._text = text

    def adding(self, section: str, item: str) -> types.WorkspaceEdit | None:
        """The edit that adds *item* to the list *section* of ``names``; None where the file is not in block style."""
        if self._text is None:
            made = types.CreateFile(self._uri, options=types.CreateFileOptions(ignore_if_exists=True))
            whole = _edit(0, f"names:\n  {section}:\n    - {item}\n")
            document = types.OptionalVersionedTextDocumentIdentifier(self._uri)
            return types.WorkspaceEdit(document_changes=[made, types.TextDocumentEdit(document, [whole])])
        edit = _added(self._text, section, item)
        return None if edit is None else types.WorkspaceEdit({self._uri: [edit]})


def _added(text: str, section: str, item: str) -> types.TextEdit | None:
    data = _loaded(text)
    lines = text.splitlines()
    if data is None:
        return None
    if "names" not in data:
        blank = "" if not text or text.endswith("\n") else "\n"
        return _edit_at(lines, text, f"{blank}names:\n  {section}:\n    - {item}\n")
    names = data["names"]
    if not hasattr(names, "lc") or names.fa.flow_style() or not names:
        return None
    if section not in names:
        line, indent = names.lc.key(next(iter(names)))
        return _edit(line, f"{' ' * indent}{section}:\n{' ' * indent}  - {item}\n")
    items = names[section]
    if not hasattr(items, "lc") or items.fa.flow_style() or not items:
        return None
    line = items.lc.item(0)[0]
    before = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    return _edit(line, f"{before}- {item}\n") if lines[line].lstrip().startswith("-") else None


def _loaded(text: str) -> Any:
    """The mapping that *text* is; None for what is no YAML mapping."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.error import YAMLError

    try:
        data = YAML().load(text)
    except YAMLError:
        return None
    if data is None:
        return CommentedMap()
    return data if isinstance(data, CommentedMap) else None


def _edit(line: int, text: str) -> types.TextEdit:
    at = types.Position(line, 0)
    return types.TextEdit(types.Range(at, at), text)


def _edit_at(lines: list[str], text: str, added: str) -> types.TextEdit:
    """*added* at the end of the file."""
    ends = text.endswith("\n") or not lines
    at = types.Position(len(lines), 0) if ends else types.Position(len(lines) - 1, len(lines[-1]))
    return types.TextEdit(types.Range(at, at), added)
