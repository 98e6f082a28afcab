"""Diagnostics of all projects of a workspace, for clients that ask for them."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.diagnostics import result_id
from framesage.lsp.features.diagnostic import composer
from framesage.lsp.progress import Progress
from framesage.lsp.workspace.project_scan import Scan

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

Item = (
    types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
)

TITLE = "Framesage looks for projects"
LONG = 500
"""After so many folders the search is long enough to be shown."""
OFTEN = 100
"""After so many folders it is said how far it is."""

_log = logging.getLogger(__name__)


def register(server: FramesageServer) -> None:
    """Answer requests for the workspace's diagnostics."""
    watcher = Watcher(server)
    server.on_change.append(watcher.changed)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def _report(
        params: types.WorkspaceDiagnosticParams,
    ) -> types.WorkspaceDiagnosticReport:
        return await watcher.report(params)


class Watcher:
    """Reports on the workspace; a client that asks again is answered when something has changed."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._scan = Scan(server.store, lambda: server.waiting())
        self._changes = 0
        self._answered = -1
        self._news = asyncio.Event()

    def changed(self, path: Path | None) -> None:
        """Hear of a change of one document, or of anything (None)."""
        self._changes += 1
        if path is None or path not in self._server.store.buffers:
            self._scan.restart()
        self._news.set()
        self._news = asyncio.Event()

    async def report(
        self, params: types.WorkspaceDiagnosticParams
    ) -> types.WorkspaceDiagnosticReport:
        """Return what there is to say of each file, or that it is still the same.

        A client that takes partial results waits for an answer with something new in it.
        """
        progress = Progress(self._server, params.work_done_token)
        waits = params.partial_result_token is not None
        try:
            while waits and self._answered == self._changes:
                await self._news.wait()
                await self._scan.pause()
            now = self._changes
            items = await self._look(params, progress)
            self._answered = now
            return types.WorkspaceDiagnosticReport(items)
        finally:
            progress.end(f"{self._scan.looked} folders looked at")

    async def _look(
        self, params: types.WorkspaceDiagnosticParams, progress: Progress
    ) -> list[Item]:
        """Return what is to be told, as far as it was not told as partial results."""
        teller = Teller(self._server, params)
        if progress.is_given:
            progress.begin(TITLE)
        async for root in self._scan.roots(partial(self._show, progress)):
            try:
                teller.tell(root)
            except Exception:  # noqa: BLE001 - one project's trouble must not cost the others theirs
                _log.exception("the analysis of %s failed", root)
        return teller.the_rest()

    def _show(self, progress: Progress) -> None:
        looked = self._scan.looked
        if looked == LONG:
            progress.begin(TITLE)
        if looked % OFTEN == 0:
            progress.report(f"{looked} folders")
        if progress.is_stopped:
            self._scan.stopped = True


class Teller:
    """One answer: what it has told already, and what the client knows from before."""

    def __init__(self, server: FramesageServer, params: types.WorkspaceDiagnosticParams) -> None:
        self._server = server
        self._token = params.partial_result_token
        self._known = {one.uri: one.value for one in params.previous_result_ids}
        self._items: list[Item] = []

    def tell(self, root: Path) -> None:
        """Tell of one project's files: at once, where the client takes partial results."""
        assessment = self._server.store.assessment(root)
        for path, diagnostics in composer(self._server).by_path(assessment).items():
            uri = self._server.uri_of(path)
            if (diagnostics or uri in self._known) and self._is_its_own(path, root):
                buffer = self._server.store.buffers.get(path)
                self._add(uri, diagnostics, buffer.version if buffer else None)
        if self._token is not None and self._items:
            part = types.WorkspaceDiagnosticReportPartialResult(self._items)
            self._server.protocol.notify(types.PROGRESS, types.ProgressParams(self._token, part))
            self._items = []

    def _is_its_own(self, path: Path, root: Path) -> bool:
        """Tell whether a file is told of with this project, of several that may include it."""
        return path.parent == root or self._server.store.root_of(path) in (root, None)

    def the_rest(self) -> list[Item]:
        """Return what was not told yet; files that are none any more have no diagnostics."""
        for uri in list(self._known):
            self._add(uri, [], None)
        return self._items

    def _add(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None) -> None:
        identity = result_id(diagnostics)
        if self._known.pop(uri, None) == identity:
            same = types.WorkspaceUnchangedDocumentDiagnosticReport(
                uri=uri, result_id=identity, version=version
            )
            self._items.append(same)
        else:
            full = types.WorkspaceFullDocumentDiagnosticReport(
                uri=uri, items=diagnostics, result_id=identity, version=version
            )
            self._items.append(full)
