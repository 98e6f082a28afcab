"""The language server: pygls with the state of the workspace and one module for each feature."""

from __future__ import annotations

import asyncio
import importlib
from datetime import date
from functools import partial
from math import inf
from typing import TYPE_CHECKING, cast

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from framesage import __version__
from framesage.lsp.conversion.positions import PositionConverter, path_of, uri_of
from framesage.lsp.conversion.text_document import LineDocument
from framesage.lsp.structuring.protocol import LenientProtocol
from framesage.lsp.workspace.answer_cache import AnswerCache
from framesage.lsp.workspace.debounce import Debouncer
from framesage.lsp.workspace.disk_sweep import DiskSweep
from framesage.lsp.workspace.folders import as_folders
from framesage.lsp.workspace.owners import FoundByProject
from framesage.lsp.workspace.rule_checks import RuleChecks
from framesage.lsp.workspace.rule_pages import RulePages
from framesage.lsp.workspace.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Source

FEATURES = (
    "initialize",
    "did_change",
    "did_change_watched_files",
    "did_change_configuration",
    "did_change_workspace_folders",
    "did_focus",
    "did_rename_files",
    "watched_includes",
    "publish_diagnostics",
    "publish_rule_diagnostics",
    "refresh",
    "hover",
    "code_action",
    "plain_command",
    "code_lens",
    "refresh_rule_lenses",
    "completion",
    "definition",
    "references",
    "rename",
    "document_link",
    "document_symbol",
    "inlay_hint",
    "execute_command",
    "consultation_commands",
    "ignore_commands",
    "custom_requests",
    "rule_page",
    "report_changes",
    "new_day",
)
"""The modules of ``lsp/features``; each has a function ``register(server)``. Those for requested
diagnostics are not among them: ``initialize`` registers them for clients that need them.

Imports that are not needed for the first diagnostics are made in the request handlers, so that
they do not delay the start.
"""


MOST_CHARACTERS = 500_000
"""The maximum length of a rule file that is scanned for a request."""


class FramesageServer(LanguageServer):
    """The state that features share; it is complete once the session is initialized."""

    def __init__(self) -> None:
        super().__init__("framesage", __version__, protocol_cls=LenientProtocol)
        self.store = Store(_today)
        self.answers = AnswerCache()
        self.seconds_quiet: Callable[[], float] = lambda: 0.0 if self.waiting_messages() else inf
        """For how long no message has come."""
        self.rule_pages = RulePages(lambda: self.seconds_quiet())
        self.positions = PositionConverter("utf-16")
        self.waiting_messages: Callable[[], int] = lambda: 0
        self.debouncer = Debouncer(
            lambda: self.waiting_messages(),
            lambda root: self._analyze(cast("Path", root)),
            self._known_roots,
        )
        self.rule_checks = RuleChecks(lambda: self.waiting_messages())
        self._sweep = DiskSweep(
            self.store, lambda: self.waiting_messages(), self.request_all_analyses
        )
        self._rules_timer: asyncio.TimerHandle | None = None
        self.own: dict[str, Callable[[object], None]] = {}
        """The notifications that are handled without pygls, by method."""
        self.on_initialized: list[Callable[[FramesageServer], None]] = []
        self.on_change: list[Callable[[Path | None], None]] = []
        """Called before an analysis with the document that changed, or with None for anything."""
        self.on_analysis: list[Callable[[Path], None]] = []
        """Called with the root of a project that needs to be analyzed."""
        self.on_document: list[Callable[[Path], None]] = []
        """Called with each document that was opened, changed, saved or closed."""
        self.on_report: list[Callable[[Assessment], None]] = []
        """Called with the assessment that a report was made of."""
        self.on_look: list[Callable[[], None]] = []
        """Called after a look at the disk, so never by a keystroke."""
        self.on_scan: list[Callable[[], None]] = []
        """Called after the workspace was searched for projects."""
        self.published: FoundByProject[str] = FoundByProject()
        """What was published: diagnostics as JSON."""
        self.initialization_options: object = None
        self.workspace_settings: object = None
        """The settings of the client that hold in all folders."""
        self.editor: int | None = None
        """The id of the editor's process, whose end ends the session."""

    def report_server_error(self, error: Exception, source: object) -> None:
        """Show no message to the user, as pygls would: it has logged the error already."""

    def negotiate(self) -> None:
        """Apply the client's capabilities; called for ``initialize``."""
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        self.positions = PositionConverter(str(getattr(encoding, "value", encoding)))
        # pygls has no public way to choose the class of documents (openlawlibrary/pygls#131).
        self.workspace.__dict__["_create_text_document"] = partial(_document, self.positions)
        self.update_folders()

    def update_folders(self) -> None:
        """Apply the client's workspace folders."""
        folders = [folder.uri for folder in self.workspace.folders.values()]
        roots = folders or [uri for uri in (self.workspace.root_uri,) if uri]
        self.store.set_folders(as_folders(path for uri in roots if (path := path_of(uri))))

    def manifest_at(self, uri: str) -> tuple[Assessment, Manifest] | None:
        """Return a dependency file and the assessment of its project, or None."""
        path = path_of(uri)
        assessment = self.store.assessment_of(path) if path else None
        for manifest in assessment.project.manifests if assessment else ():
            if assessment and manifest.source.path == path:
                return assessment, manifest
        return None

    def rule_file_at(self, uri: str) -> tuple[RuleBase, Source] | None:
        """Return a rule file, or a ``pack.toml``, and the rules that it belongs to, or None.

        A very long file is none: it takes too long to scan it for each request.
        """
        path = path_of(uri)
        rules = self.store.rules_at(path) if path else None
        source = self.store.source_of(path) if path and rules else None
        if source and len(source.text) > MOST_CHARACTERS:
            return None
        return (rules.rule_base, source) if rules and source else None

    def uri_of(self, path: Path) -> str:
        """Return the URI of a file, as the client writes it if the file is or was open."""
        return self.store.uris.get(path) or uri_of(path)

    def document_changed(self, path: Path) -> None:
        """Tell that a document was opened, changed, saved or closed."""
        for listener in self.on_document:
            listener(path)

    @property
    def pulls_diagnostics(self) -> bool:
        """Whether the client requests diagnostics, also when asked to; then none are published."""
        document = self.client_capabilities.text_document
        workspace = self.client_capabilities.workspace
        if document is None or document.diagnostic is None or workspace is None:
            return False
        return bool(workspace.diagnostics and workspace.diagnostics.refresh_support)

    def request_analysis(self, path: Path) -> None:
        """Request the analysis of the project that a document belongs to, or belonged to."""
        for listener in self.on_change:
            listener(path)
        for root in self._roots_of(path):
            self.debouncer.request(root)

    def request_all_analyses(self) -> None:
        """Request the analysis of every project that has open documents or diagnostics."""
        for listener in self.on_change:
            listener(None)
        self.request_known_analyses()

    def request_known_analyses(self) -> None:
        """Request the same analyses; clients only hear of those with another result."""
        self.debouncer.request_known()

    def request_rules(self, path: Path) -> None:
        """Request what an edit of rules affects: at once, unless they take long to load."""
        pause = self.store.rules_pause()
        if self._rules_timer is not None:
            self._rules_timer.cancel()
        if pause:
            loop = asyncio.get_running_loop()
            self._rules_timer = loop.call_later(pause, self._reload_rules, path)
        else:
            self.request_all_analyses()

    def _reload_rules(self, path: Path) -> None:
        self.store.reload_rules(path)
        self.request_all_analyses()

    def look_at_disk(self, near: Path | None = None) -> None:
        """Look for changes on the disk, at first around a document; analyze what they affect."""
        self._sweep.request(near)
        for listener in self.on_look:
            listener()

    def _roots_of(self, path: Path) -> list[Path]:
        """Return the roots of the projects that a document belongs to, or belonged to."""
        roots = (self.store.root_of(path), *self.published.roots(path))
        return [root for root in roots if root is not None]

    def _known_roots(self) -> dict[Path, None]:
        """Return the roots of all projects that have open documents or diagnostics."""
        paths = (*self.store.buffers, *self.published)
        return dict.fromkeys(root for path in paths for root in self._roots_of(path))

    def _analyze(self, root: Path) -> None:
        for listener in self.on_analysis:
            listener(root)


def build() -> FramesageServer:
    """Return a server with every feature registered."""
    server = FramesageServer()
    for name in FEATURES:
        importlib.import_module(f"framesage.lsp.features.{name}").register(server)
    return server


def _document(
    positions: PositionConverter,
    doc_uri: str,
    source: str | None = None,
    version: int | None = None,
    language_id: str | None = None,
) -> LineDocument:
    return LineDocument(positions, doc_uri, source, version, language_id)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - support windows end at the user's midnight
