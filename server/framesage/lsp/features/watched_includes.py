"""``client/registerCapability``: watch the files whose names do not tell that a project reads them.

These are included lists such as ``common.txt`` or ``reqs/base``, and custom rules, with all files
in a folder of rules. They are registered when a document is opened, saved or closed, not while an
include is typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.positions import uri_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

MOST = 200
"""The maximum number of watched files; others are looked at when a document is saved."""

RULE_FILES = "**/*.toml"
"""Glob pattern of the rule files in a folder."""

_WILD = re.compile(r"[][{}*?!,\\]")


def register(server: FramesageServer) -> None:
    """Register watchers after an analysis that follows a look at the disk."""
    watchers = IncludeWatchers(server)
    server.on_look.append(watchers.expect_new_files)
    server.on_analysis.append(watchers.analyzed)
    server.on_scan.append(watchers.update)


class IncludeWatchers:
    """The registration of watchers, which is replaced whenever there are more files."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._watched: set[tuple[Path, bool]] = set()
        """Paths, each with whether the rule files in it are meant, or the path itself."""
        self._is_expected = False
        self._registrations = 0

    def expect_new_files(self) -> None:
        """Update after the next analysis."""
        self._is_expected = True

    def analyzed(self, root: Path) -> None:
        """Update if there has been a look at the disk since the last time."""
        if self._is_expected:
            self._is_expected = False
            self._server.store.assessment(root)
            self.update()

    def update(self) -> None:
        """Register watchers if there are files that are not watched yet."""
        workspace = self._server.client_capabilities.workspace
        able = workspace.did_change_watched_files if workspace else None
        if not (able and able.dynamic_registration) or len(self._watched) >= MOST:
            return
        new = set(_targets(self._server.store.unnamed_files())) - self._watched
        if new:
            self._watched.update(sorted(new)[: MOST - len(self._watched)])
            self._register(has_base=bool(able.relative_pattern_support))

    def _register(self, *, has_base: bool) -> None:
        """Replace the registration; the new one comes first, so that no change is missed."""
        patterns = [
            self._pattern(path, RULE_FILES if is_folder else "", has_base=has_base)
            for path, is_folder in sorted(self._watched)
        ]
        watchers = [types.FileSystemWatcher(pattern) for pattern in patterns if pattern]
        before, self._registrations = self._registrations, self._registrations + 1
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(_name(self._registrations), method, options)
        self._server.client_register_capability(types.RegistrationParams([registration]))
        if before:
            old = types.Unregistration(_name(before), method)
            self._server.client_unregister_capability(types.UnregistrationParams([old]))

    def _pattern(self, path: Path, inside: str, *, has_base: bool) -> types.GlobPattern | None:
        """Return a pattern for a path, or for what is inside of it.

        Outside of the workspace folders it needs a base. With ``**``, editors watch all of the
        base, which must be no more than the folder itself.
        """
        folder = self._server.store.folder_of(path)
        if folder is not None:
            return "/".join(filter(None, ("**", _literal(_relative(path, folder)), inside)))
        if not has_base:
            return None
        base, name = (path, inside) if inside else (path.parent, _literal(path.name))
        return types.RelativePattern(uri_of(base), name)


def _targets(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield what to watch for these paths: each itself, and the files in each folder."""
    for path in paths:
        yield path, False
        if path.is_dir():
            yield path, True


def _relative(path: Path, folder: Path) -> str:
    return "" if path == folder else path.relative_to(folder).as_posix()


def _name(number: int) -> str:
    return f"framesage-includes-{number}"


def _literal(path: str) -> str:
    """Return a pattern for a path: characters that are special match any character."""
    return _WILD.sub("?", path)
