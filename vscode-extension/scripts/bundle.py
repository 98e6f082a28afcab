"""Fill ``bundled/`` with the server and its dependencies, as pure Python, for the .vsix.

Uses the pip of the Python that runs this script. The current directory does not matter.
"""

from __future__ import annotations

import ast
import io
import shutil
import subprocess
import sys
import tempfile
import tokenize
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


EXCLUDED = (
    "bin",
    "cattr",
    "cattrs/preconf",
    "cattrs/strategies",
    "framesage/__main__.py",
    "framesage/cli",
    "framesage/mcp",
    "framesage/report/explanation.py",
    "framesage/report/sarif",
    "framesage/report/terminal",
    "framesage/rulebase/checks",
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
"""Paths that the server never imports: command lines, clients and unused file formats."""


def slim(libs: Path) -> None:
    """Remove excluded paths, docstrings, comments, and descriptions, which take up much."""
    for path in [libs / name for name in EXCLUDED]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path in libs.rglob("*.py"):
        path.write_bytes(without_comments(without_docstrings(path.read_bytes())))
    for metadata in libs.glob("*.dist-info/METADATA"):
        headers, _, _ = metadata.read_text(encoding="utf-8").partition("\n\n")
        metadata.write_text(headers + "\n", encoding="utf-8")


def without_docstrings(source: bytes) -> bytes:
    """Return the source with blank docstrings and unchanged line numbers.

    They are not empty: a dataclass without a docstring composes one, which slows the start.
    """
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                start, end = node.lineno - 1, (node.end_lineno or node.lineno) - 1
                text = lines[start][: node.col_offset] + b"' '" + lines[end][node.end_col_offset :]
                lines[start : end + 1] = [text] + [b"\n"] * (end - start)
    return b"".join(lines)


def without_comments(source: bytes) -> bytes:
    """Return the source, in UTF-8, without comments and with unchanged line numbers."""
    lines = source.splitlines(keepends=True)
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = (
                lines[row - 1].decode("utf-8")[:column].rstrip().encode("utf-8") + b"\n"
            )
    return b"".join(lines)


def pip(*arguments: str) -> None:
    """Run pip, printing its output only if it fails."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
