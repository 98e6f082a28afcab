"""Read setup.py: the literal arguments of ``setup()``."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_extra
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Group, Metadata, Purpose
from framesage.manifests.positioned import requirement_from_string, subrange
from framesage.manifests.setuppy.evaluator import Evaluator
from framesage.manifests.setuppy.fallback import find_anchors, find_strings
from framesage.manifests.setuppy.positions import parse
from framesage.manifests.suppression_comments import find_ignores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.manifests.model import Requirement
    from framesage.manifests.setuppy.evaluator import Argument, Value
    from framesage.manifests.setuppy.positions import StringLiteral
    from framesage.text import Source

_MAX_REQUIREMENTS = 10_000
_LISTS = {"install_requires": Group(), "tests_require": Group(Purpose.DEVELOPMENT, "tests")}
_STRINGS = {"name": "name", "description": "description", "python_requires": "requires-python"}
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
_COMMA_SEPARATED = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


def read_setup_py(source: Source) -> Manifest:
    """Read a setup.py without executing it; with a syntax error, only its main list."""
    manifest = Manifest(source, "setup.py", ignores=tuple(find_ignores(source.lines)))
    tree = parse(source.text)
    try:
        return _with_arguments(manifest, tree) if tree else _with_main_list(manifest)
    except RecursionError:
        return manifest


def _with_main_list(manifest: Manifest) -> Manifest:
    lines = manifest.source.lines
    requirements = LazyRequirements(tuple(_requirements(find_strings(lines), Group())))
    return replace(manifest, requirements=requirements, anchors=tuple(find_anchors(lines)))


def _with_arguments(manifest: Manifest, tree: ast.Module) -> Manifest:
    evaluator = Evaluator(tree, manifest.source.lines)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_setup(node))
    arguments = [argument for call in calls for argument in evaluator.arguments(call)]
    lists = list(_lists(arguments))
    requirements = (
        requirement
        for value, group, marker in lists
        for requirement in _requirements(value.strings, group, marker)
    )
    return replace(
        manifest,
        requirements=LazyRequirements(tuple(islice(requirements, _MAX_REQUIREMENTS))),
        includes=tuple(
            replace(file, group=group) for value, group, _ in lists for file in value.files
        ),
        metadata=tuple(found for argument in arguments for found in _metadata(argument)),
        anchors=tuple(argument.range for argument in arguments if argument.name in _LISTS),
    )


def _is_setup(call: ast.Call) -> bool:
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return bool(name == "setup")


def _lists(arguments: Sequence[Argument]) -> Iterator[tuple[Value, Group, str]]:
    """Yield each list of requirements with its group and the marker for all its requirements.

    An extra can have a marker behind a colon: ``"shell:python_version < '3'"``.
    """
    for argument in arguments:
        if argument.name in _LISTS:
            yield argument.value, _LISTS[argument.name], ""
        elif argument.name == "extras_require":
            for extra in argument.value.arguments:
                name, _, marker = extra.name.partition(":")
                yield extra.value, classify_extra(name) if name else Group(), marker


def _requirements(
    literals: Iterable[StringLiteral], group: Group, marker: str = ""
) -> Iterator[Requirement]:
    for literal in literals:
        for line in _LINE.findall(literal.text):
            found = requirement_from_string(line, literal.range, group)
            if found:
                yield found if found.marker else replace(found, marker=marker)


def _metadata(argument: Argument) -> Iterator[Metadata]:
    for literal in argument.value.strings:
        if argument.name in _STRINGS:
            yield Metadata(_STRINGS[argument.name], literal.text, literal.range)
        elif argument.name == "classifiers":
            yield Metadata("classifier", literal.text.strip(), literal.range)
        elif argument.name == "keywords":
            yield from _keywords(literal)


def _keywords(literal: StringLiteral) -> Iterator[Metadata]:
    pattern = _COMMA_SEPARATED if "," in literal.text else _WORD
    for match in pattern.finditer(literal.text):
        span = subrange(literal.text, literal.range, *match.span())
        yield Metadata("keyword", match.group(), span)
