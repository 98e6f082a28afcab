"""Read environment.yml: Conda's dependencies and the list of pip inside.

Conda packages keep their Conda name, which is nearly always that on PyPI.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.conda.yaml_list import DEPENDENCIES_KEY, list_items, without_comment
from framesage.manifests.groups import classify_file
from framesage.manifests.headings import find_heading
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.local_packages import unnamed_package
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Include, LocalPackage, Metadata, Purpose
from framesage.manifests.positioned import requirement_from_string
from framesage.manifests.suppression_comments import find_ignores
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.manifests.conda.yaml_list import Item
    from framesage.manifests.model import Group, Requirement
    from framesage.text import Source

_NAME = re.compile(r"name\s*:\s*[\"']?(?P<text>[^\"'#\s][^\"'#]*)")
_FILE = re.compile(r"(?P<option>-r|-c|--requirement|--constraint)[\s=]+(?P<target>\S+)")
_EDITABLE = re.compile(r"(?:-e|--editable)[\s=]+")
_CONSTRAINT = ("-c", "--c")
_BUILD = re.compile(r"(?<=[0-9*])=[^=].*$|\[.*$")  # name=1.2=py312_0, name[version='>=1']
_NOT_PYTHON = ("python", "pip")


def read_environment(source: Source) -> Manifest:
    """Read an environment.yml; ``-r`` in the list of pip is an include."""
    items = list(list_items(source.lines))
    heading = find_heading(source.lines)
    return Manifest(
        source,
        "environment",
        requirements=LazyRequirements(tuple(_requirements(items, classify_file(source.path)))),
        includes=tuple(_includes(items)),
        metadata=(*_names(source.lines), *_python(items, classify_file(source.path))),
        anchors=tuple(_anchors(source.lines)),
        unnamed=tuple(_unnamed(items, classify_file(source.path))),
        ignores=tuple(find_ignores(source.lines)),
        compiled=heading is not None,
        heading=heading,
    )


def _requirements(items: Sequence[Item], group: Group) -> Iterator[Requirement]:
    for item in items:
        found = _requirement(item, group)
        if found and (item.is_pip or found.name not in _NOT_PYTHON):
            yield found


def _requirement(item: Item, group: Group) -> Requirement | None:
    channel, sign, text = ("", "", item.text) if item.is_pip else item.text.rpartition("::")
    text = text if item.is_pip else _BUILD.sub("", text)
    start = item.start + len(channel + sign)
    location = Range.on_line(item.line, start, start + len(text))
    return None if "#" in text else requirement_from_string(text, location, group)


def _python(items: Sequence[Item], group: Group) -> Iterator[Metadata]:
    """Yield the versions of Python that the application runs on; not those of tests or the docs."""
    for item in items if group.purpose is Purpose.RUNTIME else ():
        found = None if item.is_pip else _requirement(item, group)
        if found and found.name == "python" and found.specifier:
            start = max(item.text.find(found.specifier), 0)
            location = Range.on_line(
                item.line, item.start + start, item.start + start + len(found.specifier)
            )
            yield Metadata("requires-python", found.specifier, location)


def _includes(items: Sequence[Item]) -> Iterator[Include]:
    for number, start, text, is_pip in items:
        file = _FILE.match(text) if is_pip else None
        if file:
            begin, end = file.span("target")
            location = Range.on_line(number, start + begin, start + end)
            yield Include(file["target"], location, file["option"].startswith(_CONSTRAINT))


def _unnamed(items: Sequence[Item], group: Group) -> Iterator[LocalPackage]:
    for number, start, text, is_pip in items:
        written = _EDITABLE.sub("", text) if is_pip else ""
        if not written.startswith("-"):
            begin = start + len(text) - len(written)
            found = unnamed_package(
                written, Range.on_line(number, begin, begin + len(written)), group
            )
            if found and not requirement_from_string(written, found.range, group):
                yield found


def _names(lines: Sequence[str]) -> Iterator[Metadata]:
    for number, line in enumerate(lines):
        match = _NAME.match(without_comment(line))
        if match:
            name, start = match["text"].rstrip(), match.start("text")
            yield Metadata("name", name, Range.on_line(number, start, start + len(name)))


def _anchors(lines: Sequence[str]) -> Iterator[Range]:
    for number, line in enumerate(lines):
        match = DEPENDENCIES_KEY.match(line)
        if match:
            yield Range.on_line(number, *match.span("key"))
