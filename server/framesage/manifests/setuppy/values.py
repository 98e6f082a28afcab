"""What an expression says literally: strings, and the files of requirements that it opens."""

from __future__ import annotations

import ast
from dataclasses import field, replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.setuppy.files import File, opened
from framesage.manifests.setuppy.positions import Piece, keyword_range, literal
from framesage.manifests.setuppy.texts import is_text, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.manifests.setuppy.names import Names
    from framesage.text import Range

_COLLECTING = ("list", "tuple", "set", "sorted")
_SPLITTING = ("split", "splitlines", "strip")
_Use = tuple[str, int, int, bool]


@frozen
class Argument:
    """A name with its value: an argument of a call or a key of a dictionary."""

    name: str
    value: ast.expr
    location: Range


@frozen
class Values:
    """Reads expressions of one module, each use of a name once: names can go in circles."""

    names: Names
    lines: Sequence[str]
    used: set[_Use] = field(default_factory=set)

    def pieces(self, node: ast.expr) -> tuple[Piece | File, ...]:
        """Return the strings and files of an argument, each once."""
        fresh = replace(self, used=set())
        return tuple(dict.fromkeys(fresh.strings(node)))

    def strings(self, node: ast.expr) -> Iterator[Piece | File]:
        """Yield the strings that a list (or a string) consists of, and the files it is made of."""
        match node:
            case ast.Constant(value=str()):
                yield opened(node, self.lines) or literal(node, self.lines)
            case ast.List() | ast.Tuple() | ast.Set():
                for item in node.elts:
                    yield from self.strings(item)
            case ast.BinOp(op=ast.Add()) if not is_text(node):
                yield from self.strings(node.left)
                yield from self.strings(node.right)
            case ast.IfExp():
                yield from self.strings(node.body)
                yield from self.strings(node.orelse)
            case ast.Starred():
                yield from self.strings(node.value)
            case _:
                yield from self._computed(node)

    def _computed(self, node: ast.expr) -> Iterator[Piece | File]:
        match node:
            case ast.Name():
                yield from self._named(node, inside=False)
            case ast.Call(func=ast.Name(id=name), args=[only]) if name in _COLLECTING:
                yield from self.strings(only)
            case ast.Call(func=ast.Attribute(attr="split", value=text), args=arguments):
                separator = arguments[0] if arguments else None
                for one in self.strings(text):
                    yield from split(one, separator)
            case ast.Call(func=ast.Attribute(attr=name, value=text)) if name in _SPLITTING:
                yield from self.strings(text)
            case _:
                yield from self._inside(node)

    def arguments(self, node: ast.expr) -> Iterator[Argument]:
        """Yield what a dictionary holds, literal or bound to a name."""
        match node:
            case ast.Dict():
                for key, value in zip(node.keys, node.values, strict=True):
                    if key is None:
                        yield from self.arguments(value)
                    elif isinstance(key, ast.Constant) and isinstance(key.value, str):
                        piece = literal(key, self.lines)
                        yield Argument(piece.text, value, piece.range)
            case ast.Call(func=ast.Name(id="dict")):
                yield from self.keywords(node)
            case ast.Name():
                for value in self._bound(node):
                    yield from self.arguments(value)

    def entries(self, node: ast.expr) -> tuple[Argument, ...]:
        """Return what a dictionary holds, whatever was read before."""
        return tuple(replace(self, used=set()).arguments(node))

    def keywords(self, call: ast.Call) -> Iterator[Argument]:
        """Yield the named arguments of a call, those from a dictionary (``**config``) too."""
        for one in call.keywords:
            if one.arg:
                yield Argument(one.arg, one.value, keyword_range(one, self.lines))
            else:
                yield from self.arguments(one.value)

    def _bound(self, node: ast.Name, *, inside: bool = False) -> list[ast.expr]:
        use = (node.id, node.lineno, node.col_offset, inside)
        if use in self.used:
            return []
        self.used.add(use)
        return self.names.values(node)

    def _named(self, node: ast.Name, *, inside: bool) -> Iterator[Piece | File]:
        for value in self._bound(node, inside=inside):
            yield from self._through(value) if inside else self.strings(value)

    def _through(self, node: ast.expr) -> Iterator[Piece | File]:
        is_list = isinstance(node, ast.List | ast.Tuple | ast.Set)
        yield from self.strings(node) if is_list else self._inside(node)

    def _inside(self, node: ast.AST) -> Iterator[Piece | File]:
        """Yield what an expression opens, and the lists it goes through, but none of its words."""
        match node:
            case ast.Name():
                yield from self._named(node, inside=True)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp():
                for one in node.generators:
                    yield from self._through(one.iter)
            case ast.JoinedStr():
                return
            case _:
                file = opened(node, self.lines)
                if file:
                    yield file
                for child in () if file else ast.iter_child_nodes(node):
                    yield from self._inside(child)
