"""Measure the response times of the server at start and on a keystroke, next to a bare server.

Prints a Markdown table. Both servers run with the given Python (by default the current one). To
measure what users get, pass a Python that has Framesage installed from a wheel:

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
REQUIREMENTS, PYPROJECT = "requirements.txt", "pyproject.toml"
COMMON = ("flask", "flask-login", "flask-sqlalchemy", "gunicorn", "requests", "celery", "redis")
CAPABILITIES = {
    "textDocument": {
        "synchronization": {"didSave": True},
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
    }
}


class Session:
    """A server process; messages are sent and received without threads."""

    def __init__(self, command: list[str], root: Path) -> None:
        # Bytecode must be cached: otherwise every start compiles all modules, unlike for users.
        environment = {
            name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
        }
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=root
        )
        params = {"processId": None, "rootUri": root.as_uri(), "capabilities": CAPABILITIES}
        self.send("initialize", params, id=1)
        while self.receive().get("id") != 1:
            pass
        self.send("initialized", {})

    def send(self, method: str, params: object, **more: object) -> None:
        """Send a message."""
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
        """Wait for the diagnostics of a document version."""
        while self.receive().get("params", {}).get("version") != version:
            pass

    def close(self) -> None:
        """Kill the process."""
        self.process.kill()
        self.process.communicate()


def requirements(size: int) -> Iterator[str]:
    """Return requirements: common packages, then unknown names."""
    names = itertools.chain(COMMON, (f"package-{number}" for number in itertools.count()))
    return (f"{name}>=1.{i % 90}" for i, name in enumerate(itertools.islice(names, size)))


def manifest(size: int, name: str = REQUIREMENTS) -> str:
    """Return the text of a requirements.txt or a pyproject.toml."""
    if name == REQUIREMENTS:
        return "".join(f"{requirement}\n" for requirement in requirements(size))
    listed = "".join(f'  "{requirement}",\n' for requirement in requirements(size))
    return f'[project]\nname = "bench"\ndependencies = [\n{listed}]\n'


def open_document(session: Session, uri: str, text: str) -> None:
    """Open a document and wait for its diagnostics."""
    document = {"uri": uri, "languageId": "pip-requirements", "version": 1, "text": text}
    session.send("textDocument/didOpen", {"textDocument": document})
    session.wait_for_version(1)


def start(command: list[str], root: Path) -> float:
    """Return the milliseconds from starting the process to the first diagnostics."""
    text = (root / REQUIREMENTS).read_text(encoding="utf-8")
    begin = time.perf_counter()
    session = Session(command, root)
    open_document(session, (root / REQUIREMENTS).as_uri(), text)
    spent = time.perf_counter() - begin
    session.close()
    return spent * 1000


def type_into(
    session: Session, uri: str, version: int, position: tuple[int, int], typed: str
) -> float:
    """Insert text at a position; return the milliseconds to the diagnostics."""
    at = {"line": position[0], "character": position[1]}
    change = {"range": {"start": at, "end": at}, "text": typed}
    document = {"uri": uri, "version": version}
    begin = time.perf_counter()
    session.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    session.wait_for_version(version)
    return (time.perf_counter() - begin) * 1000


@contextlib.contextmanager
def project(size: int, name: str = REQUIREMENTS) -> Iterator[Path]:
    """Create a temporary folder with a dependency file."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(manifest(size, name), encoding="utf-8")
        yield Path(folder)


def starts(servers: dict[str, list[str]], count: int) -> dict[str, list[float]]:
    """Return the start times of each server, started in turn; the first round is a warm-up."""
    with project(SIZES[0]) as root:
        rounds = [
            {name: start(command, root) for name, command in servers.items()}
            for _ in range(count + 1)
        ]
    return {name: [times[name] for times in rounds[1:]] for name in servers}


def keystrokes(
    servers: dict[str, list[str]], file: str, size: int, count: int, typed: str
) -> dict[str, list[float]]:
    """Return the times of each server to react to text; three rounds are warm-up."""
    position = _position_after("flask-login>=1.1", manifest(size, file))
    with project(size, file) as root:
        uri = (root / file).as_uri()
        sessions = {name: Session(command, root) for name, command in servers.items()}
        for session in sessions.values():
            open_document(session, uri, manifest(size, file))
        rounds = [
            {
                name: type_into(session, uri, version, position, typed)
                for name, session in sessions.items()
            }
            for version in range(2, count + 5)
        ]
        for session in sessions.values():
            session.close()
    return {name: [times[name] for times in rounds[3:]] for name in servers}


def _position_after(requirement: str, text: str) -> tuple[int, int]:
    """Return the line and character after a requirement, and its quote and comma in a list."""
    before, _, after = text.partition(requirement)
    width = len(before.rpartition("\n")[2]) + len(requirement)
    return before.count("\n"), width + (2 if after.startswith('",') else 0)


def row(label: str, times: dict[str, list[float]]) -> str:
    """Return a row of the table: the medians, and the 95th percentile of Framesage."""
    ours, bare = (statistics.median(measured) for measured in times.values())
    slow = statistics.quantiles(times["framesage"], n=20)[-1]
    return f"| {label} | {ours:.1f} | {bare:.1f} | {ours / bare:.2f} | {slow:.1f} |"


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--starts", type=int, default=15)
    parser.add_argument("--keystrokes", type=int, default=40)
    args = parser.parse_args()
    bare = str(Path(__file__).with_name("bare_server.py"))
    servers = {"framesage": [args.python, "-m", "framesage", "server"], "bare": [args.python, bare]}
    print(
        "| Median time in ms | Framesage | bare pygls server | ratio | Framesage, 95th percentile |"
    )
    print("|---|---|---|---|---|")
    print(row("start to first diagnostics", starts(servers, args.starts)))
    for file, size in itertools.product((REQUIREMENTS, PYPROJECT), SIZES):
        for typed, label in (("1", "keystroke"), ("\n", "new line")):
            times = keystrokes(servers, file, size, args.keystrokes, typed)
            print(row(f"{label}, {file}, {size:,} requirements", times), flush=True)


if __name__ == "__main__":
    main()
