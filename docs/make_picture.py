"""Generate the picture in the README from the output of the command: ``make picture``."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PROJECT = "examples/shop"
TARGET = ROOT / "docs" / "check.svg"
WIDTH = 104
# The picture must not make browsers download fonts; any monospace font is fine.
_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def main() -> None:
    """Run the command and write its output as an SVG."""
    command = [sys.executable, "-m", "framesage", "check", PROJECT]
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    completed = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ framesage check {PROJECT}", "bold"))
    console.print(Text.from_ansi(completed.stdout.decode()))
    svg = _FONTS.sub("", console.export_svg(title="framesage", unique_id="framesage"))
    TARGET.write_text("\n".join(line.rstrip() for line in svg.splitlines()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
