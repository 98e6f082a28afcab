"""How long people wait: spawn to first diagnostics, and a keystroke, beside a bare server.

Prints a Markdown table. Both servers run on the Python given (the one that runs this by default);
give one that has Framesage installed from a wheel to measure what users have:

    python benchmarks/latency.py [--python PYTHON] [--starts N] [--keystrokes N]
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (60, 1_000, 10_000)
COMMON = ("flask", "flask-login", "flask-sqlalchemy", "gunicorn", "requests", "celery", "redis")
CAPABILITIES = {
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
    }
}


class Session:
    """One server's process, spoken to without threads: one message out, the next ones in."""

    def __init__(self, command: list[str], root: Path) -> None:
        # Bytecode must be cached, or every start compiles anew, which no user has.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=root
        )
        params = {"processId": None, "rootUri": root.as_uri(), "capabilities": CAPABILITIES}
        self.send("initialize", params, id=1)
        while self.receive().get("id") != 1:
            pass
        self.send("initialized", {})

    def send(self, method: str, params: object, **more: object) -> None:
        """Send one message."""
        message = {"jsonrpc": "2.0", "method": method, "params": params, **more}
        body = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """Return the next message."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def wait_for_version(self, version: int) -> None:
        """Wait until the diagnostics of a version have come."""
        while self.receive().get("params", {}).get("version") != version:
            pass

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.communicate()


def manifest(size: int) -> str:
    """Return a requirements file: what projects use, then names that nobody knows."""
    names = itertools.chain(COMMON, (f"package-{number}" for number in itertools.count()))
    return "".join(f"{name}>=1.{i % 90}\n" for i, name in enumerate(itertools.islice(names, size)))


def open_document(session: Session, uri: str, text: str) -> None:
    """Open a document and wait for its diagnostics."""
    document = {"uri": uri, "languageId": "pip-requirements", "version": 1, "text": text}
    session.send("textDocument/didOpen", {"textDocument": document})
    session.wait_for_version(1)


def start(command: list[str], root: Path) -> float:
    """Return the milliseconds from the spawn to the first diagnostics."""
    text = (root / "requirements.txt").read_text(encoding="utf-8")
    begin = time.perf_counter()
    session = Session(command, root)
    open_document(session, (root / "requirements.txt").as_uri(), text)
    spent = time.perf_counter() - begin
    session.close()
    return spent * 1000


def type_into(session: Session, uri: str, version: int, typed: str) -> float:
    """Type at the end of the second line; return the milliseconds to the answer."""
    at = {"line": 1, "character": len("flask-login>=1.1")}
    change = {"range": {"start": at, "end": at}, "text": typed}
    document = {"uri": uri, "version": version}
    begin = time.perf_counter()
    session.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    session.wait_for_version(version)
    return (time.perf_counter() - begin) * 1000


@contextlib.contextmanager
def project(size: int) -> Iterator[Path]:
    """A folder with a requirements file."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "requirements.txt").write_text(manifest(size), encoding="utf-8")
        yield Path(folder)


def starts(servers: dict[str, list[str]], count: int) -> dict[str, list[float]]:
    """Start every server in turn, ``count`` times after one that is not counted."""
    with project(SIZES[0]) as root:
        rounds = [
            {name: start(one, root) for name, one in servers.items()} for _ in range(count + 1)
        ]
    return {name: [one[name] for one in rounds[1:]] for name in servers}


def keystrokes(
    servers: dict[str, list[str]], size: int, count: int, typed: str
) -> dict[str, list[float]]:
    """Type into every server in turn, ``count`` times after three that are not counted."""
    with project(size) as root:
        uri = (root / "requirements.txt").as_uri()
        sessions = {name: Session(command, root) for name, command in servers.items()}
        for session in sessions.values():
            open_document(session, uri, manifest(size))
        rounds = [
            {name: type_into(session, uri, version, typed) for name, session in sessions.items()}
            for version in range(2, count + 5)
        ]
        for session in sessions.values():
            session.close()
    return {name: [one[name] for one in rounds[3:]] for name in servers}


def row(what: str, spent: dict[str, list[float]]) -> str:
    """Return a row of the table: the medians, and the slowest of ours in a twentieth."""
    ours, bare = (statistics.median(one) for one in spent.values())
    slow = statistics.quantiles(next(iter(spent.values())), n=20)[-1]
    return f"| {what} | {ours:.1f} | {bare:.1f} | {ours / bare:.2f} | {slow:.1f} |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--starts", type=int, default=15)
    parser.add_argument("--keystrokes", type=int, default=40)
    args = parser.parse_args()
    bare = str(Path(__file__).with_name("bare_server.py"))
    servers = {"framesage": [args.python, "-m", "framesage", "server"], "bare": [args.python, bare]}
    print("| Median of milliseconds | Framesage | bare pygls | ratio | Framesage, 95 % |")
    print("|---|---|---|---|---|")
    print(row("spawn to first diagnostics", starts(servers, args.starts)))
    for size in SIZES:
        for typed, what in (("1", "keystroke"), ("\n", "new line")):
            spent = keystrokes(servers, size, args.keystrokes, typed)
            print(row(f"{what} at {size:,} requirements", spent), flush=True)


if __name__ == "__main__":
    main()
