"""``textDocument/didOpen``, ``didChange``, ``didSave`` and ``didClose``.

Not every client reports changes of the disk, and none reports all of them. So all of these but
``didChange``, which must not take any time, also look at the disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of
from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.invalidation import applies_below
from framesage.manifests import may_have_metadata

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer


_LISTS = ("pip-requirements", "requirements")
"""The languages of requirements files in VS Code and Helix, and in Vim and Neovim."""


def register(server: FramesageServer) -> None:
    """Register the handlers; pygls has applied the edits before they are called."""
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(did_save)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(did_close)


def did_open(ls: FramesageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Handle a document that was opened; its language can say that it is a dependency file."""
    path = path_of(params.text_document.uri)
    ls.look_at_disk(path)
    if path is not None and _is_list_or_script(params.text_document, path):
        ls.store.name(path)
    _put(ls, params.text_document.uri)


def _is_list_or_script(document: types.TextDocumentItem, path: Path) -> bool:
    """Return whether a document is a requirements file, or a script whose name does not tell."""
    is_script = document.language_id == "python" and not path.suffix
    return document.language_id in _LISTS or (is_script and may_have_metadata(document.text))


def did_change(ls: FramesageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Handle a document that was changed."""
    _put(ls, params.text_document.uri)


def did_save(ls: FramesageServer, params: types.DidSaveTextDocumentParams) -> None:
    """Handle a document that was saved: other files may have been written with it."""
    path = path_of(params.text_document.uri)
    if path is not None:
        ls.look_at_disk(path)
        ls.store.save(path)
        _request(ls, path)
        ls.document_changed(path)


def did_close(ls: FramesageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Handle a document that was closed."""
    path = path_of(params.text_document.uri)
    if path is not None:
        ls.look_at_disk(path)
        ls.store.close(path)
        _request(ls, path)
        ls.document_changed(path)


def _put(ls: FramesageServer, uri: str) -> None:
    path = path_of(uri)
    if path is None:
        return
    document = ls.workspace.get_text_document(uri)
    affects_others = ls.store.put(path, Buffer(document.source, document.version, uri))
    # A published file may have been a dependency file until this edit, such as a script.
    if ls.store.is_dependency_file(path) or path in ls.published:
        ls.request_analysis(path)
    elif ls.store.reads_rules(path):
        ls.request_rules(path)
    if affects_others:  # such as settings, which hold in the folders below
        ls.request_known_analyses()
    if not (ls.store.rules_pause() and ls.store.reads_rules(path)):
        ls.document_changed(path)


def _request(ls: FramesageServer, path: Path) -> None:
    """Request what a saved or closed document affects: rules and settings affect other projects."""
    if ls.store.reads_rules(path):
        ls.request_all_analyses()
        return
    ls.request_analysis(path)
    if ls.store.is_extended(path) or applies_below(path.name):
        ls.request_known_analyses()
