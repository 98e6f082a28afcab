"""Convert edits to ``WorkspaceEdit``, versioned if the client supports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.fixes import Edit
    from framesage.lsp.server import FramesageServer

_Changes = list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile]


def can_apply(server: FramesageServer, edits: Sequence[Edit]) -> bool:
    """Return whether the client can apply edits; not every client can create files."""
    return _can_create(server) or not any(edit.create for edit in edits)


def workspace_edit(server: FramesageServer, edits: Sequence[Edit]) -> types.WorkspaceEdit:
    """Return edits that a client applies, and undoes, in one step.

    If the client cannot create files, new ones are edited as if they were empty.
    """
    support = _support(server)
    creates = _can_create(server) and any(edit.create for edit in edits)
    if (support and support.document_changes) or creates:
        return types.WorkspaceEdit(document_changes=_document_changes(server, edits))
    changes: dict[str, list[types.TextEdit]] = {}
    for edit in edits:
        changes.setdefault(server.uri_of(edit.path), []).append(_text_edit(server, edit))
    return types.WorkspaceEdit(changes=changes)


def _document_changes(server: FramesageServer, edits: Sequence[Edit]) -> _Changes:
    changes: _Changes = []
    for path in dict.fromkeys(edit.path for edit in edits):
        file_edits = [edit for edit in edits if edit.path == path]
        uri, buffer = server.uri_of(path), server.store.buffers.get(path)
        if _can_create(server) and any(edit.create for edit in file_edits):
            options = types.CreateFileOptions(ignore_if_exists=True)
            changes.append(types.CreateFile(uri, options=options))
        version = buffer.version if buffer else None
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        text_edits = [_text_edit(server, edit) for edit in file_edits]
        changes.append(types.TextDocumentEdit(document, text_edits))
    return changes


def _text_edit(server: FramesageServer, edit: Edit) -> types.TextEdit:
    source = server.store.source_of(edit.path) or Source(edit.path, "")
    return types.TextEdit(server.positions.range(source, edit.range), edit.text)


def _can_create(server: FramesageServer) -> bool:
    support = _support(server)
    operations = (support.resource_operations if support else None) or ()
    return types.ResourceOperationKind.Create in operations


def _support(server: FramesageServer) -> types.WorkspaceEditClientCapabilities | None:
    workspace = server.client_capabilities.workspace
    return workspace.workspace_edit if workspace else None
