"""The documents that are open, and what was found in them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from ..config import FILE_NAMES, find_config
from ..finding import Finding
from ..fixing import Limits, fix_text
from ..folders import is_excluded, is_paper
from ..linter import FileReport, Linter
from ..problem import LintnewsError, Problem
from ..readers import READERS
from ..story import Story
from .actions import FIX_ALL, actions_for, workspace_edit
from .columns import Columns
from .diagnostics import diagnostic, of_problem
from .documents import Checked, format_of, path_of
from .edits import edits_between
from .house_names import HouseFile
from .linters import Linters
from .rule_files import is_rule_file, rule_diagnostics
from .settings import DEFAULTS, settings_of

PAUSE = 0.03
"""Seconds after a key in which further keys of the same burst are waited for."""


class Desk:
    """Lints documents as they change, one at a time; what is outdated before it is done is not shown."""

    def __init__(self, server: LanguageServer, cache: Path | None = None) -> None:
        self.server = server
        self.linters = Linters(cache)
        self.settings = DEFAULTS
        self.checked: dict[str, Checked] = {}
        self._pending: dict[str, asyncio.Task[None]] = {}
        self._wrong: set[str] = set()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="lintnews")

    def set(self, given: object) -> None:
        """Take the editor's settings; what is wrong in them is told and left out."""
        self.settings, wrong = settings_of(given, self.settings)
        for said in wrong:
            self.server.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"lintnews: {said}"))

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
        if is_rule_file(path_of(uri), source):
            await self._check_rule_file(uri, source, version)
            return
        read_as = format_of(uri, document.language_id, source)
        if read_as is None:
            return
        if not self.settings.enable or is_paper(path_of(uri).name):
            self.checked.pop(uri, None)
            self._publish(uri, [], version)
            return
        checked = await self._judged(uri, source, read_as, version, publication=False)
        if checked is not None and self.server.workspace.get_text_document(uri).version == version:
            self._show(checked)

    async def check_for_publication(self, uri: str) -> Checked | None:
        """Lint the document as print needs it, and show what is found until it changes; None for what can't be linted."""
        document = self.server.workspace.get_text_document(uri)
        version, source = document.version, document.source
        read_as = format_of(uri, document.language_id, source)
        if read_as is None:
            return None
        self._forget_pending(uri)
        checked = await self._judged(uri, source, read_as, version, publication=True)
        if checked is not None:
            self._show(checked)
        return checked

    async def _judged(
        self, uri: str, source: str, read_as: str, version: int | None, *, publication: bool
    ) -> Checked | None:
        """What is found in the document; None where it can't be read, or its configuration is wrong, which is told."""
        path, loop = path_of(uri), asyncio.get_running_loop()
        try:
            linter, report = await loop.run_in_executor(self._worker, self._lint, path, source, read_as, publication)
        except LintnewsError as error:
            self._tell_wrong(error.problems)
            return None
        except ValueError as error:  # what can't be read as a story
            self.server.window_log_message(types.LogMessageParams(types.MessageType.Warning, f"{path}: {error}"))
            return None
        self._tell_wrong(())
        if report.story is None:
            return None
        least = self.settings.least_severity
        shown = tuple(finding for finding in report.findings if finding.severity >= least)
        findings = () if is_excluded(str(path), linter.config.excluded) else shown
        config = self._config_file() or find_config(path.parent)
        return Checked(uri, version, report.story, findings, read_as, self.columns(source), config)

    def _show(self, checked: Checked) -> None:
        self.checked[checked.uri] = checked
        diagnostics = [diagnostic(f, checked.uri, checked.story, checked.columns) for f in checked.findings]
        self._publish(checked.uri, diagnostics, checked.version)

    def _config_file(self) -> Path | None:
        return self.settings.config_file(self.server.workspace.root_path)

    async def _check_rule_file(self, uri: str, source: str, version: int | None) -> None:
        found = await asyncio.get_running_loop().run_in_executor(self._worker, rule_diagnostics, path_of(uri), source)
        if self.server.workspace.get_text_document(uri).version == version:
            self._publish(uri, found, version)

    def columns(self, source: str) -> Columns:
        return Columns(source, self.server.workspace.position_encoding or "utf-16")

    def _lint(self, path: Path, source: str, read_as: str, publication: bool = False) -> tuple[Linter, FileReport]:
        asked = self.linters.for_publication if publication else self.linters.for_story
        linter = asked(path, self._config_file())
        return linter, linter.lint_text(source, format_of=read_as, path=str(path))

    def _publish(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def _tell_wrong(self, problems: Iterable[Problem]) -> None:
        """Show what is wrong in configuration and rule files where it stands, and nothing where nothing is any more."""
        by_file: dict[str, list[types.Diagnostic]] = {uri: [] for uri in self._wrong}
        for problem in problems:
            uri = uris.from_fs_path(str(Path(problem.path).absolute())) or ""
            by_file.setdefault(uri, []).append(of_problem(problem))
        for uri, diagnostics in by_file.items():
            self._publish(uri, diagnostics)
        self._wrong = {uri for uri, diagnostics in by_file.items() if diagnostics}

    def actions(self, params: types.CodeActionParams) -> Iterator[types.CodeAction]:
        """What can be done about the findings in a range, or about the whole story."""
        checked = self._current(params.text_document.uri)
        if checked is None:
            return
        only = [getattr(kind, "value", kind) for kind in params.context.only or ()]
        start, end = checked.columns.offset(params.range.start), checked.columns.offset(params.range.end)
        if not only or any(types.CodeActionKind.QuickFix.value.startswith(kind) for kind in only):
            house = self._house_file(checked)
            for finding in checked.findings:
                if finding.source.start <= end and start <= finding.source.end:
                    yield from actions_for(finding, checked, house)
        if any(kind == FIX_ALL or FIX_ALL.startswith(f"{kind}.") for kind in only):
            yield from self._fix_all(checked)

    def _current(self, uri: str) -> Checked | None:
        """What was found in the document, if that is how it stands now."""
        checked = self.checked.get(uri)
        return (
            checked if checked and checked.story.source == self.server.workspace.get_text_document(uri).source else None
        )

    def _house_file(self, checked: Checked) -> HouseFile | None:
        """Where the house's names are kept, or could be: not in TOML, and not for what was never saved."""
        if checked.config is not None:
            if checked.config.name not in FILE_NAMES:
                return None
            uri = uris.from_fs_path(str(checked.config)) or ""
            return HouseFile(checked.config, self.server.workspace.get_text_document(uri).source)
        workspace = self.server.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        can_create = edits and types.ResourceOperationKind.Create in (edits.resource_operations or ())
        root = self.server.workspace.root_path
        return HouseFile(Path(root) / FILE_NAMES[0], None) if root and can_create else None

    def _fix_all(self, checked: Checked) -> Iterator[types.CodeAction]:
        source, path = checked.story.source, path_of(checked.uri)

        def lint(text: str) -> tuple[Story, tuple[Finding, ...]]:
            report = self._lint(path, text, checked.format_of)[1]
            return report.story or checked.story, report.findings

        after = fix_text(source, lint, Limits(reserved=READERS[checked.format_of].reserved)).text
        if after != source:
            edit = workspace_edit(edits_between(source, after), checked)
            yield types.CodeAction("Fix all wording that is safe to fix", FIX_ALL, edit=edit)

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
            f"**{rule.id}**: {flowing(rule.why)}" + (f"\n\n{flowing(rule.cites)}" if rule.cites else "")
            for rule in rules.values()
        ]
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(parts))
        return types.Hover(content, checked.columns.range(found[0].source))


def flowing(text: str) -> str:
    """*text* without the line ends of its file: paragraphs, each in one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
