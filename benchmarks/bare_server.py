"""A bare pygls server that publishes a constant diagnostic for each open or changed document.

Its response time is the minimum for a Python language server that uses pygls.
"""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

SERVER = LanguageServer("bare", "1.0")
SPAN = types.Range(types.Position(0, 0), types.Position(0, 1))


def publish(ls: LanguageServer, document: types.VersionedTextDocumentIdentifier) -> None:
    """Publish the diagnostic."""
    diagnostic = types.Diagnostic(SPAN, "constant", source="bare")
    ls.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(document.uri, [diagnostic], document.version)
    )


@SERVER.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Handle an opened document."""
    item = params.text_document
    publish(ls, types.VersionedTextDocumentIdentifier(item.version, item.uri))


@SERVER.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Handle a changed document."""
    publish(ls, params.text_document)


if __name__ == "__main__":
    SERVER.start_io()
