"""What a file says that bears on more than the projects that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project.membership import has_content

if TYPE_CHECKING:
    from framesage.manifests.model import Manifest


def bearing(manifest: Manifest | None) -> object:
    """Return what of a file decides which files make which project, and what is set for others.

    While it stays the same, an edit changes only what is said of the projects that read the file.
    """
    if manifest is None:
        return None
    includes = [(one.target, one.constraint) for one in manifest.includes]
    settings = [(one.path, one.value) for one in manifest.settings]
    return has_content(manifest), bool(manifest.anchors), includes, settings
