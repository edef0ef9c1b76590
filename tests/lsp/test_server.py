"""The language server, asked by a client in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from lintnews.lsp.columns import Columns

RULE = """\
id: {id}
check: substitution
swap: {{{old}: {new}}}
message: "Write {{replacement}}, not {{text}}."
severity: error
why: The house writes it so.
examples:
  valid: [The mayor spoke.]
  invalid: ["The [[{old}]] spoke."]
"""
CONFIG = "rule_folders: [house]\nrules: {all: off, colour: on, unused-suppression: on}\n"


class Editor:
    """A client that keeps the last diagnostics of every document."""

    def __init__(self) -> None:
        self.client = LanguageClient("test", "1")
        self.diagnostics: dict[str, tuple[types.Diagnostic, ...]] = {}
        self._published = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri] = tuple(params.diagnostics)
            self._published.set()

        self.told: list[str] = []

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def told(params: types.ShowMessageParams) -> None:
            self.told.append(params.message)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered = [registration.method for registration in params.registrations]

    async def until(self, met: Callable[[], bool]) -> None:
        """Wait for diagnostics until *met*."""
        async with asyncio.timeout(30):
            while not met():
                self._published.clear()
                await self._published.wait()

    def open(self, path: Path, text: str, language: str = "markdown") -> str:
        document = types.TextDocumentItem(path.as_uri(), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return document.uri

    def set(self, **settings: object) -> None:
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams({"lintnews": settings}))

    def change(self, uri: str, text: str, version: int) -> None:
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def actions(self, uri: str, place: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext(list(self.diagnostics[uri]), only=list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), place, context)
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]


@asynccontextmanager
async def editor(folder: Path, options: object = None) -> AsyncIterator[Editor]:
    found = Editor()
    lintnews = str(Path(sys.executable).with_name("lintnews"))
    await found.client.start_io(lintnews, "lsp")
    files = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    capabilities = types.ClientCapabilities(types.WorkspaceClientCapabilities(did_change_watched_files=files))
    asked = types.InitializeParams(capabilities, root_uri=folder.as_uri(), initialization_options=options)
    await found.client.initialize_async(asked)
    found.client.initialized(types.InitializedParams())
    try:
        yield found
    finally:
        await found.client.shutdown_async(None)
        found.client.exit(None)
        await asyncio.wait_for(found.client.stop(), 10)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    (folder / "words").mkdir()
    (folder / "words" / "colour.yaml").write_text(RULE.format(id="colour", old="colour", new="color"))
    return folder


@pytest.fixture
def desk(tmp_path: Path, house: Path) -> Path:
    (tmp_path / "lintnews.yaml").write_text(CONFIG.replace("[house]", f"[{house}]"))
    return tmp_path


def run(asked: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asked())  # type: ignore[arg-type]


def after(text: str, edits: list[types.TextEdit]) -> str:
    """*text* with the edits of a code action, whose columns are UTF-16."""
    columns = Columns(text)
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True):
        start, end = columns.offset(edit.range.start), columns.offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


def edits_of(action: types.CodeAction, uri: str) -> list[types.TextEdit]:
    assert action.edit is not None and action.edit.changes is not None
    return list(action.edit.changes[uri])


def test_from_opening_to_closing(desk: Path) -> None:
    text = "One.\n\n😀 It’s the colour of “the 😀 colour,” he said.\n"

    async def asked() -> None:
        async with editor(desk) as found:
            uri = found.open(desk / "a.txt", text, "plaintext")
            await found.until(lambda: len(found.diagnostics.get(uri, ())) == 2)
            first, second = found.diagnostics[uri]
            assert first.range == types.Range(types.Position(2, 12), types.Position(2, 18))
            assert second.range == types.Range(types.Position(2, 30), types.Position(2, 36))
            assert (first.code, first.source, first.message) == ("colour", "lintnews", "Write color, not colour.")
            assert first.severity is types.DiagnosticSeverity.Error

            actions = await found.actions(uri, first.range)
            assert [action.title for action in actions] == ["Change to “color”", "Allow colour here"]
            assert after(text, edits_of(actions[0], uri)) == text.replace("colour", "color", 1)
            allowed = after(text, edits_of(actions[1], uri))
            assert allowed == text[:-1] + " [lintnews: allow colour|colour]\n"
            in_quotation = await found.actions(uri, second.range)
            titles = ["Replace with “color” (check it first)", "Allow colour here"]
            assert [action.title for action in in_quotation] == titles
            assert not in_quotation[0].is_preferred
            every = await found.actions(uri, types.Range(types.Position(0, 0), types.Position(0, 0)), "source.fixAll")
            assert [after(text, edits_of(action, uri)) for action in every] == [text.replace("colour", "color", 1)]

            place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(2, 14))
            hover = await found.client.text_document_hover_async(place)
            assert first.code_description and first.code_description.href.endswith("/words/colour.yaml")
            assert hover is not None and isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value == "**colour**: The house writes it so."

            found.change(uri, allowed, 2)
            await found.until(lambda: not found.diagnostics[uri])
            found.change(uri, text, 3)
            await found.until(lambda: len(found.diagnostics[uri]) == 2)
            found.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
            await found.until(lambda: not found.diagnostics[uri])

    run(asked)


def test_the_configuration_is_read_again_and_its_mistakes_are_shown(desk: Path) -> None:
    config = desk / "lintnews.yaml"
    before = config.read_text()

    async def asked() -> None:
        async with editor(desk) as found:
            uri = found.open(desk / "a.txt", "The colour.\n", "plaintext")
            await found.until(lambda: len(found.diagnostics.get(uri, ())) == 1)

            def files_changed() -> None:
                event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
                found.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

            config.write_text(before.replace("colour: on", "colour: info"))
            files_changed()
            await found.until(lambda: found.diagnostics[uri][0].severity is types.DiagnosticSeverity.Information)
            config.write_text(before.replace("colour: on", "color: on"))
            files_changed()
            await found.until(lambda: bool(found.diagnostics.get(config.as_uri())))
            (wrong,) = found.diagnostics[config.as_uri()]
            assert wrong.range.start.line == 1
            assert "did you mean `colour`?" in wrong.message
            config.write_text(before)
            files_changed()
            await found.until(lambda: not found.diagnostics[config.as_uri()])

    run(asked)


def test_the_editor_sets_what_is_shown(desk: Path) -> None:
    (desk / "mild.yaml").write_text((desk / "lintnews.yaml").read_text().replace("colour: on", "colour: info"))

    async def asked() -> None:
        async with editor(desk, {"least": "warning", "config": "mild.yaml"}) as found:
            uri = found.open(desk / "a.txt", "The colour.\n", "plaintext")
            await found.until(lambda: uri in found.diagnostics)
            assert not found.diagnostics[uri]
            found.set(config="mild.yaml", least="hint")
            await found.until(lambda: bool(found.diagnostics[uri]))
            assert found.diagnostics[uri][0].severity is types.DiagnosticSeverity.Information
            assert found.told == ["lintnews: lintnews.least must be one of info, warning, error, not `hint`"]
            found.set(enable=False)
            await found.until(lambda: not found.diagnostics[uri])
            found.set(enable=True)
            await found.until(lambda: bool(found.diagnostics[uri]))
            assert found.diagnostics[uri][0].severity is types.DiagnosticSeverity.Error
            found.set(config="missing.yaml")
            missing = (desk / "missing.yaml").as_uri()
            await found.until(lambda: bool(found.diagnostics.get(missing)))

    run(asked)


def test_print_needs_more_than_a_draft(desk: Path) -> None:
    (desk / "lintnews.yaml").write_text("rules: {all: off}\n")
    text = "Mayor Anna Kovalenko (CQ) opened the mill.\n"

    async def asked() -> None:
        async with editor(desk) as found:
            uri = found.open(desk / "a.txt", text, "plaintext")
            await found.until(lambda: uri in found.diagnostics)
            assert not found.diagnostics[uri]
            command = types.ExecuteCommandParams("lintnews.lintForPublication", [uri])
            counts = await found.client.workspace_execute_command_async(command)
            assert sum(counts[name] for name in ("error", "warning", "info")) == 1
            await found.until(lambda: bool(found.diagnostics[uri]))
            assert found.diagnostics[uri][0].code == "leftover-cq"
            found.change(uri, text + "\nIt rained.\n", 2)
            await found.until(lambda: not found.diagnostics[uri])

    run(asked)


def test_only_stories_are_looked_at(desk: Path) -> None:
    story = '{"uri": "x", "headline": "😀 A colour"}'

    async def asked() -> None:
        async with editor(desk) as found:
            found.open(desk / "package.json", '{"name": "colour"}', "json")
            found.open(desk / "README.md", "The colour.\n")
            found.open(desk / "broken.ninjs", '{"uri": "x", "headline": "A colour', "json")
            uri = found.open(desk / "a.json", story, "json")
            await found.until(lambda: uri in found.diagnostics)
            (diagnostic,) = found.diagnostics[uri]
            assert diagnostic.range.start == types.Position(0, story.index("colour") + 1)
            assert [action.title for action in await found.actions(uri, diagnostic.range)] == ["Change to “color”"]
            assert {name for name, shown in found.diagnostics.items() if shown} == {uri}

    run(asked)


def test_the_contradicting_place_is_related(desk: Path) -> None:
    (desk / "lintnews.yaml").write_text("rules: {all: off, mixed-quotation-marks: on}\n")

    async def asked() -> None:
        async with editor(desk) as found:
            uri = found.open(desk / "a.md", '😀 “I’m here," he said.\n')
            await found.until(lambda: len(found.diagnostics.get(uri, ())) == 1)
            (diagnostic,) = found.diagnostics[uri]
            assert diagnostic.related_information
            assert diagnostic.related_information[0].location.uri == uri
            assert diagnostic.related_information[0].location.range.start == types.Position(0, 3)

    run(asked)


def test_a_fact_is_replaced_by_whom_it_concerns(desk: Path) -> None:
    """Every candidate is offered and none preferred, the slip everywhere, and the house's names as the other way out."""
    (desk / "lintnews.yaml").write_text(
        "rules: {all: off, inconsistent-name: on}\n# our names\nnames:\n  known:\n    - canonical: Ann Lee\n"
    )
    text = "Mayor Petra Brennan opened the mill on Monday.\n\nBrennan thanked the crew, and Brennan left. Brenan’s car stood outside. Brenan waved.\n"

    async def asked() -> None:
        async with editor(desk) as found:
            uri = found.open(desk / "a.md", text)
            await found.until(lambda: bool(found.diagnostics.get(uri, ())))
            diagnostic = found.diagnostics[uri][0]
            titles = {action.title: action for action in await found.actions(uri, diagnostic.range)}
            one = titles["Replace with “Brennan” (check it first)"]
            assert not one.is_preferred
            assert after(text, edits_of(one, uri)) == text.replace("Brenan", "Brennan")
            distinct = titles["“Brenan” and “Brennan” are two different names (lintnews.yaml)"]
            config = desk / "lintnews.yaml"
            assert after(config.read_text(), edits_of(distinct, config.as_uri())).endswith(
                "names:\n  distinct:\n    - [Brenan, Brennan]\n  known:\n    - canonical: Ann Lee\n"
            )
            known = titles["Add “Brenan” to the house's names (lintnews.yaml)"]
            assert "    - canonical: Brenan\n    - canonical: Ann Lee\n" in after(
                config.read_text(), edits_of(known, config.as_uri())
            )

    run(asked)


def test_a_rule_file_is_judged_while_it_is_written(desk: Path) -> None:
    wrong = RULE.format(id="tint", old="tint", new="tone").replace("severity: error", "severity: eror")
    noisy = RULE.format(id="tint", old="mayor", new="tone").replace("[[mayor]]", "[[mayor]]")

    async def asked() -> None:
        async with editor(desk) as found:
            uri = found.open(desk / "words" / "tint.yaml", wrong, "yaml")
            await found.until(lambda: bool(found.diagnostics.get(uri, ())))
            assert "did you mean `error`?" in found.diagnostics[uri][0].message
            found.change(uri, noisy, 2)
            await found.until(lambda: "should not" in str(found.diagnostics[uri]))
            assert found.diagnostics[uri][0].range.start.line == 7
            place = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(4, 10))
            items = await found.client.text_document_completion_async(place)
            assert isinstance(items, list)
            assert {"error", "warning", "info"} <= {item.label for item in items}
            hover = await found.client.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(2, 1))
            )
            assert hover is not None and isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value.startswith("**swap**: ")

    run(asked)


def test_an_orderly_shutdown_ends_well(desk: Path) -> None:
    """Editors report anything else as a crash."""
    ended: list[int | None] = []

    async def asked() -> None:
        client = LanguageClient("test", "1")
        await client.start_io(str(Path(sys.executable).with_name("lintnews")), "lsp")
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=desk.as_uri()))
        client.initialized(types.InitializedParams())
        await client.shutdown_async(None)
        process = client._server
        client.exit(None)
        ended.append(await asyncio.wait_for(process.wait(), 20))
        await client.stop()

    run(asked)
    assert ended == [0]


@given(st.text(st.sampled_from("aé😀\n\r’"), max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_columns_lead_back(text: str, encoding: str) -> None:
    columns = Columns(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] in ("\r\n", "\r", "\n") and text[offset : offset + 1] == "\n":
            continue
        assert columns.offset(columns.position(offset)) == offset


def test_utf_16_counts_pairs() -> None:
    columns = Columns("a\n’😀b")
    assert columns.position(4) == types.Position(1, 3)
    assert Columns("a\n’😀b", "utf-8").position(4) == types.Position(1, 7)
