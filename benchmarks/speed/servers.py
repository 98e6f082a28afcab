"""The servers that are compared, as far as they are installed."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from speed.documents import FILES, PYPROJECT, REQUIREMENTS

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / ".cache" / "bench"
"""The virtual environment of the tools to compare with, which the Makefile creates."""
FRAMESAGE, BARE = "Framesage", "bare pygls"


@dataclass(frozen=True)
class Server:
    """A server, its command, and the files that it reads."""

    name: str
    command: tuple[str, ...]
    files: tuple[str, ...] = FILES


def tool(name: str) -> str | None:
    """Return the program of a tool, or None if it is not installed."""
    folders = (TOOLS / "bin", TOOLS / "Scripts", Path(sys.executable).parent)
    return next((found for path in folders if (found := shutil.which(name, path=str(path)))), None)


def servers(python: str) -> tuple[Server, ...]:
    """Return Framesage with a Python, the floors, and the servers of others that are installed."""
    own = (
        Server(FRAMESAGE, (python, "-m", "framesage", "server")),
        Server(BARE, (python, str(HERE / "bare_pygls.py"))),
        Server("bare loop", (python, str(HERE / "bare_loop.py"))),
    )
    others = ((name, found) for name in _OTHERS if (found := tool(name)))
    return (
        *own,
        *(Server(name, (found, *_OTHERS[name][0]), _OTHERS[name][1]) for name, found in others),
    )


_OTHERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "tombi": (("lsp", "--offline"), (PYPROJECT,)),
    "ruff": (("server",), (PYPROJECT,)),
    "requirements-language-server": ((), (REQUIREMENTS,)),
}


def missing() -> tuple[str, ...]:
    """Return the names of the servers that are not installed."""
    return tuple(name for name in _OTHERS if not tool(name))
