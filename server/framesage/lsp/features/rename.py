"""``textDocument/rename`` and ``textDocument/prepareRename``: of the ids that packs define."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.rule_files.pointed import Pointed
    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Register the handlers."""
    server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)(prepare_rename)
    server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))(rename)


def prepare_rename(
    ls: FramesageServer, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the id at a position and its range; fail with the reason if it keeps its name."""
    from framesage.editing.rules.ids import unquoted
    from framesage.lsp.rule_files.pointed import pointed_at

    pointed = pointed_at(ls, params.text_document.uri, params.position)
    if pointed is None:
        return None
    _refuse(ls, pointed)
    span = unquoted(pointed.id.range, pointed.id.name)
    return types.PrepareRenamePlaceholder(ls.positions.range(pointed.source, span), pointed.id.name)


def rename(ls: FramesageServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the edits of the pack, and of the settings and ignore comments of its projects."""
    from framesage.editing.rules.renaming import name_problem
    from framesage.fixes import Edit
    from framesage.lsp.rule_files.pointed import pointed_at
    from framesage.lsp.rule_files.uses import uses
    from framesage.lsp.workspace_edit import workspace_edit

    pointed = pointed_at(ls, params.text_document.uri, params.position)
    if pointed is None:
        return None
    _refuse(ls, pointed)
    renamed = replace(pointed, id=replace(pointed.id, name=params.new_name))
    _fail(name_problem(pointed.id, params.new_name, is_taken=bool(renamed.definitions())))
    found = uses(ls, pointed)
    return workspace_edit(ls, [Edit(it.source.path, it.range, params.new_name) for it in found])


def _refuse(ls: FramesageServer, pointed: Pointed) -> None:
    from framesage.editing.rules.definitions import definitions_of
    from framesage.editing.rules.renaming import refusal

    own = definitions_of(pointed.id, pointed.sources)
    reason = refusal(
        pointed.id,
        is_builtin=bool(pointed.builtin_definitions()),
        is_defined=bool(own),
        is_inside=all(_is_inside(ls, found.source.path) for found in own),
    )
    _fail(reason)


def _is_inside(ls: FramesageServer, path: Path) -> bool:
    store = ls.store
    return path in store.buffers or not store.folders or store.folder_of(path) is not None


def _fail(reason: str) -> None:
    if reason:
        raise JsonRpcException(reason, types.LSPErrorCodes.RequestFailed.value)
