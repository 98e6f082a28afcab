"""Where an ignore comment can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.line_edits import indent_of, insert_above, replace_on_line
from framesage.fixes.model import apply_edits
from framesage.manifests import read_any
from framesage.text import Source

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest


def comment_at_end(comment: str, source: Source, number: int) -> Edit:
    """Return the edit that adds a comment at the end of a line."""
    line = source.line(number)
    end = len(line.rstrip())
    return replace_on_line(source, number, end, len(line), f"  {comment}")


def comment_above(comment: str, source: Source, number: int) -> Edit:
    """Return the edit that adds a comment on a line of its own, above a line."""
    indent = indent_of(source.line(number))
    return insert_above(source, number, f"{indent}{comment}")


def verified_comment_at_end(comment: str, manifest: Manifest, number: int) -> Edit | None:
    """Return the edit that adds a comment at the end of a line.

    Returns None if the comment would change the requirements or break a continued line.
    """
    source = manifest.source
    edit = comment_at_end(comment, source, number)
    is_continued = source.line(number).rstrip().endswith("\\")
    edited = read_any(Source(source.path, apply_edits(source, [edit])))
    return edit if _contents(edited) == _contents(manifest) and not is_continued else None


def _contents(manifest: Manifest) -> list[tuple[str, str]]:
    return [(requirement.name, requirement.specifier) for requirement in manifest.requirements]
