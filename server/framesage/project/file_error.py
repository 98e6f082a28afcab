"""An error in a file of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.text import Range


@frozen
class FileError:
    """An error in a setting, or in reading a whole file, with its location."""

    path: Path
    range: Range
    message: str
