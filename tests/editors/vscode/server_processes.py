"""The processes of the language servers that a VS Code instance has started."""

from collections.abc import Iterable
from pathlib import Path

from editors.vscode.code_server import VSCode


def running_servers(vscode: VSCode) -> dict[int, str]:
    """Return the interpreter of each running server by process id."""
    extensions = str(vscode.folder / "extensions").encode()
    commands = {int(folder.name): _command(folder) for folder in Path("/proc").glob("[0-9]*")}
    return {
        pid: command[0].decode()
        for pid, command in commands.items()
        if any(arg.startswith(extensions) and arg.endswith(b"run_server.py") for arg in command)
    }


def servers_by_window(pids: Iterable[int]) -> dict[int, int]:
    """Return the process id of each server by that of its parent, which represents a window."""
    return {_parent(Path("/proc", str(pid))): pid for pid in pids}


def _parent(process: Path) -> int:
    after_name = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2]
    return int(after_name.split()[1])


def _command(process: Path) -> list[bytes]:
    try:
        return (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []  # the process has ended
