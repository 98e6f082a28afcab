"""Check that the Python package and the VS Code extension have the same version.

python .github/check_version.py            # compare the two
python .github/check_version.py v0.1.0     # compare both with a tag as well
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def versions(root: Path) -> dict[str, str]:
    """Return the version that each file states."""
    package = (root / "server/framesage/__init__.py").read_text(encoding="utf-8")
    found = {"server/framesage/__init__.py": re.findall(r'__version__ = "(.+)"', package)[0]}
    for name in ("vscode-extension/package.json", "vscode-extension/package-lock.json"):
        if (root / name).is_file():  # the lockfile is not in the source distribution
            found[name] = json.loads((root / name).read_text(encoding="utf-8"))["version"]
    return found


def main(arguments: list[str]) -> str | None:
    """Return a message if the versions differ, else None."""
    found = versions(ROOT)
    if arguments:
        found["the tag"] = arguments[0].removeprefix("v")
    if len(set(found.values())) == 1:
        return None
    return "Versions differ: " + ", ".join(f"{name} {found[name]}" for name in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
