"""One requirement as PEP 508 writes it, with the location of its name; half-typed ones too.

The texts are taken as they stand; whether a specifier is valid is for whoever compares versions.
"""

from __future__ import annotations

import re

from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name
from framesage.memoize import memoize_short

_REQUIREMENT = re.compile(
    r"""[\s\ufeff]*
    (?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*
    (?:\[(?P<extras>[^\]]*)\]?)?\s*
    (?:@\s*(?P<url>[^\s;]+)|\(?(?P<specifier>[<>=!~^][^;)]*|[0-9*][0-9.*]*(?=\s*(?:;|$)))?\)?)
    (?:\s*;\s*(?P<marker>.*))?
    """,
    re.VERBOSE,
)
_OF_AN_ADDRESS = ("/", "\\", ":", "+")
_CLAUSE = re.compile(r"\s*(?:===|[<>=!~]=|[<>]|\^|~|=)\s*[^\s,;]*(?:\s*,)?")


@frozen
class Parsed:
    """A requirement's parts; ``start``, ``name_end`` and ``end`` count in its own text."""

    name: str
    start: int
    name_end: int
    end: int
    extras: tuple[str, ...] = ()
    specifier: str = ""
    marker: str = ""
    url: str = ""


@memoize_short(16384)
def parse_requirement(text: str) -> Parsed | None:
    """Return the requirement that a text starts with, or None where it starts with no name."""
    match = _REQUIREMENT.match(text)
    if match is None or text[match.end("name") : match.end("name") + 1] in _OF_AN_ADDRESS:
        return None
    specifier = _clauses(match.group("specifier") or "")
    end = match.end() if match.group("marker") else _end_without_marker(match, specifier)
    return Parsed(
        canonicalize_name(match.group("name")),
        match.start("name"),
        match.end("name"),
        len(text[:end].rstrip()),
        tuple(extra.strip() for extra in (match.group("extras") or "").split(",") if extra.strip()),
        specifier,
        (match.group("marker") or "").strip(),
        match.group("url") or "",
    )


def _clauses(written: str) -> str:
    """Return the part of a specifier that is one, up to anything glued on behind it."""
    if not written or written[0] not in "<>=!~^":
        return written.strip()
    end = 0
    while match := _CLAUSE.match(written, end):
        end = match.end()
        if not match.group().rstrip().endswith(","):
            break
    return written[:end].strip().rstrip(",").rstrip()


def _end_without_marker(match: re.Match[str], specifier: str) -> int:
    if match.group("specifier"):
        closed = match.end() if match.group().rstrip().endswith(")") else 0
        return closed or match.start("specifier") + len(specifier)
    return match.end()
