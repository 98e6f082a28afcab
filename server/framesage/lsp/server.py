"""The language server: pygls with a store, a schedule, and one small module per feature."""

from __future__ import annotations

import importlib
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from framesage import __version__
from framesage.lsp.conversion.positions import Encoding, path_of, uri_of
from framesage.lsp.conversion.text_document import Document
from framesage.lsp.workspace.debounce import Schedule
from framesage.lsp.workspace.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.manifests.model import Manifest

FEATURES = (
    "initialize",
    "text_document_sync",
    "did_change_configuration",
    "diagnostic",
    "hover",
    "custom_requests",
    "code_action",
    "completion",
    "code_lens",
    "refresh",
    "workspace_diagnostic",
    "inlay_hint",
    "document_link",
    "document_symbol",
    "execute_command",
)
"""The modules of ``lsp/features``; each has ``register(server)``.

What only some requests need, a feature imports when such a request comes: an editor waits for the
first diagnostics, not for these.
"""


class FramesageServer(LanguageServer):
    """What features share; created before the session starts, complete once it is initialized."""

    def __init__(self) -> None:
        super().__init__("framesage", __version__)
        self.store = Store(_today)
        self.encoding = Encoding("utf-16")
        self.schedule = Schedule(lambda: self.waiting(), lambda root: self._run(cast("Path", root)))
        self.waiting: Callable[[], int] = lambda: 0
        self.on_analysis: list[Callable[[Path], None]] = []
        self.on_change: list[Callable[[Path | None], None]] = []
        self.shown: dict[Path, Path] = {}
        """The files that diagnostics were pushed for, and the root of the project they were of."""
        self.on_initialized: list[Callable[[FramesageServer], None]] = []
        self.initialization_options: object = None

    def report_server_error(self, error: Exception, source: object) -> None:
        """Show nobody a message box: errors are in the log, where pygls has put them."""

    def negotiate(self) -> None:
        """Take up what the client can do; called once it has said so."""
        chosen = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        self.encoding = Encoding(str(getattr(chosen, "value", chosen)))
        # pygls has no public way to say what a document is; without this, its own would do.
        self.workspace.__dict__["_create_text_document"] = partial(_document, self.encoding)
        self.take_folders()

    def take_folders(self) -> None:
        """Take up the workspace's folders."""
        folders = [folder.uri for folder in self.workspace.folders.values()]
        roots = folders or [uri for uri in (self.workspace.root_uri,) if uri]
        self.store.take_folders(tuple(path for uri in roots if (path := path_of(uri))))

    def manifest_at(self, uri: str) -> tuple[Assessment, Manifest] | None:
        """Return what is said of a document's project, and what the document says in it."""
        path = path_of(uri)
        assessment = self.store.assessment_of(path) if path else None
        for manifest in assessment.project.manifests if assessment else ():
            if assessment and manifest.source.path == path:
                return assessment, manifest
        return None

    def uri_of(self, path: Path) -> str:
        """Return the URI of a file, as the client writes it where it has had the file open."""
        return self.store.uris.get(path) or uri_of(path)

    @property
    def pulls(self) -> bool:
        """Whether the client asks for diagnostics itself; then none are pushed."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    def ask_for(self, path: Path) -> None:
        """Ask for the analysis of the project that a document belongs to, or did when shown."""
        for listener in self.on_change:
            listener(path)
        self._ask_for(path)

    def ask_for_all(self) -> None:
        """Ask for the analysis of every project that is open or shown: anything may be new."""
        for listener in self.on_change:
            listener(None)
        for path in (*self.store.buffers, *self.shown):
            self._ask_for(path)

    def _ask_for(self, path: Path) -> None:
        for root in (self.store.root_of(path), self.shown.get(path)):
            if root is not None:
                self.schedule.ask(root)

    def _run(self, root: Path) -> None:
        for listener in self.on_analysis:
            listener(root)


def build() -> FramesageServer:
    """Return a server with every feature registered."""
    server = FramesageServer()
    for name in FEATURES:
        importlib.import_module(f"framesage.lsp.features.{name}").register(server)
    return server


def _document(
    encoding: Encoding,
    doc_uri: str,
    source: str | None = None,
    version: int | None = None,
    language_id: str | None = None,
) -> Document:
    return Document(encoding, doc_uri, source, version, language_id)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - support windows end at the user's midnight
