"""Read the package versions from lock files.

Tools write one key per line, and only the first keys of each package matter, so that regular
expressions search ten megabytes in a moment. Lock files with merge conflicts are ignored.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_NAMES = frozenset(("Pipfile.lock", "pdm.lock", "poetry.lock", "uv.lock"))
_PYLOCK = re.compile(r"pylock(?:\.[^.]+)?\.toml")
_PACKAGE = re.compile(r"^\[\[packages?\]\][^\n]*\n((?:(?!\[)[^\n]*\n)*)", re.MULTILINE)
_NAME = re.compile(r"^name\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']", re.MULTILINE)
_VERSION = re.compile(r"^version\s*=\s*[\"']([A-Za-z0-9.!+_-]+)[\"']", re.MULTILINE)
_MEMBERS = re.compile(r"^\[manifest\][^\n]*\n(?:(?!\[)[^\n]*\n)*?members\s*=\s*\[([^][]*)\]", re.M)
_QUOTED = re.compile(r"[\"']([A-Za-z0-9._-]+)[\"']")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |\r?$)", re.MULTILINE)


@frozen(slots=False)
class Lock:
    """A lock file: the versions by normalized package name.

    A package has several versions if they depend on the environment. ``name`` is the name of the
    file, ``members`` are the projects of the workspace that it was made for, if any. ``path`` is
    that of a list of the project which holds the versions as a lock file does.
    """

    name: str
    versions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    members: frozenset[str] = frozenset()
    path: Path | None = None


def is_lock(name: str) -> bool:
    """Return whether a file name is that of a supported lock file."""
    return name.endswith((".lock", ".toml")) and (name in _NAMES or is_pylock(name))


def is_pylock(name: str) -> bool:
    """Return whether a file name is that of a lock file as of PEP 751, which any tool may write."""
    return _PYLOCK.fullmatch(name) is not None


def read_lock(name: str, text: str) -> Lock:
    """Read a lock file; invalid content gives no versions."""
    if name == "Pipfile.lock":
        return Lock(name, collected(_pipenv_pairs(text)))
    text = f"{text}\n"
    if _CONFLICT.search(text):
        return Lock(name)
    members = _MEMBERS.search(text)
    quoted = _QUOTED.findall(members.group(1)) if members else ()
    return Lock(name, collected(_toml_pairs(text)), frozenset(map(canonicalize_name, quoted)))


def _toml_pairs(text: str) -> Iterator[tuple[str, str]]:
    for package in _PACKAGE.finditer(text):
        name, version = _NAME.search(package.group(1)), _VERSION.search(package.group(1))
        if name and version:
            yield name.group(1), version.group(1)


def _pipenv_pairs(text: str) -> Iterator[tuple[str, str]]:
    import json  # only needed for Pipenv

    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return
    categories = document.items() if isinstance(document, dict) else ()
    for category, packages in categories:
        if category != "_meta" and isinstance(packages, dict):
            for name, package in packages.items():
                version = package.get("version") if isinstance(package, dict) else None
                if isinstance(version, str) and version.startswith("=="):
                    yield name, version.lstrip("=").strip()


def collected(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return the versions of each package, by its normalized name."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version in pairs:
        known = found.get(name := canonicalize_name(name), ())
        if version not in known:
            found[name] = (*known, version)
    return found
