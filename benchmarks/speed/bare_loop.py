"""A loop over messages with a constant diagnostic and hover: the least that Python costs."""

from __future__ import annotations

import json
import sys
from typing import Any

SPAN = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
CAPABILITIES = {"textDocumentSync": 2, "hoverProvider": True}


def send(message: dict[str, Any]) -> None:
    """Write a message."""
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    sys.stdout.buffer.flush()


def receive() -> dict[str, Any] | None:
    """Return the next message, or None at the end of the input."""
    length = 0
    while line := sys.stdin.buffer.readline().strip():
        if line.lower().startswith(b"content-length:"):
            length = int(line[15:])
    message: dict[str, Any] | None = json.loads(sys.stdin.buffer.read(length)) if length else None
    return message


def handle(message: dict[str, Any]) -> None:
    """Answer a message."""
    method, params = message.get("method"), message.get("params")
    if method == "initialize":
        send({"id": message["id"], "result": {"capabilities": CAPABILITIES}})
    elif method in ("textDocument/didOpen", "textDocument/didChange") and params:
        document = params["textDocument"]
        found = [{"range": SPAN, "message": "constant"}]
        published = {"uri": document["uri"], "version": document["version"], "diagnostics": found}
        send({"method": "textDocument/publishDiagnostics", "params": published})
    elif method == "textDocument/hover":
        send({"id": message["id"], "result": {"contents": "constant"}})


if __name__ == "__main__":
    while (incoming := receive()) is not None:
        handle(incoming)
