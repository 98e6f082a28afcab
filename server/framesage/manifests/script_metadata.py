"""Inline script metadata (PEP 723): the comment block ``# /// script`` of a Python file.

The block is read as TOML where it stands: all else of the file is blank, and so are the comment
signs, so that every location is the script's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Group, Metadata
from framesage.manifests.pyproject.arrays import requirements_in_array
from framesage.manifests.pyproject.settings import written_settings
from framesage.manifests.suppression_comments import find_ignores
from framesage.text import Range
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.text import Source
    from framesage.toml import Document

FORMAT = "script"
_OPENING = re.compile(r"# /// ([a-zA-Z0-9-]+)")
_CLOSING = "# ///"
_MAY_BE = re.compile(r"^# /// script\r?$", re.MULTILINE)


class _Block(NamedTuple):
    """The lines of a block: the opening one, and the closing one."""

    type: str
    first: int
    last: int


def read_script(source: Source) -> Manifest:
    """Return what a Python file's own metadata says; a file without any says nothing.

    As the standard has it, a block that is not closed is none, and of two nobody knows which.
    """
    if not _MAY_BE.search(source.text):
        return Manifest(source, FORMAT)
    blocks = [one for one in _blocks(source.lines) if one.type == "script"]
    if len(blocks) != 1:
        return Manifest(source, FORMAT)
    block = blocks[0]
    lines = _blanked(source.lines, block)
    document = scan("\n".join(lines), lines)
    dependencies = document.entry("dependencies")
    opening = Range.on_line(block.first, 0, len(source.lines[block.first]))
    return Manifest(
        source,
        FORMAT,
        requirements=LazyRequirements(
            tuple(requirements_in_array(document.find("dependencies"), Group()))
        ),
        metadata=tuple(_python(document)),
        anchors=(dependencies.key_range if dependencies else opening,),
        settings=tuple(written_settings(document, "tool", "framesage")),
        ignores=tuple(find_ignores(lines)),
    )


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Yield the blocks of any type: each goes on to the last closing line among its comments.

    It holds one line at least. Where nothing closes it, nothing closes one that begins further
    down among the same comments.
    """
    number = 0
    while number < len(lines):
        opening = _OPENING.fullmatch(lines[number])
        first, number = number, number + 1
        while opening and number < len(lines) and _is_comment(lines[number]):
            number += 1
        closing = (at for at in range(number - 1, first + 1, -1) if lines[at] == _CLOSING)
        last = next(closing, None) if opening else None
        if opening and last is not None:
            yield _Block(opening.group(1), first, last)
            number = last + 1


def _is_comment(line: str) -> bool:
    return line == "#" or line.startswith("# ")


def _blanked(lines: Sequence[str], block: _Block) -> list[str]:
    inside = range(block.first + 1, block.last)
    return [f"  {line[2:]}" if number in inside else "" for number, line in enumerate(lines)]


def _python(document: Document) -> Iterator[Metadata]:
    value = document.find("requires-python")
    if value and value.kind == "string":
        yield Metadata("requires-python", value.text, value.content)
