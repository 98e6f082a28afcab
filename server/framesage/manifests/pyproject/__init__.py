"""pyproject.toml: the project's own tables, dependency groups, Poetry, uv, PDM, Hatch, Pixi."""

from framesage.manifests.pyproject.reader import (
    PyprojectFile,
    read_framesage_toml,
    read_pyproject,
    reread_pyproject,
)

__all__ = ["PyprojectFile", "read_framesage_toml", "read_pyproject", "reread_pyproject"]
