"""The language servers that a VS Code has started, as the system knows them."""

from pathlib import Path

from editors.vscode.code_server import Home


def running_servers(home: Home) -> dict[int, str]:
    """Return the program of each server by its process id."""
    marker = str(home.folder / "extensions").encode()
    commands = {int(one.name): _arguments(one) for one in Path("/proc").glob("[0-9]*")}
    return {
        identity: arguments[0].decode()
        for identity, arguments in commands.items()
        if any(one.startswith(marker) and one.endswith(b"run.py") for one in arguments)
    }


def _arguments(process: Path) -> list[bytes]:
    try:
        return (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []  # it has ended
