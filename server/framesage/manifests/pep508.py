"""Parse a requirement in the syntax of PEP 508, even if it is incomplete.

Specifiers and markers stay text; they are validated where versions are compared.
"""

from __future__ import annotations

import re

from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name
from framesage.memory import remember

_FORM = r"""[\s\ufeff]*
    (?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*
    (?:\[(?P<extras>[^\]]*)\]?)?\s*
    (?:@\s*(?P<url>URL)|(?:\(\s*)?(?P<specifier>[<>=!~^][^;)]*|[0-9*][0-9.*]*(?=\s*(?:;|$)))?\)?)
    (?:\s*;\s*(?P<marker>.*))?
    """
_UP_TO_SEMICOLON = r"[^\s;]+"
_REQUIREMENT = re.compile(_FORM.replace("URL", rf"\S+(?=\s*$|\s+;)|{_UP_TO_SEMICOLON}"), re.VERBOSE)
_LINE = re.compile(_FORM.replace("URL", _UP_TO_SEMICOLON), re.VERBOSE)
_URL_CHARACTERS = ("/", "\\", ":", "+")
_CLAUSE = re.compile(r"\s*(?:===|[<>=!~]=|[<>]|\^|~|=)\s*[^\s,;]*(?:\s*,)?")


@frozen
class ParsedRequirement:
    """The parts of a requirement; ``start``, ``name_end`` and ``end`` are offsets in its text."""

    name: str
    start: int
    name_end: int
    end: int
    extras: tuple[str, ...] = ()
    specifier: str = ""
    marker: str = ""
    url: str = ""


def _size(parsed: ParsedRequirement | None) -> int:
    return 800 + (4 * parsed.end if parsed else 0)


@remember(2_000_000, _size)
def parse_requirement(text: str) -> ParsedRequirement | None:
    """Parse the requirement at the start of a text; return None if there is no package name.

    A semicolon belongs to a URL unless there is a blank before it.
    """
    return _parse(text, _REQUIREMENT)


@remember(2_000_000, _size)
def parse_requirement_on_line(text: str) -> ParsedRequirement | None:
    """Parse a requirement as pip does in a requirements file: a semicolon ends every URL."""
    return _parse(text, _LINE)


def _parse(text: str, form: re.Pattern[str]) -> ParsedRequirement | None:
    match = form.match(text)
    if match is None or text[match.end("name") : match.end("name") + 1] in _URL_CHARACTERS:
        return None
    specifier = _clauses(match.group("specifier") or "")
    end = match.end() if match.group("marker") else _end_without_marker(match, specifier)
    extras = (match.group("extras") or "").split(",")
    return ParsedRequirement(
        name=canonicalize_name(match.group("name")),
        start=match.start("name"),
        name_end=match.end("name"),
        end=len(text[:end].rstrip()),
        extras=tuple(extra.strip() for extra in extras if extra.strip()),
        specifier=specifier,
        marker=(match.group("marker") or "").strip(),
        url=match.group("url") or "",
    )


def _clauses(written: str) -> str:
    """Return the clauses of a specifier, without text that directly follows them."""
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
