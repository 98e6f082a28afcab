"""Parse the comments of pip-compile and uv on why a compiled file contains a package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_VIA = re.compile(r"#\s*via\b\s*(.*)")
_ADDED = "## The following requirements were added by pip freeze:"
_IGNORE_COMMENT = "# framesage"


def is_added_heading(comment: str) -> bool:
    """Return whether a comment is that of ``pip freeze -r`` above what the list did not contain."""
    return _ADDED in comment


def via_entries(comments: Iterable[str]) -> tuple[str, ...]:
    """Return the entries of the ``# via`` comment beside or below a requirement, as written."""
    entries: list[str] = []
    started = False
    for comment in (whole.partition(_IGNORE_COMMENT)[0] for whole in comments):
        match = _VIA.match(comment.strip())
        if match:
            started = True
            text = match.group(1)
        elif started and comment.strip().startswith("#"):
            text = comment.strip()[1:]
        else:
            continue
        entries.extend(entry.strip() for entry in text.split(",") if entry.strip())
    return tuple(entries)


def requiring_packages(entries: Iterable[str]) -> tuple[str, ...] | None:
    """Return the packages that require a line; None if a file or the project does."""
    names: list[str] = []
    for entry in entries:
        if entry.startswith("-c"):
            continue
        if entry.startswith("-r") or "(" in entry or entry.endswith((".in", ".txt", ".toml")):
            return None
        names.append(canonicalize_name(entry))
    return tuple(names)
