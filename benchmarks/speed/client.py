"""A language client that waits for one message at a time, without threads."""

from __future__ import annotations

import json
import os
import select
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Message = dict[str, Any]
CAPABILITIES = {
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
    "workspace": {"workspaceFolders": True, "configuration": True},
    "window": {"workDoneProgress": True},
}
TIMEOUT = 120
"""Seconds to wait for a message."""


class NoAnswerError(Exception):
    """The server said nothing in time, or ended."""


class Client:
    """A server process, and the messages to and from it."""

    def __init__(self, command: Sequence[str], root: Path) -> None:
        """Start the server in a folder and initialize it."""
        self.root, self.started = root, time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            cwd=root,
            bufsize=0,
        )
        self._buffer = bytearray()
        self._last_id = 0
        self.arrived = 0.0
        """When the last message arrived."""
        self._folders: list[object] = [{"uri": root.as_uri(), "name": root.name}]
        self.capabilities: Message = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "workspaceFolders": self._folders,
                "capabilities": CAPABILITIES,
            },
        )["capabilities"]
        self.send("initialized", {})

    def send(self, method: str, params: object, **more: object) -> None:
        """Send a message."""
        self.write(frame({"method": method, "params": params, **more}))

    def write(self, data: bytes) -> None:
        """Write whole messages."""
        assert self.process.stdin
        self.process.stdin.write(data)

    def request(self, method: str, params: object) -> Message:
        """Return the result of a request; empty if it is null."""
        self._last_id += 1
        self.send(method, params, id=self._last_id)
        return self.wait(lambda message: message.get("id") == self._last_id).get("result") or {}

    def wait(self, is_awaited: Callable[[Message], bool]) -> Message:
        """Return the next message of a kind; requests of the server are answered meanwhile."""
        while True:
            message = self.receive(TIMEOUT)
            if message is None:
                raise NoAnswerError(f"no answer in {TIMEOUT} seconds")
            if "method" in message and "id" in message:
                self._answer(message)
            elif is_awaited(message):
                return message

    def receive(self, seconds: float) -> Message | None:
        """Return the next message, or None if there is none for some seconds."""
        assert self.process.stdout
        while (message := self._taken()) is None:
            if not select.select([self.process.stdout], [], [], seconds)[0]:
                return None
            data = os.read(self.process.stdout.fileno(), 1 << 20)
            if not data:
                raise NoAnswerError(f"the server ended with exit code {self.process.wait()}")
            self.arrived = time.perf_counter()
            self._buffer += data
        return message

    def _taken(self) -> Message | None:
        head, end, body = self._buffer.partition(b"\r\n\r\n")
        if not end:
            return None
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        if len(body) < length:
            return None
        del self._buffer[: len(head) + len(end) + length]
        message: Message = json.loads(body[:length])
        return message

    def _answer(self, request: Message) -> None:
        result: list[object] | None = None
        if request["method"] == "workspace/configuration":
            result = [None] * len(request["params"]["items"])
        elif request["method"] == "workspace/workspaceFolders":
            result = self._folders
        self.write(frame({"id": request["id"], "result": result}))


def frame(message: Message) -> bytes:
    """Return a message as it is sent."""
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def environment() -> dict[str, str]:
    """Return the environment, with bytecode cached: else every start compiles all modules."""
    return {name: value for name, value in os.environ.items() if "DONTWRITEBYTECODE" not in name}


@contextmanager
def running(command: Sequence[str], root: Path) -> Iterator[Client]:
    """Yield a client of a server, which is killed in the end."""
    client = Client(command, root)
    try:
        yield client
    finally:
        client.process.kill()
        client.process.communicate()
