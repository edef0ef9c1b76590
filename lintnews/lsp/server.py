"""The server: what the protocol asks, handed to the desk."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from ..version import VERSION
from .actions import FIX_ALL
from .desk import Desk
from .documents import path_of
from .schema_help import completions, meaning

WATCHED = ("**/{.,}lintnews.{yaml,yml}", "**/pyproject.toml", "**/*.yaml", "**/lintnews-baseline.json")
LINT_FOR_PUBLICATION = "lintnews.lintForPublication"
"""Command of the server: lint the document with the given URI as print needs it; gives back how much was found."""


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

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        desk.set(params.initialization_options)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(params: types.DidChangeConfigurationParams) -> None:
        desk.set(params.settings)
        desk.check_all()

    @server.command(LINT_FOR_PUBLICATION)
    async def lint_for_publication(uri: str) -> dict[str, int] | None:
        checked = await desk.check_for_publication(uri)
        if checked is None:
            return None
        found = Counter(str(finding.severity) for finding in checked.findings)
        return {name: found[name] for name in ("error", "warning", "info")}

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        desk.check_soon(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        desk.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        if path_of(params.text_document.uri).suffix.lower() in (".yaml", ".yml", ".toml"):
            desk.linters.forget()  # a rule or the configuration; not every client watches files
            desk.check_all()
        else:
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
        document = server.workspace.get_text_document(params.text_document.uri)
        said = meaning(path_of(document.uri), document.source, params.position.line)
        if said:
            return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said))
        return desk.hover(params)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION)
    async def complete(params: types.CompletionParams) -> list[types.CompletionItem]:
        document = server.workspace.get_text_document(params.text_document.uri)
        at = params.position
        return completions(path_of(document.uri), document.source, at.line, at.character)

    return server
