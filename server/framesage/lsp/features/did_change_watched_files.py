"""``workspace/didChangeWatchedFiles``: changes on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of

if TYPE_CHECKING:
    from framesage.lsp.server import FramesageServer

WATCHED = (
    "**/{pyproject,framesage,pixi}.toml",
    "**/Pipfile",
    "**/setup.{cfg,py}",
    "**/*environment*.{yml,yaml}",
    "**/*require*.{txt,in}",
    "**/*constraint*.{txt,in}",
    "**/{requirements,requirement,reqs,deps}/*.{txt,in}",
    "**/{uv,poetry,pdm,Pipfile}.lock",
    "**/pylock*.toml",
)
"""Glob patterns of the files that a project can be read from."""

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
    paths = [path for event in params.changes if (path := path_of(event.uri))]
    relevant = [path for path in paths if ls.store.changed_on_disk(path)]
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
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return types.RegistrationParams([types.Registration("framesage-files", method, options)])
