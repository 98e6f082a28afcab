"""Parse requirements that are URLs, repositories, local files or wheels."""

from __future__ import annotations

import re

from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import ParsedRequirement

_EGG = re.compile(r"[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[([^\]]*)\])?")
_ARCHIVE = re.compile(
    r"(?:^|[/\\])([A-Za-z0-9][A-Za-z0-9._]*?(?:-[A-Za-z][A-Za-z0-9._]*)*)-[0-9][^/\\#?]*"
    r"\.(?:whl|tar\.gz|zip|tgz|tar\.bz2)(?=$|[#?])"
)
_URL_OR_PATH = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:|\.{0,2}[/\\]|[A-Za-z]:[/\\]|\S+\.(?:whl|tar\.gz|zip)$)", re.I
)

_NAME_AT_URL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._-]*\s*(?:\[[^\]]*\]\s*)?@\s*[a-z][a-z0-9+.-]*:", re.I
)


def is_url_or_path(text: str) -> bool:
    """Return whether a requirement is a URL or a path instead of a package name.

    A name before the URL (``flask@https://...``) makes it a package name.
    """
    text = text.strip()
    return bool(_URL_OR_PATH.match(text)) and not _NAME_AT_URL.match(text)


def parse_url_or_path(text: str) -> ParsedRequirement | None:
    """Parse a URL or path with a package name (``#egg=`` or an archive), or return None."""
    target, _, marker = text.partition(" ;")
    match = _EGG.search(target) or _ARCHIVE.search(target)
    if match is None:
        return None
    extras = match.group(2) if match.re is _EGG else ""
    start = len(text) - len(text.lstrip())
    return ParsedRequirement(
        name=canonicalize_name(match.group(1)),
        start=start,
        name_end=start,
        end=len(target.rstrip()),
        extras=tuple(extra.strip() for extra in (extras or "").split(",") if extra.strip()),
        marker=marker.strip(),
        url=target.strip(),
    )


def name_span(text: str) -> tuple[int, int]:
    """Return the offsets of the package name in a URL or path; those of all of it if none."""
    match = _EGG.search(text) or _ARCHIVE.search(text)
    return match.span(1) if match else (0, len(text))
