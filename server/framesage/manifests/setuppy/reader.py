"""Reading setup.py: the arguments of ``setup()``, as far as they are literal."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.manifests.groups import group_of_extra
from framesage.manifests.model import Group, Include, Manifest, Metadata, Purpose
from framesage.manifests.positioned import location_requirement, part_of
from framesage.manifests.setuppy import broken
from framesage.manifests.setuppy.files import File
from framesage.manifests.setuppy.names import bindings
from framesage.manifests.setuppy.positions import Piece, parse
from framesage.manifests.setuppy.values import Values
from framesage.manifests.suppression_comments import find_ignores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.manifests.model import Requirement
    from framesage.manifests.setuppy.values import Argument
    from framesage.text import Source

_LISTS = {"install_requires": Group(), "tests_require": Group(Purpose.DEVELOPMENT, "tests")}
_PLAIN = {"name": "name", "description": "description", "python_requires": "requires-python"}
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_WORDS = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


def read_setup_py(source: Source) -> Manifest:
    """Return what a setup.py says without being run; half-typed, its main list."""
    manifest = Manifest(source, "setup.py", ignores=tuple(find_ignores(source.lines)))
    tree = parse(source.text)
    try:
        return _with_main_list(manifest) if tree is None else _with_arguments(manifest, tree)
    except RecursionError:
        return manifest


def _with_main_list(manifest: Manifest) -> Manifest:
    lines = manifest.source.lines
    listed = tuple(_requirements(broken.listed(lines), Group()))
    return replace(manifest, requirements=listed, anchors=tuple(broken.anchors(lines)))


def _with_arguments(manifest: Manifest, tree: ast.Module) -> Manifest:
    values = Values(bindings(tree), manifest.source.lines)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_setup(node))
    arguments = [argument for call in calls for argument in values.keywords(call)]
    lists = [(values.pieces(a.value), group, when) for a, group, when in _lists(arguments, values)]
    return replace(
        manifest,
        requirements=tuple(one for each in lists for one in _requirements(*each)),
        includes=tuple(include for pieces, *_ in lists for include in _includes(pieces)),
        metadata=tuple(one for argument in arguments for one in _metadata(argument, values)),
        anchors=tuple(one.location for one in arguments if one.name in _LISTS),
    )


def _is_setup(call: ast.Call) -> bool:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return bool(name == "setup")


def _lists(arguments: Sequence[Argument], values: Values) -> Iterator[tuple[Argument, Group, str]]:
    """Yield the lists of requirements, what each is for, and the marker that holds for all of it.

    In the keys of extras it stands behind a colon: ``"shell:python_version < '3'"``.
    """
    for argument in arguments:
        if argument.name in _LISTS:
            yield argument, _LISTS[argument.name], ""
        elif argument.name == "extras_require":
            for extra in values.entries(argument.value):
                name, _, marker = extra.name.partition(":")
                yield extra, group_of_extra(name) if name else Group(), marker


def _requirements(
    pieces: Iterable[Piece | File], group: Group, marker: str = ""
) -> Iterator[Requirement]:
    for piece in pieces:
        if isinstance(piece, File):
            continue
        for line in _LINE.findall(piece.text):
            found = location_requirement(line, piece.range, group)
            if found:
                yield found if found.marker else replace(found, marker=marker)


def _includes(pieces: Iterable[Piece | File]) -> Iterator[Include]:
    for one in pieces:
        if isinstance(one, File):
            yield Include(one.target, one.piece.range)


def _metadata(argument: Argument, values: Values) -> Iterator[Metadata]:
    pieces = (one for one in values.pieces(argument.value) if isinstance(one, Piece))
    if argument.name in _PLAIN:
        yield from (Metadata(_PLAIN[argument.name], one.text, one.range) for one in pieces)
    elif argument.name == "classifiers":
        yield from (Metadata("classifier", one.text.strip(), one.range) for one in pieces)
    elif argument.name == "keywords":
        yield from (word for one in pieces for word in _keywords(one))


def _keywords(piece: Piece) -> Iterator[Metadata]:
    pattern = _WORDS if "," in piece.text else _WORD
    for match in pattern.finditer(piece.text):
        location = part_of(piece.text, piece.range, *match.span())
        yield Metadata("keyword", match.group(), location)
