"""What Python files import, at their head or later."""

import ast
from collections.abc import Iterator
from pathlib import Path


def imports_of(file: Path) -> Iterator[str]:
    """Return the modules that a file imports when it runs, not those for types alone."""
    return _imports(ast.parse(file.read_text(encoding="utf-8")))


def _imports(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return
        case ast.Import():
            yield from (one.name for one in node.names)
        case ast.ImportFrom(module=str(module), level=0):
            yield module
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _imports(child)
