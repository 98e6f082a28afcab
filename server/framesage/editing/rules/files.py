"""The kinds of files of a pack, and their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.packs.model import PACK_FILE as PACK_FILE_NAME
from framesage.rulebase.tables import FILE
from framesage.rulebase.tables.packs import PACK_FILE

if TYPE_CHECKING:
    from pathlib import PurePath

    from framesage.rulebase.tables.schema import TableSchema


def declared_file(path: PurePath) -> TableSchema:
    """Return the declaration of a file: that of ``pack.toml``, or else of rule files."""
    return PACK_FILE if path.name == PACK_FILE_NAME else FILE
