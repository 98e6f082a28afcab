"""A pygls server with a constant diagnostic and hover: the least that a server with pygls costs."""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

SERVER = LanguageServer("bare", "1.0")
SPAN = types.Range(types.Position(0, 0), types.Position(0, 1))


def publish(uri: str, version: int) -> None:
    """Publish the diagnostic."""
    diagnostic = types.Diagnostic(SPAN, "constant", source="bare")
    params = types.PublishDiagnosticsParams(uri, [diagnostic], version)
    SERVER.text_document_publish_diagnostics(params)


@SERVER.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(params: types.DidOpenTextDocumentParams) -> None:
    """Handle an opened document."""
    publish(params.text_document.uri, params.text_document.version)


@SERVER.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(params: types.DidChangeTextDocumentParams) -> None:
    """Handle a changed document."""
    publish(params.text_document.uri, params.text_document.version)


@SERVER.feature(types.TEXT_DOCUMENT_HOVER)
def hover(_params: types.HoverParams) -> types.Hover:
    """Answer with a constant."""
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "constant"))


if __name__ == "__main__":
    SERVER.start_io()
