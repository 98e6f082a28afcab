"""Read Pixi's tables, in pixi.toml or below ``[tool.pixi]``.

Conda packages keep their Conda name, which is nearly always that on PyPI.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.dependency_tables import requirements_in_table
from framesage.manifests.groups import classify_group
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Group, Metadata
from framesage.manifests.suppression_comments import find_ignores
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.model import Requirement
    from framesage.text import Range, Source
    from framesage.toml import Document

_TABLES = ("dependencies", "pypi-dependencies")
_DESCRIBED = ("workspace", "project", "package")
_PACKAGE = ("package", "run-dependencies")


def read_pixi(source: Source) -> Manifest:
    """Read a pixi.toml."""
    document = scan(source.text, source.lines)
    return Manifest(
        source,
        "pixi",
        requirements=LazyRequirements(tuple(pixi_requirements(document))),
        metadata=tuple(pixi_metadata(document)),
        anchors=tuple(_anchors(document)),
        ignores=tuple(find_ignores(source.lines)),
        readme=_readme(document),
    )


def pixi_requirements(document: Document, *above: str) -> Iterator[Requirement]:
    """Yield the requirements of the main tables, of the package to build and of the features."""
    for table in _TABLES:
        yield from requirements_in_table(document, Group(), *above, table)
    yield from requirements_in_table(document, Group(), *above, *_PACKAGE)
    for feature in _features(document, (*above, "feature")):
        for table in _TABLES:
            group = classify_group(feature)
            yield from requirements_in_table(document, group, *above, "feature", feature, table)


def _features(document: Document, above: tuple[str, ...]) -> list[str]:
    paths = [header.path for header in document.headers]
    paths += [entry.path for entry in document.flat]
    below = (path for path in paths if path[: len(above)] == above and len(path) > len(above))
    return list(dict.fromkeys(str(path[len(above)]) for path in below))


def pixi_metadata(document: Document, *above: str) -> Iterator[Metadata]:
    """Yield the name and the description of the workspace and of the package to build, and the
    versions of Python that the main environment has."""
    for table in _DESCRIBED:
        for key in ("name", "description"):
            value = document.find(*above, table, key)
            if value and value.kind == "string":
                yield Metadata(key, value.text, value.content)
    python = document.find(*above, "dependencies", "python")
    if python and python.kind == "string" and python.text not in ("", "*"):
        yield Metadata("requires-python", python.text, python.content)


def _readme(document: Document) -> str:
    values = (document.find(table, "readme") for table in _DESCRIBED)
    return next((value.text for value in values if value and value.kind == "string"), "")


def _anchors(document: Document) -> Iterator[Range]:
    for table in _TABLES:
        header = document.header(table)
        if header:
            yield header.range
