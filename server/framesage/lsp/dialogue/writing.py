"""Write answers and decisions into a project: one edit that the client applies and can undo."""

from __future__ import annotations

import logging
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from framesage.fixes import Changes
from framesage.frozen import frozen
from framesage.lsp.workspace_edit import workspace_edit
from framesage.text import in_one_line
from framesage.wording.decision import replaced_words
from framesage.wording.dialogue import NOTHING_TO_WRITE, READ_ONLY, text_to_paste, written_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.fixes import FileChange
    from framesage.lsp.server import FramesageServer

_log = logging.getLogger(__name__)
_ATTEMPTS = 2
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@frozen
class Written:
    """What became of changes: ``text`` is what a person has to paste, "" if nothing."""

    applied: bool
    text: str
    message: str


async def write_changes(
    ls: FramesageServer, make_changes: Callable[[], Changes], label: str
) -> Written:
    """Apply the changes in one step; ask for them again if a document changes meanwhile."""
    changes = _writable(make_changes())
    if not changes.files:
        return Written(applied=True, text="", message=NOTHING_TO_WRITE)
    applied = False
    for _ in range(_ATTEMPTS):
        versions = _versions(ls)
        applied = bool(changes.edits) and await _apply(ls, changes, label)
        if applied or versions == _versions(ls):
            break
        changes = _writable(make_changes())
    left = changes.to_paste if applied else changes.files
    return _written(changes, left, applied=applied)


def _writable(changes: Changes) -> Changes:
    """Return the changes, with those of read-only files to be pasted instead."""
    files = (
        replace(change, edits=(), problem=READ_ONLY) if _is_read_only(change) else change
        for change in changes.files
    )
    return Changes(tuple(files)).all_or_none()


def _is_read_only(change: FileChange) -> bool:
    """Return whether the permissions let nobody write a file, or create it in its folder."""
    creates = any(edit.create for edit in change.edits)
    try:
        mode = (change.path.parent if creates else change.path).stat().st_mode
    except OSError:
        return False
    return bool(change.edits) and not mode & _WRITABLE


def _written(changes: Changes, left: Sequence[FileChange], *, applied: bool) -> Written:
    done = [change.path.name for change in changes.files if applied and change.edits]
    text = "\n".join(
        text_to_paste(change.path.name, change.problem, change.text) for change in left
    )
    replaced = [
        f"{in_one_line(replaced_words(change.path.name, change.replaced))}."
        for change in changes.files
        if change.replaced
    ]
    parts = [written_words(done) if done else "", *replaced, text]
    return Written(applied, text, "\n".join(part for part in parts if part))


async def _apply(ls: FramesageServer, changes: Changes, label: str) -> bool:
    workspace = ls.client_capabilities.workspace
    if not (workspace and workspace.apply_edit):
        return False
    edit = workspace_edit(ls, changes.edits)
    try:
        params = types.ApplyWorkspaceEditParams(edit, label)
        return (await ls.workspace_apply_edit_async(params)).applied
    except JsonRpcException as error:
        _log.warning("the editor did not apply an edit: %s", error)
        return False


def _versions(ls: FramesageServer) -> dict[str, int | None]:
    return {buffer.uri: buffer.version for buffer in ls.store.buffers.values()}
