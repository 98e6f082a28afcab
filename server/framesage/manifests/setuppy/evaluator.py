"""Evaluate what is literal in a setup.py.

Supported are strings, lists and dictionaries, names that a module-level statement binds to them,
lists joined with ``+``, and requirements files that an expression opens. Everything else
evaluates to nothing.
"""

from __future__ import annotations

import ast
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from framesage.frozen import frozen
from framesage.manifests.model import Include
from framesage.manifests.setuppy.positions import StringLiteral, keyword_range, string_literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.text import Range

T = TypeVar("T")

MAX_ITEMS = 500
"""The maximum length of an evaluated list: statements can double a list again and again."""

_FILE_SUFFIXES = (".txt", ".in", ".pip")
_PROSE = ("readme", "license", "licence", "changelog", "changes", "history", "authors", "notice")


@frozen
class Value:
    """An evaluated expression: the strings of a list (or a single string), the requirements files
    that it opens, and the items of a dictionary."""

    strings: tuple[StringLiteral, ...] = ()
    files: tuple[Include, ...] = ()
    arguments: tuple[Argument, ...] = ()


@frozen
class Argument:
    """A keyword argument of a call or an item of a dictionary; ``range`` is that of its name."""

    name: str
    range: Range
    value: Value


class Evaluator:
    """Evaluates expressions of one module, with the names bound at its end."""

    def __init__(self, tree: ast.Module, lines: Sequence[str]) -> None:
        self._lines = lines
        self._names: dict[str, Value] = {}
        self._bind(tree.body)

    def arguments(self, call: ast.Call) -> Iterator[Argument]:
        """Yield the keyword arguments of a call, including those of ``**config``."""
        for keyword in call.keywords:
            value = self._value(keyword.value)
            if keyword.arg is None:
                yield from value.arguments
            else:
                yield Argument(keyword.arg, keyword_range(keyword, self._lines), value)

    def _bind(self, statements: Iterable[ast.stmt]) -> None:
        for statement in statements:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._names[name] = self._value(value)
                case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                    self._names[name] = self._value(value)
                case ast.With(items=[ast.withitem(value, ast.Name(id=name))], body=body):
                    self._names[name] = self._value(value)
                    self._bind(body)

    def _value(self, node: ast.expr) -> Value:
        match node:
            case ast.Name(id=name):
                return self._names.get(name, Value())
            case ast.Dict():
                return Value(arguments=tuple(self._dictionary_items(node)))
            case ast.Constant(value=str()):
                file = _file(node, self._lines)
                return file or Value(strings=(string_literal(node, self._lines),))
            case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
                return _joined(map(self._value, parts))
            case ast.Starred(value=value):
                return self._value(value)
            case ast.BinOp(left=left, op=ast.Add(), right=right) if not _is_text(node):
                return _joined(map(self._value, (left, right)))
        return self._opened(node)

    def _dictionary_items(self, node: ast.Dict) -> Iterator[Argument]:
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                name = string_literal(key, self._lines)
                yield Argument(name.text, name.range, self._value(value))

    def _opened(self, node: ast.AST) -> Value:
        """Return the files that are named anywhere in an expression."""
        if isinstance(node, ast.JoinedStr):
            return Value()
        if isinstance(node, ast.Name):
            return Value(files=self._names.get(node.id, Value()).files)
        file = _file(node, self._lines)
        return file or _joined(map(self._opened, ast.iter_child_nodes(node)))


def _joined(values: Iterable[Value]) -> Value:
    values = list(values)
    return Value(
        _unique(string for value in values for string in value.strings),
        _unique(file for value in values for file in value.files),
    )


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(islice(items, MAX_ITEMS)))


def _is_text(node: ast.expr) -> bool:
    """Return whether an expression concatenates or formats strings; the result is not known."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _is_text(left) or _is_text(right)
        case ast.BinOp(left=left, op=ast.Mod()):
            return _is_text(left)
    return isinstance(node, ast.JoinedStr | ast.Constant)


def _file(node: ast.AST, lines: Sequence[str]) -> Value | None:
    """Return the file named by a string, the last argument of a call or the last step of a path."""
    match node:
        case ast.Constant():
            steps: list[ast.expr] = [node]
        case ast.Call(args=[_, *_]):
            steps = node.args
        case ast.BinOp(op=ast.Div()):
            steps = list(_path_steps(node))
        case _:
            return None
    last = steps[-1]
    if not isinstance(last, ast.Constant) or not _may_list_requirements(last.value):
        return None
    names = [step.value for step in steps if isinstance(step, ast.Constant)]
    target = "/".join(name.strip("/") for name in names if isinstance(name, str))
    return Value(files=(Include(target, string_literal(last, lines).range),))


def _may_list_requirements(path: object) -> bool:
    if not isinstance(path, str) or "\n" in path:
        return False
    name = path.lower().replace("\\", "/").rsplit("/", 1)[-1]
    return name.endswith(_FILE_SUFFIXES) and not name.startswith(_PROSE)


def _path_steps(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp):
        yield from _path_steps(node.left)
        yield node.right
