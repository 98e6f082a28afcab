"""environment.yml: conda's list of dependencies, and pip's list in it.

Only the lines of ``dependencies:`` are looked at, by a scanner of their own: a YAML parser would
give up on half-typed text. Conda's packages are taken by the name they have there: nearly always
that of PyPI.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.comments import find_ignores
from framesage.manifests.model import Include, Manifest, Metadata
from framesage.manifests.placing import place_requirement
from framesage.manifests.purpose import group_of_file
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.manifests.model import Group, Requirement
    from framesage.text import Source

_HEAD = re.compile(r"(dependencies)\s*:\s*(?:#.*)?$")
_NAME = re.compile(r"name\s*:\s*[\"']?(?P<text>[^\"'#\s][^\"'#]*?)[\"']?\s*(?:#.*)?$")
_ITEM = re.compile(
    r"(?P<indent>\s*)-\s+(?P<quote>[\"'])?(?P<text>[^\"'\s#][^#]*?)(?(quote)(?P=quote)?)"
    r"\s*(?:\s#.*)?$"
)
_PIP = re.compile(r"pip\s*:")
_CHANNEL = re.compile(r"[^\s:]+::")
_FILE = re.compile(r"(?P<option>-r|-c|--requirement|--constraint)[\s=]+(?P<target>\S+)")
_CONSTRAINT = ("-c", "--c")
_BUILD = re.compile(r"(?<=[0-9*])=[^=].*$")  # name=1.2=py312_0
_NOT_PYTHON = ("python", "pip")
_Item = tuple[int, "re.Match[str]", bool]


def read_environment(source: Source) -> Manifest:
    """Return what an environment.yml says; ``-r`` in pip's list is an include."""
    items = list(_items(source.lines))
    return Manifest(
        source,
        "environment",
        requirements=tuple(_requirements(items, group_of_file(source.path))),
        includes=tuple(_includes(items)),
        metadata=tuple(_names(source.lines)),
        heads=tuple(_heads(source.lines)),
        ignores=tuple(find_ignores(source.lines)),
    )


def _items(lines: Sequence[str]) -> Iterator[_Item]:
    """Yield the items of the list with their lines, and whether they are in pip's list."""
    is_open, pip_indent = False, -1
    for number, line in enumerate(lines):
        if line[:1].strip() and line[0] not in "#-":
            is_open, pip_indent = _HEAD.match(line) is not None, -1
        match = _ITEM.match(line) if is_open else None
        if match is None:
            continue
        indent = len(match.group("indent"))
        pip_indent = pip_indent if indent > pip_indent else -1
        if _PIP.match(match.group("text")):
            pip_indent = indent
        else:
            yield number, match, pip_indent >= 0


def _requirements(items: Sequence[_Item], group: Group) -> Iterator[Requirement]:
    for number, match, is_pip in items:
        start, end = match.span("text")
        text = match.group("text")
        if not is_pip:
            channel = _CHANNEL.match(text)
            start += channel.end() if channel else 0
            text = _BUILD.sub("", text[start - match.start("text") :])
            end = start + len(text)
        found = place_requirement(text, Range.on_line(number, start, end), group)
        if found and (is_pip or found.name not in _NOT_PYTHON):
            yield found


def _includes(items: Sequence[_Item]) -> Iterator[Include]:
    for number, match, is_pip in items:
        file = _FILE.match(match.group("text")) if is_pip else None
        if file:
            start = match.start("text") + file.start("target")
            place = Range.on_line(number, start, start + len(file.group("target")))
            yield Include(file.group("target"), place, file.group("option").startswith(_CONSTRAINT))


def _names(lines: Sequence[str]) -> Iterator[Metadata]:
    for number, line in enumerate(lines):
        match = _NAME.match(line)
        if match:
            yield Metadata("name", match.group("text"), Range.on_line(number, *match.span("text")))


def _heads(lines: Sequence[str]) -> Iterator[Range]:
    for number, line in enumerate(lines):
        match = _HEAD.match(line)
        if match:
            yield Range.on_line(number, *match.span(1))
