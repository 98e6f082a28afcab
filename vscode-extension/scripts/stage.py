"""Fill ``build/`` with what the .vsix contains: ``vsce`` packages a folder as it is.

Run it after ``bundle.py``. With ``--pictures``, the README keeps its pictures, which VS Code and
the Marketplace load from GitHub.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

EXTENSION = Path(__file__).resolve().parent.parent
STAGE = EXTENSION / "build"
sys.path.insert(0, str(EXTENSION / "py"))  # the rule base that is shipped

from settings_names import with_names  # noqa: E402

FILES = (".vscodeignore", "CHANGELOG.md", "LICENSE", "language-configuration.json")
FOLDERS = ("images", "out", "py", "walkthrough")
ONLY_FOR_BUILDING = ("devDependencies", "private", "scripts")
PICTURE = re.compile(r"!\[[^\]]*\]\(images/[^)]*\)\n\n?")


def main() -> None:
    """Copy the files; write the manifest with all names, and the README."""
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir()
    for name in FILES:
        shutil.copy(EXTENSION / name, STAGE)
    for name in FOLDERS:
        shutil.copytree(EXTENSION / name, STAGE / name, ignore=shutil.ignore_patterns("test"))
    manifest = packaged(read("package.json"))
    write("package.json", json.dumps(manifest, ensure_ascii=False, separators=(",", ":")))
    readme = read("README.md")
    write("README.md", readme if "--pictures" in sys.argv else PICTURE.sub("", readme))


def packaged(package_json: str) -> dict:
    """Return the manifest with the names in the settings, and without what only builds it."""
    manifest = json.loads(package_json)
    with_names(manifest["contributes"]["configuration"]["properties"])
    return {key: value for key, value in manifest.items() if key not in ONLY_FOR_BUILDING}


def read(name: str) -> str:
    """Return the text of a file of the extension."""
    return (EXTENSION / name).read_text(encoding="utf-8")


def write(name: str, text: str) -> None:
    """Write a file to package."""
    (STAGE / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
