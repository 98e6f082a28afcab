"""Random messages of a client: valid ones, ones with something odd in them, and noise.

Everything comes from one ``random.Random``, so that a seed gives the same messages again.
"""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

NAMES = (
    "requirements.txt",
    "pyproject.toml",
    "framesage.toml",
    "setup.cfg",
    "sub/dev.txt",
    "no.py",
)
URIS = ("", "untitled:1", "file:///", "file://%00", "file:///%ff", "http://x/requirements.txt", "x")
WORDS = ("flask", "django", "[project]", "dependencies = [", '"', "-r sub/dev.txt", "\n", "🐍", "]")
ODD = (
    *(None, True, -1, 0, 1, 2**31 - 1, 2**31, 2**53, 2**64, -(2**31), 1.5, 1e300, float("inf")),
    *("", "x", "\0", "\ud800", "x" * 10_000, "file:///", "9" * 400, "../..", "%s{0}$1"),
    *([], [[]], [None], {}, {"": {}}, {"start": 1}, {"uri": None}, [0] * 1000),
)
COMMANDS = (
    *("showExplanation", "ask", "consultation", "advise", "applyAnswers", "applyEdit", "select"),
    *("checkReason", "writeIgnore", "nothing", ""),
)
AT = (
    *("completion", "hover", "definition", "references", "rename", "prepareRename", "declaration"),
    *("inlayHint", "codeAction", "documentLink", "codeLens", "documentSymbol", "diagnostic"),
)
OTHER = (
    *("workspace/diagnostic", "workspace/symbol", "framesage/status", "framesage/report"),
    *("framesage/rule", "framesage/nothing", "initialize", "initialized", "$/cancelRequest"),
    *("$/setTrace", "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"),
    *("workspace/didRenameFiles", "workspace/executeCommand", "completionItem/resolve"),
    *("codeAction/resolve", "codeLens/resolve", "inlayHint/resolve", "documentLink/resolve"),
    *("textDocument/didSave", "textDocument/didClose", "textDocument/didOpen"),
    *("textDocument/didChange", "textDocument/didChange", "window/workDoneProgress/cancel"),
    *("notebookDocument/didOpen", "framesage/didFocus", "$/progress", "", "\ud800"),
)


class Messages:
    """Makes messages about the files of a folder."""

    def __init__(self, random: Random, root: Path) -> None:
        self._random = random
        self._uris = [(root / name).as_uri() for name in NAMES]
        self._root = root.as_uri()

    def frames(self) -> Iterator[bytes]:
        """Yield messages, nearly all of which have a correct length."""
        while True:
            body = self._body()
            wrong = self._random.choice((1, -1, 20, -20, 60)) if self._happens(0.01) else 0
            length = max(0, len(body) + wrong)
            header = b"Content-Length: %d\r\n\r\n" % length
            yield self._damaged(header) + body if self._happens(0.005) else header + body

    def _body(self) -> bytes:
        message = self._message()
        for _ in range(self._random.choice((0, 0, 1, 1, 2, 5))):
            inside = message.get("params")
            is_inside = isinstance(inside, dict) and not self._happens(0.1)
            self._alter(inside if is_inside else message)
        body = json.dumps(message).encode()
        return self._damaged(body) if self._happens(0.02) else body

    def _message(self) -> dict:
        pick = self._random.choice
        method = f"textDocument/{pick(AT)}" if self._happens(0.5) else pick(OTHER)
        message = {"jsonrpc": "2.0", "method": method, "params": self._params()}
        if "/did" not in method and not method.startswith("$"):
            message["id"] = pick((self._random.randrange(2**31), "a", 1))
        if self._happens(0.03):
            del message["method"]
            message[pick(("result", "error"))] = pick(ODD)
        return message

    def _params(self) -> dict:
        """Return everything that any method takes."""
        uri, span = self._uri(), {"start": self._position(), "end": self._position()}
        named = {"uri": uri, "name": "x", "languageId": "x", "version": self._random.randrange(99)}
        edits = [{"range": span, "text": self._text()} for _ in range(self._random.randrange(3))]
        found = {"range": span, "message": "x", "code": "two-frameworks", "source": "Framesage"}
        arguments = [self._random.choice((uri, "", {"uri": uri, "answers": {}}, *ODD))]
        return {
            "textDocument": {**named, "text": self._text()},
            "position": self._position(),
            "range": span,
            "contentChanges": edits,
            "context": {"diagnostics": [found], "triggerKind": 1, "includeDeclaration": True},
            "newName": "x",
            "id": 1,
            "value": "off",
            "token": 1,
            "previousResultIds": [],
            "settings": {"framesage": {"exclude": ["sub"]}},
            "capabilities": {},
            "rule": "x",
            "changes": [{"uri": uri, "type": self._random.randrange(1, 4)}],
            "files": [{"oldUri": uri, "newUri": self._uri()}],
            "command": f"framesage.{self._random.choice(COMMANDS)}",
            "arguments": arguments * self._random.randrange(3),
            "label": "x",
            "title": "x",
        }

    def _uri(self) -> str:
        return self._random.choice(URIS if self._happens(0.1) else self._uris)

    def _position(self) -> dict:
        lines = (0, 1, 2, 9, 2**31 - 1)
        return {"line": self._random.choice(lines), "character": self._random.choice(lines)}

    def _text(self) -> str:
        return "\n".join(self._random.choices(WORDS, k=self._random.randrange(6)))

    def _alter(self, value: dict | list) -> None:
        """Put something odd in one place."""
        random = self._random
        while True:
            keys = [*value] if isinstance(value, dict) else range(len(value))
            if not keys:
                return
            key = random.choice(keys)
            if not isinstance(value[key], dict | list) or self._happens(0.2):
                break
            value = value[key]
        change = random.randrange(4)
        if change == 0:
            del value[key]
        elif change == 1 and isinstance(value, dict):
            value[random.choice(("from the future", "type_name", "self", ""))] = random.choice(ODD)
        else:
            value[key] = copy.deepcopy(random.choice(ODD))

    def _damaged(self, data: bytes) -> bytes:
        at = self._random.randrange(len(data) + 1)
        middle = self._random.choice((b"", b"\0", b"\xff", b"{", b"\r\n", b"\r\n\r\n", b'"'))
        return data[:at] + middle + data[at + self._random.randrange(3) :]

    def _happens(self, share: float) -> bool:
        return self._random.random() < share
