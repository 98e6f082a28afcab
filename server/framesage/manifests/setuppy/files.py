"""The files of requirements that a setup.py opens."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.setuppy.positions import Piece, literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
_LISTS = (".txt", ".in", ".pip")
_PROSE = ("readme", "license", "licence", "changelog", "changes", "history", "authors", "notice")


@frozen
class File:
    """A file that an expression opens, and where its (last) name stands."""

    target: str
    piece: Piece


def opened(node: ast.AST, lines: Sequence[str]) -> File | None:
    """Return the file that an expression names: by a string, in the last argument of a call, or
    behind the last ``/`` of a path; None where it names none."""
    match node:
        case ast.Constant():
            steps: list[ast.expr] = [node]
        case ast.Call(args=[_, *_]):
            steps = node.args
        case ast.BinOp(op=ast.Div()):
            steps = list(_steps(node))
        case _:
            return None
    last = steps[-1]
    if not isinstance(last, ast.Constant) or not _is_list_file(last.value):
        return None
    return File(_joined(steps), literal(last, lines))


def _is_list_file(text: object) -> bool:
    """Tell whether a value is the name of a file that may be a list of requirements."""
    if not isinstance(text, str):
        return False
    name = text.lower().replace("\\", "/").rsplit("/", 1)[-1]
    return name.endswith(_LISTS) and "\n" not in text and not name.startswith(_PROSE)


def _joined(steps: Sequence[ast.expr]) -> str:
    """Return the path that the strings among the steps make; a leading ``/`` means nothing."""
    parts = [one.value for one in steps if isinstance(one, ast.Constant)]
    return "/".join(part.strip("/") for part in parts if isinstance(part, str))


def _steps(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp):
        yield from _steps(node.left)
        yield node.right
