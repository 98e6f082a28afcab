"""Requirements as text to paste: as written in a file, below a line that says where they belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.fixes.draft import Addition
from framesage.fixes.editors.toml_main_list import uses_poetry_table

if TYPE_CHECKING:
    from framesage.manifests.manifest import Manifest

TABLES = ("pipfile", "pixi")
"""The formats in which requirements are the keys of a table."""

_PLACES = {
    "pipfile": "[packages]",
    "environment": "# in `dependencies`",
    "script": "# in `dependencies` of the metadata",
    "setup.cfg": "# in `install_requires` of [options]",
    "setup.py": "# in `install_requires`",
}
_LIST = "# in `dependencies` of [project]"
_DYNAMIC_LIST = "# where the dynamic `dependencies` of [project] come from"
_HASHED = "# with its exact version and its hashes"
_SOURCE = re.compile(r"[^\s=]+\.in\b")
_DEFAULT_SOURCE = "requirements.in"
_HEADER_LINES = 10


def addition_to(manifest: Manifest, name: str, specifier: str) -> Addition:
    """Return a package as an addition to a file."""
    return Addition(manifest.source.path, _text(name, specifier, manifest), _place(manifest))


def source_addition(text: str, compiled: Manifest) -> Addition:
    """Return a requirement as an addition to the file, not in the project, that another one is
    generated from."""
    path = compiled.source.path
    named = _SOURCE.findall("\n".join(compiled.source.lines[:_HEADER_LINES]))
    source = path.parent / (named[0] if named else _DEFAULT_SOURCE)
    problem = f"it is not in the project, and {path.name} is generated from it"
    return Addition(source, text, problem=problem)


def is_poetry(manifest: Manifest) -> bool:
    """Return whether a pyproject.toml lists its requirements for Poetry."""
    return manifest.format == "pyproject" and uses_poetry_table(manifest.document)


def _text(name: str, specifier: str, manifest: Manifest) -> str:
    """Return a requirement as written in a file of this format."""
    if manifest.format in TABLES or is_poetry(manifest):
        return f'{name} = "{specifier or "*"}"'
    if manifest.format == "environment":
        return f"- {name}{specifier}"
    if manifest.format in ("pyproject", "setup.py"):
        return f'"{name}{specifier}",'
    return f'#   "{name}{specifier}",' if manifest.format == "script" else f"{name}{specifier}"


def _place(manifest: Manifest) -> str:
    """Return a line that says where in a file a requirement belongs; "" if anywhere."""
    document = manifest.document
    if is_poetry(manifest):
        return "[tool.poetry.dependencies]"
    if manifest.format == "pixi":
        has_own = document.header("pypi-dependencies") is not None
        return "[pypi-dependencies]" if has_own else "[dependencies]"
    if manifest.format == "pyproject":
        dynamic = document.find("project", "dynamic")
        is_dynamic = dynamic is not None and any(
            item.text == "dependencies" for item in dynamic.items
        )
        return _DYNAMIC_LIST if is_dynamic else _LIST
    if manifest.is_single_list:
        return _HASHED if "--hash" in manifest.source.text else ""
    return _PLACES.get(manifest.format, "")
