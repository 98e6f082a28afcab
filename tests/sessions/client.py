"""An editor as it is seen by the server: what it supports, what it reports, and what it shows."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty
from urllib.parse import unquote, urlparse

from e2e.wire import END, Wire

Finding = tuple[str, int, int, str]
Shown = dict[Path, frozenset[Finding]]


@dataclass(frozen=True)
class Profile:
    """What a client does: ``events`` are those of "all" files, of "watched" ones, or "no" ones."""

    pulls: bool = False
    pulls_settings: bool = False
    events: str = "watched"
    tells_operations: bool = False

    def capabilities(self) -> dict[str, object]:
        """Return the client's capabilities."""
        watching = {"dynamicRegistration": True, "relativePatternSupport": True}
        workspace: dict[str, object] = {
            "workspaceFolders": True,
            "configuration": self.pulls_settings,
            "diagnostics": {"refreshSupport": True},
        }
        if self.events == "watched":
            workspace["didChangeWatchedFiles"] = watching
        if self.tells_operations:
            names = ("didCreate", "didRename", "didDelete")
            workspace["fileOperations"] = dict.fromkeys(names, True)
        document = {"diagnostic": {"relatedDocumentSupport": False}} if self.pulls else {}
        return {"workspace": workspace, "textDocument": document}


@dataclass
class Client:
    """A connection to a server, with what it has published, asked and registered so far."""

    wire: Wire
    profile: Profile
    settings: dict[str, object] = field(default_factory=dict)
    shown: Shown = field(default_factory=dict)
    _watchers: dict[str, list[dict]] = field(default_factory=dict)
    _document_ids: dict[Path, str] = field(default_factory=dict)
    _pulled: dict[Path, tuple[str, frozenset[Finding]]] = field(default_factory=dict)
    _listed: dict[str, tuple[str, frozenset[Finding]]] = field(default_factory=dict)

    def settle(self) -> None:
        """Wait until the server has handled everything, and answer what it asks."""
        for _ in range(2):
            self.request("framesage/status", {})

    def request(self, method: str, params: object) -> object:
        """Return the result of a request, while the requests of the server are answered."""
        identity = self.wire.ask(method, params)

        def is_answer(message: dict) -> bool:
            self._handle(message)
            return "method" not in message and message.get("id") == identity

        answer = self.wire.until(is_answer)
        self.wire.seen.clear()
        assert "error" not in answer, answer
        return answer["result"]

    def take_published(self) -> None:
        """Take what the server has sent without being asked."""
        while True:
            try:
                message = self.wire._messages.get_nowait()
            except Empty:
                return
            assert message is not END, self.wire.log.decode()
            self._handle(message)

    def look(self, documents: dict[Path, str]) -> tuple[Shown, Shown]:
        """Return what is shown of the open documents, and of the whole workspace."""
        self.settle()
        self.take_published()
        if not self.profile.pulls:
            return {path: self.shown.get(path, frozenset()) for path in documents}, self.shown
        return {path: self._pull(path) for path in documents}, self._pull_all()

    def wait_until_nothing_is_shown(self) -> None:
        """Wait for what the server publishes when all files are gone, though not for long."""
        end = time.monotonic() + 1
        while any(self.shown.values()) and time.monotonic() < end:
            self.look({})
            time.sleep(0.002)

    def is_told(self, path: Path, kind: int) -> bool:
        """Return whether the client reports a change: 1 is created, 2 changed, 3 deleted."""
        if self.profile.events != "watched":
            return self.profile.events == "all"
        return any(
            watcher.get("kind", 7) & (1, 2, 4)[kind - 1] and _matches(watcher["globPattern"], path)
            for watchers in self._watchers.values()
            for watcher in watchers
        )

    def forget_documents(self) -> None:
        """Forget the reports on documents, as a client does when they are closed."""
        self._pulled.clear()

    def _pull(self, path: Path) -> frozenset[Finding]:
        before = self._pulled.get(path)
        params = {"textDocument": {"uri": path.as_uri()}}
        if before:
            params["previousResultId"] = before[0]
        report = self.request("textDocument/diagnostic", params)
        if report["kind"] == "full":
            self._pulled[path] = report["resultId"], findings(report["items"])
        return self._pulled[path][1]

    def _pull_all(self) -> Shown:
        previous = [{"uri": uri, "value": found[0]} for uri, found in self._listed.items()]
        report = self.request("workspace/diagnostic", {"previousResultIds": previous})
        for item in report["items"]:
            if item["kind"] == "full":
                self._listed[item["uri"]] = item["resultId"], findings(item["items"])
        return {path_of(uri): found for uri, (_, found) in self._listed.items()}

    def _handle(self, message: dict) -> None:
        method, params = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics":
            self.shown[path_of(params["uri"])] = findings(params["diagnostics"])
        elif method and "id" in message:
            self.wire.reply(message["id"], self._answer(method, params))

    def _answer(self, method: str, params: dict) -> object:
        if method == "workspace/configuration":
            return [self.settings for _ in params["items"]]
        for item in params.get("registrations", ()) if params else ():
            if item["method"] == "workspace/didChangeWatchedFiles":
                self._watchers[item["id"]] = item["registerOptions"]["watchers"]
        for item in params.get("unregisterations", ()) if params else ():
            self._watchers.pop(item["id"], None)
        return None


def findings(diagnostics: list[dict]) -> frozenset[Finding]:
    """Return what identifies diagnostics."""
    starts = [(item, item["range"]["start"]) for item in diagnostics]
    return frozenset(
        (item["code"], at["line"], at["character"], item["message"]) for item, at in starts
    )


def path_of(uri: str) -> Path:
    """Return the path of a URI."""
    return Path(unquote(urlparse(uri).path))


def _matches(pattern: str | dict, path: Path) -> bool:
    if isinstance(pattern, dict):
        base = path_of(pattern["baseUri"])
        inside = path.relative_to(base).as_posix() if path.is_relative_to(base) else None
        return inside is not None and _regex(pattern["pattern"]).fullmatch(inside) is not None
    return _regex(pattern).fullmatch(path.as_posix().lstrip("/")) is not None


def _regex(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/|\*|\?|[{},])", pattern)
    words = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|"}
    return re.compile("".join(words.get(part, re.escape(part)) for part in parts))
