"""Read the tables of Poetry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.dependency_tables import requirements_in_table
from framesage.manifests.groups import classify_group
from framesage.manifests.model import Group, Metadata, Purpose, Requirement
from framesage.manifests.pyproject.included_groups import included_purposes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.toml import Document

_POETRY = ("tool", "poetry")


def poetry_requirements(document: Document) -> Iterator[Requirement]:
    """Yield the requirements of the main table and of the groups."""
    yield from requirements_in_table(document, Group(), *_POETRY, "dependencies")
    development = Group(Purpose.DEVELOPMENT, "dev")
    yield from requirements_in_table(document, development, *_POETRY, "dev-dependencies")
    for name, group in _groups(document).items():
        yield from requirements_in_table(document, group, *_POETRY, "group", name, "dependencies")


def _groups(document: Document) -> Mapping[str, Group]:
    """Return the groups by their names; ``include-groups`` takes others along."""
    names = _group_names(document)
    groups = {name: _group(document, name) for name in names}
    lists = {name: document.find(*_POETRY, "group", name, "include-groups") for name in names}
    inclusions = {
        name: [item.text for item in value.items] for name, value in lists.items() if value
    }
    return included_purposes(groups, inclusions)


def _group(document: Document, name: str) -> Group:
    optional = document.find(*_POETRY, "group", name, "optional")
    group = classify_group(name)
    if optional and optional.text == "true" and group.purpose is Purpose.RUNTIME:
        return Group(Purpose.OPTIONAL, name)
    return group


def poetry_python(document: Document) -> Iterator[Metadata]:
    """Yield the required versions of Python in the main table."""
    value = document.find(*_POETRY, "dependencies", "python")
    if value and value.kind == "string":
        yield Metadata("requires-python", value.text, value.content)


def _group_names(document: Document) -> list[str]:
    paths = [header.path for header in document.headers]
    paths += [entry.path for entry in document.flat]
    names = [path[3] for path in paths if path[:3] == (*_POETRY, "group") and len(path) > 3]
    return [str(name) for name in dict.fromkeys(names)]
