"""Tell whether a folder is a package for the other projects of its repository: ``libs/auth``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.project.folder_names import holds_library, holds_whole_application

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.manifest_cache import ManifestCache

LOCAL_PACKAGE = "local-package"
_BUILD_SYSTEM = re.compile(r"^\[build-system\]", re.MULTILINE)
_STARTS = frozenset(("app.py", "main.py", "run.py", "server.py"))
"""Files of applications, in the folder or in a folder in it."""
_RUNS = frozenset(("Dockerfile", "Procfile", "asgi.py", "manage.py", "settings.py", "wsgi.py"))


def is_local_package(
    root: Path, manifests: Iterable[Manifest], layout: Collection[str], cache: ManifestCache
) -> bool:
    """Return whether a project is in a folder of libraries, is built, and has nothing to start.

    One of these alone says little: applications have a build system, too.
    """
    if not holds_library(root.parent.name) or holds_whole_application(root.name):
        return False
    own = (manifest for manifest in manifests if manifest.source.path.parent == root)
    return any(map(_is_built, own)) and _RUNS.isdisjoint(layout) and not _has_start(root, cache)


def _is_built(manifest: Manifest) -> bool:
    if manifest.format == "pyproject":
        return _BUILD_SYSTEM.search(manifest.source.text) is not None
    return manifest.can_have_extras


def _has_start(root: Path, cache: ManifestCache) -> bool:
    entries = cache.entries(root)
    below = (cache.entries(root / entry.name) for entry in entries if entry.is_dir)
    return any(entry.name in _STARTS for found in (entries, *below) for entry in found)
