"""Documents as the client has them, and files as they change on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import path_of
from framesage.lsp.workspace.store import Buffer

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


def register(server: FramesageServer) -> None:
    """Keep the store in step with the client."""
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(watched)
    server.on_initialized.append(watch_files)


def opened(ls: FramesageServer, params: types.DidOpenTextDocumentParams) -> None:
    """Take in a document that was opened."""
    _take(ls, params.text_document.uri)


def changed(ls: FramesageServer, params: types.DidChangeTextDocumentParams) -> None:
    """Take in a document that was changed."""
    _take(ls, params.text_document.uri)


def saved(ls: FramesageServer, params: types.DidSaveTextDocumentParams) -> None:
    """Look at the disk anew: other documents may have been written with it."""
    path = path_of(params.text_document.uri)
    if path is not None:
        ls.store.save(path)
        ls.ask_for(path)


def closed(ls: FramesageServer, params: types.DidCloseTextDocumentParams) -> None:
    """Go back to what the disk says."""
    path = path_of(params.text_document.uri)
    if path is not None:
        ls.store.close(path)
        ls.ask_for(path)


def watched(ls: FramesageServer, params: types.DidChangeWatchedFilesParams) -> None:
    """Look anew at what changed on the disk; a package that is installed is no reason to."""
    paths = [path for event in params.changes if (path := path_of(event.uri))]
    concerned = [path for path in paths if ls.store.forget(path)]
    if concerned:
        ls.ask_for_all()


def watch_files(ls: FramesageServer) -> None:
    """Ask the client to tell of changes on the disk, if it can."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        ls.client_register_capability(_registration())


def _take(ls: FramesageServer, uri: str) -> None:
    path = path_of(uri)
    if path is not None:
        document = ls.workspace.get_text_document(uri)
        ls.store.put(path, Buffer(document.source, document.version, uri))
        if ls.store.is_ours(path) or path in ls.shown:  # a script may have ceased to be one
            ls.ask_for(path)


def _registration() -> types.RegistrationParams:
    watchers = [types.FileSystemWatcher(glob_pattern=pattern) for pattern in WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return types.RegistrationParams([types.Registration("framesage-files", method, options)])
