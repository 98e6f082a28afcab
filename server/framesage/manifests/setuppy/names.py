"""What the names of a module are bound to, as far as reading tells."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from dataclasses import field
from itertools import chain
from operator import itemgetter

from framesage.frozen import frozen

_Location = tuple[int, int]
_Noted = tuple[_Location, ast.expr]
_PLACE = itemgetter(0)


@frozen
class Names:
    """Bindings by name, each with the location from which it holds, and what was added to lists
    afterwards; both in the order of the text."""

    bound: dict[str, list[_Noted]] = field(default_factory=dict)
    added: dict[str, list[_Noted]] = field(default_factory=dict)
    returned: dict[str, list[ast.expr]] = field(default_factory=dict)

    def values(self, use: ast.Name) -> list[ast.expr]:
        """Return what a name stands for where it is used: its last binding above, and what was
        added since. In its own binding (``x = x + [...]``) it stands for the one before.

        A name bound only below (in a function called from above) counts too.
        """
        at = (use.lineno, use.col_offset)
        bound, added = self.bound.get(use.id, []), self.added.get(use.id, [])
        last = bisect_right(bound, at, key=_PLACE) - 1
        since = bound[last][0] if last >= 0 else (0, 0)
        values = [bound[max(last, 0)][1]] if bound else []
        first, end = bisect_left(added, since, key=_PLACE), bisect_right(added, at, key=_PLACE)
        values += [value for _, value in added[first:end]]
        return values or self.returned.get(use.id, [])


def bindings(tree: ast.Module) -> Names:
    """Return the bindings of a module, those in its functions among them."""
    names = Names()
    for node in ast.walk(tree):
        _note(node, names)
    for noted in chain(names.bound.values(), names.added.values()):
        noted.sort(key=_PLACE)
    return names


def _note(node: ast.AST, names: Names) -> None:
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                _bind(target, value, names)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            _bind(target, value, names)
        case ast.For(target=target, iter=value):
            _bind(target, value, names)
        case ast.withitem(optional_vars=ast.expr() as target, context_expr=value):
            _bind(target, value, names)
        case _:
            _note_more(node, names)


def _note_more(node: ast.AST, names: Names) -> None:
    match node:
        case ast.AugAssign(target=ast.Name(id=name), value=value):
            names.added.setdefault(name, []).append((_end(node), value))
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name), attr="append" | "extend" | "add"),
            args=[value],
        ):
            names.added.setdefault(name, []).append((_end(node), value))
        case ast.FunctionDef():
            returns = [one for one in ast.walk(node) if isinstance(one, ast.Return)]
            names.returned[node.name] = [one.value for one in returns if one.value]


def _bind(target: ast.expr, value: ast.expr, names: Names) -> None:
    if isinstance(target, ast.Name):
        names.bound.setdefault(target.id, []).append((max(_end(target), _end(value)), value))


def _end(node: ast.stmt | ast.expr) -> _Location:
    return node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
