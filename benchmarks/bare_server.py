"""A bare pygls server: one constant diagnostic for whatever is opened or changed.

What it takes is what any Python language server on pygls takes; the rest is Framesage's own.
"""

from __future__ import annotations

from lsprotocol import types
from pygls.lsp.server import LanguageServer

SERVER = LanguageServer("bare", "1.0")
SPAN = types.Range(types.Position(0, 0), types.Position(0, 1))


def publish(ls: LanguageServer, document: types.VersionedTextDocumentIdentifier) -> None:
    """Publish the one diagnostic."""
    found = types.Diagnostic(SPAN, "constant", source="bare")
    ls.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(document.uri, [found], document.version)
    )


@SERVER.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Answer an opened document."""
    item = params.text_document
    publish(ls, types.VersionedTextDocumentIdentifier(item.version, item.uri))


@SERVER.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Answer a change."""
    publish(ls, params.text_document)


if __name__ == "__main__":
    SERVER.start_io()
