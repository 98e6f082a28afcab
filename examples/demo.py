"""Show what Framesage does: start a new project, then open an example project like an editor.

The script contains a small LSP client, which communicates over the server's standard streams, so it
needs nothing but Framesage.
"""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from new_project import show_new_project
from rich.console import Console
from rich.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "examples" / "shop"
FILE = PROJECT / "pyproject.toml"
FRAMEWORK = "Flask>="
Message = dict[str, Any]
SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}
COMMAND = [sys.executable, "-m", "framesage"]


class Client:
    """A minimal LSP client."""

    def __init__(self) -> None:
        self.server = subprocess.Popen(
            [*COMMAND, "server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.last = 0

    def notify(self, method: str, params: object = None) -> None:
        """Send a notification."""
        self._write({"method": method, "params": params})

    def request(self, method: str, params: object = None) -> Message:
        """Send a request and return the result."""
        self.last += 1
        self._write({"id": self.last, "method": method, "params": params})
        result: Message = self.wait(lambda message: message.get("id") == self.last)["result"]
        return result

    def wait(self, is_wanted: Callable[[Message], bool]) -> Message:
        """Return the first message that matches, and skip the others."""
        while not is_wanted(message := self._read()):
            pass
        return message

    def _write(self, message: Message) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self.server.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        stream.flush()

    def _read(self) -> Message:
        stream = self.server.stdout
        assert stream is not None
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise SystemExit("The language server exited before it sent a response.")
        message: Message = json.loads(stream.read(length))
        return message


def main() -> int:
    """Show the dialogue, diagnostics, a hover and the command's output; return the exit code."""
    show_title("A new project: Flask or Django?")
    code = show_new_project()
    started = time.perf_counter()
    client, text = Client(), FILE.read_text(encoding="utf-8")
    show_title(f"Opening {FILE.relative_to(ROOT).as_posix()} in the language server")
    diagnostics = open_file(client, text)
    for diagnostic in diagnostics:
        show_diagnostic(diagnostic, text)
    lines = enumerate(text.splitlines())
    number, line = next((number, line) for number, line in lines if FRAMEWORK in line)
    show_title(f"Hovering over line {number + 1}: {line.strip()}")
    position = {"line": number, "character": line.index(FRAMEWORK)}
    hover = client.request("textDocument/hover", {**document(), "position": position})
    Console(width=100).print(Markdown(hover["contents"]["value"]))
    client.request("shutdown")
    client.notify("exit")
    client.server.wait(timeout=10)
    print(f"\n(The session took {time.perf_counter() - started:.1f} seconds.)")
    command = [*COMMAND, "check", PROJECT.relative_to(ROOT).as_posix()]
    show_title(f"framesage {' '.join(command[3:])}")
    completed = subprocess.run(command, cwd=ROOT, check=False)
    return code or completed.returncode or int(not diagnostics)


def open_file(client: Client, text: str) -> list[Message]:
    """Start the session and open the file; return the diagnostics."""
    folder = {"uri": PROJECT.as_uri(), "name": PROJECT.name}
    client.request(
        "initialize",
        {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder],
         "capabilities": {"textDocument": {"publishDiagnostics": {"relatedInformation": True},
                                           "hover": {"contentFormat": ["markdown"]}}}},
    )  # fmt: skip
    client.notify("initialized", {})
    opened = {**document()["textDocument"], "languageId": "toml", "version": 1, "text": text}
    client.notify("textDocument/didOpen", {"textDocument": opened})
    published = client.wait(
        lambda message: message.get("method") == "textDocument/publishDiagnostics"
    )
    diagnostics: list[Message] = published["params"]["diagnostics"]
    return diagnostics


def document() -> dict[str, Any]:
    """Return the request parameter that identifies the file."""
    return {"textDocument": {"uri": FILE.as_uri()}}


def show_title(title: str) -> None:
    """Print a heading."""
    print(f"\n--- {title} ---\n", flush=True)


def show_diagnostic(diagnostic: Message, text: str) -> None:
    """Print a diagnostic like an editor: underline, message, related lines."""
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    print(f"{start['line'] + 1:>4} | {text.splitlines()[start['line']]}")
    print(f"     | {' ' * start['character']}{'~' * (end['character'] - start['character'])}")
    severity = SEVERITIES[diagnostic["severity"]]
    print(textwrap.indent(textwrap.fill(f"{severity}: {diagnostic['message']}", 90), "       "))
    print(f"       {diagnostic['source']}({diagnostic['code']})")
    for related in diagnostic.get("relatedInformation", ()):
        print(
            f"       line {related['location']['range']['start']['line'] + 1}: {related['message']}"
        )
    print()


if __name__ == "__main__":
    sys.exit(main())
