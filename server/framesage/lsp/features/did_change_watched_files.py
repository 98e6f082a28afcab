"""``workspace/didChangeWatchedFiles``: changes on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of
from framesage.lsp.workspace.invalidation import is_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.lsp.server import FramesageServer

WATCHED = (
    "**/{pyproject,framesage,pixi}.toml",
    "**/Pipfile",
    "**/setup.{cfg,py}",
    "**/*environment*.{yml,yaml}",
    "**/*require*.{txt,in,pip,TXT}",
    "**/*constraint*.{txt,in,pip,TXT}",
    "**/{requirements,requirement,reqs,deps}/*.{txt,in,pip,TXT}",
    "**/{uv,poetry,pdm,Pipfile}.lock",
    "**/pylock*.toml",
)
"""Glob patterns of the files that a project can be read from."""

REMOVED = "**/*"
"""Glob pattern of everything whose removal is reported: of the files in a folder that is removed or
renamed, VS Code reports none, and only a pattern that matches the folder lets it report that."""

WATCHED_PROSE = (
    "**/*.{md,markdown,rst}",
    "**/{README,Readme,readme,README.txt,Readme.txt,readme.txt}",
)
"""Glob patterns of the files that can be the README of a project, whose metadata may name it."""


def register(server: FramesageServer) -> None:
    """Register the handler, and the watchers once the session is initialized."""
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(did_change_watched_files)
    server.on_initialized.append(watch_files)


def did_change_watched_files(
    ls: FramesageServer, params: types.DidChangeWatchedFilesParams
) -> None:
    """Request new analyses, unless all changes are irrelevant, such as an installed package."""
    handle_changes(ls, [event.uri for event in params.changes])


def handle_changes(ls: FramesageServer, uris: Iterable[str]) -> None:
    """Handle files and folders that were created, changed or deleted.

    What a folder or a file of another name means is found by looking at what was read of it.
    """
    paths = [path for uri in uris if (path := path_of(uri))]
    relevant = [path for path in paths if is_named(path) and ls.store.changed_on_disk(path)]
    if relevant or any(ls.store.has_read(path) for path in paths if not is_named(path)):
        ls.look_at_disk()  # a link to the file can be read elsewhere
    if relevant:
        ls.request_all_analyses()


def watch_files(ls: FramesageServer) -> None:
    """Register the file watchers, if the client supports dynamic registration."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        ls.client_register_capability(_registration())


def _registration() -> types.RegistrationParams:
    watchers = [
        types.FileSystemWatcher(glob_pattern=pattern) for pattern in (*WATCHED, *WATCHED_PROSE)
    ]
    watchers.append(types.FileSystemWatcher(glob_pattern=REMOVED, kind=types.WatchKind.Delete))
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return types.RegistrationParams([types.Registration("framesage-files", method, options)])
