"""What can be done about findings, as the protocol's code actions: mend, allow, add to the house's names.

A fact is changed only by whom it concerns: its replacements are offered one by one, say so, and are never preferred, so
that nothing applies them on saving.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from ..finding import Finding
from ..fixing import may_apply
from ..match import Edit, Fix, Safety
from ..source import Span
from ..story import Story
from ..suppressions.front_matter import FRONT_MATTER
from .diagnostics import diagnostic
from .documents import Checked
from .house_names import DISTINCT, KNOWN, HouseFile

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.lintnews"
_COMMENT = ("<!-- ", " -->")
MARKS = {"plain": ("[", "]"), **dict.fromkeys(("markdown", "html", "nitf", "newsmlg2"), _COMMENT)}
"""Format → what stands around a suppression."""
_NAMES = "names"
"""The subject whose findings are about how a name is spelled."""


def actions_for(finding: Finding, checked: Checked, house: HouseFile | None) -> Iterator[types.CodeAction]:
    """All that can be done about *finding*; *house* is the configuration file that names can be added to."""
    shown = diagnostic(finding, checked.uri, checked.story, checked.columns)
    for title, edit, preferred in _all(finding, checked, house):
        yield types.CodeAction(title, types.CodeActionKind.QuickFix, [shown], is_preferred=preferred or None, edit=edit)


def _all(
    finding: Finding, checked: Checked, house: HouseFile | None
) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    yield from _fixes(finding, checked)
    yield from _everywhere(finding, checked)
    if house is not None and finding.rule.subject == _NAMES:
        yield from _house_names(finding, checked, house)
    yield from _allow(finding, checked)


def _fixes(finding: Finding, checked: Checked) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    preferred = True
    seen = set()
    for fix in finding.fixes:
        title = _title(fix) + _caution(fix)
        if title in seen or not all(_can_be_edited(edit, checked.story) for edit in fix.edits):
            continue
        seen.add(title)
        places = [(checked.story.place_of(edit), edit.text) for edit in fix.edits]
        yield title, workspace_edit(places, checked), preferred and may_apply(fix, unsafe=False)
        preferred = False


def _caution(fix: Fix) -> str:
    if fix.safety is Safety.UNSAFE:
        return " (may change the meaning)"
    return " (check it first)" if fix.safety is Safety.SHOWN else ""


def _title(fix: Fix) -> str:
    if not any(edit.text for edit in fix.edits):
        return "Delete it"
    return ("Replace with " if fix.safety is Safety.SHOWN else "Change to ") + ", ".join(
        f"“{text}”" for text in dict.fromkeys(edit.text for edit in fix.edits)
    )


def _can_be_edited(edit: Edit, story: Story) -> bool:
    """Whether the file holds the words as the story reads them, so that putting others in their place does what it says."""
    return edit.source is not None or len(edit.span) == 0 or story.map.is_verbatim(edit.span)


def _everywhere(finding: Finding, checked: Checked) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    """The likeliest replacement of a name, wherever the story has the name so."""
    fix = finding.fix
    if finding.rule.subject != _NAMES or fix is None or not fix.edits or fix.edits[0].source is not None:
        return
    old, new = checked.story.words(fix.edits[0].span), fix.edits[0].text
    if not old.strip():
        return
    story = checked.story
    found = [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", story.text)]
    places = [story.map.to_source(span) for span in found if story.map.is_verbatim(span)]
    if len(places) > len(fix.edits):
        edit = workspace_edit([(place, new) for place in places], checked)
        yield f"Replace all {len(places)} “{old}” with “{new}”", edit, False


def _house_names(
    finding: Finding, checked: Checked, house: HouseFile
) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    for odd, right in _spellings(finding, checked.story)[:1]:
        pair = differing(odd, right)
        edit = house.adding(DISTINCT, f"[{', '.join(map(_quoted, pair))}]")
        if edit is not None:
            yield f"“{pair[0]}” and “{pair[1]}” are two different names (lintnews.yaml)", edit, False
    edit = house.adding(KNOWN, f"canonical: {_quoted(finding.text)}")
    if edit is not None:
        yield f"Add “{finding.text}” to the house's names (lintnews.yaml)", edit, False


def _spellings(finding: Finding, story: Story) -> list[tuple[str, str]]:
    """The spelling that stands there and those that it was held against, the likeliest first."""
    fixes = [fix.edits[0] for fix in finding.fixes if fix.edits and fix.edits[0].source is None]
    notes = [(finding.text, story.words(note.span)) for note in finding.notes if note.span is not None]
    return [*((story.words(edit.span), edit.text) for edit in fixes), *notes]


def differing(one: str, other: str) -> tuple[str, str]:
    """The words in which two spellings of a name differ, or the whole spellings where these are not one word each."""
    words, others = one.split(), other.split()
    odd, right = [w for w in words if w not in others], [w for w in others if w not in words]
    return (odd[0], right[0]) if len(odd) == len(right) == 1 else (one, other)


def _quoted(name: str) -> str:
    """*name* as a YAML scalar inside brackets."""
    return (
        name if re.fullmatch(r"[^\W\d_][\w .’-]*", name) else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def _allow(finding: Finding, checked: Checked) -> Iterator[tuple[str, types.WorkspaceEdit, bool]]:
    place = _behind_block(finding, checked.story)
    if place is None or checked.format_of not in MARKS or finding.rule.subject == "suppressions":
        return
    opening, closing = MARKS[checked.format_of]
    words = finding.text if len(finding.text) <= 40 and not set(finding.text) & set('|,"“”[]<>-\n') else ""
    said = f"{finding.rule.id}|{words}" if words else finding.rule.id
    yield (
        f"Allow {finding.rule.id} here",
        workspace_edit([(place, f" {opening}lintnews: allow {said}{closing}")], checked),
        False,
    )


def _behind_block(finding: Finding, story: Story) -> Span | None:
    """Where a suppression of *finding* can stand: behind the block's last word; None for front matter."""
    block = story.block_at(finding.span.start)
    if block is None:
        return None
    end = story.map.to_source(block.span).end
    front = FRONT_MATTER.match(story.source)
    return None if front and end <= front.end() else Span(end, end)


def workspace_edit(edits: Iterable[tuple[Span, str]], checked: Checked) -> types.WorkspaceEdit:
    """Texts put in their places of the document."""
    return types.WorkspaceEdit(
        {checked.uri: [types.TextEdit(checked.columns.range(span), text) for span, text in edits]}
    )
