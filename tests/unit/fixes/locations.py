"""Texts as manifests, and the locations in them."""

from pathlib import Path

from framesage.analysis.model import Location
from framesage.manifests import read
from framesage.text import Source


def read_text(text: str, name: str):
    manifest = read(Source(Path("/project", name), text))
    assert manifest is not None
    return manifest


def at_requirement(manifest, package: str) -> Location:
    """Return the location of a package, the first one's for an empty name."""
    found = next(one for one in manifest.requirements if package in ("", one.name))
    return Location(manifest, found.range, found)
