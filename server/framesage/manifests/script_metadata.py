"""Read inline script metadata (PEP 723): the comment block ``# /// script`` of a Python file.

The block is scanned as TOML with the rest of the file and the comment signs blanked out, so that
ranges are those of the script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Group, Metadata
from framesage.manifests.positioned import requirements_in_items
from framesage.manifests.pyproject.settings import described, written_settings
from framesage.manifests.suppression_comments import find_ignores
from framesage.text import Range
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.text import Source
    from framesage.toml import Document, Value

FORMAT = "script"
_OPENING = re.compile(r"# /// ([a-zA-Z0-9-]+)")
_CLOSING = "# ///"
_MAY_BE = re.compile(r"^# /// script\r?$", re.MULTILINE)


class _Block(NamedTuple):
    """The numbers of the opening and the closing line of a block."""

    type: str
    first: int
    last: int


def read_script(source: Source) -> Manifest:
    """Read the inline metadata of a Python file.

    As the standard requires, unclosed blocks are ignored, and so are several script blocks.
    """
    if not _MAY_BE.search(source.text):
        return Manifest(source, FORMAT)
    blocks = [block for block in _blocks(source.lines) if block.type == "script"]
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
            tuple(requirements_in_items(_dependencies(document), Group()))
        ),
        metadata=(*_python(document), *described(document, "tool", "framesage")),
        anchors=(dependencies.key_range if dependencies else opening,),
        settings=tuple(written_settings(document, "tool", "framesage")),
        ignores=tuple(find_ignores(lines)),
    )


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """Yield the blocks of all types; each ends at the last closing line among its comments.

    A block has at least one line of content. If it is not closed, no block that starts further
    down among the same comments is closed either.
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


def _dependencies(document: Document) -> Iterable[Value]:
    array = document.find("dependencies")
    return array.items if array else ()


def _python(document: Document) -> Iterator[Metadata]:
    value = document.find("requires-python")
    if value and value.kind == "string":
        yield Metadata("requires-python", value.text, value.content)
