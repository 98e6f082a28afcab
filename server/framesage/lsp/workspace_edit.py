"""Edits as LSP has them: for the version that was read, where the client can say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.fixes import Edit
    from framesage.lsp.server import FramesageServer

_Changes = list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile]


def can_write(server: FramesageServer, edits: Sequence[Edit]) -> bool:
    """Tell whether the client can make these edits; not every client can create a file."""
    able = _abilities(server)
    creates = able.resource_operations if able else None
    may = types.ResourceOperationKind.Create in (creates or ())
    return may or not any(edit.create for edit in edits)


def workspace_edit(server: FramesageServer, edits: Sequence[Edit]) -> types.WorkspaceEdit:
    """Return edits that a client makes and undoes in one step."""
    able = _abilities(server)
    if (able and able.document_changes) or any(edit.create for edit in edits):
        return types.WorkspaceEdit(document_changes=_document_changes(server, edits))
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in edits:
        changes.setdefault(server.uri_of(edit.path), []).append(_text_edit(server, edit))
    return types.WorkspaceEdit(changes=changes)


def _document_changes(server: FramesageServer, edits: Sequence[Edit]) -> _Changes:
    changes: _Changes = []
    for path in dict.fromkeys(edit.path for edit in edits):
        mine = [edit for edit in edits if edit.path == path]
        uri, buffer = server.uri_of(path), server.store.buffers.get(path)
        if any(edit.create for edit in mine):
            options = types.CreateFileOptions(ignore_if_exists=True)
            changes.append(types.CreateFile(uri, options=options))
        version = buffer.version if buffer else None
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        texts = [_text_edit(server, edit) for edit in mine]
        changes.append(types.TextDocumentEdit(document, texts))
    return changes


def _text_edit(server: FramesageServer, edit: Edit) -> types.TextEdit:
    source = server.store.source_of(edit.path) or Source(edit.path, "")
    return types.TextEdit(server.encoding.range(source, edit.range), edit.text)


def _abilities(server: FramesageServer) -> types.WorkspaceEditClientCapabilities | None:
    workspace = server.client_capabilities.workspace
    return workspace.workspace_edit if workspace else None
