"""What can be done about findings, as the protocol's code actions: mend, allow, add to the house's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from ..finding import Finding
from ..remedies import NAMES, allowing, mending, two_names
from ..source import Span
from .diagnostics import diagnostic
from .documents import Checked
from .house_names import DISTINCT, KNOWN, HouseFile

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.lintnews"


def actions_for(finding: Finding, checked: Checked, house: HouseFile | None) -> Iterator[types.CodeAction]:
    """All that can be done about *finding*; *house* is the configuration file that names can be added to."""
    shown = diagnostic(finding, checked.uri, checked.story, checked.columns)
    for title, edit, preferred in _all(finding, checked, house):
        yield types.CodeAction(title, types.CodeActionKind.QuickFix, [shown], is_preferred=preferred or None, edit=edit)


def _all(
    finding: Finding, checked: Checked, house: HouseFile | None
) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    for remedy in mending(finding, checked.story):
        yield remedy.title, workspace_edit(remedy.edits, checked), remedy.preferred
    if house is not None and finding.rule.subject == NAMES:
        yield from _house_names(finding, checked, house)
    allowed = allowing(finding, checked.story, checked.format_of)
    if allowed is not None:
        yield allowed.title, workspace_edit(allowed.edits, checked), False


def _house_names(
    finding: Finding, checked: Checked, house: HouseFile
) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    pair = two_names(finding, checked.story)
    if pair is not None:
        edit = house.adding(DISTINCT, f"[{', '.join(map(_quoted, pair))}]")
        if edit is not None:
            yield f"“{pair[0]}” and “{pair[1]}” are two different names (lintnews.yaml)", edit, False
    edit = house.adding(KNOWN, f"canonical: {_quoted(finding.text)}")
    if edit is not None:
        yield f"Add “{finding.text}” to the house's names (lintnews.yaml)", edit, False


def _quoted(name: str) -> str:
    """*name* as a YAML scalar inside brackets."""
    return (
        name if re.fullmatch(r"[^\W\d_][\w .’-]*", name) else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def workspace_edit(edits: Iterable[tuple[Span, str]], checked: Checked) -> types.WorkspaceEdit:
    """Texts put in their places of the document."""
    return types.WorkspaceEdit(
        {checked.uri: [types.TextEdit(checked.columns.range(span), text) for span, text in edits]}
    )
