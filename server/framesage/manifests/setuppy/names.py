"""What the names of a module are bound to, as far as reading tells."""

from __future__ import annotations

import ast
from dataclasses import field

from framesage.frozen import frozen


@frozen
class Names:
    """Bindings by name, each with the line it is on, and what was added to lists afterwards."""

    bound: dict[str, list[tuple[int, ast.expr]]] = field(default_factory=dict)
    added: dict[str, list[tuple[int, ast.expr]]] = field(default_factory=dict)
    returned: dict[str, list[ast.expr]] = field(default_factory=dict)

    def values(self, name: str, line: int) -> list[ast.expr]:
        """Return what a name stands for at a line: its last binding above, and what was added.

        A name bound only below (in a comprehension, in a function called from above) counts too.
        """
        bound = self.bound.get(name, [])
        above = [one for one in bound if one[0] <= line]
        since, values = 0, [value for _, value in bound[:1]]
        if above:
            since, value = max(above, key=lambda one: one[0])
            values = [value]
        values += [value for at, value in self.added.get(name, ()) if since <= at <= line]
        return values or self.returned.get(name, [])


def bindings(tree: ast.Module) -> Names:
    """Return the bindings of a module, those in its functions among them."""
    names = Names()
    for node in ast.walk(tree):
        _note(node, names)
    return names


def _note(node: ast.AST, names: Names) -> None:
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                _bind(target, value, names)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            _bind(target, value, names)
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            _bind(target, value, names)
        case ast.withitem(optional_vars=ast.expr() as target, context_expr=value):
            _bind(target, value, names)
        case _:
            _note_more(node, names)


def _note_more(node: ast.AST, names: Names) -> None:
    match node:
        case ast.AugAssign(target=ast.Name(id=name), value=value):
            names.added.setdefault(name, []).append((node.lineno, value))
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=name), attr="append" | "extend" | "add"),
            args=[value],
        ):
            names.added.setdefault(name, []).append((node.lineno, value))
        case ast.FunctionDef():
            returns = [one for one in ast.walk(node) if isinstance(one, ast.Return)]
            names.returned[node.name] = [one.value for one in returns if one.value]


def _bind(target: ast.expr, value: ast.expr, names: Names) -> None:
    if isinstance(target, ast.Name):
        names.bound.setdefault(target.id, []).append((target.lineno, value))
