"""Whatever a workspace contains, no answer of the server has an escape, a link, an image or markup
of its making, or a text without end: each request, with hostile names, settings and rules.
"""

import os

import pytest

from e2e.wire import Wire
from harmless import FORBIDDEN, Page, assert_harmless, assert_markdown_is_ours
from hostile import FOLDERS, HOSTILE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names that Windows does not allow")

ABLE = {
    "textDocument": {
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
    },
    "workspace": {"applyEdit": True},
    "window": {"showDocument": {"support": True}},
}
OF_DOCUMENT = (
    "textDocument/diagnostic",
    "textDocument/documentSymbol",
    "textDocument/documentLink",
    "textDocument/codeLens",
    "framesage/status",
    "framesage/report",
)
AT_POSITION = (
    ("textDocument/hover", {}),
    ("textDocument/completion", {}),
    ("textDocument/definition", {}),
    ("textDocument/prepareRename", {}),
    ("textDocument/rename", {"newName": HOSTILE}),
)
COMMANDS = {
    "showExplanation": [["{uri}", ""], ["{uri}", "hostile"], ["{uri}", HOSTILE]],
    "consultation": [[{"uri": "{uri}"}], [{"uri": "{uri}", "answers": {HOSTILE: "yes"}}]],
    "advise": [[{"uri": "{uri}"}], [{"uri": "{uri}", "answers": {"needs-auth": HOSTILE}}]],
    "applyAnswers": [[{"uri": "{uri}", "answers": {"needs-auth": "yes"}, "start": "flask"}]],
    "checkReason": [[{"uri": "{uri}", "scope": "line", "reason": HOSTILE}]],
}
DATA = {"newText", "uri", "target", "root", "arguments", "href", "changes"}
"""The keys of what no person reads as it is: edits, addresses, and what comes back."""
LONGEST = 50_000


def texts(value, key=""):
    """Yield the texts that a client shows, each with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from texts(part, name) if name not in DATA else ()
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, key)


def assert_message_is_harmless(message):
    for key, text in texts(message):
        assert FORBIDDEN.search(text) is None, (key, text[:300])
        if key in ("value", "markdown") or (key == "text" and "\n" in text):
            assert_markdown_is_ours(text)
        if key == "html":
            Page().feed(text)
        else:
            assert len(text) < LONGEST, (key, text[:100])
        if key in ("title", "label", "name", "detail"):
            assert "\n" not in text


class Session(Wire):
    """A server whose requests are answered, and whose messages are all looked at."""

    def asked(self, method, params):
        """Send a request; look at everything that comes until its answer."""
        identity = self.ask(method, params)
        while True:
            message = self.until(lambda _message: True)
            assert_message_is_harmless(message)
            if "method" in message and "id" in message:
                self.reply(message["id"], {"applied": True} if "edit" in message["params"] else {})
            elif "method" not in message and message["id"] == identity:
                assert message.get("error", {}).get("code") != -32603, (method, message)
                return message.get("result")

    def look_at(self, uri, text):
        self.open(uri, text)
        document = {"textDocument": {"uri": uri}}
        for method in OF_DOCUMENT:
            self.asked(method, document)
        lines = text.split("\n")
        self.look_at_range(document, 0, len(lines))
        for number, line in enumerate(lines[:30]):
            for column in {1, line.find("=") + 2, line.find('"') + 1, min(len(line), 200)}:
                at = {**document, "position": {"line": number, "character": column}}
                for method, more in AT_POSITION:
                    self.asked(method, {**at, **more})
        for name, calls in COMMANDS.items():
            for arguments in calls:
                given = {"command": f"framesage.{name}", "arguments": _with_uri(arguments, uri)}
                self.asked("workspace/executeCommand", given)
        for rule in ("hostile", HOSTILE):
            self.asked("framesage/rule", {**document, "rule": rule})
        self.asked("workspace/executeCommand", {"command": HOSTILE})

    def look_at_range(self, document, first, last):
        start, end = ({"line": line, "character": 0} for line in (first, last))
        shown = {**document, "range": {"start": start, "end": end}}
        self.asked("textDocument/inlayHint", shown)
        self.asked("textDocument/codeAction", {**shown, "context": {"diagnostics": []}})


def _with_uri(value, uri):
    if isinstance(value, dict):
        return {key: _with_uri(part, uri) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_uri(part, uri) for part in value]
    return value.replace("{uri}", uri)


@pytest.mark.parametrize("kind", FOLDERS)
def test_no_answer_is_obeyed_or_without_end(tmp_path, make_project, kind):
    files = FOLDERS[kind]
    root = make_project(tmp_path / "here", {".git/HEAD": "", **files})
    with Session(patience=30) as session:
        session.initialize(root, capabilities=ABLE)
        for name, content in files.items():
            text = content if isinstance(content, str) else content.decode("utf-8", "replace")
            session.look_at((root / name).as_uri(), text)
        session.process.stdin.close()
        log = session.log_at_the_end()
    assert_harmless(log)
    assert "Traceback" not in log
