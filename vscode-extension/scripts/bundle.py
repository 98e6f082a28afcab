"""Fill ``bundled/`` with the server and its dependencies, as pure Python, for the .vsix.

Uses the pip of the Python that runs this script. The current directory does not matter.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
EXTENSION = SCRIPTS.parent
BUNDLED = EXTENSION / "bundled"
PURE = ("--platform", "any", "--implementation", "py", "--abi", "none", "--python-version", "3.10")


def main() -> None:
    """Build or download the wheels, then install them into an empty folder."""
    shutil.rmtree(BUNDLED, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder)
        pip("wheel", "--no-deps", "--wheel-dir", folder, str(EXTENSION.parent))
        pip("download", "--no-deps", "--only-binary", ":all:", *PURE,
            "--dest", folder, "--requirement", str(SCRIPTS / "wheels.txt"))  # fmt: skip
        pip("install", "--target", str(BUNDLED / "libs"), "--no-deps", "--no-compile",
            "--no-index", *(str(wheel) for wheel in sorted(wheels.glob("*.whl"))))  # fmt: skip
    shutil.copy(SCRIPTS / "run_server.py", BUNDLED)
    slim(BUNDLED / "libs")
    compiled = [path.name for path in BUNDLED.rglob("*") if path.suffix in (".so", ".pyd")]
    if compiled:
        sys.exit(f"Not pure Python: {', '.join(compiled)}")


NEEDLESS = (
    "bin",
    "cattr",
    "cattrs/preconf",
    "cattrs/strategies",
    "framesage/__main__.py",
    "framesage/advice/baseline.py",
    "framesage/advice/rule_tests.py",
    "framesage/cli",
    "framesage/report/decision_record.py",
    "framesage/report/diff.py",
    "framesage/report/github.py",
    "framesage/report/json.py",
    "framesage/report/markdown.py",
    "framesage/report/sarif",
    "framesage/report/terminal",
    "framesage/rulebase/checks",
    "framesage/rulebase/example.py",
    "packaging/dependency_groups.py",
    "packaging/direct_url.py",
    "packaging/licenses",
    "packaging/metadata.py",
    "packaging/pylock.py",
    "packaging/ranges.py",
    "pygls/cli.py",
    "pygls/client.py",
    "pygls/lsp/_base_client.py",
    "pygls/lsp/client.py",
)
"""What serving does not need: the command line, old names, formats that it does not read."""


def slim(libs: Path) -> None:
    """Leave out what serving does not need: modules, each package's README, explanations."""
    for path in [path for pattern in NEEDLESS for path in libs.glob(pattern)]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for metadata in libs.glob("*.dist-info/METADATA"):
        headers, _, _ = metadata.read_text(encoding="utf-8").partition("\n\n")
        metadata.write_text(headers + "\n", encoding="utf-8")
    types = libs / "lsprotocol" / "types.py"  # more than half of it repeats the specification
    types.write_text(without_docstrings(types.read_text(encoding="utf-8")), encoding="utf-8")


def without_docstrings(source: str) -> str:
    """Return the source without docstrings; none of them may share a line with other code."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                start, end = node.lineno - 1, node.end_lineno or node.lineno
                lines[start:end] = [f"{' ' * node.col_offset}''\n"] + [""] * (end - start - 1)
    return "".join(lines)


def pip(*arguments: str) -> None:
    """Run pip, printing its output only if it fails."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
