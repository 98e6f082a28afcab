"""Two requirements on one line, which pip refuses: ``flask==1.0django==2.0``, ``flask django``.

Told only where each part is a requirement beyond doubt: prose in a text file is none of them.
"""

from __future__ import annotations

import re

_OPERATOR = r"(?:===|[<>=!~]=|[<>])"
_NAME = r"[A-Za-z](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_CLAUSES = rf"\s*{_OPERATOR}\s*[0-9][A-Za-z0-9.*+!]*"
_ONE = rf"{_NAME}(?:\[[A-Za-z0-9 ,._-]*\])?(?:{_CLAUSES}(?:\s*,{_CLAUSES})*)?"
_APART = re.compile(rf"\s*{_ONE}(?P<others>(?:\s*,\s*|\s+){_ONE}(?:(?:\s*,\s*|\s+){_ONE})*)\s*")
_TOGETHER = re.compile(rf"{_OPERATOR}\s*[0-9][0-9.*]*(?P<others>(?P<name>{_NAME})\s*{_OPERATOR}.*)")
_OF_A_VERSION = re.compile(r"(?:a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[0-9]*")
_FIRST = re.compile(r"[\s,]*")


def glued_on(text: str) -> tuple[int, int] | None:
    """Return where the further requirements of a line stand in it, or None where it has one.

    ``text`` is the line without its options.
    """
    text = text.partition(";")[0]
    if "@" in text or "/" in text or "\\" in text:
        return None
    together = _TOGETHER.search(text)
    if together and not _OF_A_VERSION.fullmatch(together["name"]):
        return _trimmed(text, together.start("others"))
    apart = _APART.fullmatch(text)
    if apart and (re.search(_OPERATOR, text) or len(re.split(r"[\s,]+", text.strip())) == 2):
        return _trimmed(text, apart.start("others"))
    return None


def _trimmed(text: str, start: int) -> tuple[int, int]:
    blank = _FIRST.match(text, start)
    return (blank.end() if blank else start), len(text.rstrip())
