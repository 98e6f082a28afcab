"""Strings that a setup.py puts together or takes apart."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from framesage.manifests.positioned import part_of
from framesage.manifests.setuppy.files import File
from framesage.manifests.setuppy.positions import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator


def is_text(node: ast.expr) -> bool:
    """Tell whether an expression is a string put together: what it says is not there to read."""
    match node:
        case ast.BinOp(op=ast.Add()):
            return is_text(node.left) or is_text(node.right)
        case ast.BinOp(op=ast.Mod()):
            return is_text(node.left)
    return isinstance(node, ast.JoinedStr | ast.Constant)


def split(one: Piece | File, separator: ast.expr | None) -> Iterator[Piece | File]:
    """Yield the parts that ``split`` makes of a string; a file is what it was."""
    pattern = r"\S+"
    if isinstance(separator, ast.Constant) and isinstance(separator.value, str):
        pattern = rf"(?:(?!{re.escape(separator.value)}).)+"
    if isinstance(one, File):
        yield one
        return
    for part in re.finditer(pattern, one.text, re.DOTALL):
        yield Piece(part.group(), part_of(one.text, one.range, *part.span()))
