"""Read a README as metadata: its title and the paragraphs of its opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.manifest import Manifest
from framesage.manifests.readme.blocks import split_blocks
from framesage.manifests.readme.markdown import plain_markdown
from framesage.manifests.readme.opening import find_opening
from framesage.manifests.readme.rst import plain_rst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.text import Source

FORMAT = "readme"
_NAMES = ("readme.md", "readme.rst", "readme.markdown", "readme.txt", "readme")
_RST = (".rst", ".rest")


def read_readme(source: Source) -> Manifest:
    """Read the title and the opening of a README, as far as its text is given.

    The markup is that of the file's name: reStructuredText, or else Markdown, whose markup also
    occurs in plain text.
    """
    is_rst = source.path.suffix.lower() in _RST
    text = "\n".join(source.lines)
    plain = plain_rst(text) if is_rst else plain_markdown(text)
    return Manifest(source, FORMAT, metadata=tuple(find_opening(split_blocks(plain), source)))


def preferred_readme(names: Iterable[str]) -> str | None:
    """Return the name of the README among the files of a folder, or None."""
    ranked = [(_NAMES.index(name.lower()), name) for name in names if name.lower() in _NAMES]
    return min(ranked)[1] if ranked else None
