"""Find the imports in Python files, at the top and in functions."""

import ast
from collections.abc import Iterator
from pathlib import Path


def imports_of(file: Path) -> Iterator[str]:
    """Return the modules that a file imports at run time, without those for type checking."""
    return _imports(ast.parse(file.read_text(encoding="utf-8")))


def _imports(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.ImportFrom(module=str(module), level=0):
            yield module
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _imports(child)
