"""Texts as manifests, and the places in them."""

from pathlib import Path

from framesage.advice.model import Place
from framesage.manifests import read
from framesage.text import Source


def read_text(text: str, name: str):
    manifest = read(Source(Path("/project", name), text))
    assert manifest is not None
    return manifest


def at_requirement(manifest, package: str) -> Place:
    """Return the place of a package, the first one's for an empty name."""
    found = next(one for one in manifest.requirements if package in ("", one.name))
    return Place(manifest, found.range, found)
