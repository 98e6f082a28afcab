"""The actions of tests in an editor, with published or requested diagnostics."""

import asyncio
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Union

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from e2e.wire import PATIENCE

REFRESHES = (
    types.WORKSPACE_DIAGNOSTIC_REFRESH,
    types.WORKSPACE_CODE_LENS_REFRESH,
    types.WORKSPACE_INLAY_HINT_REFRESH,
)


def make_client() -> LanguageClient:
    """Return a client that keeps all published diagnostics in order."""
    client = LanguageClient(converter_factory=_converter)
    client.published = []
    client.projects = 0
    client.refreshes = Counter()
    client.person = None

    def keep(params: types.PublishDiagnosticsParams) -> None:
        client.published.append(params)
        client.diagnostics[params.uri] = params.diagnostics

    kept = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: keep}

    async def choose(params: types.ShowMessageRequestParams):
        return await client.person.choose(params)

    asked = {
        types.WINDOW_SHOW_MESSAGE_REQUEST: choose,
        types.WORKSPACE_APPLY_EDIT: lambda params: client.person.apply(params),
    }
    registered = (types.CLIENT_REGISTER_CAPABILITY, types.CLIENT_UNREGISTER_CAPABILITY)
    ignored = dict.fromkeys(registered, lambda _params: None)
    refreshed = {method: _counter(client, method) for method in REFRESHES}
    register_lsp_features(
        client, {**DEFAULT_CLIENT_FEATURES, **kept, **asked, **ignored, **refreshed}
    )
    return client


def _converter():
    """Return a converter that keeps the edit of an action with a command, unlike lsprotocol's."""
    converter = default_converter()

    def structure(value, _type):
        is_command = isinstance(value.get("command"), str)
        return converter.structure(value, types.Command if is_command else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, structure)
    converter.register_structure_hook(Union[types.Command, types.CodeAction], structure)  # noqa: UP007 - as in lsprotocol
    return converter


def _counter(client: LanguageClient, method: str):
    """Return a handler that counts refresh requests."""

    def count(_params: None) -> None:
        client.refreshes[method] += 1

    return count


class Editor:
    """Documents in a workspace, synchronized with the server."""

    def __init__(self, client: LanguageClient, root: Path) -> None:
        self.client = client
        self.root = root
        self.texts: dict[str, list[str]] = {}
        self.pulls = client.pulls

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def open(
        self, name: str, text: str, uri: str | None = None, language: str = "plaintext"
    ) -> str:
        """Open a document by its name in the workspace or its URI; return the URI."""
        uri = uri or self.uri(name)
        self.texts[uri] = [text]
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, line: int, character: int, text: str) -> None:
        """Insert text at a position in UTF-16 units."""
        at = types.Position(line, character)
        change = types.TextDocumentContentChangePartial(types.Range(at, at), text)
        self._change(uri, change, text)

    def replace(self, uri: str, text: str) -> None:
        """Send a document's whole text."""
        self._change(uri, types.TextDocumentContentChangeWholeDocument(text), text)

    def _change(self, uri: str, change: types.TextDocumentContentChangeEvent, text: str) -> None:
        self.texts[uri].append(text)
        document = types.VersionedTextDocumentIdentifier(version=len(self.texts[uri]), uri=uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    @property
    def published(self) -> list[types.PublishDiagnosticsParams]:
        """The diagnostics published for this project and for opened documents, in order."""
        return [params for params in self.client.published if self._is_ours(params.uri)]

    def _is_ours(self, uri: str) -> bool:
        return uri in self.texts or uri.startswith(f"{self.root.as_uri()}/")

    def close_all(self) -> None:
        for uri in list(self.texts):
            self.close(uri)

    def close(self, uri: str) -> None:
        self.texts.pop(uri)
        self.client.published.clear()
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """Return the diagnostics after the server has handled everything."""
        if self.pulls:
            return list((await self.pull(uri)).items)
        await self._wait_for_push(uri)
        return list(self.client.diagnostics.get(uri, []))

    async def pull(self, uri: str, before: str | None = None):
        """Request a document's diagnostics."""
        params = types.DocumentDiagnosticParams(
            types.TextDocumentIdentifier(uri), previous_result_id=before
        )
        return await self.client.text_document_diagnostic_async(params)

    def at(self, uri: str, line: int, before: str) -> types.Position:
        """Return the position after a text in a line, in the negotiated encoding."""
        written = "".join(self.texts[uri][-1:]).split("\n")[line]
        end = written.index(before) + len(before)
        return types.Position(line, len(self._units(written[:end])) // self._width)

    def text_at(self, uri: str, span: types.Range) -> str:
        """Return the text in a range of one line of a document."""
        line = self._units(self.texts[uri][-1].split("\n")[span.start.line])
        start, end = span.start.character * self._width, span.end.character * self._width
        return line[start:end].decode(self._codec)

    def _units(self, text: str) -> bytes:
        return text.encode(self._codec)

    @property
    def _codec(self) -> str:
        return {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(self.client.encoding, "utf-8")

    @property
    def _width(self) -> int:
        return {"utf-16": 2, "utf-32": 4}.get(self.client.encoding, 1)

    async def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        document, at = types.TextDocumentIdentifier(uri), types.Position(line, character)
        return await self.client.text_document_hover_async(types.HoverParams(document, at))

    async def codes(self, uri: str) -> list[str]:
        return sorted({str(diagnostic.code) for diagnostic in await self.diagnostics(uri)})

    async def eventually(self, uri: str, *codes: str) -> None:
        """Wait until a document has findings of exactly these rules.

        The findings of a document follow a change of another file, such as its settings, later.
        """
        await self._until(uri, lambda found: found == {*codes})

    async def loses(self, uri: str, code: str) -> None:
        """Wait until a document has no finding of a rule."""
        await self._until(uri, lambda found: code not in found)

    async def _until(self, uri: str, condition: Callable[[set[str]], bool]) -> None:
        end = asyncio.get_running_loop().time() + PATIENCE
        while not condition({*(found := await self.codes(uri))}):
            assert asyncio.get_running_loop().time() < end, found
            await asyncio.sleep(0.005)

    async def shows(self, *codes: str) -> None:
        """Wait until exactly these rules are shown (only with published diagnostics)."""

        async def shown() -> None:
            while self._shown() != {*codes}:
                await asyncio.sleep(0.002)

        await asyncio.wait_for(shown(), PATIENCE)

    def _shown(self) -> set[str]:
        shown = self.client.diagnostics.items()
        return {
            str(diagnostic.code) for uri, all_ in shown if self._is_ours(uri) for diagnostic in all_
        }

    async def _wait_for_push(self, uri: str) -> None:
        """Wait for the diagnostics of the last version, or of the disk's if it is closed."""
        wanted = uri, len(self.texts[uri]) if uri in self.texts else None
        await asyncio.wait_for(self._published(wanted), PATIENCE)

    async def _published(self, wanted: tuple[str, int | None]) -> None:
        while wanted not in [(params.uri, params.version) for params in self.client.published]:
            await asyncio.sleep(0.002)
