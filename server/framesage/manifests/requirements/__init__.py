"""Requirements files in the format of pip."""

from framesage.manifests.requirements.reader import (
    RequirementsFile,
    read_requirements,
    reread_requirements,
)

__all__ = ["RequirementsFile", "read_requirements", "reread_requirements"]
