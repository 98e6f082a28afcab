"""Find the folder with the code that a list of requirements is for.

Usually that is the folder of the list, but lists are also kept aside: in ``deployment/``, or in
``docker/web/``, beside the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project.folder_names import is_deployment_folder
from framesage.project.layout_facts import HAS_CODE, SCRIPTS_ONLY, cached_layout

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.project.glob import Glob
    from framesage.project.manifest_cache import ManifestCache


def code_layout(
    root: Path, cache: ManifestCache, boundary: Path, exclude: Sequence[Glob]
) -> tuple[str, ...]:
    """Return the facts of the folder with the code of a project.

    For a list that is kept aside, that is the closest folder around it that has code, up to the
    ``boundary``. A folder without code that is not kept aside is a project that has just begun.
    """
    own = cached_layout(root, cache, exclude)
    around = _around(root, boundary)
    if is_deployment_folder(root.name):
        has_own = HAS_CODE in own and SCRIPTS_ONLY not in own
    else:
        has_own = HAS_CODE in own or not any(is_deployment_folder(path.name) for path in around)
    outer = () if has_own else (path for path in around if not is_deployment_folder(path.name))
    layouts = (cached_layout(path, cache, exclude) for path in outer)
    return next((layout for layout in layouts if HAS_CODE in layout), own)


def _around(root: Path, boundary: Path) -> Sequence[Path]:
    """Return the folders around a folder, the closest one first, up to the boundary."""
    if not root.is_relative_to(boundary):
        return ()
    return tuple(root.parents)[: len(root.parts) - len(boundary.parts)]
