"""Requirements that are not a name: URLs, repositories, local files and wheels."""

from __future__ import annotations

import re

from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import Parsed

_EGG = re.compile(r"[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[([^\]]*)\])?")
_ARCHIVE = re.compile(
    r"(?:^|[/\\])([A-Za-z0-9][A-Za-z0-9._]*?(?:-[A-Za-z][A-Za-z0-9._]*)*)-[0-9][^/\\#?]*"
    r"\.(?:whl|tar\.gz|zip|tgz|tar\.bz2)(?=$|[#?])"
)
_REFERENCE = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:|\.{0,2}[/\\]|[A-Za-z]:[/\\]|\S+\.(?:whl|tar\.gz|zip)$)", re.I
)


def is_reference(text: str) -> bool:
    """Tell whether a text points at something rather than naming it."""
    return bool(_REFERENCE.match(text.strip()))


def parse_reference(text: str) -> Parsed | None:
    """Return the requirement that a URL or path names (``#egg=``, an archive's name), or None."""
    target, _, marker = text.partition(" ;")
    match = _EGG.search(target) or _ARCHIVE.search(target)
    if match is None:
        return None
    extras = match.group(2) if match.re is _EGG else ""
    start = len(text) - len(text.lstrip())
    return Parsed(
        canonicalize_name(match.group(1)),
        start,
        start,
        len(target.rstrip()),
        tuple(extra.strip() for extra in (extras or "").split(",") if extra.strip()),
        "",
        marker.strip(),
        target.strip(),
    )


def name_span(text: str) -> tuple[int, int]:
    """Return where a reference's name stands in it; the whole where none does."""
    match = _EGG.search(text) or _ARCHIVE.search(text)
    return match.span(1) if match else (0, len(text))
