"""The language server: findings, fixes and suppressions where stories are written. It needs the extra ``lintnews[lsp]``.

Only here are columns counted in the client's units (UTF-16 unless it asks for others).
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from .configfile import find_config, load_config
from .finding import Finding
from .fixing import Limits, fix_text, may_apply
from .linter import FileReport, Linter, load_rules
from .match import Fix, Severity
from .problem import LintnewsError, Problem
from .readers import READERS, reader_name
from .source import Lines, Span
from .story import Story
from .suppressions.front_matter import FRONT_MATTER
from .version import VERSION

PAUSE = 0.2
"""Seconds without typing before a story is linted again."""

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
LANGUAGES = {"markdown": "markdown", "plaintext": "plain", "html": "html"}
"""Language of the editor → format, for documents whose name tells nothing."""

_COMMENT = ("<!-- ", " -->")
MARKS = {"plain": ("[", "]"), **dict.fromkeys(("markdown", "html", "nitf", "newsmlg2"), _COMMENT)}
"""Format → what stands around a suppression."""

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.lintnews"
WATCHED = ("**/{.,}lintnews.{yaml,yml}", "**/pyproject.toml", "**/*.yaml", "**/lintnews-baseline.json")


class Columns:
    """Offsets of a source as lines and columns of the protocol, and back."""

    def __init__(self, source: str, encoding: types.PositionEncodingKind | str = "utf-16") -> None:
        self.lines = Lines(source)
        self.source = source
        self.encoding = getattr(encoding, "value", encoding)

    def position(self, offset: int) -> types.Position:
        at = self.lines.position(offset)
        return types.Position(at.line - 1, self._units(self.source[offset - at.column + 1 : offset]))

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset at *position*; one behind the end of its line is that end."""
        if position.line >= len(self.lines):
            return len(self.source)
        line = self.lines.line_span(position.line + 1)
        units = 0
        for offset in range(line.start, line.end):
            if units >= position.character:
                return offset
            units += self._units(self.source[offset])
        return line.end

    def _units(self, text: str) -> int:
        if self.encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        if self.encoding == "utf-32":
            return len(text)
        return len(text) + sum(character > "\uffff" for character in text)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one version of a document."""

    version: int | None
    story: Story
    findings: tuple[Finding, ...]
    format_of: str
    columns: Columns


class Linters:
    """A linter for every configuration that is met, made anew when its files have changed."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._known: dict[Path | None, tuple[tuple[Any, ...], Linter]] = {}

    def for_story(self, path: Path) -> Linter:
        """The linter for the story at *path*; LintnewsError where its configuration or a rule is wrong."""
        config_path = find_config(path.parent)
        known = self._known.get(config_path)
        if known is not None and known[0] == _stamps(known[1]):
            return known[1]
        config = load_config(path.parent, cache=self._cache)
        rules = load_rules(config.rule_folders, cache=self._cache)
        config.check_names(rules)
        linter = Linter(rules, config=config)
        self._known[config_path] = (_stamps(linter), linter)
        return linter

    def forget(self) -> None:
        self._known.clear()


def _stamps(linter: Linter) -> tuple[Any, ...]:
    """What changes when a file that *linter* was made from does."""
    config = linter.config
    rules = [path for folder in config.rule_folders for path in sorted(folder.rglob("*.y*ml"))]
    stamps = []
    for path in (*config.files, *rules):
        try:
            status = path.stat()
        except OSError:
            stamps.append((str(path), 0, 0))
        else:
            stamps.append((str(path), status.st_mtime_ns, status.st_size))
    return tuple(stamps)


class Desk:
    """The documents that are open, and what was found in them."""

    def __init__(self, server: LanguageServer, cache: Path | None = None) -> None:
        self.server = server
        self.linters = Linters(cache)
        self.checked: dict[str, Checked] = {}
        self._pending: dict[str, asyncio.Task[None]] = {}
        self._wrong: set[str] = set()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lintnews")

    def check_soon(self, uri: str, pause: float = PAUSE) -> None:
        """Lint the document at *uri* once nothing has been typed for *pause* seconds."""
        self._forget_pending(uri)
        self._pending[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    def check_all(self) -> None:
        for uri in list(self.server.workspace.text_documents):
            self.check_soon(uri, 0)

    def close(self, uri: str) -> None:
        self._forget_pending(uri)
        self.checked.pop(uri, None)
        self._publish(uri, [])

    def _forget_pending(self, uri: str) -> None:
        pending = self._pending.pop(uri, None)
        if pending is not None:
            pending.cancel()

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.server.workspace.get_text_document(uri)
        version, source = document.version, document.source
        format_of = _format_of(uri, document.language_id, source)
        if format_of is None:
            return
        path = _path(uri)
        loop = asyncio.get_running_loop()
        try:
            linter, report = await loop.run_in_executor(self._worker, self._lint, path, source, format_of)
        except LintnewsError as error:
            self._tell_wrong(error.problems)
            return
        except ValueError as error:  # what can't be read as a story
            self.server.window_log_message(types.LogMessageParams(types.MessageType.Warning, f"{path}: {error}"))
            return
        self._tell_wrong(())
        if report.story is None or self.server.workspace.get_text_document(uri).version != version:
            return
        columns = Columns(source, self.server.workspace.position_encoding or "utf-16")
        findings = _new(linter, report)
        self.checked[uri] = Checked(version, report.story, findings, format_of, columns)
        self._publish(uri, [_diagnostic(f, uri, report.story, columns) for f in findings], version)

    def _lint(self, path: Path, source: str, format_of: str) -> tuple[Linter, FileReport]:
        linter = self.linters.for_story(path)
        return linter, linter.lint_text(source, format_of=format_of, path=str(path))

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _tell_wrong(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong in configuration and rule files where it stands, and nothing where nothing is any more."""
        by_file: dict[str, list[types.Diagnostic]] = {uri: [] for uri in self._wrong}
        for problem in problems:
            uri = uris.from_fs_path(str(Path(problem.path).absolute())) or ""
            by_file.setdefault(uri, []).append(_of_problem(problem))
        for uri, diagnostics in by_file.items():
            self._publish(uri, diagnostics)
        self._wrong = {uri for uri, diagnostics in by_file.items() if diagnostics}

    def actions(self, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
        """What can be done about the findings in a range, or about the whole story."""
        uri = params.text_document.uri
        checked = self.checked.get(uri)
        document = self.server.workspace.get_text_document(uri)
        if checked is None or checked.story.source != document.source:
            return
        only = [getattr(kind, "value", kind) for kind in params.context.only or ()]
        start, end = checked.columns.offset(params.range.start), checked.columns.offset(params.range.end)
        if not only or any(types.CodeActionKind.QuickFix.value.startswith(kind) for kind in only):
            for finding in checked.findings:
                if finding.source.start <= end and start <= finding.source.end:
                    yield from _actions(finding, uri, checked)
        if any(kind == FIX_ALL or FIX_ALL.startswith(f"{kind}.") for kind in only):
            yield from self._fix_all(uri, checked)

    def _fix_all(self, uri: str, checked: Checked) -> Iterator[types.CodeAction]:
        source, path = checked.story.source, _path(uri)

        def lint(text: str) -> tuple[Story, tuple[Finding, ...]]:
            report = self._lint(path, text, checked.format_of)[1]
            return report.story or checked.story, report.findings

        after = fix_text(source, lint, Limits(reserved=READERS[checked.format_of].reserved)).text
        if after != source:
            edit = types.TextEdit(checked.columns.range(Span(0, len(source))), after)
            yield types.CodeAction(
                "Mend all wording that is safe to mend", FIX_ALL, edit=types.WorkspaceEdit({uri: [edit]})
            )

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Why the rules of the findings at a place exist."""
        checked = self.checked.get(params.text_document.uri)
        if checked is None:
            return None
        offset = checked.columns.offset(params.position)
        found = [f for f in checked.findings if f.source.start <= offset <= f.source.end]
        rules = {finding.rule.id: finding.rule for finding in found if finding.rule.why}
        if not rules:
            return None
        parts = [
            f"**{rule.id}**: {rule.why.strip()}" + (f"\n\n{rule.cites.strip()}" if rule.cites else "")
            for rule in rules.values()
        ]
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(parts))
        return types.Hover(content, checked.columns.range(found[0].source))


def _format_of(uri: str, language: str | None, source: str) -> str | None:
    """The format of a document; None for what is no story."""
    path = uris.to_fs_path(uri) or uri
    suffix = Path(path).suffix.lower()
    if suffix in (".json", ".xml"):
        from .readers.sniffing import is_story, xml_format

        if not is_story(source.encode("utf-8", "surrogatepass"), suffix):
            return None
        if suffix == ".xml":
            return xml_format(source)
    name = reader_name(path) or LANGUAGES.get(language or "")
    return name if name in READERS and not READERS[name].binary else None


def _path(uri: str) -> Path:
    """The file of a document; one that was never saved counts as one in the working folder."""
    return Path((uris.to_fs_path(uri) if uri.startswith("file:") else None) or Path.cwd() / "untitled")


def _new(linter: Linter, report: FileReport) -> tuple[Finding, ...]:
    """The findings that the configured baseline does not know."""
    baseline = linter.config.baseline
    if not baseline or not Path(baseline).exists():
        return report.findings
    from .baseline import Remaining, read_baseline
    from .wire import file_entry

    entry = file_entry(report)
    by_entry = {id(shown): finding for shown, finding in zip(entry["findings"], report.findings, strict=True)}
    known = Remaining(read_baseline(Path(baseline)), os.path.exists)
    return tuple(by_entry[id(shown)] for shown in known.new_in(entry))


def _diagnostic(finding: Finding, uri: str, story: Story, columns: Columns) -> types.Diagnostic:
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, columns.range(story.map.to_source(note.span))), note.message
        )
        for note in finding.notes
        if note.span is not None
    ]
    said = [finding.message, *(note.message for note in finding.notes if note.span is None)]
    return types.Diagnostic(
        columns.range(finding.source),
        "\n".join(said),
        SEVERITIES[finding.severity],
        finding.rule.id,
        source="lintnews",
        related_information=related or None,
    )


def _of_problem(problem: Problem) -> types.Diagnostic:
    start = types.Position(max(0, problem.line - 1), max(0, problem.column - 1))
    end = types.Position(start.line, start.character + problem.length)
    return types.Diagnostic(types.Range(start, end), problem.message, types.DiagnosticSeverity.Error, source="lintnews")


def _actions(finding: Finding, uri: str, checked: Checked) -> Iterator[types.CodeAction]:
    diagnostic = _diagnostic(finding, uri, checked.story, checked.columns)
    preferred = True
    for fix in finding.fixes:
        if may_apply(fix, unsafe=True):
            safe = may_apply(fix, unsafe=False)
            yield types.CodeAction(
                _title(fix) + ("" if safe else " (may change the meaning)"),
                types.CodeActionKind.QuickFix,
                [diagnostic],
                is_preferred=safe and preferred,
                edit=_workspace_edit(uri, [(checked.story.place_of(edit), edit.text) for edit in fix.edits], checked),
            )
            preferred = False
    place = _behind_block(finding, checked.story)
    if place is not None and checked.format_of in MARKS and finding.rule.subject != "suppressions":
        opening, closing = MARKS[checked.format_of]
        words = finding.text if len(finding.text) <= 40 and not set(finding.text) & set('|,"“”[]<>-\n') else ""
        said = f"{finding.rule.id}|{words}" if words else finding.rule.id
        comment = f" {opening}lintnews: allow {said}{closing}"
        yield types.CodeAction(
            f"Allow {finding.rule.id} here",
            types.CodeActionKind.QuickFix,
            [diagnostic],
            edit=_workspace_edit(uri, [(place, comment)], checked),
        )


def _title(fix: Fix) -> str:
    texts = [edit.text for edit in fix.edits]
    if not any(texts):
        return "Take it out"
    return "Change to " + ", ".join(f"“{text}”" for text in texts)


def _behind_block(finding: Finding, story: Story) -> Span | None:
    """Where a suppression of *finding* can stand: behind the block's last word; None for front matter."""
    block = story.block_at(finding.span.start)
    if block is None:
        return None
    end = story.map.to_source(block.span).end
    front = FRONT_MATTER.match(story.source)
    return None if front and end <= front.end() else Span(end, end)


def _workspace_edit(uri: str, edits: Iterable[tuple[Span, str]], checked: Checked) -> types.WorkspaceEdit:
    return types.WorkspaceEdit({uri: [types.TextEdit(checked.columns.range(span), text) for span, text in edits]})


def make_server(cache: Path | None = None) -> LanguageServer:
    """The server, ready for ``start_io`` or ``start_tcp``; compiled rules are kept in the folder *cache*."""
    server = LanguageServer("lintnews", VERSION)
    desk = Desk(server, cache)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("lintnews-files", method, options)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.check_soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        desk.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        desk.check_soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        desk.linters.forget()
        desk.check_all()

    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return list(desk.actions(params))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return desk.hover(params)

    return server
