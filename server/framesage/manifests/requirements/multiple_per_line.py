"""Detect several requirements on a line, which pip rejects: ``flask==1.0django==2.0``.

Each part must clearly be a requirement, because text files can also contain prose.
"""

from __future__ import annotations

import re

_OPERATOR = r"(?:===|[<>=!~]=|[<>])"
_NAME = r"[A-Za-z](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_CLAUSES = rf"\s*{_OPERATOR}\s*[0-9][A-Za-z0-9.*+!]*"
_REQUIREMENT = rf"{_NAME}(?:\[[A-Za-z0-9 ,._-]*\])?(?:{_CLAUSES}(?:\s*,{_CLAUSES})*)?"
_SEPARATED = re.compile(
    rf"\s*{_REQUIREMENT}(?P<others>(?:\s*,\s*|\s+){_REQUIREMENT}(?:(?:\s*,\s*|\s+){_REQUIREMENT})*)\s*"
)
_ADJACENT = re.compile(rf"{_OPERATOR}\s*[0-9][0-9.*]*(?P<others>(?P<name>{_NAME})\s*{_OPERATOR}.*)")
_VERSION_SUFFIX = re.compile(r"(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[0-9]*")
_SEPARATOR = re.compile(r"[\s,]*")


def find_further_requirements(text: str) -> tuple[int, int] | None:
    """Return the offsets of all requirements of a line but the first; None if there are none.

    ``text`` is the line without its options.
    """
    text = text.partition(";")[0]
    if "@" in text or "/" in text or "\\" in text:
        return None
    adjacent = _ADJACENT.search(text)
    if adjacent and not _VERSION_SUFFIX.fullmatch(adjacent["name"]):
        return _trimmed(text, adjacent.start("others"))
    separated = _SEPARATED.fullmatch(text)
    if separated and (re.search(_OPERATOR, text) or len(re.split(r"[\s,]+", text.strip())) == 2):
        return _trimmed(text, separated.start("others"))
    return None


def _trimmed(text: str, start: int) -> tuple[int, int]:
    separator = _SEPARATOR.match(text, start)
    return (separator.end() if separator else start), len(text.rstrip())
