"""Requirements files, as pip reads them."""

from framesage.manifests.requirements.reader import (
    RequirementsFile,
    read_requirements,
    reread_requirements,
)

__all__ = ["RequirementsFile", "read_requirements", "reread_requirements"]
