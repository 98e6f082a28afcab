"""A minimal client, which can send what well-behaved clients never send."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

SERVER = [sys.executable, "-m", "framesage", "server"]
"""``framesage server``, with the Python of the tests."""

PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
"""The capabilities of a client that requests diagnostics."""

END = None
PATIENCE = 30.0
"""Seconds to wait for an answer, on a busy machine."""


def frame(message: object) -> bytes:
    """Return a message with its header."""
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Wire:
    """The process of a server, with its messages in a queue and its log."""

    def __init__(self, command: list[str] = SERVER, patience: float = PATIENCE) -> None:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        self.process = subprocess.Popen(command, **pipes)
        self.patience = patience
        self.seen = []
        self.log = b""
        self._messages = queue.Queue()
        self._last_id = 0
        self._threads = [threading.Thread(target=run) for run in (self._read, self._read_log)]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> "Wire":
        return self

    def __exit__(self, *_error) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def raw(self, data: bytes) -> None:
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def notify(self, method: str, params: object = None) -> None:
        self.raw(frame({"method": method, "params": params}))

    def ask(self, method: str, params: object = None) -> int:
        """Send a request without waiting; return its id."""
        self._last_id += 1
        message = {"id": self._last_id, "method": method}
        self.raw(frame(message if params is None else {**message, "params": params}))
        return self._last_id

    def request(self, method: str, params: object = None) -> dict:
        """Send a request; return the whole answer."""
        return self.answer(self.ask(method, params))

    def reply(self, identity: int | str, result: object) -> None:
        """Answer a request of the server's."""
        self.raw(frame({"id": identity, "result": result}))

    def answer(self, identity: int | None) -> dict:
        """Return the answer to a request; all messages are kept in ``seen``."""
        return self.until(lambda message: "method" not in message and message.get("id") == identity)

    def until(self, wanted) -> dict:
        """Return the next message for which a function returns true."""
        while True:
            message = self._messages.get(timeout=self.patience)
            assert message is not END, f"the server has exited: {self.log.decode()}"
            self.seen.append(message)
            if wanted(message):
                return message

    def published(self, uri: str) -> dict:
        """Return the next diagnostics of a document."""
        method = "textDocument/publishDiagnostics"
        wanted = self.until(
            lambda message: message.get("method") == method and message["params"]["uri"] == uri
        )
        return wanted["params"]

    def initialize(self, root: Path | None = None, **params) -> dict:
        """Start the session and return the server's capabilities."""
        params = {"processId": os.getpid(), "capabilities": {}, **params}
        params["rootUri"] = root.as_uri() if root else None
        answer = self.request("initialize", params)
        self.notify("initialized", {})
        return answer["result"]["capabilities"]

    def open(self, uri: str, text: str, version: int = 1) -> None:
        document = {"uri": uri, "languageId": "plaintext", "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, text: str, version: int) -> None:
        document = {"uri": uri, "version": version}
        params = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.notify("textDocument/didChange", params)

    def edit(self, uri: str, lines: tuple[int, int], text: str, version: int) -> None:
        """Replace the lines from a number to another one."""
        first, end = ({"line": line, "character": 0} for line in lines)
        change = {"range": {"start": first, "end": end}, "text": text}
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}
        self.notify("textDocument/didChange", params)

    def hover(self, uri: str, line: int, character: int) -> dict:
        position = {"line": line, "character": character}
        params = {"textDocument": {"uri": uri}, "position": position}
        return self.request("textDocument/hover", params)

    def log_at_the_end(self) -> str:
        """Return the log of a server that has exited."""
        self._threads[1].join(PATIENCE)
        return self.log.decode()

    def _read(self) -> None:
        while length := self._length():
            self._messages.put(json.loads(self.process.stdout.read(length)))
        self._messages.put(END)

    def _length(self) -> int:
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        return length

    def _read_log(self) -> None:
        while line := self.process.stderr.readline():
            self.log += line
