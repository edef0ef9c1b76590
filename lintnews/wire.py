"""The wire format, version 1 (docs/wire-format.md): findings as plain data, as reporters and the result cache hold them.

Nothing slow is imported here: what is kept is reported without more.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NotRequired, TypedDict

    from .finding import Finding
    from .linter import FileReport
    from .match import Fix, Note
    from .source import Lines, Span
    from .story import Reading, Story
else:
    TypedDict = dict


class Place(TypedDict):
    """``offset`` is a 0-based code point of the decoded file, ``line`` and ``column`` are 1-based code points."""

    offset: int
    line: int
    column: int


class NoteEntry(TypedDict):
    message: str
    text: str | None
    start: Place | None
    end: Place | None


class EditEntry(TypedDict):
    start: int
    end: int
    text: str


class FixEntry(TypedDict):
    safety: str
    edits: list[EditEntry]


class FindingEntry(TypedDict):
    rule: str
    subject: str
    severity: str
    message: str
    text: str
    start: Place
    end: Place
    notes: list[NoteEntry]
    fix: FixEntry | None
    alternatives: list[FixEntry]
    evidence: list[str]
    fingerprint: str


class SuppressedEntry(TypedDict):
    """A finding that the story itself allows, and the reason that it gives, if any."""

    finding: FindingEntry
    reason: str


class FileEntry(TypedDict):
    """``error`` is there where the file could not be read; ``failures`` where rules broke down on it or its front matter is broken.

    ``suppressed`` is there where the story allows something, ``known`` where a baseline leaves findings out.
    """

    path: str
    error: NotRequired[str]
    failures: NotRequired[list[str]]
    suppressed: NotRequired[list[SuppressedEntry]]
    known: NotRequired[list[FindingEntry]]
    findings: list[FindingEntry]


class Summary(TypedDict):
    files: int
    findings: int
    error: int
    warning: int
    info: int


class Result:
    """What was found in one file: ``entry`` as in the wire format, the file's bytes, the name of the format it was read as.

    ``to_keep`` is false for what is kept already, and for what the next run may find otherwise: a file that can't be
    opened, a process that died.
    """

    __slots__ = ("_source", "data", "entry", "format_of", "to_keep")

    def __init__(self, entry: FileEntry, data: bytes = b"", format_of: str = "plain", *, to_keep: bool = True) -> None:
        self.entry = entry
        self.data = data
        self.format_of = format_of
        self.to_keep = to_keep
        self._source: str | None = None

    @property
    def source(self) -> str:
        """The characters that positions in the file count; its reader is asked only where that is not plainly UTF-8."""
        if self._source is None:
            self._source = _plain(self.data)
            if self._source is None:
                self._source = self.reading.source
        return self._source

    @property
    def reading(self) -> Reading:
        """The file as its reader reads it."""
        from .readers import read_bytes

        return read_bytes(self.data, path=self.entry["path"], format_of=self.format_of)


def _plain(data: bytes) -> str | None:
    if b"\0" in data[:8192] or data.startswith(b"\xef\xbb\xbf"):
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def unread(path: str, error: str) -> Result:
    """The result for a file that could not be read or linted, this time."""
    return Result({"path": path, "error": error, "findings": []}, to_keep=False)


def result_of(report: FileReport, data: bytes) -> Result:
    """The plain form of *report* on a file that holds *data*."""
    return Result(file_entry(report), data, report.format_of)


def file_entry(report: FileReport) -> FileEntry:
    """What was found in one file."""
    if report.error:
        return {"path": report.path, "error": report.error, "findings": []}
    entry: FileEntry = {"path": report.path, "findings": []}
    if report.failures:
        entry["failures"] = list(report.failures)
    if (report.findings or report.suppressed) and report.story is not None:
        story, lines = report.story, report.story.lines
        entry["findings"] = [_finding(finding, story, lines) for finding in report.findings]
        if report.suppressed:
            entry["suppressed"] = [
                {"finding": _finding(finding, story, lines), "reason": reason} for finding, reason in report.suppressed
            ]
    return entry


def _finding(finding: Finding, story: Story, lines: Lines) -> FindingEntry:
    return {
        "rule": finding.rule.id,
        "subject": finding.rule.subject,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": finding.text,
        "start": _place(finding.source.start, lines),
        "end": _place(finding.source.end, lines),
        "notes": [_note(note, story, lines) for note in finding.notes],
        "fix": _fix(finding.fix, story) if finding.fix else None,
        "alternatives": [_fix(fix, story) for fix in finding.fixes[1:]],
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
    }


def _place(offset: int, lines: Lines) -> Place:
    position = lines.position(offset)
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _note(note: Note, story: Story, lines: Lines) -> NoteEntry:
    if note.span is None:
        return {"message": note.message, "text": None, "start": None, "end": None}
    span: Span = story.map.to_source(note.span)
    return {
        "message": note.message,
        "text": story.words(note.span),
        "start": _place(span.start, lines),
        "end": _place(span.end, lines),
    }


def _fix(fix: Fix, story: Story) -> FixEntry:
    edits = [(story.place_of(edit), edit.text) for edit in fix.edits]
    return {
        "safety": fix.safety.value,
        "edits": [{"start": span.start, "end": span.end, "text": text} for span, text in edits],
    }
