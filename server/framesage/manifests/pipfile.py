"""Read Pipfile, the dependency lists of Pipenv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.dependency_tables import requirements_in_table
from framesage.manifests.groups import classify_group
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Group, Metadata, Purpose
from framesage.manifests.suppression_comments import find_ignores
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.model import Requirement
    from framesage.text import Range, Source
    from framesage.toml import Document

_USUAL = ("packages", "dev-packages")
_NO_PACKAGES = ("source", "requires", "scripts", "pipenv")


def read_pipfile(source: Source) -> Manifest:
    """Read a Pipfile; custom categories are dependency groups."""
    document = scan(source.text, source.lines)
    return Manifest(
        source,
        "pipfile",
        requirements=LazyRequirements(tuple(_requirements(document))),
        metadata=tuple(_python(document)),
        anchors=tuple(_anchors(document)),
        ignores=tuple(find_ignores(source.lines)),
    )


def _requirements(document: Document) -> Iterator[Requirement]:
    for name in _categories(document):
        yield from requirements_in_table(document, _group(name), name)


def _categories(document: Document) -> list[str]:
    tables = (str(header.path[0]) for header in document.headers)
    names = dict.fromkeys((*_USUAL, *tables))
    return [name for name in names if name not in _NO_PACKAGES]


def _group(category: str) -> Group:
    if category == "packages":
        return Group()
    if category == "dev-packages":
        return Group(Purpose.DEVELOPMENT, "dev")
    return classify_group(category)


def _python(document: Document) -> Iterator[Metadata]:
    """Yield the required version of Python; ``3.12`` includes every release of 3.12."""
    for key, form in (("python_version", "=={}.*"), ("python_full_version", "=={}")):
        value = document.find("requires", key)
        if value and value.kind == "string" and value.text:
            yield Metadata("requires-python", form.format(value.text), value.content)


def _anchors(document: Document) -> Iterator[Range]:
    for name in _categories(document):
        header, entry = document.header(name), document.entry(name)
        if header:
            yield header.range
        elif entry:
            yield entry.key_range
