"""The editor's settings: the keys of ``[tool.framesage]``, in the section ``framesage``."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from framesage.lsp.conversion.positions import uri_of
from framesage.project import settings_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from framesage.lsp.server import FramesageServer

SECTION = "framesage"
EDITOR_ONLY = frozenset({"interpreter", "trace", "enable"})
"""Keys of the section that concern the editor's extension, not the server."""

_log = logging.getLogger(__name__)


def register(server: FramesageServer) -> None:
    """Take settings at the start and when they change; ask where the client answers."""
    server.on_initialized.append(begin)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(changed)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(folders_changed)


def begin(ls: FramesageServer) -> None:
    """Take what came with ``initialize``, then ask, and ask to be told of changes."""
    options = ls.initialization_options
    if isinstance(options, Mapping):
        apply(ls, options.get(SECTION, options))
    if _answers(ls):
        ask(ls)
    workspace = ls.client_capabilities.workspace
    changing = workspace.did_change_configuration if workspace else None
    if changing and changing.dynamic_registration:
        ls.client_register_capability(_registration())


def changed(ls: FramesageServer, params: types.DidChangeConfigurationParams) -> None:
    """Use what was sent with the notice; ask a client that answers for the rest."""
    if isinstance(params.settings, Mapping):
        apply(ls, params.settings.get(SECTION))
    if _answers(ls):
        ask(ls)


def ask(ls: FramesageServer) -> None:
    """Ask the client for its settings, those of every workspace folder."""
    folders = ls.store.folders or (None,)
    scopes = [uri_of(folder) if folder else None for folder in folders]
    items = [types.ConfigurationItem(scope_uri=scope, section=SECTION) for scope in scopes]
    asked = ls.workspace_configuration(types.ConfigurationParams(items))
    asked.add_done_callback(lambda answer: _answered(ls, answer, folders))


def apply(ls: FramesageServer, settings: object, folder: Path | None = None) -> None:
    """Use settings from now on; what is wrong with them is told in the log."""
    if not isinstance(settings, Mapping):
        return
    anchor = folder or next(iter(ls.store.folders), Path.cwd())
    stated, complaints = settings_from_json(settings, anchor, EDITOR_ONLY)
    for complaint in complaints:
        _log.warning("a setting of the editor is not used: %s", complaint)
    if ls.store.configure(stated, folder):
        ls.ask_for_all()


def _answered(ls: FramesageServer, answer: Future[Any], folders: Sequence[Path | None]) -> None:
    """Use what the client answered; null is the answer where nothing is set (any more)."""
    if answer.cancelled() or answer.exception():
        _log.info("the client did not tell its settings")
        return
    for folder, settings in zip(folders, answer.result() or (), strict=False):
        apply(ls, settings or {}, folder)


def folders_changed(ls: FramesageServer, _params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Take up the workspace's folders anew, and ask for the settings of new ones."""
    ls.take_folders()
    ls.ask_for_all()
    if _answers(ls):
        ask(ls)


def _registration() -> types.RegistrationParams:
    method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
    options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
    return types.RegistrationParams([types.Registration("framesage-settings", method, options)])


def _answers(ls: FramesageServer) -> bool:
    workspace = ls.client_capabilities.workspace
    return bool(workspace and workspace.configuration)
