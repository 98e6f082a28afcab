"""Scan the list ``dependencies:`` of an environment.yml.

A YAML parser would reject incomplete text. Lists in brackets are read to the end of their line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEPENDENCIES_KEY = re.compile(r"(?P<quote>[\"']?)(?P<key>dependencies)(?P=quote)\s*:(?=\s|$)")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_ITEM = re.compile(r"(?P<indent>\s*)-\s+(?P<quote>[\"'])?(?P<text>[^\"'\s].*)")
_PIP = re.compile(r"[\"']?pip[\"']?\s*:(?=\s|$)")
_OPENING = re.compile(r"\s*\[")
_LISTED = re.compile(
    r"\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?|(?P<plain>[^\s,\"'\[\]{}][^,\]]*)"
)


class Item(NamedTuple):
    """An item of Conda's list or of the list of pip inside, without its quotes."""

    line: int
    start: int
    text: str
    is_pip: bool


def list_items(lines: Sequence[str]) -> Iterator[Item]:
    """Yield the items of both lists."""
    is_open, pip_indent = False, -1
    for number, written in enumerate(lines):
        line = without_comment(written)
        if line[:1].strip() and line[0] != "-":
            key = DEPENDENCIES_KEY.match(line)
            is_open, pip_indent = key is not None, -1
            yield from _in_brackets(number, line, key.end(), is_pip=False) if key else ()
        match = _ITEM.match(line) if is_open else None
        if match is None:
            continue
        indent = len(match["indent"])
        pip_indent = pip_indent if indent > pip_indent else -1
        if pip := _PIP.match(line, match.start("quote" if match["quote"] else "text")):
            pip_indent = indent
            yield from _in_brackets(number, line, pip.end(), is_pip=True)
        else:
            text = match["text"].removesuffix(match["quote"] or "\n")
            yield Item(number, match.start("text"), text, pip_indent >= 0)


def without_comment(line: str) -> str:
    """Return a line without its comment and trailing spaces."""
    return _COMMENT.sub("", line).rstrip()


def _in_brackets(number: int, line: str, start: int, *, is_pip: bool) -> Iterator[Item]:
    opening = _OPENING.match(line, start)
    for match in _LISTED.finditer(line, opening.end()) if opening else ():
        kind = match.lastgroup or "plain"
        yield Item(number, match.start(kind), match[kind].rstrip(), is_pip)
