"""Read a README as metadata: its title and the paragraphs of its opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.manifest import Manifest
from framesage.manifests.readme.blocks import split_blocks
from framesage.manifests.readme.opening import find_opening

if TYPE_CHECKING:
    from framesage.text import Source

FORMAT = "readme"
_RST = (".rst", ".rest")


def read_readme(source: Source) -> Manifest:
    """Read the title and the opening of a README, as far as its text is given.

    The markup is that of the file's name: reStructuredText, or else Markdown, whose markup also
    occurs in plain text.
    """
    plain = _plain_text("\n".join(source.lines), source.path.suffix.lower())
    return Manifest(source, FORMAT, metadata=tuple(find_opening(split_blocks(plain), source)))


def _plain_text(text: str, suffix: str) -> str:
    """Return a text of the same lines without markup; a project has only one format to import."""
    if suffix in _RST:
        from framesage.manifests.readme.rst import plain_rst

        return plain_rst(text)
    from framesage.manifests.readme.markdown import plain_markdown

    return plain_markdown(text)
