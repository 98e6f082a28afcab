"""Fill ``py/`` with the server and its dependencies, as pure Python, for the .vsix.

The archive has every path twice, some 650 times: a short name saves more than it looks.

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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

import tomli

SCRIPTS = Path(__file__).resolve().parent
EXTENSION = SCRIPTS.parent
BUNDLED = EXTENSION / "py"
PURE = ("--platform", "any", "--implementation", "py", "--abi", "none", "--python-version", "3.10")


def main() -> None:
    """Build or download the wheels, then install them into an empty folder."""
    shutil.rmtree(BUNDLED, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder)
        pip("wheel", "--no-deps", "--wheel-dir", folder, str(EXTENSION.parent))
        pip("download", "--no-deps", "--require-hashes", "--only-binary", ":all:", *PURE,
            "--dest", folder, "--requirement", str(SCRIPTS / "wheels.txt"))  # fmt: skip
        pip("install", "--target", str(BUNDLED), "--no-deps", "--no-compile",
            "--no-index", *(str(wheel) for wheel in sorted(wheels.glob("*.whl"))))  # fmt: skip
    shutil.copy(SCRIPTS / "run_server.py", BUNDLED)
    slim(BUNDLED)
    compiled = [path.name for path in BUNDLED.rglob("*") if path.suffix in (".so", ".pyd")]
    if compiled:
        sys.exit(f"Not pure Python: {', '.join(compiled)}")


EXCLUDED = (
    "bin",
    "cattr",
    "cattrs/preconf",
    "cattrs/strategies",
    "cattrs/subclasses.py",
    "framesage/__main__.py",
    "framesage/cli",
    "framesage/fixes/editors/protocol.py",
    "framesage/fixes/next_steps.py",
    "framesage/mcp",
    "framesage/report/consequences.py",
    "framesage/report/decision_record.py",
    "framesage/report/diff.py",
    "framesage/report/explanation.py",
    "framesage/report/github.py",
    "framesage/report/gitlab.py",
    "framesage/report/options.py",
    "framesage/report/pages/markdown_page.py",
    "framesage/report/rule_results",
    "framesage/report/sarif",
    "framesage/report/settings",
    "framesage/report/terminal",
    "framesage/rulebase/readers/conditions/context.py",
    "framesage/rule_checks/builtin_outcomes.py",
    "framesage/rule_checks/causes.py",
    "framesage/rule_checks/coverage.py",
    "framesage/rulebase/tables/json_schema.py",
    "framesage/schemas",
    "framesage/wording/silence.py",
    "framesage/wording/status.py",
    "framesage/wording/unknown_names.py",
    "packaging/_structures.py",
    "packaging/dependency_groups.py",
    "packaging/direct_url.py",
    "packaging/errors.py",
    "packaging/licenses",
    "packaging/metadata.py",
    "packaging/pylock.py",
    "packaging/ranges.py",
    "pygls/cli.py",
    "pygls/client.py",
    "pygls/lsp/_base_client.py",
    "pygls/lsp/client.py",
    "tomli/_types.py",
)
"""Paths that the server never imports: command lines, clients, types, unused file formats."""


def slim(libs: Path) -> None:
    """Remove what the server does not run or read, which takes up much."""
    for path in [libs / name for name in EXCLUDED]:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path in libs.rglob("*.py"):
        code = without_type_checking(without_docstrings(path.read_bytes()))
        if is_annotated_for_checkers(path.relative_to(libs).as_posix()):
            code = without_annotations(code)
        path.write_bytes(with_narrow_indentation(without_comments(code)))
    for metadata in libs.glob("*.dist-info/METADATA"):
        headers, _, _ = metadata.read_text(encoding="utf-8").partition("\n\n")
        metadata.write_text(headers + "\n", encoding="utf-8")
    slim_rules(libs)


def slim_rules(libs: Path) -> None:
    """Remove comments and most tests from the rules, and write the snapshot for these files.

    The tests that are the example on the page of a rule stay. Files that only hold evidence become
    one: that compresses better, and every file of the archive takes up 170 bytes by itself.
    """
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(libs))
    from framesage.report.pages.examples import shown_tests
    from framesage.rulebase.builder import build
    from framesage.rulebase.load import load_rule_base
    from framesage.rulebase.parsing import read_files
    from framesage.rulebase.paths import all_files, shipped_rules, shipped_snapshot
    from framesage.rulebase.snapshot import read_snapshot, write_snapshot

    rules, snapshot = shipped_rules(), shipped_snapshot()
    before = read_snapshot(snapshot, rules)
    shown = shown_tests(build(read_files(all_files([rules]))))
    for path in rules.rglob("*.toml"):
        path.write_bytes(without_tests(path.read_bytes(), shown))
    for folder in (rules / "evidence", rules / "descriptions"):
        join(sorted(folder.glob("*.toml")), folder / "all.toml")
    write_snapshot(load_rule_base(whole=True), rules, snapshot)
    if before is None or before != read_snapshot(snapshot, rules):
        sys.exit("The rules without their tests are not the same rules.")


def join(files: list[Path], target: Path) -> None:
    """Write the tables of several files into one file, which has no title then."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    for path in files:
        path.unlink()
    tables = [
        line for text in texts for line in text.splitlines() if not line.startswith("title =")
    ]
    target.write_text("\n".join(tables) + "\n", encoding="utf-8")


def without_docstrings(source: bytes) -> bytes:
    """Return the source without docstrings and with unchanged line numbers.

    Those of classes become blank: a dataclass without one composes it, which slows the start.
    """
    lines = source.splitlines(keepends=True)
    for parent in ast.walk(ast.parse(source)):
        body = getattr(parent, "body", None)
        for node in body if isinstance(body, list) else ():
            match node:
                case ast.Expr(value=ast.Constant(value=str())):
                    is_needed = len(body) == 1 or (
                        isinstance(parent, ast.ClassDef) and node is body[0]
                    )
                    blank(lines, node, b"' '" if is_needed else b"")
    return b"".join(lines)


def blank(lines: list[bytes], node: ast.stmt, instead: bytes) -> None:
    """Replace a statement by a short one and blank lines."""
    start, end = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    text = lines[start][: node.col_offset] + instead + lines[end][node.end_col_offset :]
    lines[start : end + 1] = [text] + [b"\n"] * (end - start)


def without_type_checking(source: bytes) -> bytes:
    """Return the source without what only type checkers read, with unchanged line numbers."""
    lines = source.splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.If(
                test=ast.Name("TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"), orelse=[]
            ):
                blank(lines, node, b"pass")
    return b"".join(lines)


def is_annotated_for_checkers(name: str) -> bool:
    """Return whether nothing reads the annotations of functions at run time: pygls reads those of
    the handlers of features."""
    bare = name.startswith(("cattrs/", "framesage/", "packaging/", "pygls/"))
    return bare and not name.startswith("framesage/lsp/features/")


def without_annotations(source: bytes) -> bytes:
    """Return the source without the annotations of functions that are on one line."""
    lines = source.splitlines(keepends=True)
    found: list[tuple[int, int, int]] = []
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += _annotations(node, lines)
    for row, start, end in sorted(found, reverse=True):
        line = lines[row - 1]
        lines[row - 1] = line[:start].rstrip(b" ") + line[end:]
    bare = b"".join(lines)
    if _unannotated(ast.parse(bare)) != _unannotated(tree):
        sys.exit("The source without annotations is not the same program.")
    return bare


def _annotations(
    node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[bytes]
) -> Iterator[tuple[int, int, int]]:
    """Yield the row of each annotation, and where it begins and ends, in bytes."""
    for arg in _arguments(node):
        note = arg.annotation
        if note and note.end_lineno == arg.lineno:
            yield arg.lineno, arg.col_offset + len(arg.arg.encode()), note.end_col_offset or 0
    result = node.returns
    if result and result.lineno == result.end_lineno:
        start = lines[result.lineno - 1].rfind(b"->", 0, result.col_offset)
        if start >= 0:
            yield result.lineno, start, result.end_col_offset or 0


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    given = node.args
    single = [arg for arg in (given.vararg, given.kwarg) if arg]
    return [*given.posonlyargs, *given.args, *given.kwonlyargs, *single]


def _unannotated(tree: ast.Module) -> str:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None
            for arg in _arguments(node):
                arg.annotation = None
    return ast.dump(tree)


def without_tests(rules: bytes, shown: set[tuple[str, str]]) -> bytes:
    """Return TOML without comments and without the tables of other rule tests than those
    ``shown``, each by its rule's id and its name, on the same lines."""
    kept, rule, is_left_out = [], "", False
    lines = rules.splitlines(keepends=True)
    for line, following in zip(lines, [*lines[1:], b""], strict=True):
        if line.startswith(b"[[rule]]"):
            rule = string_of(b"id", following)
        if line.startswith(b"[[rule.test]]"):
            is_left_out = (rule, string_of(b"name", following)) not in shown
        elif line.startswith(b"[") and not line.startswith(b"[rule.test."):
            is_left_out = False
        kept.append(b"\n" if is_left_out or line.startswith(b"#") else line)
    return b"".join(kept)


def string_of(key: bytes, line: bytes) -> str:
    """Return the string that a line of TOML sets a key to; "" for another line."""
    name, _, value = line.partition(b" = ")
    return tomli.loads(line.decode())[key.decode()] if name == key and value else ""


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


def with_narrow_indentation(source: bytes) -> bytes:
    """Return the source, in UTF-8, with one space for each level and unchanged line numbers."""
    lines = source.decode("utf-8").splitlines(keepends=True)
    depth, indents = 0, {}
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        first, last = token.start[0], token.end[0]
        if token.type in (tokenize.INDENT, tokenize.DEDENT):
            depth += 1 if token.type == tokenize.INDENT else -1
            indents[first] = depth
        indents.setdefault(first, depth)
        indents.update(dict.fromkeys(range(first + 1, last + 1), None))  # inside of a string
    for row, level in indents.items():
        if level is not None and row <= len(lines) and lines[row - 1].strip():
            lines[row - 1] = " " * level + lines[row - 1].lstrip(" \t")
    narrow = "".join(lines).encode("utf-8")
    if ast.dump(ast.parse(narrow)) != ast.dump(ast.parse(source)):
        sys.exit("The source with narrow indentation is not the same program.")
    return narrow


def pip(*arguments: str) -> None:
    """Run pip, printing its output only if it fails."""
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
