"""``textDocument/publishDiagnostics`` for open rule files, and the requests to ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.lsp.workspace.debounce import Debouncer

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer


def register(server: FramesageServer) -> None:
    """Look at the open rule files after each change that may concern them."""
    publisher = RuleDiagnosticPublisher(server)
    server.on_document.append(publisher.changed)
    server.on_change.append(publisher.changed)
    server.rule_checks.on_done.append(publisher.checked)


class RuleDiagnosticPublisher:
    """Publishes the diagnostics of open rule files, and withdraws those of others."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._debouncer = Debouncer(lambda: server.waiting_messages(), lambda _: self._update())
        self._published: dict[Path, tuple[list[types.Diagnostic], int | None]] = {}

    def changed(self, path: Path | None) -> None:
        """Look at all open rule files after a change of one, of settings, or of anything (None)."""
        is_rule_file = path is None or path.suffix == ".toml"
        if is_rule_file and any(it.suffix == ".toml" for it in self._open_or_published()):
            self._debouncer.request(None)

    def checked(self) -> None:
        """Show the results of the checks."""
        self._publish()
        workspace = self._server.client_capabilities.workspace
        if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self._server.workspace_diagnostic_refresh(None)

    def _open_or_published(self) -> set[Path]:
        return {*self._server.store.buffers, *self._published}

    def _update(self) -> None:
        from framesage.lsp.rule_files.diagnostics import open_rule_files

        self._publish()
        self._server.rule_checks.request(open_rule_files(self._server))

    def _publish(self) -> None:
        from framesage.lsp.rule_files.diagnostics import rule_diagnostics

        if self._server.pulls_diagnostics:
            return
        for path in self._open_or_published():
            found = rule_diagnostics(self._server, path)
            if found is not None or self._published.get(path):
                self._publish_file(path, found)

    def _publish_file(self, path: Path, found: list[types.Diagnostic] | None) -> None:
        """Publish what has changed; None withdraws what was published."""
        buffer = self._server.store.buffers.get(path)
        version = buffer.version if buffer else None
        diagnostics = found or []
        if self._published.get(path) == (diagnostics, version):
            return
        self._published[path] = diagnostics, version
        if found is None:
            del self._published[path]
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(self._server.uri_of(path), diagnostics, version)
        )
