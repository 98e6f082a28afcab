"""The language servers that a VS Code has started, as the system knows them."""

from collections.abc import Iterable
from pathlib import Path

from editors.vscode.code_server import Home


def running_servers(home: Home) -> dict[int, str]:
    """Return the program of each server by its process id."""
    marker = str(home.folder / "extensions").encode()
    commands = {int(one.name): _arguments(one) for one in Path("/proc").glob("[0-9]*")}
    return {
        identity: arguments[0].decode()
        for identity, arguments in commands.items()
        if any(one.startswith(marker) and one.endswith(b"run_server.py") for one in arguments)
    }


def windows_of(servers: Iterable[int]) -> dict[int, int]:
    """Return each server by its window, that is the process that has started it."""
    return {_parent(Path("/proc", str(one))): one for one in servers}


def _parent(process: Path) -> int:
    after_name = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2]
    return int(after_name.split()[1])


def _arguments(process: Path) -> list[bytes]:
    try:
        return (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []  # it has ended
