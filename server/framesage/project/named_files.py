"""Files that somebody names: they are read whatever their names are, if they are what they seem."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests import is_python, reader_by_name
from framesage.manifests.lockfiles import is_lock
from framesage.manifests.pep508 import parse_requirement_on_line
from framesage.manifests.readme import preferred_readme
from framesage.manifests.requirements.logical_lines import logical_lines
from framesage.manifests.requirements.urls import is_url_or_path, parse_url_or_path
from framesage.project.membership import has_content

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.pep508 import ParsedRequirement
    from framesage.project.manifest_cache import ManifestCache

_OPTION = re.compile(r"(?:^|\s)-{1,2}[A-Za-z]")


def admit(path: Path, cache: ManifestCache) -> bool:
    """Make a file that was named a dependency file, if it can be one.

    Returns whether it is read: as a dependency file, lock file or README. Whatever cannot be
    decoded is a dependency file too, so that it is reported.
    """
    is_known = reader_by_name(path) is not None or is_lock(path.name)
    if is_known or preferred_readme([path.name]) is not None:
        return True
    manifest = cache.manifest(path)
    is_read = _seems_right(manifest) if manifest else bool(cache.read_error(path))
    if is_read:
        cache.name(path)
    return is_read


def _seems_right(manifest: Manifest) -> bool:
    """Return whether a file has what its format is for; at least half of the lines of a list."""
    if manifest.format == "script":
        return bool(manifest.anchors)
    if manifest.format != "requirements":
        return bool(manifest.requirements) or (has_content(manifest) and bool(manifest.anchors))
    written = [line.text for line in logical_lines(manifest.source.lines) if line.text.strip()]
    return 2 * sum(map(_is_of_a_list, written)) >= len(written)


def _is_of_a_list(line: str) -> bool:
    """Return whether all of a line is a requirement or options."""
    option = _OPTION.search(line)
    text = (line[: option.start()] if option else line).strip()
    if not text:
        return True
    parsed = parse_url_or_path(text) if is_url_or_path(text) else parse_requirement_on_line(text)
    return parsed is not None and parsed.end == len(text) and not _is_assignment(parsed)


def _is_assignment(parsed: ParsedRequirement) -> bool:
    """Return whether a line is a setting of another format (``envlist = py312``)."""
    return parsed.specifier.startswith("=") and not parsed.specifier.startswith("==")


def why_unread(path: Path) -> str:
    """Return why a file that was named is not read, and what to name instead."""
    if is_python(path):
        return "not read: a Python file without inline metadata (# /// script); pass its folder"
    return "not read: neither a dependency file nor a list of requirements; pass its folder"
