"""``textDocument/didOpen``, ``didChange``, ``didSave`` and ``didClose``.

Not every client reports changes of the disk, and none reports all of them. So all of these but
``didChange``, which must not take any time, also look at the disk.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from framesage.lsp.conversion.edits import Edit
from framesage.lsp.conversion.positions import path_of
from framesage.lsp.transport.document_changes import document_change
from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.invalidation import applies_below, is_prose
from framesage.manifests import may_have_metadata

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.conversion.text_document import LineDocument
    from framesage.lsp.server import FramesageServer


_LISTS = ("pip-requirements", "requirements")
"""The languages of requirements files in VS Code and Helix, and in Vim and Neovim."""


def register(server: FramesageServer) -> None:
    """Register the handlers; ``didChange`` takes a way of its own (docs/adr/0046)."""
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.own[types.TEXT_DOCUMENT_DID_CHANGE] = partial(did_change, server)
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


def did_change(ls: FramesageServer, params: object) -> None:
    """Handle a document that was changed; raise JsonRpcInvalidParams for an invalid change."""
    try:
        change = document_change(params)
    except JsonRpcInvalidParams:
        _lose_step(ls, params)
        raise
    document = _open_document(ls, change.uri)
    if document is None:
        raise JsonRpcInvalidParams(f"{change.uri} is not open")
    document.edit(change.edits, change.version)
    _put(ls, change.uri)


def _open_document(ls: FramesageServer, uri: str) -> LineDocument | None:
    """Return an open document, which pygls keeps by its URI without escapes."""
    return cast("LineDocument | None", ls.workspace.text_documents.get(unquote(uri)))


def _lose_step(ls: FramesageServer, params: object) -> None:
    """Note that a document is not as the client has it, until a new whole text or a save."""
    document = params.get("textDocument") if isinstance(params, dict) else None
    uri = document.get("uri") if isinstance(document, dict) else None
    opened = _open_document(ls, uri) if isinstance(uri, str) else None
    if opened is not None:
        opened.is_out_of_step = True


def _catch_up(ls: FramesageServer, uri: str, path: Path) -> None:
    """Give a document that is out of step the text that was saved."""
    document, saved = _open_document(ls, uri), ls.store.saved_text(path)
    if document is not None and document.is_out_of_step and saved is not None:
        document.edit([Edit(saved)], document.version)
        _put(ls, uri)


def did_save(ls: FramesageServer, params: types.DidSaveTextDocumentParams) -> None:
    """Handle a document that was saved: other files may have been written with it."""
    path = path_of(params.text_document.uri)
    if path is not None:
        ls.look_at_disk(path)
        ls.store.save(path)
        _catch_up(ls, params.text_document.uri, path)
        _request(ls, path)
        ls.document_changed(path)


def did_close(ls: FramesageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Handle a document that was closed."""
    path = path_of(params.text_document.uri)
    if path is not None:
        ls.look_at_disk(path)
        affects_others = ls.store.close(path)
        _request(ls, path)
        if affects_others:  # a project can end that was only begun in the document
            ls.request_known_analyses()
        ls.document_changed(path)


def _put(ls: FramesageServer, uri: str) -> None:
    path = path_of(uri)
    if path is None:
        return
    document = cast("LineDocument", ls.workspace.get_text_document(uri))
    buffer = Buffer(document.source, document.version, uri, document.split)
    affects_others = ls.store.put(path, buffer)
    # A published file may have been a dependency file until this edit, such as a script; a README
    # is evidence of what a project needs.
    if ls.store.is_dependency_file(path) or path in ls.published or is_prose(path):
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
    if ls.store.is_of_settings(path) or applies_below(path.name):
        ls.request_known_analyses()
