"""``workspace/didChangeConfiguration``: the editor's settings, in the section ``framesage``.

The section has the keys of ``[tool.framesage]``.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from framesage.advice.suppressions import expired_ignores
from framesage.lsp.conversion.positions import uri_of
from framesage.project import settings_from_json
from framesage.project.settings.model import Given
from framesage.project.settings.resolve import RESTRICTED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from framesage.lsp.server import FramesageServer

SECTION = "framesage"
EDITOR_ONLY = frozenset({"code-lens", "enable", "interpreter", "restricted", "trace"})
"""Keys of the section that configure the editor's extension, not the server."""

_log = logging.getLogger(__name__)


def register(server: FramesageServer) -> None:
    """Register the handler, and request the settings once the session is initialized."""
    server.on_initialized.append(configure)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)


def configure(ls: FramesageServer) -> None:
    """Apply the initialization options, request the settings, and register for changes."""
    options = ls.initialization_options
    if isinstance(options, Mapping):
        _apply(ls, options.get(SECTION, options))
    request_settings(ls)
    workspace = ls.client_capabilities.workspace
    changes = workspace.did_change_configuration if workspace else None
    if changes and changes.dynamic_registration:
        ls.client_register_capability(_registration())


def did_change_configuration(
    ls: FramesageServer, params: types.DidChangeConfigurationParams
) -> None:
    """Apply the settings in the notification, and request those of each folder."""
    if isinstance(params.settings, Mapping):
        _apply(ls, params.settings.get(SECTION))
    request_settings(ls)


def request_settings(ls: FramesageServer) -> None:
    """Request the settings of every workspace folder, if the client supports the request."""
    workspace = ls.client_capabilities.workspace
    if not (workspace and workspace.configuration):
        return
    folders = ls.store.folders or (None,)
    scopes = [uri_of(folder) if folder else None for folder in folders]
    items = [types.ConfigurationItem(scope_uri=scope, section=SECTION) for scope in scopes]
    response = ls.workspace_configuration(types.ConfigurationParams(items))
    response.add_done_callback(lambda future: _received(ls, future, folders))


def _received(ls: FramesageServer, future: Future[Any], folders: Sequence[Path | None]) -> None:
    if future.cancelled() or future.exception():
        _log.info("the client did not return its settings")
        return
    for folder, settings in zip(folders, future.result() or (), strict=False):
        _apply(ls, settings or {}, folder)  # null if no setting is set (any more)


def apply_again(ls: FramesageServer) -> None:
    """Apply the settings of the workspace in other folders: their paths are in the first one."""
    _apply(ls, ls.workspace_settings)


def _apply(ls: FramesageServer, settings: object, folder: Path | None = None) -> None:
    """Apply settings and log those that are invalid."""
    if not isinstance(settings, Mapping):
        return
    if folder is None:
        ls.workspace_settings = settings
    base = folder or next(iter(ls.store.folders), Path.cwd())
    valid, errors = settings_from_json(settings, base, EDITOR_ONLY)
    if settings.get("restricted") is True:
        valid = {**valid, RESTRICTED: (Given(True, base),)}
    for error in errors:
        _log.warning("invalid editor setting: %s", error)
    for rule in expired_ignores(valid, ls.store.today()):
        _log.warning("the ignore of %s in the editor settings has expired", rule)
    if ls.store.configure(valid, folder):
        ls.request_all_analyses()


def _registration() -> types.RegistrationParams:
    method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
    options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
    return types.RegistrationParams([types.Registration("framesage-settings", method, options)])
