"""Read texts as dependency files, and find locations in them."""

from pathlib import Path

from framesage.analysis.location import Location
from framesage.fixes.editors import editor_of
from framesage.manifests import read
from framesage.text import Source


def read_text(text: str, name: str):
    manifest = read(Source(Path("/project", name), text))
    assert manifest is not None
    return manifest


def at_requirement(manifest, package: str) -> Location:
    """Return the location of a package; of the first one if the name is empty."""
    requirements = manifest.requirements
    requirement = next(found for found in requirements if package in ("", found.name))
    return Location(manifest, requirement.range, requirement)


def add(package: str, beside: Location):
    """Return the edits that add a package beside a requirement."""
    return editor_of(beside.manifest).add(package, beside.subject)
