"""pyproject.toml: the project's own tables, dependency groups, Poetry, uv, PDM, Hatch, Pixi."""

from framesage.manifests.pyproject.reader import read_framesage_toml, read_pyproject

__all__ = ["read_framesage_toml", "read_pyproject"]
