"""The targets of links: pages on the web, and lines of rule files."""

from __future__ import annotations

from pathlib import Path

_SOURCE = "source:"


def source_target(path: Path, line: int) -> str:
    """Return the target of a link to a line of a rule file."""
    return f"{_SOURCE}{path.as_posix()}#L{line}"


def source_of(target: str) -> tuple[Path, str] | None:
    """Return the file and the anchor of a link to a line of a rule file; None for another link."""
    if not target.startswith(_SOURCE):
        return None
    path, _, line = target.removeprefix(_SOURCE).rpartition("#")
    return Path(path), line


def local_url(target: str) -> str:
    """Return the URL of a target for a page outside of the site: on the web, or of a file."""
    source = source_of(target)
    if source:
        return f"{source[0].as_uri()}#{source[1]}"
    return target if target.startswith("https://") else ""
