"""Fixes for findings: pure edits of text, which editors and the command line apply."""

from framesage.fixes.catalogue import fixes_for
from framesage.fixes.fix_all import fix_all, fix_taking_away
from framesage.fixes.fix_files import fix_files
from framesage.fixes.model import Edit, Fix, FixKind, apply_edits

__all__ = [
    "Edit",
    "Fix",
    "FixKind",
    "apply_edits",
    "fix_all",
    "fix_files",
    "fix_taking_away",
    "fixes_for",
]
