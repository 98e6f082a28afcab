"""Requirements that tree-sitter's TOML grammar recovers from a pyproject.toml.

This is as generous as possible: keys, headers and strings count even in error nodes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_toml

from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import parse_requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[str, ...]

_KEYS = ("bare_key", "quoted_key", "dotted_key")
_TABLES = ("table", "table_array_element")
_LISTS = (
    ("project", "dependencies"),
    ("project", "optional-dependencies", "*"),
    ("dependency-groups", "*"),
    ("tool", "uv", "dev-dependencies"),
    ("tool", "uv", "constraint-dependencies"),
    ("tool", "uv", "override-dependencies"),
    ("tool", "pdm", "dev-dependencies", "*"),
    ("tool", "hatch", "envs", "*", "dependencies"),
    ("tool", "hatch", "envs", "*", "extra-dependencies"),
)
_KEYED = (
    ("tool", "poetry", "dependencies", "*"),
    ("tool", "poetry", "dev-dependencies", "*"),
    ("tool", "poetry", "group", "*", "dependencies", "*"),
)


@cache
def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))


def recovered(text: str) -> list[str]:
    """Return the normalized names of all requirements, in the order of the file."""
    return list(_Walk().names(_parser().parse(text.encode()).root_node))


class _Walk:
    """Walks a tree in the order of the file, and assigns entries to the table above."""

    def __init__(self) -> None:
        self.table: Key = ()

    def names(self, node: tree_sitter.Node) -> Iterator[str]:
        if node.type in _TABLES:
            self.table = next((_key(child) for child in node.children if child.type in _KEYS), ())
        if node.type == "pair":
            yield from self._pair(_key(node.children[0]), node.children[1:])
        elif node.type == "ERROR":
            yield from self._loose(node.children)
        else:
            for child in node.children:
                yield from self.names(child)

    def _loose(self, nodes: list[tree_sitter.Node]) -> Iterator[str]:
        """Yield the names in an error node: ``[ key ]`` is a header, ``key =`` starts a value."""
        key: Key = ()
        for number, node in enumerate(nodes):
            before = nodes[number - 1].type if number else ""
            after = nodes[number + 1].type if number + 1 < len(nodes) else ""
            if node.type in _KEYS and before in ("[", "[[") and after != "=":
                self.table, key = _key(node), ()
            elif node.type in _KEYS and after == "=":
                key = _key(node)
            elif key and node.type in ("string", "array", "inline_table"):
                yield from self._pair(key, [node])
            elif node.type not in _KEYS:
                yield from self.names(node)

    def _pair(self, key: Key, values: list[tree_sitter.Node]) -> Iterator[str]:
        path = self.table + key
        if any(_is(path[: len(keyed)], keyed) for keyed in _KEYED):
            name = path[
                next(len(pattern) for pattern in _KEYED if _is(path[: len(pattern)], pattern)) - 1
            ]
            if name != "python":
                yield canonicalize_name(name)
        elif any(_is(path, pattern) for pattern in _LISTS):
            for text in (text for value in values for text in _strings(value)):
                parsed = parse_requirement(text)
                if parsed:
                    yield parsed.name


def _is(path: Key, pattern: Key) -> bool:
    pairs = zip(path, pattern, strict=False)
    return len(path) == len(pattern) and all(b in ("*", a) for a, b in pairs)


def _key(node: tree_sitter.Node) -> Key:
    if node.type == "dotted_key":
        return tuple(part for child in node.children if child.type in _KEYS for part in _key(child))
    return (_text(node).strip("\"'"),)


def _strings(node: tree_sitter.Node) -> Iterator[str]:
    if node.type == "string":
        yield _text(node).strip("\"'")
    elif node.type != "inline_table":
        for child in node.children:
            yield from _strings(child)


def _text(node: tree_sitter.Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")
