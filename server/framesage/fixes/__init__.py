"""Fixes for findings: edits of text, which editors and the command line apply."""

from framesage.fixes.catalogue import auto_fix, fixes_for
from framesage.fixes.fix_all import fix_all
from framesage.fixes.fix_files import fix_files
from framesage.fixes.model import Edit, Fix, FixKind, apply_edits

__all__ = [
    "Edit",
    "Fix",
    "FixKind",
    "apply_edits",
    "auto_fix",
    "fix_all",
    "fix_files",
    "fixes_for",
]
