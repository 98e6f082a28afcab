"""``workspace/diagnostic``: the diagnostics of all projects of a workspace."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.conversion.diagnostics import result_id
from framesage.lsp.features.diagnostic import diagnostic_converter
from framesage.lsp.progress import Progress
from framesage.lsp.workspace.project_scan import ProjectScan

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

Item = (
    types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
)

TITLE = "Framesage: searching for projects"
SHOW_AFTER = 500
"""The number of searched folders after which the progress is shown."""
REPORT_EVERY = 100
"""The number of searched folders between two progress reports."""

_log = logging.getLogger(__name__)


def register(server: FramesageServer) -> None:
    """Register the handler."""
    provider = WorkspaceDiagnosticProvider(server)
    server.on_change.append(provider.changed)

    @server.feature(types.WORKSPACE_DIAGNOSTIC)
    async def _workspace_diagnostic(
        params: types.WorkspaceDiagnosticParams,
    ) -> types.WorkspaceDiagnosticReport:
        return await provider.report(params)


class WorkspaceDiagnosticProvider:
    """Reports the diagnostics of the workspace; a repeated request waits for a change."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._scan = ProjectScan(server.store, lambda: server.waiting_messages())
        self._changes = 0
        self._reported_changes = -1
        self._change_event = asyncio.Event()

    def changed(self, path: Path | None) -> None:
        """Record a change of a document, or of anything (None)."""
        self._changes += 1
        if path is None or path not in self._server.store.buffers:
            self._scan.restart()
            self._server.store.searched = ()
        self._change_event.set()
        self._change_event = asyncio.Event()

    async def report(
        self, params: types.WorkspaceDiagnosticParams
    ) -> types.WorkspaceDiagnosticReport:
        """Return the diagnostics of each file, or that they are unchanged.

        A client that accepts partial results keeps the request open until something changes.
        """
        progress = Progress(self._server, params.work_done_token)
        waits_for_change = params.partial_result_token is not None
        try:
            while waits_for_change and self._reported_changes == self._changes:
                await self._change_event.wait()
                await self._scan.pause()
            changes = self._changes
            items = await self._items(params, progress)
            self._reported_changes = changes
            for listener in self._server.on_scan:
                listener()
            return types.WorkspaceDiagnosticReport(items)
        finally:
            progress.end(f"Searched {self._scan.folders_searched} folders")

    async def _items(
        self, params: types.WorkspaceDiagnosticParams, progress: Progress
    ) -> list[Item]:
        """Return the items that were not sent as partial results."""
        report = WorkspaceReport(self._server, params)
        if progress.is_requested:
            progress.begin(TITLE)
        store, shared, roots = self._server.store, [], []
        changes = self._changes
        async for root in self._scan.roots(partial(self._show_progress, progress)):
            roots.append(root)
            if self._shares_ignores(root):
                shared.append(root)
            else:
                self._add(root, report)
        if not self._scan.is_cancelled and changes == self._changes:
            store.searched, store.roots = store.folders, tuple(roots)
        for root in shared:  # whether an ignore is unused is known after all others
            self._add(root, report)
            await self._scan.pause()
        return report.remaining_items()

    def _shares_ignores(self, root: Path) -> bool:
        try:
            return self._server.store.assessment(root).project.shares_ignores
        except Exception:  # noqa: BLE001 - it is logged when the project is reported
            return False

    def _add(self, root: Path, report: WorkspaceReport) -> None:
        try:
            report.add_project(root)
        except Exception:  # noqa: BLE001 - an error in one project must not affect the others
            _log.exception("the analysis of %s failed", root)

    def _show_progress(self, progress: Progress) -> None:
        count = self._scan.folders_searched
        if count == SHOW_AFTER:
            progress.begin(TITLE)
        if count % REPORT_EVERY == 0:
            progress.report(f"{count} folders")
        if progress.is_cancelled:
            self._scan.is_cancelled = True


class WorkspaceReport:
    """The report for one request, sent in part as partial results if the client accepts them."""

    def __init__(self, server: FramesageServer, params: types.WorkspaceDiagnosticParams) -> None:
        self._server = server
        self._partial_result_token = params.partial_result_token
        self._previous_ids = {result.uri: result.value for result in params.previous_result_ids}
        self._items: list[Item] = []

    def add_project(self, root: Path) -> None:
        """Add the files of the project at a root."""
        assessment = self._server.store.assessment(root)
        for path, diagnostics in diagnostic_converter(self._server).by_path(assessment).items():
            uri = self._server.uri_of(path)
            if (diagnostics or uri in self._previous_ids) and self._belongs_to(path, root):
                buffer = self._server.store.buffers.get(path)
                self._add(uri, diagnostics, buffer.version if buffer else None)
        self._send_partial_result()

    def remaining_items(self) -> list[Item]:
        """Return the items that were not sent; files that no longer exist have no diagnostics."""
        for uri in list(self._previous_ids):
            self._add(uri, [], None)
        return self._items

    def _belongs_to(self, path: Path, root: Path) -> bool:
        """Return whether a file is reported with this project; several projects may include it."""
        return path.parent == root or self._server.store.reporting_root(path) in (root, None)

    def _send_partial_result(self) -> None:
        if self._partial_result_token is None or not self._items:
            return
        result = types.WorkspaceDiagnosticReportPartialResult(self._items)
        progress = types.ProgressParams(self._partial_result_token, result)
        self._server.protocol.notify(types.PROGRESS, progress)
        self._items = []

    def _add(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None) -> None:
        current_id = result_id(diagnostics)
        if self._previous_ids.pop(uri, None) == current_id:
            unchanged = types.WorkspaceUnchangedDocumentDiagnosticReport(
                uri=uri, result_id=current_id, version=version
            )
            self._items.append(unchanged)
        else:
            full = types.WorkspaceFullDocumentDiagnosticReport(
                uri=uri, items=diagnostics, result_id=current_id, version=version
            )
            self._items.append(full)
