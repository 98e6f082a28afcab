"""Requirements files, as pip reads them."""

from framesage.manifests.requirements.reader import read_requirements

__all__ = ["read_requirements"]
